import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOOK_EVERY_MS, makeLookFolder } from '../../src/relay/look-folder.ts';
import { MARK_BYTES } from '../../src/relay/mark-files.ts';
import { MARK_POLICY } from '../../src/relay/send-mark.ts';
import { makeShowFile } from '../../src/relay/show-file.ts';
import { HOUSE_THEME, parseTheme } from '../../src/stage/theme.ts';
import type { Look } from '../../src/wire/look.ts';
import type { CountedFault } from '../../src/wire/wire.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { HOME_ID, messages } from '../kit/messages.ts';
import { openPage, type Page } from '../kit/page.ts';
import { GRAPHICS, type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';

const THEMES = { builtIn: [HOUSE_THEME], read: parseTheme };
const ARENA = { ...HOUSE_THEME, id: 'arena', name: 'Arena' };
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>';
/** The smallest PNG: one transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

type Files = Readonly<Record<string, string | Buffer | object>>;

async function put(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(join(folder, name), isRaw ? content : JSON.stringify(content));
  }
}

type LookRig = RelayRig & {
  readonly folder: string;
  readonly page: Page;
  readonly faults: () => Promise<readonly CountedFault['fault'][]>;
  /** Puts files, and waits until the relay says what has become of the look. */
  readonly change: (files: Files) => Promise<Look>;
};

async function relayWith(files: Files, given: { readonly folder?: string } = {}): Promise<LookRig> {
  const folder = given.folder ?? (await scratchFolder());
  await put(folder, files);
  const time = makeManualTime();
  const rig = await startRelay({
    time,
    look: (onFault, onLook) => makeLookFolder({ folder, themes: THEMES, time, onFault, onLook }),
    showFile: (onFault) =>
      makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => time.now(), onFault }),
  });
  const page = await openPage(rig.port);
  await page.snapshot();
  return {
    ...rig,
    folder,
    page,
    async faults() {
      const desk = await openPage(rig.port, { role: 'desk' });
      const { health } = await desk.snapshot();
      desk.socket.close();
      return health.faults.map(({ fault }) => fault);
    },
    async change(more) {
      const heard = page.downs.filter(({ type }) => type === 'look').length;
      await put(folder, more);
      time.advance(LOOK_EVERY_MS);
      return (await page.heard('look', heard)).look;
    },
  };
}

const idsOf = ({ themes }: Look): readonly string[] => themes.map(({ id }) => id);

describe('themes of the data folder', () => {
  it('are told to each page after the built-in ones, whole', async () => {
    const { page } = await relayWith({ 'themes/arena.json': ARENA });
    const { look } = await page.snapshot();
    expect(look.themes).toEqual([HOUSE_THEME, ARENA]);
  });

  it('are told to pages that are there when a document comes', async () => {
    const rig = await relayWith({});
    expect(idsOf(await rig.change({ 'themes/arena.json': ARENA }))).toEqual(['house', 'arena']);
  });

  it('can be chosen, and the choice outlives the relay', async () => {
    const rig = await relayWith({ 'themes/arena.json': ARENA });
    expect((await rig.cue({ cue: 'theme', theme: 'arena' })).status).toBe(200);
    expect((await rig.page.heard('show')).show.theme).toBe('arena');
    await rig.relay.stop();
    const { page } = await relayWith({}, { folder: rig.folder });
    expect((await page.snapshot()).show.theme).toBe('arena');
  });

  it('that do not exist are refused with the ids of those that do', async () => {
    const rig = await relayWith({ 'themes/arena.json': ARENA });
    const answer = await rig.cue({ cue: 'theme', theme: 'disco' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      fault: { where: 'theme', expected: 'one of house, arena', found: 'disco' },
    });
  });

  it.each([
    ['no JSON', '{"id": ', 'themes/bad.json', 'document-unread'],
    [
      'a colour that is none',
      { ...ARENA, colour: { ...ARENA.colour, plate: 'black' } },
      'themes/bad.json: colour.plate',
      'theme-invalid',
    ],
    ['a built-in id', { ...ARENA, id: 'house' }, 'themes/bad.json: id', 'theme-unread'],
    ['too long', `"${'x'.repeat(64 * 1024)}"`, 'themes/bad.json', 'document-unread'],
  ])(
    'whose document is wrong (%s) are left out, and the operator is told where',
    async (_why, bad, where, code) => {
      const rig = await relayWith({ 'themes/bad.json': bad, 'themes/arena.json': ARENA });
      expect(idsOf((await rig.page.snapshot()).look)).toEqual(['house', 'arena']);
      expect(await rig.faults()).toContainEqual(expect.objectContaining({ code, where }));
    },
  );

  it('stand as they were when a document goes bad while they are worn', async () => {
    const rig = await relayWith({ 'themes/arena.json': ARENA });
    const look = await rig.change({ 'themes/arena.json': '{', 'teams.json': { 1: { code: 'ONE' } } });
    expect(look.themes).toEqual([HOUSE_THEME, ARENA]);
    expect(await rig.faults()).toContainEqual(expect.objectContaining({ where: 'themes/arena.json' }));
  });
});

