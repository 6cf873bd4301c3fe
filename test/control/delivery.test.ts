import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { CueAnswer, CueLine } from '../../src/control/cue-line.ts';
import { makeDelivery } from '../../src/control/delivery.ts';
import { type DeskState, firstState } from '../../src/control/desk-state.ts';
import { reduce } from '../../src/control/reduce.ts';
import type { Asked } from '../../src/show/asked.ts';
import type { Cue } from '../../src/show/cue.ts';
import { show, snapshot } from './words.ts';

const PERIOD: Cue = { cue: 'override', field: 'period', value: 'Q4' };
const stale = (revision: number): CueAnswer => ({
  status: 'stale',
  revision,
  fault: { code: 'stale-revision', where: 'ifRevision', expected: '1', found: String(revision) },
});

/** A desk that has seen revision 1, at a line that answers in turn. */
function rig(...answers: readonly CueAnswer[]) {
  const opened = reduce(firstState, { on: 'link', link: { status: 'open' } });
  const state = signal<DeskState>(
    reduce(opened, { on: 'down', down: snapshot({ show: show(1) }), nowMs: 0 }),
  );
  const asked: Asked[] = [];
  const line: CueLine = {
    send: (_cue, what) => {
      asked.push(what?.() ?? {});
      return Promise.resolve(answers[asked.length - 1] ?? { status: 'granted', revision: 99 });
    },
    setToken: () => {},
  };
  const hear = (next: ReturnType<typeof show>): void => {
    state.value = reduce(state.value, { on: 'down', down: { type: 'show', show: next }, nowMs: 0 });
  };
  return { deliver: makeDelivery(line, state), state, asked, hear };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a value is sent for the revision that was seen, with the name of who sets it', async () => {
  const { deliver, state, asked } = rig();
  const operator = { name: 'ann', role: 'operator', untilAgrees: false } as const;
  state.value = reduce(state.value, { on: 'operator', operator });
  await deliver(PERIOD);
  expect(asked).toEqual([{ by: 'ann', ifRevision: 1 }]);
});

test('a take hangs on no revision: another desk may nudge a delay meanwhile', async () => {
  const { deliver, asked } = rig();
  await deliver({ cue: 'take' });
  await deliver({ cue: 'override', field: 'home.score', add: 1 });
  expect(asked).toEqual([{}, {}]);
});

test('a value that was overtaken by something else is sent again for the show of now', async () => {
  const { deliver, asked, hear } = rig(stale(2));
  const answer = deliver(PERIOD);
  await turn();
  expect(asked).toHaveLength(1);
  hear(show(2, {}, { overrides: { 'home.score': { value: 3, sinceMs: 0 } } }));
  expect(await answer).toEqual({ status: 'granted', revision: 99 });
  expect(asked.at(-1)).toEqual({ ifRevision: 2 });
});

test('a value that another desk has set meanwhile is not set over', async () => {
  const { deliver, asked, hear } = rig(stale(2));
  const answer = deliver(PERIOD);
  hear(show(2, {}, { overrides: { period: { value: 'OT1', sinceMs: 0 } } }));
  expect((await answer).status).toBe('stale');
  expect(asked).toHaveLength(1);
});

test('without the relay nothing is waited for', async () => {
  const { deliver, state } = rig(stale(2));
  const answer = deliver(PERIOD);
  state.value = reduce(state.value, { on: 'link', link: { status: 'waiting', attempt: 1, retryAtMs: 0 } });
  expect((await answer).status).toBe('stale');
});
