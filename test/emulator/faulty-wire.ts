// A window of a simulated game heard over a wire with faults, by time that is turned by hand: the emulator's history and faults, the feed's reader, and between them what a session does.
import { FaultLine } from '../../src/emulator/fault-line.ts';
import type { FaultBoard } from '../../src/emulator/faults.ts';
import { History } from '../../src/emulator/history.ts';
import type { Line } from '../../src/emulator/line.ts';
import { makeAsking } from '../../src/feeds/asking.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { readClock } from '../../src/game/clock.ts';
import { type Game, noGame } from '../../src/game/game.ts';
import type { Message, Said } from '../../src/game/message.ts';
import { foldAll } from '../../src/time/timeline.ts';
import { RULES, type Window } from './window.ts';

const STEP_MS = 20;
/** As the session waits before it connects again. */
const RETRY_MS = 250;

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
      if (line.seq !== null) continue;
      current()?.newest.delete(line.source);
      current()?.newest.set(line.source, line);
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