describe('the table of teams', () => {
  it('is what the state says, over what the feed says', async () => {
    const rig = await relayWith({ 'teams.json': { [HOME_ID]: { code: 'BOS', colour: '#007a33' } } });
    const { kind: _kind, seq: _seq, ...roster } = messages().roster(rig.time.now(), { teamId: HOME_ID });
    rig.feed.say.message({ kind: 'roster', ...roster });
    const state = await (await rig.get('/api/v1/state')).json();
    expect(state).toMatchObject({ home: { code: 'BOS', colour: '#007a33', name: roster.name } });
  });

  it('that goes bad changes nothing, and the operator is told where and what', async () => {
    const rig = await relayWith({ 'teams.json': { 1: { code: 'ONE' } } });
    const look = await rig.change({
      'teams.json': { 1: { code: 'TWO' }, 2: { colour: 'green' } },
      'themes/arena.json': ARENA,
    });
    expect(look.table.teams).toEqual({ 1: { code: 'ONE' } });
    expect(await rig.faults()).toContainEqual(
      expect.objectContaining({ code: 'teams-invalid', where: 'teams.json: 2.colour', found: '"green"' }),
    );
  });

  it('is the feed alone again when the document is gone', async () => {
    const rig = await relayWith({ 'teams.json': { 1: { code: 'ONE' } } });
    await rm(join(rig.folder, 'teams.json'));
    expect((await rig.change({})).table.teams).toEqual({});
  });
});

describe('logos of the folder of marks', () => {
  it.each([
    ['home.png', PNG, 'image/png'],
    ['Away Shield.svg', SVG, 'image/svg+xml'],
  ])('%s is served as a picture that can run nothing', async (file, bytes, type) => {
    const rig = await relayWith({ [`marks/${file}`]: bytes });
    const { look } = await rig.page.snapshot();
    const address = look.table.marks[file.toLowerCase()] ?? 'none';
    const answer = await rig.get(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-security-policy')).toBe(MARK_POLICY);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes));
  });

  it('has another address when the file is another', async () => {
    const rig = await relayWith({ 'marks/home.svg': SVG });
    const before = (await rig.page.snapshot()).look.table.marks['home.svg'];
    const after = (await rig.change({ 'marks/home.svg': `${SVG}\n` })).table.marks['home.svg'];
    expect(after).not.toBe(before);
  });

  it.each([
    '/marks/../teams.json',
    '/marks/%2e%2e/teams.json',
    '/marks/..%2fteams.json',
    '/marks/..%5cteams.json',
    '/marks//etc/passwd',
    '/marks/',
    '/marks/secret.txt',
    '/marks/link.png',
    '/marks/__proto__',
  ])('serve nothing else: %s', async (path) => {
    const folder = await scratchFolder();
    await put(folder, { 'teams.json': {}, 'marks/secret.txt': 'secret', 'outside.png': PNG });
    await symlink(join(folder, 'outside.png'), join(folder, 'marks/link.png'));
    const rig = await relayWith({}, { folder });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      // Not fetch: it would tidy the path up.
      get({ host: '127.0.0.1', port: rig.port, path }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    expect([400, 404]).toContain(status);
  });

  it.each([
    ['that is a link', 'link.png', null],
    ['of another kind', 'logo.gif', 'GIF89a'],
    ['that is no PNG', 'text.png', 'text'],
    ['that is no SVG', 'text.svg', '<html></html>'],
    ['that is too large', 'large.svg', `<svg>${' '.repeat(MARK_BYTES)}</svg>`],
  ])('leave out a file %s, and the operator is told', async (_why, file, content) => {
    const folder = await scratchFolder();
    await put(
      folder,
      content === null ? { 'outside.png': PNG, 'marks/a.svg': SVG } : { [`marks/${file}`]: content },
    );
    if (content === null) await symlink(join(folder, 'outside.png'), join(folder, 'marks', file));
    const rig = await relayWith({}, { folder });
    expect((await rig.page.snapshot()).look.table.marks).not.toHaveProperty([file]);
    expect(await rig.faults()).toContainEqual(
      expect.objectContaining({ code: 'mark-unread', where: `marks/${file}` }),
    );
  });
});
