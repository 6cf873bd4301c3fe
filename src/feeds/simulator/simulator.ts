// The simulator as a feed: games played one after the other for whoever listens, in the provider's words and through the provider's reader.
import type { Feed, FeedOptions, FeedReader, Timekeeper } from '../feed.ts';
import { makeReader, type Reader } from '../shottracker/reader.ts';
import { stampsFrom } from './play-game.ts';
import { makeTeller, type Teller, type TellerOptions } from './teller.ts';
import type { StampOf, Utterance } from './utterance.ts';
import { eventId } from './words-events.ts';
import { STEP_MS } from './world.ts';

export type SimulatorOptions = FeedOptions &
  Omit<TellerOptions, 'rules'> & {
    /** How fast the game goes; 1 by default. */
    readonly speed?: number;
    /** Where a listener comes in: some seconds before the tip, at the tip, or with a good part of the first half played. Games after the first begin before the tip. */
    readonly startAt?: StartAt;
    /** How long after a game the next begins, in milliseconds; 20 s by default. */
    readonly betweenGamesMs?: number;
  };

/** `midgame`: a good part of the first half is played. `closing`: two minutes are left of regular time. */
export type StartAt = 'pregame' | 'tipoff' | 'midgame' | 'closing';

/** The game moves on this often, in milliseconds of the timekeeper. */
const BEAT_MS = 20;
/** A process that slept for longer than this does not play what it missed: the game stood still meanwhile. Milliseconds. */
const CATCH_UP_MS = 1_000;
/** What happened before somebody came in is told in portions, so that nothing else has to wait. */
const BACKLOG_PORTION = 60;
/** How much of the first half is played when somebody comes in at mid-game, and what must at least be left of the period. */
const PLAYED = 0.3;
const LEFT_MS = 60_000;
const CLOSING_MS = 120_000;
const BETWEEN_GAMES_MS = 20_000;

/** Whether play goes on and a listener should come in now. */
function isSeen({ world }: Teller, startAt: StartAt): boolean {
  const { table, rules, playedMs } = world;
  if (startAt === 'pregame') return true;
  if (!table.running) return false;
  const regularMs = rules.periodMs * rules.periods.length;
  if (startAt === 'closing') return playedMs >= regularMs - CLOSING_MS;
  return startAt === 'tipoff' || (playedMs >= regularMs * PLAYED && table.gameMs > LEFT_MS);
}

/** Plays on unseen until a listener should come in. Returns what happened meanwhile. */
function playUpTo(teller: Teller, startAt: StartAt): Utterance[] {
  const missed: Utterance[] = [];
  while (!teller.over && !isSeen(teller, startAt)) for (const one of teller.step(true)) missed.push(one);
  return missed;
}

type Running = { stop(): void };

/** One game, from where a listener comes in to its end. */
function runGame(
  options: SimulatorOptions & { readonly seed: number },
  reader: FeedReader,
  onEnd: (teller: Teller) => void,
): Running {
  const { time, rules, speed = 1, startAt = 'midgame' } = options;
  const teller = makeTeller(options);
  const words: Reader = makeReader({ rules, to: reader });
  const backlog = playUpTo(teller, startAt);
  let startMs = time.now();
  let heardMs = startMs;
  const fromSimMs = teller.world.nowMs;
  let stampOf: StampOf = stampsFrom(startMs, fromSimMs, speed);
  let cancel = (): void => {};
  let stopped = false;

  const tell = (utterance: Utterance): void => {
    if (stopped) return;
    // What is told late is heard late: nothing is heard before what was told before it.
    heardMs = Math.max(stampOf(utterance.simMs), heardMs);
    words.hear(utterance.text(stampOf), heardMs);
  };

  const isSequenced = ({ source }: Utterance): boolean =>
    source !== 'location' && source !== 'clock' && source !== 'broadcastsummary';

  /** What has a sequence waits until everything before it is told; the rest is of the instant. */
  const pass = (utterance: Utterance): void => {
    if (backlog.length > 0 && isSequenced(utterance)) backlog.push(utterance);
    else tell(utterance);
  };

  const simNow = (): number => fromSimMs + (time.now() - startMs) * speed;

  const beat = (): void => {
    const behindMs = simNow() - teller.world.nowMs;
    if (behindMs > CATCH_UP_MS * speed) {
      // The stamps go on with the timekeeper; the game goes on from where it stood.
      startMs += (behindMs - STEP_MS) / speed;
      stampOf = stampsFrom(startMs, fromSimMs, speed);
    }
    while (!stopped && !teller.over && teller.world.nowMs + STEP_MS <= simNow()) teller.step().forEach(pass);
    for (const utterance of backlog.splice(0, BACKLOG_PORTION)) tell(utterance);
    if (stopped) return;
    if (teller.over && backlog.length === 0) {
      onEnd(teller);
      return;
    }
    cancel = time.after(BEAT_MS, beat);
  };

  beat();
  return {
    stop() {
      stopped = true;
      cancel();
    },
  };
}

/** Takes the shots of a game away, so that the next one begins with an empty chart. */
function clear({ chronicle, ids, world }: Teller, reader: FeedReader, time: Timekeeper): void {
  const atMs = time.now();
  for (const event of chronicle.events) {
    if (event.kind !== 'shot') continue;
    const { made, three } = event;
    const teamId = String(world[event.side].team.id);
    reader.message({
      kind: 'shot',
      atMs,
      heardMs: atMs,
      id: eventId(ids, event.id),
      teamId,
      made,
      three,
      deleted: true,
      attributes: [],
    });
  }
}

/** A feed that plays simulated games, the next seed after the last, until it is stopped. */
export function makeSimulator(options: SimulatorOptions): Feed {
  const { time, betweenGamesMs = BETWEEN_GAMES_MS, startAt = 'midgame' } = options;
  let stop = (): void => {};
  let stopped = false;

  const play = (seed: number, from: StartAt, reader: FeedReader): void => {
    reader.status('live', 'a simulated game');
    const running = runGame({ ...options, seed, startAt: from }, reader, (teller) => {
      reader.status('ended', 'the simulated game is over, the next begins soon');
      stop = time.after(betweenGamesMs, () => {
        clear(teller, reader, time);
        play(seed + 1, 'pregame', reader);
      });
    });
    if (!stopped) stop = () => running.stop();
  };

  return {
    name: 'simulator',
    capabilities: ['score', 'clock', 'shot-clock', 'positions', 'zones', 'stats', 'plays', 'fouls'],
    start(reader) {
      reader.status('connecting');
      play(options.seed, startAt, reader);
    },
    async stop() {
      stopped = true;
      stop();
    },
  };
}
