// Stories that go to air by themselves: only by a rule that an operator armed, once, where there is room, and out again.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { graphicsOf } from '../../src/relay/graphics.ts';
import { HOME_ID } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

const GRAPHICS = graphicsOf([
  {
    id: 'player-line',
    name: 'Player line',
    layer: 'lower',
    needs: ['stats'],
    options: z.object({
      side: z.string().default(''),
      player: z.string().default(''),
      stats: z.string().default(''),
    }),
  },
  { id: 'slate', name: 'Slate', layer: 'lower', needs: [], options: z.object({}) },
]);
const RULE = { cue: 'story-rule', rule: 'streak', on: true, outAfterMs: 5_000, everyMs: 60_000 };

const makes = ({ feed, time }: RelayRig, playerId: string, count = 4): void => {
  const at = () => ({ atMs: time.now(), heardMs: time.now() });
  const name = { number: '7', firstName: null, lastName: 'Murray', position: null };
  feed.say.message({
    kind: 'roster',
    ...at(),
    teamId: HOME_ID,
    side: 'home',
    code: 'DEN',
    name: 'Denver',
    players: [{ id: playerId, ...name }],
  });
  for (let i = 0; i < count; i += 1) {
    time.advance(1_100);
    feed.say.message({
      kind: 'shot',
      ...at(),
      id: `${playerId} ${i}`,
      teamId: HOME_ID,
      playerId,
      made: true,
      three: false,
      deleted: false,
      attributes: [],
    });
  }
};

const onLower = async (rig: RelayRig) => {
  const page = await openPage(rig.port, { role: 'desk' });
  const { show } = await page.snapshot();
  page.socket.terminate();
  return show.layers.lower?.program ?? null;
};

test('a new story of an armed rule goes to air with its options, and out by itself', async () => {
  const rig = await startRelay({ graphics: GRAPHICS });
  expect((await rig.cue(RULE)).status).toBe(200);
  makes(rig, 'p1');
  expect(await onLower(rig)).toMatchObject({
    graphic: 'player-line',
    options: { side: 'home', player: 'p1', stats: 'shooting' },
  });
  rig.time.advance(5_000);
  expect(await onLower(rig)).toBeNull();
  expect(JSON.stringify(await (await rig.get('/api/v1/log')).json())).toContain('story on air by its rule');
});

test('nothing goes without a rule, nor what had begun before it was armed', async () => {
  const rig = await startRelay({ graphics: GRAPHICS });
  makes(rig, 'p1', 6);
  expect(await onLower(rig)).toBeNull();
  await rig.cue(RULE);
  makes(rig, 'p2', 1);
  expect(await onLower(rig)).toBeNull();
});

test('a rule rests between two stories', async () => {
  const rig = await startRelay({ graphics: GRAPHICS });
  await rig.cue(RULE);
  makes(rig, 'p1');
  rig.time.advance(10_000);
  makes(rig, 'p2');
  expect(await onLower(rig)).toBeNull();
  rig.time.advance(60_000);
  makes(rig, 'p3');
  expect(await onLower(rig)).toMatchObject({ options: { player: 'p3' } });
});

test('what an operator has on the layer stays', async () => {
  const rig = await startRelay({ graphics: GRAPHICS });
  await rig.cue(RULE);
  await rig.cue({ cue: 'take', graphic: 'slate' });
  makes(rig, 'p1');
  expect(await onLower(rig)).toMatchObject({ graphic: 'slate' });
});

test('a story waits until the delayed program shows it', async () => {
  const rig = await startRelay({ graphics: GRAPHICS });
  await rig.cue({ cue: 'delay', output: 'program', delayMs: 6_000 });
  await rig.cue(RULE);
  makes(rig, 'p1', 1);
  makes(rig, 'p1', 4);
  expect(await onLower(rig)).toBeNull();
  rig.time.advance(6_000);
  makes(rig, 'p2', 1);
  expect(await onLower(rig)).toMatchObject({ options: { player: 'p1' } });
});
