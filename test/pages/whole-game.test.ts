// A whole game from one page: an operator at his keyboard, a real relay, a table that is right, wrong and silent, and two outputs that show the same at each point.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { readBug } from '../kit/air-eyes.ts';
import { newTab, openTab, startBrowser } from '../kit/browser.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { readPng } from '../kit/png.ts';
import { type Digits, learnDigits } from '../kit/read-figures.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { type Seen, see } from '../kit/seen.ts';
import { GAME, startShotTrackerServer } from '../kit/shottracker-server.ts';
import { findSteadyPort } from '../kit/steady-port.ts';
import { makeTable, type Table, type TableState } from '../kit/table.ts';

/** How long the feed is silent. */
const OUTAGE_MS = 30_000;
/** Long enough for a busy machine; nothing is judged by it. */
const PATIENCE = { timeout: 120_000, interval: 250 };
/** What looks the same so long after is at rest, in milliseconds. */
const REST_MS = 1_500;
const DESK = { width: 1280, height: 800 };
const OUTPUTS = ['program', 'second'] as const;

const RUNDOWN = {
  courtside: 'rundown',
  version: 1,
  name: 'Tonight',
  groups: [
    { id: 'pre', name: 'Pre-game' },
    { id: 'half', name: 'Half-time' },
  ],
  items: [
    { id: 'bug', name: 'Score', group: 'pre', graphics: [{ graphic: 'scorebug', options: {} }] },
    { id: 'teams', name: 'Teams', group: 'half', graphics: [{ graphic: 'team-comparison', options: {} }] },
  ].map((item) => ({ ...item, cut: true, autoOutMs: null, note: '' })),
};

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** What is seen on air. */
type Air = { readonly scores: string; readonly clock: string; readonly graphics: readonly string[] };

/** One evening: the hall, the relay, the operator's page and two outputs. */
class Evening {
  relay: Running;
  readonly table: Table;
  readonly desk: Page;
  readonly outputs: Page[] = [];
  #digits: Digits = new Map();

  constructor(relay: Running, table: Table, desk: Page) {
    this.relay = relay;
    this.table = table;
    this.desk = desk;
  }

  async open(output: number): Promise<void> {
    const { tab } = await openTab(browser, `${this.relay.url}/out?renderer=canvas&name=${OUTPUTS[output]}`);
    this.outputs[output] = tab;
    onTestFinished(() => tab.close());
  }

  /** The house's figures, as soon as they are on air. */
  async learn(): Promise<void> {
    const tab = this.outputs[0] as Page;
    await tab.waitForFunction(
      () => window.courtside?.painted().graphics.includes('scorebug'),
      null,
      PATIENCE,
    );
    this.#digits = await learnDigits(tab);
  }

