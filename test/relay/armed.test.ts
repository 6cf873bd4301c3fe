// A take that is armed on a real relay: it goes when the delayed output shows the event, on every page at one instant, and the desk that armed it may be closed.
import { expect, test } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import type { LogEntry } from '../../src/relay/log.ts';
import { makeShowFile } from '../../src/relay/show-file.ts';
import { HOME_ID } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { GRAPHICS, type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';

const DELAY_MS = 6_000;

async function armedRig(given: Parameters<typeof startRelay>[0] = {}) {
  const rig = await startRelay(given);
  await rig.cue({ cue: 'delay', output: 'program', delayMs: DELAY_MS });
  await rig.cue({ cue: 'preview', graphic: 'scorebug' });
  expect((await rig.cue({ cue: 'arm', on: 'basket', by: 'Ana' })).status).toBe(200);
  return rig;
}

const shoot = ({ feed, time }: RelayRig, agoMs: number, deleted = false): number => {
  const atMs = time.now() - agoMs;
  feed.say.message({
    kind: 'shot',
    atMs,
    heardMs: time.now(),
    id: 's1',
    teamId: HOME_ID,
    made: true,
    three: false,
    deleted,
    attributes: [],
  });
  return atMs;
};

const shown = async (rig: RelayRig) => {
  const page = await openPage(rig.port, { role: 'desk' });
  const { show } = await page.snapshot();
  page.socket.terminate();
  return show;
};

test('goes when the output shows the basket, and the log says who armed it and what went', async () => {
  const rig = await armedRig();
  const atMs = shoot(rig, 400);
  expect((await shown(rig)).armed).toMatchObject({ by: 'Ana', held: { id: 'basket s1', atMs } });
  rig.time.advance(DELAY_MS - 401);
  expect((await shown(rig)).layers.bug?.program ?? null).toBeNull();
  rig.time.advance(1);
  const { layers, armed } = await shown(rig);
  expect(layers.bug?.program).toMatchObject({ graphic: 'scorebug', sinceMs: atMs + DELAY_MS });
  expect(armed).toBeNull();
  const { entries } = (await (await rig.get('/api/v1/log')).json()) as { entries: readonly LogEntry[] };
  expect(entries.map(({ kind, what }) => [kind, what])).toEqual(
    expect.arrayContaining([
      ['auto', 'armed take holds basket s1'],
      ['auto', 'armed take: scorebug on air'],
    ]),
  );
});

test('does not go on a basket that was taken back in time', async () => {
  const rig = await armedRig();
  shoot(rig, 400);
  rig.time.advance(3_000);
  shoot(rig, 0, true);
  rig.time.advance(20_000);
  const { layers, armed } = await shown(rig);
  expect([layers.bug?.program ?? null, armed?.held]).toEqual([null, null]);
});

test.each([
  ['goes on its instant, also when the feed speaks of other things', false],
  ['does not go when the basket is taken back after that', true],
])('that was held when the relay was killed and started again %s', async (_what, takenBack) => {
  const folder = await scratchFolder();
  const showFile = (onFault: (told: Fault) => void) =>
    makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault });
  const rig = await armedRig({ showFile });
  const atMs = shoot(rig, 400);
  await rig.relay.stop();
  rig.time.advance(1_000);
  const again = await startRelay({ showFile, time: rig.time });
  expect((await shown(again)).armed).toMatchObject({ on: 'basket', held: { id: 'basket s1' } });
  again.time.advance(500);
  again.feed.say.message({ kind: 'period', atMs: again.time.now(), heardMs: again.time.now(), period: 'Q2' });
  if (takenBack) shoot(again, 0, true);
  again.time.advance(DELAY_MS);
  const { program } = (await shown(again)).layers.bug ?? {};
  if (takenBack) expect(program ?? null).toBeNull();
  else expect(program).toMatchObject({ sinceMs: atMs + DELAY_MS });
});
