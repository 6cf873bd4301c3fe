// Faults on purpose: what each does to a wire; and that whatever is done to it in any phase of a game, five seconds later nothing is left of it.
import { describe, expect, test } from 'vitest';
import { FaultLine } from '../../src/emulator/fault-line.ts';
import {
  FAULT_NAMES,
  type FaultName,
  makeFaultBoard,
  type Order,
  scriptSchema,
} from '../../src/emulator/faults.ts';
import { messageText } from '../../src/emulator/line.ts';
import type { Source } from '../../src/feeds/shottracker/sources.ts';
import { hearThrough, stateAt } from './faulty-wire.ts';
import { FOR_MS, ON_MS, tellsLosses, WINDOW_MS, windowsOf } from './window.ts';

/** Each fault falls on each phase of each game by another seed. */
const GAMES = [
  { game: 12, seed: 1 },
  { game: 3, seed: 2 },
  { game: 21, seed: 3 },
] as const;

describe.each(GAMES)('in game $game, by seed $seed,', ({ game, seed }) => {
  const windows = windowsOf(game);

  test('play goes on while the faults are on: there is something to lose', () => {
    const open = windows.find(({ name }) => name === 'open play');
    const during = open?.lines.filter(
      ({ seq, atMs }) => seq !== null && atMs > open.fromMs + ON_MS && atMs < open.fromMs + ON_MS + FOR_MS,
    );
    expect(during?.length).toBeGreaterThan(10);
  });

  describe.each(windows.map((window) => [window.name, window] as const))('%s:', (_, window) => {
    const untilMs = window.fromMs + WINDOW_MS;
    const twin = stateAt(hearThrough(window, makeFaultBoard(), 1, untilMs), untilMs);

    test.each(FAULT_NAMES.filter((fault) => fault !== 'loss' || tellsLosses(window)))(
      '%s leaves nothing behind five seconds after it',
      (fault) => {
        const script = scriptSchema.parse([{ atMs: ON_MS, forMs: FOR_MS, fault }]);
        const heard = hearThrough(window, makeFaultBoard(script, window.fromMs), seed, untilMs);
        expect(stateAt(heard, untilMs)).toEqual(twin);
      },
    );
  });
});

describe('a wire', () => {
  const T = 1_700_000_000_000;
  const put = (wire: FaultLine, n: number, nowMs: number, source: Source = 'chart') =>
    wire.take(
      {
        source,
        text: messageText(source, source === 'chart' ? n : null, { t: T + n, n }),
        sequenced: source === 'chart',
      },
      nowMs,
    );
  const seqs = (texts: readonly string[]) =>
    texts.map((text) => (JSON.parse(text) as { data: { n: number } }).data.n);
  const withFault = (fault: FaultName, more: Partial<Order> = {}) => {
    const board = makeFaultBoard();
    board.set({ fault, source: 'all', ...more }, 0);
    return { board, wire: new FaultLine(board, 7) };
  };

  test('without a fault brings what is put in, at once', () => {
    const wire = new FaultLine(makeFaultBoard(), 1);
    put(wire, 1, 0);
    put(wire, 2, 0);
    expect(seqs(wire.out(0))).toEqual([1, 2]);
    expect(wire.nextMs(0)).toBeNull();
  });

  test('loses all, when the share is all, of that source alone', () => {
    const { wire } = withFault('loss', { share: 1, source: 'chart' });
    put(wire, 1, 0);
    put(wire, 2, 0, 'clock');
    expect(seqs(wire.out(0))).toEqual([2]);
  });

  test('brings what is delayed when it is due, in order', () => {
    const { wire } = withFault('delay', { ms: 300 });
    put(wire, 1, 0);
    expect(wire.out(299)).toEqual([]);
    expect(wire.nextMs(0)).toBe(300);
    put(wire, 2, 100);
    expect(seqs(wire.out(400))).toEqual([1, 2]);
  });

  test('jitters without reordering', () => {
    const { wire } = withFault('jitter', { ms: 1_000 });
    for (let n = 0; n < 50; n += 1) put(wire, n, n * 10);
    expect(seqs(wire.out(5_000))).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  test('reorders', () => {
    const { wire } = withFault('reorder', { share: 0.5 });
    for (let n = 0; n < 50; n += 1) put(wire, n, n * 10);
    const order = seqs(wire.out(5_000));
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  test('that stalls brings everything once a hand frees it', () => {
    const { wire, board } = withFault('stall');
    put(wire, 1, 0);
    put(wire, 2, 500);
    expect(wire.out(10_000)).toEqual([]);
    expect(wire.nextMs(10_000)).toBeNull();
    board.clear({ fault: 'stall' }, 10_000);
    expect(seqs(wire.out(10_000))).toEqual([1, 2]);
  });

  test('that stalls for a while says when to ask again', () => {
    const { wire } = withFault('stall', { forMs: 800 });
    put(wire, 1, 0);
    expect(wire.nextMs(0)).toBe(800);
    expect(seqs(wire.out(800))).toEqual([1]);
  });

  test('says everything twice, when the share is all', () => {
    const { wire } = withFault('duplicate', { share: 1 });
    put(wire, 1, 0);
    expect(seqs(wire.out(0))).toEqual([1, 1]);
  });

  test('repeats what it froze at', () => {
    const board = makeFaultBoard();
    const wire = new FaultLine(board, 1);
    put(wire, 1, 0);
    board.set({ fault: 'freeze', source: 'all' }, 10);
    put(wire, 2, 20);
    put(wire, 3, 30);
    expect(seqs(wire.out(30))).toEqual([1, 1, 1]);
  });

  test.each([
    ['truncate', (text: string) => expect(() => JSON.parse(text) as unknown).toThrow()],
    [
      'wrong-types',
      (text: string) =>
        expect(JSON.parse(text)).toMatchObject({ seq: { value: 1 }, data: { n: { value: 1 } } }),
    ],
    ['clock-skew', (text: string) => expect(JSON.parse(text)).toMatchObject({ data: { t: T + 1 + 5_000 } })],
  ] as const)('%s changes the text', (fault, look) => {
    const { wire } = withFault(fault, { share: 1 });
    put(wire, 1, 0);
    look(wire.out(0)[0] ?? '');
  });

  test('tells scores that are wrong by so many', () => {
    const { wire } = withFault('wrong-score', { points: 7 });
    const side = { team: { PTS: 20 } };
    const text = messageText('broadcastsummary', null, { game_stats: { home: side, away: side } });
    wire.take({ source: 'broadcastsummary', text, sequenced: false }, 0);
    expect(wire.out(0)[0]).toContain('"home":{"team":{"PTS":27}}');
  });

  test('the same seed brings the same texts', () => {
    const texts = [3, 3].map((seed) => {
      const board = makeFaultBoard(
        scriptSchema.parse(
          FAULT_NAMES.filter((name) => name !== 'cut').map((fault) => ({ fault, atMs: 0, forMs: 900 })),
        ),
      );
      const wire = new FaultLine(board, seed);
      for (let n = 0; n < 100; n += 1) put(wire, n, n * 10);
      return wire.out(60_000);
    });
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[0]?.length).toBeGreaterThan(10);
  });
});
