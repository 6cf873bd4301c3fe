import { expect, test } from 'vitest';
import { type DeskEvent, type DeskState, firstState, formValues } from '../../src/control/desk-state.ts';
import { NOTICE_MS, NOTICES_KEPT } from '../../src/control/notice.ts';
import { reduce } from '../../src/control/reduce.ts';
import { emptyLayer, emptyShow } from '../../src/show/show.ts';
import { inPreview, layer, NOW_MS, onProgram, show, snapshot } from './words.ts';

const after = (...events: readonly DeskEvent[]): DeskState => events.reduce(reduce, firstState);
const down = (said: Extract<DeskEvent, { on: 'down' }>['down']): DeskEvent => ({
  on: 'down',
  down: said,
  nowMs: 0,
});
const shown = (...args: Parameters<typeof show>): DeskEvent => down({ type: 'show', show: show(...args) });
const refusal = (about: string, nowMs = 0): DeskEvent => ({
  on: 'refused',
  about,
  nowMs,
  fault: { code: 'cue-refused', where: 'graphic', expected: 'one', found: 'none' },
});

test('a graphic counts from the revision at which it was first seen on program, not from a later one', () => {
  const state = after(
    down(snapshot()),
    shown(5, { bug: onProgram('scorebug') }),
    shown(6, { bug: onProgram('scorebug'), clock: inPreview('shot-clock') }),
  );
  expect(state.taken.scorebug?.revision).toBe(5);
});

test('a second take of the same graphic counts anew', () => {
  const state = after(
    down(snapshot()),
    shown(5, { bug: onProgram('scorebug', NOW_MS) }),
    shown(6, { bug: emptyLayer }),
    shown(7, { bug: onProgram('scorebug', NOW_MS + 1) }),
  );
  expect(state.taken.scorebug?.revision).toBe(7);
  expect(state.gone).not.toHaveProperty('scorebug');
});

test('what was taken off is remembered with the revision that did it', () => {
  const state = after(
    down(snapshot()),
    shown(5, { bug: onProgram('scorebug') }),
    shown(6, { bug: emptyLayer }),
    shown(7, { bug: emptyLayer }),
  );
  expect(state.taken).toEqual({});
  expect(state.gone).toEqual({ scorebug: 6 });
});

test('a relay that starts again with lower revisions does not leave a graphic counting from the old ones', () => {
  const state = after(
    down(snapshot({ show: show(90, { bug: onProgram('scorebug') }) })),
    down(snapshot({ show: show(3, { bug: onProgram('scorebug') }) })),
  );
  expect(state.taken.scorebug?.revision).toBe(3);
});

test('nothing of the show is known before a snapshot', () => {
  expect(after(shown(5, { bug: onProgram('scorebug') })).heard).toBeNull();
});

test('the first graphic is selected by itself, and a selection outlives a new snapshot', () => {
  expect(after(down(snapshot())).selected).toBe('scorebug');
  const kept = after(down(snapshot()), { on: 'selected', graphic: 'shot-chart' }, down(snapshot()));
  expect(kept.selected).toBe('shot-chart');
});

test('a form shows defaults, over them the last options seen, over them what was typed', () => {
  const bug = layer({ program: { graphic: 'scorebug', options: { gap: 20 }, sinceMs: 1, cut: false } });
  const state = after(down(snapshot()), shown(5, { bug }), {
    on: 'drafted',
    graphic: 'scorebug',
    name: 'position',
    value: 'top-left',
  });
  expect(formValues(state, 'scorebug')).toMatchObject({ showFouls: true, gap: 20, position: 'top-left' });
});

test('options outlive going off air', () => {
  const bug = layer({ program: { graphic: 'scorebug', options: { gap: 20 }, sinceMs: 1, cut: false } });
  const state = after(down(snapshot()), shown(5, { bug }), shown(6, { bug: emptyLayer }));
  expect(formValues(state, 'scorebug').gap).toBe(20);
});

test('a change is no change any more once the relay has it, or it was typed back', () => {
  const draft = (value: unknown): DeskEvent => ({ on: 'drafted', graphic: 'scorebug', name: 'gap', value });
  const bug = layer({ preview: { graphic: 'scorebug', options: { gap: 12 } } });
  expect(after(down(snapshot()), draft(12)).drafts).toEqual({ scorebug: { gap: 12 } });
  expect(after(down(snapshot()), draft(12), shown(1, { bug })).drafts).toEqual({});
  expect(after(down(snapshot()), draft(12), draft(8)).drafts).toEqual({});
});

test('a draft that others overtake stays', () => {
  const bug = layer({ preview: { graphic: 'scorebug', options: { gap: 30 } } });
  const state = after(
    down(snapshot()),
    { on: 'drafted', graphic: 'scorebug', name: 'gap', value: 12 },
    shown(1, { bug }),
  );
  expect(formValues(state, 'scorebug').gap).toBe(12);
  expect(formValues(reduce(state, { on: 'reverted', graphic: 'scorebug' }), 'scorebug').gap).toBe(30);
});

test('a refusal stands for ten seconds, and not a moment longer', () => {
  const state = after(refusal('Take', 1_000));
  expect(reduce(state, { on: 'time', nowMs: 1_000 + NOTICE_MS - 1 }).notices).toHaveLength(1);
  expect(reduce(state, { on: 'time', nowMs: 1_000 + NOTICE_MS }).notices).toHaveLength(0);
});

test('time alone makes no new state', () => {
  const state = after(refusal('Take', 1_000));
  expect(reduce(state, { on: 'time', nowMs: 2_000 })).toBe(state);
});

test('refusals are dismissed one by one or all at once, and only the newest are kept', () => {
  const two = after(refusal('One'), refusal('Two'));
  expect(reduce(two, { on: 'dismissed', id: 1 }).notices.map(({ about }) => about)).toEqual(['Two']);
  expect(reduce(two, { on: 'dismissed', id: 'all' }).notices).toEqual([]);
  const many = after(...Array.from({ length: NOTICES_KEPT + 2 }, (_, n) => refusal(`${n}`)));
  expect(many.notices.map(({ about }) => about)).toEqual(['2', '3', '4', '5']);
});

test('the relay refusing this page is a notice too', () => {
  const told = { code: 'version', where: 'hello.version', expected: '1', found: '2' };
  expect(after(down({ type: 'refused', fault: told })).notices[0]?.fault).toEqual(told);
});

test('an override asked for stands until the show has it, whichever comes first, the answer or the show', () => {
  const asked: DeskEvent = { on: 'asked', field: 'home.score', value: 59 };
  const answered: DeskEvent = { on: 'answered', field: 'home.score', revision: 2 };
  const first = down(snapshot({ show: { ...emptyShow, revision: 1 } }));
  expect(after(first, asked, answered).asked).toEqual({ 'home.score': { value: 59, revision: 2 } });
  expect(after(first, asked, answered, shown(2)).asked).toEqual({});
  expect(after(first, asked, shown(2), answered).asked).toEqual({});
  expect(after(first, asked, { ...answered, revision: null }).asked).toEqual({});
});
