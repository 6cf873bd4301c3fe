// One simulated game through all three providers' servers, sockets and feeds: wherever they speak of the same thing they say the same.
import { describe, expect, onTestFinished, test } from 'vitest';
import { cornersFor, makeHudStatsTeller } from '../../src/emulator/hudstats/teller.ts';
import { makeImgArenaTeller } from '../../src/emulator/imgarena/teller.ts';
import type { Feed, Timekeeper } from '../../src/feeds/feed.ts';
import type { Corners } from '../../src/feeds/hudstats/calibration.ts';
import { makeHudStats } from '../../src/feeds/hudstats/hudstats.ts';
import { makeImgArena } from '../../src/feeds/imgarena/imgarena.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { makeShotTracker } from '../../src/feeds/shottracker/shottracker.ts';
import { isSequenced } from '../../src/feeds/shottracker/sources.ts';
import { type Spoken, stampsFrom } from '../../src/feeds/simulator/play-game.ts';
import { makeTeller } from '../../src/feeds/simulator/teller.ts';
import { away, type Game, home, type Team } from '../../src/game/game.ts';
import type { Said } from '../../src/game/message.ts';
import { isPlayed, type Period } from '../../src/game/period.ts';
import type { StatLine } from '../../src/game/stat-line.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { foldAll } from '../../src/time/timeline.ts';
import { FIXTURE, startHudStatsServer } from '../kit/hudstats-server.ts';
import { startImgArenaServer } from '../kit/imgarena-server.ts';
import { makeListener } from '../kit/listener.ts';
import { GAME, startShotTrackerServer } from '../kit/shottracker-server.ts';

const TOKEN = 'a token of the rehearsal';
const IMG_FIXTURE = 'b11729e0-d401-48aa-938b-1025aa44369f';
const NO_PAUSES = { beforeTipMs: 1_000, betweenPeriodsMs: 2_000, halfTimeMs: 3_000, untilOfficialMs: 1_000 };

type Heard = {
  readonly game: () => Game;
  readonly periods: () => readonly Period[];
  readonly isOver: () => boolean;
  /** Those words came; empty ones always have. */
  readonly hasHeard: (text: string) => boolean;
  /** How many words came from a source; what was told again counts once. */
  readonly count: (source: string) => number;
};

function listenTo(feed: Feed): Heard {
  const listener = makeListener();
  feed.start(listener);
  onTestFinished(() => feed.stop());
  const facts = () =>
    listener.said.flatMap((said, seq) => (said.kind === 'frame' ? [] : [{ ...said, seq }])) as Parameters<
      typeof foldAll
    >[0];
  return {
    game: () => foldAll(facts()),
    hasHeard: (text) => text === '' || listener.heard.slice(-100).some((words) => words.text === text),
    isOver: () => listener.of('period').some(({ period }) => period === 'FINAL'),
    count: (source) =>
      new Set(listener.heard.flatMap((words) => (words.source === source ? [words.text] : []))).size,
    periods: () => {
      const seen = listener.said.flatMap((said) =>
        said.kind === 'period' ? [said.period] : said.kind === 'clock' && said.period ? [said.period] : [],
      );
      // Clock and summary name one after the other; one that is named again after a break was begun twice.
      return seen.filter((period, at) => isPlayed(period) && period !== seen[at - 1]);
    },
  };
}

/** Between two summaries, and between two clocks that say nothing new. Milliseconds. */
const EVERY_MS = 30_000;
const RULES = 'fiba';

type Told = Spoken & { readonly turns: boolean };

/** A whole game in its events. Without positions; of clocks what starts and stops, of summaries the first of each period, and both every half minute. */
function* spoken(seed: number, startMs: number): Generator<Told> {
  const teller = makeTeller({ seed, rules: RULES, pauses: NO_PAUSES, rateHz: 0.01, gameId: GAME.event_id });
  const stampOf = stampsFrom(startMs, 0, 1);
  const kept = new Map<string, { readonly mark: string; readonly simMs: number }>();
  const { world } = teller;
  const marks = (): Readonly<Record<string, string>> => {
    const { period, running } = world.table;
    return { clock: `${period} ${running}`, broadcastsummary: period };
  };
  /** It is to say how it stands. */
  const isDue = (source: string, mark: string | undefined, simMs: number): boolean => {
    const before = kept.get(source);
    return before === undefined || before.mark !== mark || simMs - before.simMs >= EVERY_MS;
  };
  while (!teller.over) {
    const isQuiet = Object.entries(marks()).every(([source, mark]) => !isDue(source, mark, world.nowMs));
    for (const { source, simMs, text } of teller.step(isQuiet)) {
      if (source === 'location') continue;
      const mark = marks()[source];
      const before = kept.get(source);
      if (mark !== undefined && !isDue(source, mark, simMs)) continue;
      if (mark !== undefined) kept.set(source, { mark, simMs });
      const turns = source === 'clock' && before?.mark.split(' ')[0] !== world.table.period;
      yield { source, atMs: stampOf(simMs), text: text(stampOf), turns };
    }
  }
}

