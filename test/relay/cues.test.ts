// Cues as several hands send them: for the state they were meant for, and answered when they are done; and what goes by itself.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AGREEMENT_LOOK_MS, AGREEMENT_MARGIN_MS } from '../../src/relay/agreement.ts';
import { makeShowFile, SHOW_FILE } from '../../src/relay/show-file.ts';
import { emptyShow } from '../../src/show/show.ts';
import { openPage } from '../kit/page.ts';
import { GRAPHICS, type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { json, logOf, showOf, TAKE, tellScore } from './cue-words.ts';

describe('a cue for a state that is no more', () => {
  test('is refused and says which it was meant for, and which there is', async () => {
    const rig = await startRelay();
    await rig.cue(TAKE);
    const late = await rig.cue({ cue: 'out', graphic: 'scorebug', ifRevision: 0 });
    expect(late.status).toBe(409);
    expect(await json(late)).toMatchObject({ fault: { code: 'stale-revision', expected: '0', found: '1' } });
    expect((await rig.cue({ cue: 'out', graphic: 'scorebug', ifRevision: 1 })).status).toBe(200);
  });
});

test('two that add to a score at once add twice', async () => {
  const rig = await startRelay();
  tellScore(rig, 61);
  rig.time.advance(10);
  await Promise.all(
    [1, 2].map((n) => rig.cue({ cue: 'override', field: 'home.score', add: 1, by: `op${n}` })),
  );
  expect(await json(rig.get('/api/v1/state'))).toMatchObject({ home: { score: 63 } });
});

describe('what goes by itself', () => {
  test('is off at its time, in a revision that every page is told', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await rig.cue({ ...TAKE, autoOutMs: 5_000 });
    rig.time.advance(4_999);
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 1 });
    rig.time.advance(1);
    const { show } = await page.heard('show', 1);
    expect(show).toMatchObject({
      revision: 2,
      layers: { bug: { program: null, leaving: { sinceMs: rig.time.now() } } },
    });
    expect((await logOf(rig)).at(-1)).toMatchObject({
      kind: 'auto',
      revision: 2,
      what: 'scorebug went by itself',
    });
  });

  test('is off at its time also when the relay was not there', async () => {
    const folder = await scratchFolder();
    const showFile = (rig: { now: () => number }) => () =>
      makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: rig.now, onFault: () => {} });
    const first = await startRelay({ showFile: showFile({ now: () => 0 }) });
    await first.cue({ ...TAKE, autoOutMs: 5_000 });
    await first.relay.stop();
    first.time.advance(60_000);
    const again = await startRelay({ time: first.time, showFile: showFile({ now: () => 0 }) });
    again.time.advance(0);
    expect(await showOf(again)).toMatchObject({ revision: 2, layers: { bug: { program: null } } });
  });
});

describe('an override until the feed agrees', () => {
  const until = { cue: 'override', field: 'home.score', value: 63, until: 'agrees' };
  const held = async (rig: RelayRig) => (await showOf(rig)).overrides['home.score']?.value;

  test('ends when the feed has agreed for as long as the slowest output is behind, and not before', async () => {
    const rig = await startRelay();
    tellScore(rig, 61);
    await rig.cue({ cue: 'delay', output: 'program', delayMs: 4_000, how: 'cut' });
    await rig.cue(until);
    rig.time.advance(10_000);
    expect(await held(rig)).toBe(63);
    tellScore(rig, 63);
    rig.time.advance(4_000 + AGREEMENT_MARGIN_MS - AGREEMENT_LOOK_MS);
    expect(await held(rig)).toBe(63);
    rig.time.advance(3 * AGREEMENT_LOOK_MS);
    expect(await held(rig)).toBeUndefined();
    expect((await logOf(rig)).at(-1)).toMatchObject({
      kind: 'auto',
      what: 'home.score released: the feed agrees',
    });
  });

  test('holds on when the feed agrees for a moment only', async () => {
    const rig = await startRelay();
    await rig.cue(until);
    tellScore(rig, 63);
    rig.time.advance(AGREEMENT_MARGIN_MS - AGREEMENT_LOOK_MS);
    tellScore(rig, 61);
    rig.time.advance(60_000);
    expect(await held(rig)).toBe(63);
  });
});

test.each(['take', 'preview', 'update'])(
  'a misspelt option is refused by %s and changes nothing',
  async (cue) => {
    const rig = await startRelay();
    await rig.cue(TAKE);
    const answer = await rig.cue({ cue, graphic: 'scorebug', options: { lgo: true } });
    expect(await json(answer)).toMatchObject({
      fault: { where: 'options.lgo', expected: 'one of logo', found: 'lgo' },
    });
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 1 });
  },
);

describe('an answer', () => {
  test('comes when the show is on the disk', async () => {
    const folder = await scratchFolder();
    const rig = await startRelay({
      showFile: (onFault) => makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault }),
    });
    for (let n = 1; n <= 5; n += 1) {
      await rig.cue(TAKE);
      expect(JSON.parse(await readFile(join(folder, SHOW_FILE), 'utf8'))).toMatchObject({ revision: n });
    }
  });

  test('says so when the disk does not take the show, and the cue is done all the same', async () => {
    const folder = join(await scratchFolder(), 'file');
    await writeFile(folder, 'not a folder');
    const rig = await startRelay({
      showFile: (onFault) => makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault }),
    });
    const answer = await rig.cue(TAKE);
    expect([answer.status, await json(answer)]).toMatchObject([200, { revision: 1, kept: false }]);
    expect((await showOf(rig)).revision).toBe(emptyShow.revision + 1);
  });
});
