import { describe, expect, it } from 'vitest';
import { applyCue, type Cue, MOST_NAMES } from '../../src/show/cue.ts';
import { emptyShow, playheadOf, type Show, showSchema } from '../../src/show/show.ts';

const answer = (show: Show, cue: Cue) => applyCue(show, cue, 100_000, new Map());
const after = (show: Show, cue: Cue): Show => {
  const told = answer(show, cue);
  if ('fault' in told) throw new Error(JSON.stringify(told.fault));
  return told.show;
};

describe.each(['constructor', 'toString', 'hasOwnProperty'])('an output that is called %s', (output) => {
  it('is live until it is sent elsewhere', () => {
    expect(playheadOf(emptyShow, output)).toEqual(playheadOf(emptyShow, 'program'));
  });

  it('replays like any other, and the show can be read again', () => {
    const show = after(emptyShow, { cue: 'replay', output, rate: 1 });
    expect(showSchema.safeParse(JSON.parse(JSON.stringify(show))).data).toEqual(show);
    expect(playheadOf(show, output)).toMatchObject({ kind: 'replaying', instantMs: 100_000 });
  });

  it.each(['press', 'accept', 'cancel', 'undo'] as const)('has no sync to %s that nobody armed', (step) => {
    expect(answer(emptyShow, { cue: 'sync', output, step: { step } })).toHaveProperty('fault');
  });

  it('keeps its delay for a venue of that name', () => {
    const there = after(emptyShow, { cue: 'venue', venue: output });
    const set = after(there, { cue: 'delay', output, delayMs: 500 });
    expect(set.venues).toEqual({ [output]: { [output]: 500 } });
  });
});

describe('a show', () => {
  const full = Array.from({ length: MOST_NAMES }, (_, i) => `out-${i}`).reduce(
    (show, output) => after(show, { cue: 'delay', output, delayMs: 10 }),
    emptyShow,
  );

  it('remembers so many outputs, and refuses one more', () => {
    expect(Object.keys(full.playheads)).toHaveLength(MOST_NAMES);
    expect(answer(full, { cue: 'delay', output: 'one-more', delayMs: 10 })).toMatchObject({
      fault: { where: 'output' },
    });
  });

  it('that is full still moves the outputs that it knows', () => {
    expect(after(full, { cue: 'delay', output: 'out-3', delayMs: 990 }).playheads['out-3']).toMatchObject({
      delayMs: 990,
    });
  });
});
