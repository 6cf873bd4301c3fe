// Two connections to one provider, the first with each of the faults on it: the game on air is at all times what one of them said, and five seconds after it is the one without faults.
import { describe, expect, test } from 'vitest';
import { FAULT_NAMES, makeFaultBoard, scriptSchema } from '../../src/emulator/faults.ts';
import { beatsOf } from '../../src/feeds/pair/beats.ts';
import { Merger } from '../../src/feeds/pair/merger.ts';
import { CAPABILITIES } from '../../src/game/capability.ts';
import { fold } from '../../src/game/fold.ts';
import { away, home, noGame } from '../../src/game/game.ts';
import type { Fact, Said } from '../../src/game/message.ts';
import { type Heard, hearThrough, stateAt } from './faulty-wire.ts';
import { FOR_MS, ON_MS, WINDOW_MS, type Window, windowsOf } from './window.ts';

/** What the two say together; the first is gone where it was cut. */
function together(main: Heard, backup: Heard, { fromMs }: Window, isCut: boolean): Heard {
  const said: Said[] = [];
  const merger = new Merger({
    capabilities: { main: CAPABILITIES, backup: CAPABILITIES },
    beats: { main: beatsOf('shottracker'), backup: beatsOf('shottracker') },
    say: (one) => said.push(one),
  });
  merger.advance(fromMs);
  for (const lane of ['main', 'backup'] as const) merger.status(lane, 'live', fromMs);
  const told = [
    ...main.said.map((one) => ({ lane: 'main' as const, one })),
    ...backup.said.map((one) => ({ lane: 'backup' as const, one })),
  ].sort((a, b) => a.one.heardMs - b.one.heardMs);
  let isGone = false;
  for (const { lane, one } of told) {
    const isOff = isCut && one.heardMs >= fromMs + ON_MS && one.heardMs < fromMs + ON_MS + FOR_MS;
    if (isOff !== isGone) merger.status('main', isOff ? 'lost' : 'live', one.heardMs);
    isGone = isOff;
    merger.hear(lane, one);
  }
  merger.advance(fromMs + WINDOW_MS);
  return { said, faults: 0 };
}

/** Every score that stood, in order of being said. */
function scoresIn(said: readonly Said[]): ReadonlySet<string> {
  const seen = new Set<string>();
  let game = noGame;
  for (const one of said) {
    if (one.kind === 'frame') continue;
    game = fold(game, { ...one, seq: 0 } as Fact);
    seen.add(`${home(game)?.score ?? '-'}:${away(game)?.score ?? '-'}`);
  }
  return seen;
}

const withoutOwners = (state: unknown): unknown => ({ ...(state as object), owners: null });

const windows = windowsOf(12).filter(({ name }) => name === 'open play' || name === 'the last minute');

describe.each(windows.map((window) => [window.name, window] as const))('%s:', (_, window) => {
  const untilMs = window.fromMs + WINDOW_MS;
  const clean = hearThrough(window, makeFaultBoard(), 1, untilMs);
  const twin = withoutOwners(stateAt(together(clean, clean, window, false), untilMs));

  test.each(FAULT_NAMES)('%s on the first is nothing on air five seconds after it', (fault) => {
    const script = scriptSchema.parse([{ atMs: ON_MS, forMs: FOR_MS, fault }]);
    const main = hearThrough(window, makeFaultBoard(script, window.fromMs), 1, untilMs);
    const both = together(main, clean, window, fault === 'cut');
    const given = new Set([...scoresIn(main.said), ...scoresIn(clean.said)]);
    for (const score of scoresIn(both.said)) expect(given).toContain(score);
    expect(withoutOwners(stateAt(both, untilMs))).toEqual(twin);
  });
});