/** The game, told to all three at once. */
async function playThrough(seed: number) {
  // What is said and heard is said and heard when the game says it, however fast it goes here.
  const startMs = realTime.now();
  let nowMs = startMs;
  const time: Timekeeper = { now: () => nowMs, after: (ms, action) => realTime.after(ms, action) };
  /** The game goes faster than sockets answer: by its clock every question for HudStats' state would be an age old. None is asked. */
  const unasked: Timekeeper = { ...time, after: (ms, action) => realTime.after(ms * 1_000, action) };
  const [st, hud, img] = await Promise.all([
    startShotTrackerServer(),
    startHudStatsServer(time),
    startImgArenaServer(TOKEN),
  ]);
  for (const server of [st, hud, img]) onTestFinished(() => server.stop());
  const base = { time, rules: RULES, random: () => 0 } as const;
  const feeds = {
    shottracker: listenTo(makeShotTracker({ ...base, url: st.liveUrl, token: st.issue(GAME.event_id) })),
    hudstats: listenTo(
      makeHudStats({
        ...base,
        time: unasked,
        url: hud.liveUrl,
        gameId: FIXTURE,
        token: hud.issue(),
        corners: cornersFor(RULES) as Corners,
      }),
    ),
    imgarena: listenTo(makeImgArena({ ...base, url: img.url, fixtureId: IMG_FIXTURE, token: TOKEN })),
  };
  await st.whenOpened(1);
  await expect.poll(() => hud.subscribed().length).toBe(5);
  await expect.poll(() => img.visits.filter(({ heard }) => heard.length > 0).length).toBe(2);

  let packets = 0;
  const tellHud = makeHudStatsTeller(RULES, (channel, payload) => hud.say(channel, payload));
  const tellImg = makeImgArenaTeller({ rules: RULES, fixtureId: IMG_FIXTURE }, (stream, packet) => {
    if (stream === 'statistics') packets += 1;
    img.say(stream, packet);
  });
  const patience = { timeout: 60_000 };
  const ignore = (): void => undefined;
  const truth: Said[] = [];
  const reader = makeReader({
    rules: RULES,
    to: {
      words: ignore,
      fault: ignore,
      message(said) {
        if (said.kind === 'frame') return;
        truth.push(said);
        tellHud(said);
        tellImg(said);
      },
    },
  });
  let count = 0;
  let last = '';
  for (const { source, text, atMs, turns } of spoken(seed, startMs)) {
    // Before a period turns everything of the last one was heard.
    if (turns) await expect.poll(() => feeds.shottracker.hasHeard(last), patience).toBe(true);
    nowMs = atMs;
    st.emulator.games.get(GAME.event_id)?.hear(source, text);
    reader.hear(text, atMs);
    count += 1;
    if (isSequenced(source)) last = text;
    // The sockets get their turns.
    if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const whole = foldAll(truth.map((said, seq) => ({ ...said, seq })) as Parameters<typeof foldAll>[0]);
  for (const { isOver } of Object.values(feeds)) await expect.poll(isOver, patience).toBe(true);
  // The counts of the end come on a stream of their own.
  await expect.poll(() => feeds.imgarena.count('statistics'), patience).toBe(packets);
  return { whole, feeds };
}

const teams = (game: Game): readonly Team[] => [home(game), away(game)].flatMap((team) => team ?? []);

/** What both say of a line, of what the first says. */
const shared = (one: StatLine, other: StatLine): readonly [object, object] => {
  const both = Object.keys(one).filter((stat) => stat in other) as (keyof StatLine)[];
  const only = (line: StatLine): object => Object.fromEntries(both.map((stat) => [stat, line[stat]]));
  return [only(one), only(other)];
};

describe('one game through three feeds', () => {
  test.each([5])(
    'of four quarters ends in the same score, periods, fouls and stats, wherever they speak of the same thing (seed %i)',
    {
      timeout: 300_000,
    },
    async (seed) => {
      const { whole, feeds } = await playThrough(seed);
      const scores = (game: Game): unknown => teams(game).map(({ name, score }) => [name, score]);
      const fouls = (game: Game): unknown => teams(game).map(({ fouls: count }) => count);
      for (const [name, { game, periods }] of Object.entries(feeds)) {
        const of = game();
        expect.soft(scores(of), name).toEqual(scores(whole));
        expect.soft(fouls(of), name).toEqual(fouls(whole));
        expect.soft(periods(), name).toEqual(feeds.shottracker.periods());
        for (const [at, team] of teams(whole).entries()) {
          const other = teams(of)[at] as Team;
          const [line, theirs] = shared(other.line, team.line);
          expect.soft(line, `${name} ${team.name}`).toEqual(theirs);
          for (const [period, own] of Object.entries(other.periodLines)) {
            const [periodLine, expected] = shared(own ?? {}, team.periodLines[period as Period] ?? {});
            expect.soft(periodLine, `${name} ${team.name} ${period}`).toEqual(expected);
          }
          for (const player of Object.values(other.players)) {
            const [own, expected] = shared(player.line, team.players[player.id]?.line ?? {});
            expect.soft(own, `${name} ${player.id}`).toEqual(expected);
          }
        }
      }
      // They do speak of them.
      expect(Object.keys(teams(feeds.imgarena.game())[0]?.line ?? {})).toEqual(
        expect.arrayContaining(['points', 'rebounds', 'assists', 'fouls', 'threesMade']),
      );
      expect(feeds.hudstats.periods()).toEqual(expect.arrayContaining(['Q1', 'Q2', 'Q3', 'Q4']));
      expect(teams(feeds.hudstats.game())[0]?.periodLines.Q4?.points).toBeDefined();
    },
  );
});
