// Taking several graphics at once, for a time, and back again.
import { describe, expect, it } from 'vitest';
import { nextOutMs } from '../../src/show/auto-out.ts';
import { onBus } from '../../src/show/show.ts';
import { showAt } from '../../src/show/show-at.ts';
import { TAKES_KEPT } from '../../src/show/undo.ts';
import { onAir, played, playFrom, refusalOf } from '../kit/cues.ts';

describe('a take of several graphics', () => {
  it('puts all of them on air at one instant and one revision', () => {
    const show = played({
      cue: 'take',
      graphics: [{ graphic: 'bug', options: { size: 3 } }, { graphic: 'dots' }],
    });
    expect(show.revision).toBe(1);
    expect(show.layers.bug?.program).toMatchObject({ sinceMs: 1_000, options: { size: 3 } });
    expect(show.layers.floor?.program).toMatchObject({ sinceMs: 1_000, graphic: 'dots' });
  });

  it.each([
    ['one of them is unknown', [{ graphic: 'bug' }, { graphic: 'nobody' }], 'graphics[1].graphic'],
    ['two are for one layer', [{ graphic: 'dots' }, { graphic: 'heat' }], 'graphics[1].graphic'],
    ['an option does not fit', [{ graphic: 'bug', options: { size: 'big' } }], 'graphics[0].bug.size'],
  ])('takes none of them when %s, and says which', (_why, graphics, where) => {
    expect(refusalOf(played(), { cue: 'take', graphics })).toMatchObject({ where });
  });

  it('is not both a list and one graphic', () => {
    expect(
      refusalOf(played(), { cue: 'take', graphic: 'bug', graphics: [{ graphic: 'dots' }] }),
    ).toBeDefined();
  });
});

describe('a graphic that was taken for a time', () => {
  const show = played({ cue: 'take', graphic: 'bug', autoOutMs: 5_000 });

  it('stands until then, and is off from that very instant, with no cue', () => {
    expect(nextOutMs(show)).toBe(6_000);
    expect(showAt(show, 5_999)).toBe(show);
    expect(showAt(show, 6_000).layers.bug).toMatchObject({ program: null, leaving: { sinceMs: 6_000 } });
    expect(showAt(show, 99_000).layers.bug?.leaving?.sinceMs).toBe(6_000);
  });

  it('keeps its time through an update, gets a new one by another take, and stays after a take without', () => {
    const bug = (...cues: Parameters<typeof playFrom>[1][]) =>
      cues.reduce((last, cue) => playFrom(last, cue, 3_000), show).layers.bug?.program;
    expect(bug({ cue: 'update', graphic: 'bug', options: { size: 2 } })?.outAtMs).toBe(6_000);
    expect(bug({ cue: 'take', graphic: 'bug', autoOutMs: 4_000 })).toMatchObject({
      sinceMs: 1_000,
      outAtMs: 7_000,
    });
    expect(bug({ cue: 'take', graphic: 'bug' })?.outAtMs).toBeUndefined();
  });

  it('is gone for a cue that comes after its time, though nobody has said so', () => {
    expect(refusalOf(show, { cue: 'out', graphic: 'bug' }, 6_000)).toMatchObject({ where: 'graphic' });
  });

  it('was made ready with its time, and takes it along', () => {
    const taken = played({ cue: 'preview', graphic: 'bug', autoOutMs: 2_000, cut: true }, { cue: 'take' });
    expect(taken.layers.bug?.program).toMatchObject({ sinceMs: 2_000, outAtMs: 4_000, cut: true });
  });
});

describe('the undo of a take', () => {
  it('is a revision, and puts back what stood on each layer that the take changed', () => {
    const before = played({ cue: 'take', graphic: 'dots', options: { size: 7 } });
    const taken = playFrom(
      before,
      { cue: 'take', graphics: [{ graphic: 'heat' }, { graphic: 'bug' }] },
      5_000,
    );
    const undone = playFrom(taken, { cue: 'undo', what: 'take' }, 6_000);
    expect(undone.revision).toBe(3);
    expect(onAir(undone)).toEqual(['dots']);
    expect(undone.layers.floor).toMatchObject({
      program: { options: { size: 7 }, sinceMs: 6_000 },
      leaving: { graphic: 'heat', sinceMs: 6_000 },
    });
    expect(undone.layers.bug?.leaving).toMatchObject({ graphic: 'bug', sinceMs: 6_000 });
  });

  it('leaves layers alone that the take did not change', () => {
    const show = played(
      { cue: 'take', graphic: 'bug' },
      { cue: 'take', graphic: 'dots' },
      { cue: 'undo', what: 'take' },
    );
    expect(onAir(show)).toEqual(['bug']);
  });

  it('makes ready again what the take had lifted from preview, unless something else was since', () => {
    const taken = played({ cue: 'preview', graphic: 'dots' }, { cue: 'take' });
    expect(playFrom(taken, { cue: 'undo', what: 'take' }, 9_000).layers.floor?.preview?.graphic).toBe('dots');
    const other = playFrom(taken, { cue: 'preview', graphic: 'heat' }, 8_000);
    expect(playFrom(other, { cue: 'undo', what: 'take' }, 9_000).layers.floor?.preview?.graphic).toBe('heat');
  });

  it('gives an update on air its old options back in place', () => {
    const show = played(
      { cue: 'take', graphic: 'bug', options: { size: 2 } },
      { cue: 'update', graphic: 'bug', options: { size: 9 } },
      { cue: 'undo', what: 'take' },
    );
    expect(show.layers.bug).toMatchObject({
      program: { options: { size: 2 }, sinceMs: 1_000 },
      leaving: null,
    });
  });

  it('gives back what was left of a time to go by itself', () => {
    const show = played({ cue: 'take', graphic: 'bug', autoOutMs: 10_000 }, { cue: 'clear' });
    expect(playFrom(show, { cue: 'undo', what: 'take' }, 60_000).layers.bug?.program?.outAtMs).toBe(69_000);
  });

  it('goes back step by step, a bounded number of them, and then says that there is none', () => {
    let show = played();
    for (let n = 0; n < TAKES_KEPT + 5; n += 1)
      show = playFrom(show, { cue: 'take', graphic: n % 2 ? 'dots' : 'heat' }, n);
    for (let n = 0; n < TAKES_KEPT; n += 1) show = playFrom(show, { cue: 'undo', what: 'take' }, 1_000 + n);
    expect(onAir(show)).toEqual(['heat']);
    expect(refusalOf(show, { cue: 'undo', what: 'take' })).toMatchObject({ expected: 'a take to undo' });
  });

  it('takes nothing of a preview for a take', () => {
    const show = played({ cue: 'preview', graphic: 'bug' });
    expect(show.past.takes).toEqual([]);
  });
});

describe('clearing', () => {
  it('of one layer leaves the others, and of an empty one is no refusal', () => {
    const show = played(
      { cue: 'take', graphics: [{ graphic: 'bug' }, { graphic: 'dots' }] },
      { cue: 'clear', layer: 'floor' },
      { cue: 'clear', layer: 'floor' },
    );
    expect(onBus(show, 'program').bug?.graphic).toBe('bug');
    expect(onAir(show)).toEqual(['bug']);
  });
});