  /** Presses keys, one after the other, as the page shows them. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.desk.keyboard.press(key);
  }

  /** Both outputs show exactly this, and the same picture to the pixel. */
  async expectAir(what: Air): Promise<Buffer> {
    const wanted = { ...what, faults: [] };
    let found: readonly Seen[] = [];
    // One picture is read once.
    const said = () => {
      const isOne = isOnePicture(found.map(({ png }) => png));
      const first = found[0] && this.#read(found[0].png);
      return found.map(({ png, graphics, faults }) => ({
        ...(isOne ? first : this.#read(png)),
        graphics: [...graphics].sort(),
        faults,
        isOne,
      }));
    };
    const both = this.outputs.map(() => ({ ...wanted, isOne: true }));
    await vi
      .waitUntil(async () => {
        found = await Promise.all(this.outputs.map(see));
        return same(said(), both);
      }, PATIENCE)
      .catch(() => expect(said()).toEqual(both));
    return (found[0] as Seen).png;
  }

  #read(png: Buffer) {
    const bug = readBug(readPng(png), this.#digits);
    return { ...bug, scores: bug.scores.join(' ') };
  }

  /** Both outputs show exactly this, and have come to rest. */
  async expectRest(what: Air): Promise<Buffer> {
    let last = await this.expectAir(what);
    await vi.waitUntil(async () => {
      const earlier = last;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      last = await this.expectAir(what);
      return isOnePicture([earlier, last]);
    }, PATIENCE);
    return last;
  }

  /** The table says this, and both outputs show it. */
  async play(change: Partial<TableState>, graphics: readonly string[] = ['scorebug']): Promise<Buffer> {
    this.table.set(change);
    return this.expectTable(graphics);
  }

  expectTable(graphics: readonly string[] = ['scorebug']): Promise<Buffer> {
    const { home, away, clock } = this.table.state();
    const text = `${clock[0]}:${String(clock[1]).padStart(2, '0')}`;
    return this.expectAir({ scores: `${away} ${home}`, clock: text, graphics });
  }

  /** Fields that hold the operator's value. */
  async overridden(): Promise<readonly string[]> {
    const { fields } = (await (await fetch(`${this.relay.url}/api/v1/fields`)).json()) as {
      fields: Readonly<Record<string, { operator: unknown }>>;
    };
    return Object.entries(fields).flatMap(([field, { operator }]) => (operator === null ? [] : [field]));
  }

  /** The line to the table is whole again: the table speaks until the relay has heard it. */
  async mend(): Promise<void> {
    this.table.mute(false);
    await vi.waitUntil(async () => {
      this.table.say();
      return (await this.state()).feed.status === 'live';
    }, PATIENCE);
  }

  async state(): Promise<{ period: string; clock: { running: boolean }; feed: { status: string } }> {
    return (await fetch(`${this.relay.url}/api/v1/state`)).json() as never;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Files that are the same to the byte are one picture: one browser writes all of them. */
const isOnePicture = (all: readonly Buffer[]): boolean => all.every((png) => all[0]?.equals(png));

/** Everything is started, and the desk has heard of the game. */
async function begin(): Promise<{ evening: Evening; again: () => Promise<Running> }> {
  const server = await startShotTrackerServer();
  const table = makeTable(server);
  onTestFinished(() => {
    table.stop();
    return server.stop();
  });
  const data = await scratchFolder();
  const env = { SHOTTRACKER_TOKEN: server.issue(GAME.event_id) };
  let lives = 0;
  const start = async (port: number): Promise<Running> => {
    const running = await startCommand(['--feed', 'shottracker', '--url', server.liveUrl], {
      data,
      env,
      port,
    });
    lives += 1;
    await server.whenOpened(lives);
    return running;
  };
  const relay = await start(await findSteadyPort());
  const desk = await newTab(browser, DESK);
  onTestFinished(() => desk.close());
  const evening = new Evening(relay, table, desk);
  await desk.goto(relay.url);
  await Promise.all([evening.open(0), evening.open(1)]);
  return { evening, again: () => start(relay.port) };
}

test('one operator runs a whole game from his page, and both outputs are right at each point of it', async () => {
  const { evening, again } = await begin();
  const { desk, table } = evening;
  const says = (name: string, words: string): Promise<unknown> =>
    vi.waitUntil(async () => {
      const text = await desk.getByRole('status', { name: `${name} tally` }).textContent();
      return text?.includes(words);
    }, PATIENCE);
  const lamp = desk.getByRole('group', { name: 'Feed', exact: true });

  // Pre-game: the rundown is brought along, and its first item taken.
  table.say();
  const loaded = await fetch(`${evening.relay.url}/api/v1/rundown/load`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(RUNDOWN),
  });
  expect(loaded.status).toBe(200);
  await desk.getByRole('status', { name: 'Scorebug tally' }).waitFor();
  await evening.press('.', 'x');
  await says('Scorebug', 'Preview');
  await evening.press('Space');
  await evening.learn();
  const pre = await evening.expectTable();
  await says('Scorebug', 'On air');

  // Two quarters.
  table.set({ period: 'Q1', clock: [12, 0, 0] });
  // Score and clock are as they were: it is the period that comes.
  await vi.waitUntil(async () => !isOnePicture([pre, await evening.expectTable()]), PATIENCE);
  await evening.play({ clock: [6, 31, 0], home: 14, away: 11 });
  await evening.play({ period: 'Q2', clock: [12, 0, 0], home: 27, away: 25 });

  // A wrong score: one point too many. Two keys, and it is the feed's again by itself when the feed agrees.
  await evening.press('u');
  await evening.play({ clock: [5, 12, 0], home: 41 });
  await evening.press('h', '-');
  await evening.expectAir({ scores: '25 40', clock: '5:12', graphics: ['scorebug'] });
  table.set({ home: 40 });
  await vi.waitUntil(async () => (await evening.overridden()).length === 0, PATIENCE);
  await evening.play({ home: 43, clock: [4, 50, 0] });
  await evening.press('u');

  // Half-time: the next item of the rundown, and off again.
  table.set({ period: 'HT', clock: [0, 0, 0], home: 51, away: 50 });
  await evening.press('.', 'x');
  await says('Team comparison', 'Preview');
  await evening.press('Space');
  await vi.waitUntil(async () => {
    const on = await Promise.all(evening.outputs.map(see));
    return on.every(({ graphics }) => graphics.includes('team-comparison'));
  }, PATIENCE);
  await evening.press('Shift+z');
  await evening.play({ period: 'Q3', clock: [12, 0, 0] });

  // The feed is silent for half a minute while the clock runs: the score stands, and the clock goes, as the operator wants it.
  await evening.press('h', 'Escape');
  const policy = { cue: 'policy', field: 'clock', policy: 'out', afterMs: 500 };
  await cue(evening.relay, policy);
  table.set({ running: true, clock: [9, 30, 0], home: 55 });
  table.mute(true);
  for (let passedMs = 0; passedMs < OUTAGE_MS; passedMs += OUTAGE_MS / 3) {
    await evening.expectAir({ scores: '50 55', clock: '', graphics: ['scorebug'] });
    await vi.waitUntil(async () => !/live/i.test((await lamp.textContent()) ?? 'live'), PATIENCE);
    await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS / 3));
  }
  await evening.expectAir({ scores: '50 55', clock: '', graphics: ['scorebug'] });
  await evening.mend();
  await evening.play({ running: false, clock: [9, 2, 0], home: 57 });
  await cue(evening.relay, { ...policy, policy: 'mark' });

  // An output dies, and comes back to the picture of the other.
  await evening.outputs[1]?.close();
  await evening.open(1);
  await evening.expectTable();

  // The relay dies. Its pages keep the picture; when it is back it knows the game before anybody has told it.
  await evening.play({ period: 'Q4', clock: [3, 3, 0], home: 88, away: 86 });
  await evening.press('h', '+');
  const before = await evening.expectRest({ scores: '86 89', clock: '3:03', graphics: ['scorebug'] });
  await evening.relay.kill();
  await evening.expectAir({ scores: '86 89', clock: '3:03', graphics: ['scorebug'] });
  evening.relay = await again();
  for (const page of evening.outputs)
    await page.waitForFunction(() => window.courtside?.link().status === 'open', null, {
      timeout: PATIENCE.timeout,
    });
  const after = await evening.expectRest({ scores: '86 89', clock: '3:03', graphics: ['scorebug'] });
  expect(isOnePicture([before, after])).toBe(true);
  expect((await evening.state()).period).toBe('Q4');
  await says('Scorebug', 'On air');
  await evening.mend();
  await evening.press('r');

  // Overtime, and the end.
  await evening.play({ clock: [1, 1, 0], home: 95, away: 95 });
  await evening.play({ period: 'OT', clock: [5, 0, 0] });
  await evening.play({ clock: [2, 22, 0], home: 103 });
  expect((await evening.state()).period).toBe('OT1');
  await evening.press('Shift+Escape');
  await evening.expectAir({ scores: '', clock: '', graphics: [] });
}, 900_000);

async function cue({ url }: Running, words: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body: JSON.stringify(words) });
  expect(answer.status).toBe(200);
}
