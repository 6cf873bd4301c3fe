// A window of a simulated game heard over a wire with faults, by time that is turned by hand: the emulator's history and faults, the feed's reader, and between them what a session does.
import { FaultLine } from '../../src/emulator/fault-line.ts';
import type { FaultBoard } from '../../src/emulator/faults.ts';
import { History } from '../../src/emulator/history.ts';
import { type Line, lineOf } from '../../src/emulator/line.ts';
import { makeAsking } from '../../src/feeds/asking.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { makeTeller, type Teller } from '../../src/feeds/simulator/teller.ts';
import { readClock } from '../../src/game/clock.ts';
import { type Game, noGame } from '../../src/game/game.ts';
import type { Message, Said } from '../../src/game/message.ts';
import { isPlayed, overtimeNumber } from '../../src/game/period.ts';
import { foldAll } from '../../src/time/timeline.ts';

const START_MS = 1_700_000_000_000;
/** The shortest game there is, its positions as seldom as the clock's ticks: what is lost is what is told once. */
export const RULES = 'wnba';
const RATE_HZ = 2;
const STEP_MS = 20;
/** As the session waits before it connects again. */
const RETRY_MS = 250;
/** Lines of the sequence that are heard at the beginning of a window. */
const PAST_LINES = 30;

export type Window = { readonly name: string; readonly fromMs: number; readonly lines: readonly Line[] };

/** Each phase of a game, and how it is known that it has come. */
const PHASES: readonly (readonly [name: string, is: (teller: Teller) => boolean])[] = [
  ['before the tip', () => true],
  ['open play', ({ world }) => world.table.running && world.playedMs > 60_000],
  ['a stopped clock', ({ world: { table } }) => !table.running && isPlayed(table.period)],
  ['half-time', ({ world }) => world.table.period === 'HT'],
  [
    'the last minute',
    ({ world: { table } }) => table.period === 'Q4' && table.running && table.gameMs < 50_000,
  ],
  ['overtime', ({ world: { table } }) => overtimeNumber(table.period) > 0 && table.running],
  [
    'the end',
    ({ world: { table } }) =>
      table.period === 'FINAL' || (/^(Q4|OT)/.test(table.period) && table.gameMs < 3_000 && table.running),
  ],
];

/** Phases that are given where they are asked for: overtime is a phase of those games that go to it. */
export type MorePhase = 'a stopped clock' | 'overtime';

/** Windows of so many milliseconds from each phase of one game, in order. */
export function windowsOf(
  seed: number,
  lengthMs: number,
  more: readonly MorePhase[] = [],
): readonly Window[] {
  const teller = makeTeller({ seed, rules: RULES, rateHz: RATE_HZ });
  const stampOf = (simMs: number) => START_MS + simMs;
  const isMore = (name: string): boolean => name === 'a stopped clock' || name === 'overtime';
  const phases = PHASES.filter(([name]) => !isMore(name) || more.some((one) => one === name));
  return phases.map(([name, is]) => {
    const past: Line[] = [];
    while (!is(teller) && !teller.over)
      for (const { source, text } of teller.step(true)) {
        const line = lineOf(source, text(stampOf), 0);
        if (line) past.push(line);
      }
    const fromMs = stampOf(teller.world.nowMs);
    // Who listens has heard something of the sequence before.
    const lines = past.slice(-PAST_LINES).map((line) => ({ ...line, atMs: fromMs }));
    while (!teller.over && stampOf(teller.world.nowMs) < fromMs + lengthMs)
      for (const { source, simMs, text } of teller.step()) {
        const line = lineOf(source, text(stampOf), stampOf(simMs));
        if (line) lines.push(line);
      }
    return { name, fromMs, lines };
  });
}

type Connection = {
  readonly wire: FaultLine;
  place: number;
  readonly skip: number;
  readonly newFrom: number;
  readonly newest: Map<string, Line>;
};

export type Heard = { readonly said: readonly Said[]; readonly faults: number };

