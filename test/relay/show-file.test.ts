// The show outlives the relay, and a file that cannot be read does not keep it from starting.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import { makeShowFile, SHOW_FILE } from '../../src/relay/show-file.ts';
import { emptyShow } from '../../src/show/show.ts';
import { GRAPHICS, scratchFolder, startRelay } from '../kit/relay-rig.ts';

const fileIn = (folder: string, onFault: (fault: Fault) => void) =>
  makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 1234.5, onFault });

const withShowIn = (folder: string) => startRelay({ showFile: (onFault) => fileIn(folder, onFault) });

test('a relay that starts again shows what was on air, with overrides and delays', async () => {
  const folder = await scratchFolder();
  const first = await withShowIn(folder);
  await first.cue({ cue: 'take', graphic: 'shot-clock', options: { size: 5 } });
  await first.cue({ cue: 'preview', graphic: 'scorebug' });
  await first.cue({ cue: 'override', field: 'home.score', value: 12 });
  await first.cue({ cue: 'delay', output: 'program', delayMs: 1500 });
  await first.relay.stop();
  const again = await withShowIn(folder);
  const { overrides, layers, revision, playheads } = JSON.parse(
    await readFile(join(folder, SHOW_FILE), 'utf8'),
  ) as typeof emptyShow;
  expect({ overrides, revision, playheads }).toMatchObject({
    revision: 4,
    overrides: { 'home.score': { value: 12 } },
    playheads: { program: { kind: 'delayed', delayMs: 1500 } },
  });
  expect(layers.clock?.program).toMatchObject({ graphic: 'shot-clock', options: { size: 5 } });
  expect(await (await again.cue({ cue: 'take' })).json()).toEqual({ revision: 5 });
});

test('of many shows the last is kept, whole', async () => {
  const folder = await scratchFolder();
  const file = fileIn(folder, () => {});
  for (let revision = 1; revision <= 50; revision += 1)
    void file.save({ show: { ...emptyShow, revision }, done: [] });
  await file.settled();
  expect((await file.load()).show.revision).toBe(50);
  expect(await readdir(folder)).toEqual([SHOW_FILE]);
});

test('without a file the show is empty, and that is no Fault', async () => {
  const faults: Fault[] = [];
  expect(await fileIn(await scratchFolder(), (fault) => faults.push(fault)).load()).toEqual({
    show: emptyShow,
    done: [],
  });
  expect(faults).toEqual([]);
});

test.each([
  ['half a file', '{"revision":3,"lay'],
  ['another shape', '{"revision":"three"}'],
  ['nothing', ''],
])('%s is set aside with a Fault, and the show begins empty', async (_what, text) => {
  const folder = await scratchFolder();
  await writeFile(join(folder, SHOW_FILE), text);
  const faults: Fault[] = [];
  expect(await fileIn(folder, (fault) => faults.push(fault)).load()).toEqual({ show: emptyShow, done: [] });
  expect(faults).toMatchObject([{ code: 'show-file-unread' }]);
  expect(await readdir(folder)).toEqual([`${SHOW_FILE}.bad-1235`]);
});

test('a graphic that this version has not is taken off, and told', async () => {
  const folder = await scratchFolder();
  const onAir = { graphic: 'ghost', options: {}, sinceMs: 1, cut: false };
  const bug = { program: onAir, leaving: onAir, preview: { graphic: 'scorebug', options: {} } };
  await writeFile(join(folder, SHOW_FILE), JSON.stringify({ ...emptyShow, layers: { bug } }));
  const faults: Fault[] = [];
  const { layers } = (await fileIn(folder, (fault) => faults.push(fault)).load()).show;
  const preview = { graphic: 'scorebug', options: { logo: true } };
  expect(layers.bug).toEqual({ program: null, leaving: null, preview });
  expect(faults).toMatchObject([{ code: 'graphic-unknown', found: 'ghost' }]);
});

test('an option that this version has not is left out and told, and the graphic stays on air', async () => {
  const folder = await scratchFolder();
  const onAir = { graphic: 'shot-clock', options: { size: 5, glow: true }, sinceMs: 1, cut: false };
  const clock = { program: onAir, leaving: null, preview: null };
  await writeFile(join(folder, SHOW_FILE), JSON.stringify({ ...emptyShow, layers: { clock } }));
  const faults: Fault[] = [];
  const { layers } = (await fileIn(folder, (fault) => faults.push(fault)).load()).show;
  expect(layers.clock?.program).toEqual({ ...onAir, options: { size: 5 } });
  expect(faults).toMatchObject([{ code: 'option-unknown', found: 'glow' }]);
});

test('a folder that cannot be written is told, and the show goes on', async () => {
  const folder = join(await scratchFolder(), 'file');
  await writeFile(folder, 'not a folder');
  const faults: Fault[] = [];
  const file = fileIn(folder, (fault) => faults.push(fault));
  void file.save({ show: { ...emptyShow, revision: 1 }, done: [] });
  await file.settled();
  expect(faults).toMatchObject([{ code: 'show-file-unwritten' }]);
});
