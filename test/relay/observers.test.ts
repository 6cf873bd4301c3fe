// Who sits at which desk: an observer changes nothing, whatever his cues say, and every desk is told who sits at the others.
import { expect, test } from 'vitest';
import { openPage } from '../kit/page.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { json, showOf, TAKE } from './cue-words.ts';

test("an observer's desk changes nothing, whatever its cues say of themselves, until an operator sits there", async () => {
  const rig = await startRelay();
  const seat = { page: 'desk-1', role: 'observer', who: 'Guest' } as const;
  const desk = await openPage(rig.port, { role: 'desk', name: 'desk', seat });
  await desk.snapshot();
  const other = await openPage(rig.port, {
    role: 'desk',
    seat: { page: 'desk-2', role: 'operator', who: 'Ana' },
  });
  await other.snapshot();
  expect((await rig.cue({ ...TAKE, page: 'desk-1', role: 'operator' })).status).toBe(409);
  expect((await rig.cue({ ...TAKE, page: 'desk-1' })).status).toBe(409);
  expect((await showOf(rig)).revision).toBe(0);
  expect((await rig.cue({ ...TAKE, page: 'desk-2' })).status).toBe(200);
  desk.send({ type: 'sit', seat: { ...seat, role: 'operator' } });
  await desk.beat(null);
  expect((await rig.cue({ ...TAKE, page: 'desk-1' })).status).toBe(200);
});

test('every desk is told who sits at the others, and in which role; what pages call themselves is told to nobody', async () => {
  const rig = await startRelay();
  await openPage(rig.port, { role: 'desk', seat: { page: 'desk-1', role: 'observer', who: 'Guest' } });
  const second = await openPage(rig.port, {
    role: 'desk',
    seat: { page: 'desk-2', role: 'operator', who: 'Ana' },
  });
  const { health } = await second.snapshot();
  expect(health.outputs.map(({ seat }) => seat)).toEqual([{ role: 'observer', who: 'Guest' }]);
  expect(JSON.stringify(second.downs)).not.toContain('desk-1');
});

test('an observer changes nothing', async () => {
  const rig = await startRelay();
  const answer = await rig.cue({ ...TAKE, by: 'Guest', role: 'observer' });
  expect([answer.status, await json(answer)]).toMatchObject([409, { fault: { where: 'role' } }]);
  expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 0 });
});
