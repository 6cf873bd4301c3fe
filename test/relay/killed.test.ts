// The relay is killed at instants that it cannot choose, while three hands send cues and a table speaks: what it said it had done stands when it is back, nothing is
// half done, and its output's picture is, to the pixel, that of a twin which was never killed and was told no more than what stands. (A picture of mid-change is no
// measure: what a kill may undo is on its way to the disk just then. So both are compared at rest, by a clock that stands; and where the killed relay had been
// at rest before, the picture is the very one of before.) Two hundred kills, minutes on a quiet machine: COURTSIDE_KILLS=200 COURTSIDE_SEED=23 npx vitest run --project node test/relay/killed.test.ts
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GAME_FILE } from '../../src/relay/game-file.ts';
import { SHOW_FILE } from '../../src/relay/show-file.ts';
import type { State } from '../../src/relay/state.ts';
import { PACKING } from '../../src/relay/tapes/pack-tape.ts';
import { onBus, type Show } from '../../src/show/show.ts';
import { readTape } from '../../src/tape/reader.ts';
import { surveyOf } from '../../src/tape/survey.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { startBrowser } from '../kit/browser.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { HandAtWork } from '../kit/hands.ts';
import { openPage } from '../kit/page.ts';
import { waitUntil } from '../kit/patience.ts';
import { seeded } from '../kit/random.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { GAME, startShotTrackerServer } from '../kit/shottracker-server.ts';
import { findSteadyPort } from '../kit/steady-port.ts';
import { makeTable, type Table } from '../kit/table.ts';
import { wordOf, wordOnDisk, wordsIn } from '../kit/table-words.ts';
import { type AtRest, TwinPictures, type Wanted } from '../kit/twin-pictures.ts';

/** `COURTSIDE_KILLS=200` for a long night. */
const KILLS = Number(process.env.COURTSIDE_KILLS ?? 3);
const SEED = Number(process.env.COURTSIDE_SEED ?? 7);
/** The table speaks so often, in milliseconds. */
const WORD_MS = 100;
/** A life lasts up to so much longer than it must, in milliseconds. */
const MOST_LIFE_MS = 700;

/** How a life ends: in the middle of it, or after all has come to rest; and how the page goes on in the next: by itself, or begun anew. */
const endOf = (life: number) => ({ isAtRest: life % 3 === 1, isPageAnew: life % 2 === 1 });

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const stateOf = async ({ url }: Running): Promise<State> =>
  (await (await fetch(`${url}/api/v1/state`)).json()) as State;

/** A relay, with a hall of its own whose table only it hears. */
async function openHall() {
  const server = await startShotTrackerServer();
  const table = makeTable(server);
  const env = { SHOTTRACKER_TOKEN: server.issue(GAME.event_id) };
  let lives = 0;
  return {
    table,
    /** Starts it, and resolves when it is connected. */
    async start(data: string, port: number): Promise<Running> {
      const args = ['--feed', 'shottracker', '--url', server.liveUrl];
      const relay = await startCommand(args, { data, env, port });
      expect(relay.printed()).not.toMatch(/show-file|game-file/);
      lives += 1;
      await server.whenOpened(lives);
      return relay;
    },
    stop() {
      table.stop();
      return server.stop();
    },
  };
}

/** All lives of one relay, beside the one life of its twin. */
class Lives {
  readonly #hands: readonly HandAtWork[];
  readonly #table: Table;
  readonly #twin: { readonly relay: Running; readonly table: Table };
  readonly #data: string;
  /** Words that were said; of them, that were seen on the disk, or known by a relay that took up. */
  #said = 0;
  #stands = { score: 0, clock: 0 };

