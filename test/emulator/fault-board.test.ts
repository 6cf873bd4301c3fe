// The board of faults: a script that begins now, what of it is to come, and what a hand takes off.
import { expect, test } from 'vitest';
import { makeFaultBoard } from '../../src/emulator/faults.ts';

const SCRIPT = [
  { atMs: 1_000, forMs: 500, fault: 'loss', source: 'all' },
  { atMs: 5_000, forMs: 500, fault: 'stall', source: 'clock' },
] as const;

test('a script counts from when it is run, and takes the place of the one before', () => {
  const board = makeFaultBoard([...SCRIPT]);
  board.run([...SCRIPT], 10_000);
  expect(board.active(1_200)).toEqual([]);
  expect(board.active(11_200)).toMatchObject([{ fault: 'loss', by: 'script' }]);
  expect(board.coming(10_000)).toHaveLength(2);
  expect(board.coming(12_000)).toHaveLength(1);
});

test('what a hand has set stands while a script is run', () => {
  const board = makeFaultBoard();
  board.set({ fault: 'freeze', source: 'clock' }, 0);
  board.run([...SCRIPT], 0);
  expect(board.active(1_200).map(({ fault }) => fault)).toEqual(['loss', 'freeze']);
});

test('one fault taken off leaves what of the script is to come; all off ends the script', () => {
  const board = makeFaultBoard([...SCRIPT]);
  board.clear({ fault: 'loss', source: 'all' }, 1_200);
  expect(board.active(1_200)).toEqual([]);
  expect(board.coming(1_200)).toHaveLength(1);
  board.clear({}, 1_200);
  expect(board.coming(1_200)).toEqual([]);
  expect(board.active(5_200)).toEqual([]);
});
