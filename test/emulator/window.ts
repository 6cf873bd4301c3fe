// A window of a simulated game: what is said from a phase of it on, while a fault goes on and off and for as long afterwards as nothing may be left of it.
import { type Line, lineOf } from '../../src/emulator/line.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { makeTeller, type Teller } from '../../src/feeds/simulator/teller.ts';
import type { Said } from '../../src/game/message.ts';
import { isPlayed, overtimeNumber } from '../../src/game/period.ts';
import type { ManualTime } from '../kit/manual-time.ts';

/** When the fault goes on, for how long, and how long afterwards nothing is left of it. Milliseconds. */
export const ON_MS = 2_000;
export const FOR_MS = 6_000;
const AFTER_MS = 5_000;
export const WINDOW_MS = ON_MS + FOR_MS + AFTER_MS;

const START_MS = 1_700_000_000_000;
/** The shortest game there is, its positions as seldom as the clock's ticks: what is lost is what is told once. */
export const RULES = 'wnba';
const RATE_HZ = 2;
/** Lines of the sequence that are heard at the beginning of a window. */
const PAST_LINES = 30;
/** While nothing is said time goes on in such steps, in milliseconds. */
const STEP_MS = 250;

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

/** A window from each phase of one game, in order; from overtime for a game that goes to it. */
export function windowsOf(seed: number, { overtime = false } = {}): readonly Window[] {
  const teller = makeTeller({ seed, rules: RULES, rateHz: RATE_HZ });
  const stampOf = (simMs: number) => START_MS + simMs;
  const phases = PHASES.filter(([name]) => overtime || name !== 'overtime');
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
    while (!teller.over && stampOf(teller.world.nowMs) < fromMs + WINDOW_MS)
      for (const { source, simMs, text } of teller.step()) {
        const line = lineOf(source, text(stampOf), stampOf(simMs));
        if (line) lines.push(line);
      }
    return { name, fromMs, lines };
  });
}

/** A loss at the end of the sequence is known only when the next number comes: whether one does after the fault. */
export function tellsLosses({ fromMs, lines }: Window): boolean {
  const numbered = lines.filter(({ seq }) => seq !== null).map(({ atMs }) => atMs - fromMs);
  return numbered.every((atMs) => atMs < ON_MS) || numbered.some((atMs) => atMs > ON_MS + FOR_MS);
}

/** The facts of the window, each at its instant; without positions. */
function factsOf({ lines }: Window): readonly Said[] {
  const facts: Said[] = [];
  const nothing = (): void => undefined;
  const to = { words: nothing, fault: nothing, message: (said: Said) => void facts.push(said) };
  const reader = makeReader({ rules: RULES, to });
  for (const { text, atMs } of lines) reader.hear(text, atMs);
  return facts.filter(({ kind }) => kind !== 'frame');
}

/** Time that goes on only when everything that was said has come. */
export type Turned = { readonly time: ManualTime; readonly settled: () => Promise<void> };

/** Time goes on to that instant, step by step. */
export async function goTo(atMs: number, { time, settled }: Turned): Promise<void> {
  while (time.now() < atMs) {
    time.advance(Math.min(STEP_MS, atMs - time.now()));
    await settled();
  }
}

/** Each of them is told each fact of the window at its instant; time goes on to the window's end. */
export async function tellThrough(
  window: Window,
  all: readonly { readonly tell: (said: Said) => void }[],
  turned: Turned,
): Promise<void> {
  for (const fact of factsOf(window)) {
    await goTo(fact.heardMs, turned);
    for (const { tell } of all) tell(fact);
    await turned.settled();
  }
  await goTo(window.fromMs + WINDOW_MS, turned);
}