  constructor(table: Table, twin: { relay: Running; table: Table }, data: string) {
    this.#table = table;
    this.#twin = twin;
    this.#data = data;
    const { url } = twin.relay;
    this.#hands = [
      new HandAtWork('prepares', url),
      new HandAtWork('delays', url),
      new HandAtWork('takes', url),
    ];
  }

  get words(): number {
    return this.#stands.score;
  }

  get acknowledged(): number {
    return this.#hands.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  }

  #speak(): void {
    this.#said += 1;
    this.#table.set(wordOf(this.#said));
  }

  /** What the relay stands at is what was left, to the cue and to the word; then its twin is told the same. Gives what both must show. */
  async takeUp(relay: Running): Promise<Wanted> {
    const show = await showOf(relay);
    for (const hand of this.#hands) await hand.takeUp(show);
    expect(show.revision).toBe(this.acknowledged);
    if (this.#said > 0) await this.#takeUpWords(relay);
    const [one, other] = await Promise.all([stateOf(relay), stateOf(this.#twin.relay)]);
    return {
      revision: show.revision,
      sinceMs: Math.max(one.at, other.at),
      graphics: Object.values(onBus(show, 'program')).flatMap((on) => (on ? [on.graphic] : [])),
    };
  }

  async #takeUpWords(relay: Running): Promise<void> {
    const state = await stateOf(relay);
    expect(state).toMatchObject({ period: 'Q3', away: { score: 40 }, clock: { running: false } });
    expect(state.feed.capabilities).toContain('score');
    const least = Math.min(this.#stands.score, this.#stands.clock);
    const { score, clock } = wordsIn(state, least, this.#said);
    expect({ score, clock }).toEqual({ score: expect.any(Number), clock: expect.any(Number) });
    expect(score).toBeGreaterThanOrEqual(this.#stands.score);
    expect(clock).toBeGreaterThanOrEqual(this.#stands.clock);
    this.#stands = { score: score ?? 0, clock: clock ?? 0 };
    const { table, relay: twin } = this.#twin;
    table.set(wordOf(this.#stands.score, this.#stands.clock));
    await waitUntil(async () => {
      const found = wordsIn(await stateOf(twin), least, this.#said);
      return found.score === score && found.clock === clock;
    });
  }

  /** Hands and table go to work; resolves when some of the cues and words of this life are on the disk. */
  async begin(relay: Running): Promise<Work> {
    const work = { isResting: false, failure: null as unknown };
    const before = this.#hands.map(({ acknowledged }) => acknowledged);
    const from = this.#said + 1;
    const speaking = setInterval(() => this.#speak(), WORD_MS);
    const hands = Promise.all(this.#hands.map((hand) => hand.work(relay.url, () => work.isResting)))
      .catch((failure: unknown) => {
        work.failure = failure;
      })
      .finally(() => clearInterval(speaking));
    const ended = async (): Promise<void> => {
      await hands;
      if (work.failure) throw work.failure;
    };
    await waitUntil(async () => {
      if (work.failure) throw work.failure;
      const word = await wordOnDisk(this.#data, from, this.#said);
      if (word !== null) this.#stands = { score: word, clock: word };
      return word !== null && this.#hands.every((hand, i) => hand.acknowledged > (before[i] ?? 0));
    });
    return {
      ended,
      rest: async () => {
        work.isResting = true;
        await ended();
        await waitUntil(async () => (await wordOnDisk(this.#data, from, this.#said)) === this.#said);
      },
    };
  }
}

type Work = {
  /** Resolves when the relay is gone and the hands have seen it, or all rest. @throws Error when a cue was not granted. */
  readonly ended: () => Promise<void>;
  /** Nothing more is done or said. Resolves when all of it is on the disk. */
  readonly rest: () => Promise<void>;
};

async function showOf({ port }: Running): Promise<Show> {
  const desk = await openPage(port, { role: 'desk', historyMs: 0 });
  const { show } = await desk.snapshot();
  desk.socket.terminate();
  return show;
}

/** No file is half another, none was set aside, and the newest tape, or each, can be read up to where it was cut off. */
async function expectNothingTorn(data: string, all: boolean): Promise<void> {
  const files = await readdir(data);
  const tapes = files.filter((file) => file.endsWith('.mcap'));
  // What a killed relay was writing beside is never taken for anything, and cleared away later.
  const isLeft = (file: string): boolean => file.endsWith('.part') || file.endsWith(PACKING);
  expect(files.filter((file) => !tapes.includes(file) && !isLeft(file)).sort()).toEqual([
    GAME_FILE,
    SHOW_FILE,
  ]);
  const zstd = await loadZstd();
  const ages = await Promise.all(tapes.map(async (tape) => (await stat(join(data, tape))).mtimeMs));
  for (const [i, tape] of tapes.entries()) {
    if (!all && ages[i] !== Math.max(...ages)) continue;
    const { about } = await surveyOf(readTape(createReadStream(join(data, tape)), zstd));
    expect(about?.words).toBe('shottracker');
  }
}

test(
  `a relay that is killed ${KILLS} times comes back each time with everything that it had acknowledged, the game as it was, and the picture (seed ${SEED})`,
  async () => {
    const [data, twinData] = await Promise.all([scratchFolder(), scratchFolder()]);
    const [hall, twinHall] = await Promise.all([openHall(), openHall()]);
    const random = seeded(SEED);
    const port = await findSteadyPort(random());
    const twin = await twinHall.start(twinData, 0);
    let relay = await hall.start(data, port);
    const lives = new Lives(hall.table, { relay: twin, table: twinHall.table }, data);
    const pictures = await TwinPictures.open(browser, relay.url, twin.url);
    let before: AtRest | null = null;
    for (let life = 1; life <= KILLS; life += 1) {
      const { isAtRest, isPageAnew } = endOf(life);
      const work = await lives.begin(relay);
      await sleep(random() * MOST_LIFE_MS);
      if (isAtRest) await work.rest();
      const left = isAtRest ? await pictures.rest(await lives.takeUp(relay)) : null;
      await relay.kill();
      await work.ended();
      await expectNothingTorn(data, life === KILLS);

      relay = await hall.start(data, port);
      if (isPageAnew) await pictures.reload();
      const wanted = await lives.takeUp(relay);
      const found = await pictures.rest(wanted);
      const { home, away, clock } = await stateOf(relay);
      expect(found).toMatchObject({ scores: [String(away?.score), String(home?.score)], clock: clock?.text });
      expect(wanted.graphics).toContain('scorebug');
      if (left) expect(found.png.equals(left.png)).toBe(true);
      // The words of this life are in the picture: it is not that of the life before.
      expect(before?.png.equals(found.png) ?? false).toBe(false);
      before = found;
    }
    await Promise.all([hall.stop(), twinHall.stop()]);
    expect(lives.acknowledged).toBeGreaterThan(KILLS);
    expect(lives.words).toBeGreaterThanOrEqual(KILLS);
  },
  60_000 + KILLS * 60_000,
);