/** Everything that the reader says when it hears a window over that wire, until `untilMs`. */
export function hearThrough(
  { fromMs, lines }: Window,
  board: FaultBoard,
  seed: number,
  untilMs: number,
): Heard {
  const history = new History();
  const said: Said[] = [];
  let faults = 0;
  const to = {
    words: () => undefined,
    message: (one: Said) => void said.push(one),
    fault: () => {
      faults += 1;
    },
  };
  const reader = makeReader({ rules: RULES, to });
  let standing: Connection | null = null;
  const current = (): Connection | null => standing;
  const asking = makeAsking();
  let retryMs = fromMs;
  let resyncMs: number | null = null;
  let next = 0;

  const open = (): void => {
    const newest = new Map([...history.latest].map((line) => [line.source as string, line]));
    const lastSeq = reader.resumeFrom ?? 0;
    standing = {
      wire: new FaultLine(board, seed + next),
      place: 0,
      skip: lastSeq,
      newFrom: history.end,
      newest,
    };
    reader.resumed();
  };
  const drop = (nowMs: number): void => {
    standing = null;
    resyncMs = null;
    retryMs = nowMs + RETRY_MS;
  };

  for (let nowMs = fromMs; nowMs <= untilMs; nowMs += STEP_MS) {
    for (let line = lines[next]; line !== undefined && line.atMs <= nowMs; line = lines[++next]) {
      history.add(line);
      if (line.seq === null) current()?.newest.set(line.source, line);
    }
    const isCut = board.on('cut', 'clock', nowMs) !== null;
    if (current() === null && !isCut && nowMs >= retryMs) open();
    const connection = current();
    if (connection === null) continue;
    const isDue = resyncMs !== null && nowMs >= resyncMs;
    if (isDue) resyncMs = null;
    if (isCut || (isDue && reader.worthResuming)) {
      if (!isCut) asking.asked(nowMs);
      drop(nowMs);
      continue;
    }
    const { wire } = connection;
    for (let at = history.at(connection.place); at !== null; at = history.at(connection.place)) {
      connection.place = at.place + 1;
      if (at.place >= connection.newFrom || at.line.seq > connection.skip)
        wire.take({ source: at.line.source, text: at.line.text, sequenced: true }, nowMs);
    }
    for (const line of connection.newest.values())
      wire.take({ source: line.source, text: line.text, sequenced: false }, nowMs);
    connection.newest.clear();
    for (const text of wire.out(nowMs)) reader.hear(text, nowMs);
    if (reader.worthResuming) resyncMs ??= nowMs + asking.waitMs(nowMs);
  }
  return { said, faults };
}

/** The same without what tells when it was heard, and in one order. */
function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== 'object' || value === null) return value;
  const told = /^(?:\w*atMs|sinceMs|scoreChange|foulsChange|feeds|said)$/i;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !told.test(key))
      .map(([key, inner]) => [key, timeless(inner)]),
  );
}

/** What stands at an instant: the folded game, its clocks read, and the last positions. */
export function stateAt({ said }: Heard, atMs: number): unknown {
  const messages = said.map((one, seq): Message => ({ ...one, seq }));
  const facts = messages.filter((one) => one.kind !== 'frame');
  const game: Game = foldAll(facts, noGame);
  const frame = messages.filter((one) => one.kind === 'frame').at(-1);
  const { clock, shotClock, shots, plays, ...rest } = game;
  const read = (anchor: typeof clock) => (anchor === null ? null : Math.round(readClock(anchor, atMs)));
  const byId = <T extends { readonly id: string; readonly classification?: string }>(all: readonly T[]) =>
    [...all].sort((a, b) => `${a.id} ${a.classification}`.localeCompare(`${b.id} ${b.classification}`));
  return timeless({
    ...rest,
    clock: read(clock),
    running: clock?.running,
    shotClock: read(shotClock),
    shots: byId(Object.values(shots)),
    plays: byId(plays),
    bodies: frame?.kind === 'frame' ? frame.bodies : null,
  });
}
