// A feed's logo on the disk: fetched once, never over the operator's own, and nothing but a picture.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeLogoKeeper } from '../../src/relay/keep-logo.ts';
import { MARK_BYTES } from '../../src/relay/mark-files.ts';
import { makeManualTime } from '../kit/manual-time.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(40)]);
const ADDRESS = 'https://logos.example/foxes.png?key=abcdefgh';

async function keeper(answer: () => Response | Promise<Response>) {
  const folder = await mkdtemp(join(tmpdir(), 'courtside-logo-'));
  folders.push(folder);
  const asked: string[] = [];
  const fetch = (address: string | URL | Request): Promise<Response> => {
    asked.push(String(address instanceof Request ? address.url : address));
    return Promise.resolve(answer());
  };
  const keep = makeLogoKeeper({ folder, time: makeManualTime(), fetch });
  const files = () => readdir(join(folder, 'marks')).catch((): string[] => []);
  return { folder, asked, keep, files };
}

test('a logo is kept under its team, and asked for once', async () => {
  const { keep, files, asked, folder } = await keeper(() => new Response(PNG));
  expect(await keep('esports:team:7', ADDRESS)).toBeNull();
  expect(await keep('esports:team:7', ADDRESS)).toBeNull();
  expect(await files()).toEqual(['esports_team_7.png']);
  expect(await readFile(join(folder, 'marks', 'esports_team_7.png'))).toEqual(PNG);
  expect(asked).toEqual([ADDRESS]);
});

test("an operator's own logo stands", async () => {
  const { keep, files, asked, folder } = await keeper(() => new Response(PNG));
  await mkdir(join(folder, 'marks'));
  await writeFile(join(folder, 'marks', 'foxes.svg'), '<svg/>');
  expect(await keep('foxes', ADDRESS)).toBeNull();
  expect(await files()).toEqual(['foxes.svg']);
  expect(asked).toEqual([]);
});

describe('refused, told without the address, and nothing is written:', () => {
  test.each([
    ['what is no PNG', 'foxes', ADDRESS, () => new Response('<html>'), 'another kind of file'],
    ['a refusal', 'foxes', ADDRESS, () => new Response('', { status: 404 }), 'status 404'],
    [
      'what is too large',
      'foxes',
      ADDRESS,
      () => new Response(Buffer.alloc(MARK_BYTES + 1)),
      `more than ${MARK_BYTES} bytes`,
    ],
    ['no host', 'foxes', ADDRESS, () => Promise.reject(new TypeError('fetch failed')), 'no connection'],
    ['a file of ours', 'foxes', 'file:///etc/passwd', () => new Response(PNG), 'another address'],
    ['a bare http address', 'foxes', 'http://10.0.0.1/a.png', () => new Response(PNG), 'another address'],
    ['a hidden name', '..', ADDRESS, () => new Response(PNG), 'a team whose id makes no file name'],
  ])('%s', async (_what, teamId, address, answer, found) => {
    const { keep, files } = await keeper(answer);
    const told = await keep(teamId, address);
    expect(told).toMatchObject({ code: 'logo-unread', found });
    expect(JSON.stringify(told)).not.toContain('abcdefgh');
    expect(await files()).toEqual([]);
  });
});
