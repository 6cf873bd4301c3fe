import { expect, test } from 'vitest';
import { LOG_SHOWN, type LogLine, makeDeskLog } from '../../src/control/desk-log.ts';

const line = (n: number, more: Partial<LogLine> = {}): LogLine => ({
  n,
  atMs: n * 1_000,
  kind: 'cue',
  by: null,
  revision: n,
  what: `cue ${n}`,
  times: 1,
  period: 'Q1',
  clock: '12:00',
  ...more,
});
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A relay with that log. */
function rig() {
  const kept: LogLine[] = [];
  const asked: number[] = [];
  const log = makeDeskLog((since) => {
    asked.push(since);
    return Promise.resolve({ entries: kept.filter(({ n }) => n > since) });
  });
  return { kept, asked, log };
}

test('reads what has come since, and again what may still be counted higher', async () => {
  const { kept, asked, log } = rig();
  kept.push(line(1), line(30));
  log.follow(2, 5);
  await settle();
  kept[1] = line(30, { times: 4 });
  log.follow(5, 5);
  await settle();
  expect(asked).toEqual([0, 1]);
  expect(log.lines.value.map(({ n, times }) => [n, times])).toEqual([
    [1, 1],
    [30, 4],
  ]);
});

test('reads nothing while nothing has changed', async () => {
  const { asked, log } = rig();
  log.follow(2, 5);
  await settle();
  log.follow(2, 5);
  await settle();
  expect(asked).toHaveLength(1);
});

test('begins anew with another life of the relay', async () => {
  const { kept, asked, log } = rig();
  kept.push(line(1), line(90));
  log.follow(90, 5);
  await settle();
  kept.splice(0, 2, line(1, { what: 'new' }));
  log.follow(1, 6);
  await settle();
  expect(asked).toEqual([0, 0]);
  expect(log.lines.value.map(({ what }) => what)).toEqual(['new']);
});

test('keeps no more than it shows, and what a relay that does not answer left', async () => {
  const { kept, log } = rig();
  for (let n = 1; n <= LOG_SHOWN + 40; n += 1) kept.push(line(n));
  log.follow(1, 5);
  await settle();
  expect(log.lines.value).toHaveLength(LOG_SHOWN);
  expect(log.lines.value.at(-1)?.n).toBe(LOG_SHOWN + 40);
  const broken = makeDeskLog(() => Promise.reject(new Error('gone')));
  broken.follow(3, 5);
  await settle();
  expect(broken.lines.value).toEqual([]);
});
