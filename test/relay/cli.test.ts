// The command as a person types it: what it says, what it starts, and with which code it ends.
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emulate } from '../../src/emulator/emulate.ts';
import { runCli } from '../../src/relay/cli.ts';
import type { Context } from '../../src/relay/command.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { HOUSE_THEME, parseTheme } from '../../src/stage/theme.ts';
import { waitFor } from '../kit/patience.ts';
import { GRAPHICS, scratchFolder } from '../kit/relay-rig.ts';
import { entry, tapeOf } from '../kit/tapes.ts';

function desk(env: Context['env'] = {}) {
  const out: string[] = [];
  const err: string[] = [];
  let stop = (): void => {};
  const context: Context = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env,
    time: realTime,
    version: '1.2.3',
    graphics: GRAPHICS,
    themes: { builtIn: [HOUSE_THEME], read: parseTheme },
    pagesFolder: '/nowhere',
    addresses: ['192.0.2.7'],
    emulate,
    untilStopped: new Promise<void>((resolve) => {
      stop = resolve;
    }),
  };
  return { out, err, stop, run: (...args: readonly string[]) => runCli(args, context) };
}

/** A port that somebody has. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('wrong use', () => {
  test.each([
    ['an unknown command', ['fly'], /no command fly/],
    ['an unknown option', ['serve', '--fed', 'tape'], /fed/],
    ['an option without its value', ['--port'], /port/],
    ['a port that is none', ['--port', '70000'], /--port takes a whole number from 0 to 65535/],
    ['a port that is no number', ['--port', 'http'], /--port/],
    ['an empty number', ['--speed', ''], /--speed/],
    ['no speed', ['--speed', '0'], /--speed/],
    ['an unknown feed', ['--feed', 'radio'], /--feed takes one of/],
    ['a tape as a second feed', ['--feed', 'simulator', '--feed', 'tape'], /A tape is played alone/],
    [
      'a third feed',
      ['--feed', 'simulator', '--feed', 'imgarena', '--backup', 'simulator'],
      /two feeds at most/,
    ],
    ['a backup of nothing', ['--backup', 'imgarena'], /goes with --feed/],
    ['a place for no backup', ['--feed', 'simulator', '--backup-game', '7'], /second feed/],
    ['HudStats without its fixture', ['--feed', 'hudstats'], /needs --game/],
    ['HudStats without a token', ['--feed', 'hudstats', '--game', 'esports:match:7'], /needs HUDSTATS_TOKEN/],
    ['IMG Arena without a token', ['--feed', 'imgarena'], /needs IMGARENA_TOKEN/],
    ['ShotTracker without its address', ['--feed', 'shottracker'], /needs --url/],
    ['an address that is none', ['--feed', 'shottracker', '--url', 'api.example'], /--url/],
    ['a tape for another feed', ['--tape', 'a.mcap'], /--feed tape/],
    ['unknown rules', ['--rules', 'street'], /--rules takes one of/],
    ['something left over', ['serve', 'more'], /takes no more/],
    ['a mock game from a tape', ['emulate', '--mock', '--tape', 'a.mcap'], /do not go together/],
    ['bytes as recorded of no tape', ['emulate', '--as-recorded'], /goes with --tape/],
    ['an emulator that starts nowhere', ['emulate', '--start', 'later'], /--start takes one of/],
    [
      'a mock game of another provider',
      ['emulate', '--as', 'imgarena', '--mock'],
      /go with --as shottracker/,
    ],
    ['a tape command that there is not', ['tape', 'eat', 'a.mcap'], /info, verify.* not eat/],
    ['a film without a place', ['render', 'a.mcap', '--graphics', 'scorebug'], /--out/],
    ['a tape command without a tape', ['tape', 'info'], /takes a file/],
    ['a house open to all without a token', ['--host', '0.0.0.0', '--port', '0'], /COURTSIDE_TOKEN/],
  ])('%s ends with 2 and one sentence', async (_what, args, says) => {
    const { run, err, out } = desk();
    const data = await scratchFolder();
    const isServe = args[0]?.startsWith('--') ?? false;
    expect(await run(...args, ...(isServe ? ['--data', data] : []))).toBe(2);
    expect(err[0]).toMatch(says);
    expect(err[1]).toMatch(/--help$/);
    expect(out).toEqual([]);
  });

  test('an address with a token in it is not repeated', async () => {
    const { run, err } = desk();
    expect(await run('--feed', 'shottracker', '--url', 'example/live?token=abcdefgh')).toBe(2);
    expect(err.join()).not.toContain('abcdefgh');
  });
});

describe('help', () => {
  test.each([[], ['serve'], ['replay'], ['emulate'], ['tape'], ['doctor']])(
    '%s --help',
    async (...command) => {
      const { run, out } = desk();
      for (const help of ['--help', '-h']) {
        expect(await run(...command, help)).toBe(0);
        expect(out.splice(0)[0]).toMatch(/^courtside/);
      }
    },
  );

  test('serve tells every option of the public surface', async () => {
    const { run, out } = desk();
    await run('serve', '--help');
    const options = out.join('\n').match(/--[a-z]+/g);
    for (const name of ['port', 'host', 'feed', 'url', 'game', 'tape', 'seed', 'speed', 'rules', 'data'])
      expect(options).toContain(`--${name}`);
  });
});

describe('emulate', () => {
  test('tells its addresses, serves, and stops when it is asked to', async () => {
    const { run, out, stop } = desk();
    const ended = run('emulate', '--port', '0');
    await waitFor(() => expect(out.join()).toContain('controls'));
    const controls = /controls {2}(\S+)/.exec(out.join('\n'))?.[1] ?? '';
    const standing: unknown = await (await fetch(controls)).json();
    expect(standing).toMatchObject({ games: [{ id: 'sim-1', status: 'ACTIVE' }], faults: [], mock: false });
    stop();
    expect(await ended).toBe(0);
  });

  test('a tape that is none ends with 1', async () => {
    const { run, err } = desk();
    const file = join(await scratchFolder(), 'none.mcap');
    await writeFile(file, 'not a tape');
    expect(await run('emulate', '--port', '0', '--tape', file)).toBe(1);
    expect(err[0]).toMatch(/cannot be played/);
  });

  test('a script of faults that is none ends with 1 and says where', async () => {
    const { run, err } = desk();
    const file = join(await scratchFolder(), 'faults.json');
    await writeFile(file, '[{"atMs":0,"forMs":10,"fault":"fire"}]');
    expect(await run('emulate', '--port', '0', '--faults', file)).toBe(1);
    expect(err[0]).toMatch(/script of faults: \[0\]\.fault: expected .+, found "fire"/);
  });
});

describe('serve', () => {
  test('tells where to open it, plays, and ends its tape when it is asked to stop', async () => {
    const { run, out, stop } = desk();
    const data = await scratchFolder();
    const ended = run('--port', '0', '--data', data);
    await expect
      .poll(() => out.join('\n'))
      .toMatch(/operator {2}http:\/\/127\.0\.0\.1:\d+\/\noutputs {3}http.*\/out/);
    const [url = ''] = /http:[^\s]+/.exec(out[0] ?? '') ?? [];
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${url}api/v1/state`)).json()) as { bodies: unknown[] }).bodies.length,
      )
      .toBe(10);
    stop();
    expect(await ended).toBe(0);
    const [tape = ''] = (await readdir(data)).filter((name) => name.endsWith('.mcap'));
    const later = desk();
    expect(await later.run('tape', 'verify', join(data, tape))).toBe(0);
  });

  test('on a taken port ends with 1 and says so', async () => {
    const { run, err } = desk();
    const port = String(await takenPort());
    expect(await run('--port', port, '--data', await scratchFolder())).toBe(1);
    expect(err.at(-1)).toMatch(/a free port, found one that is taken/);
  });
});

describe('tape', () => {
  const ENTRIES = Array.from({ length: 30 }, (_, n) => entry(1_700_000_000_000 + n * 1000, `{"n":${n}}`));
  const written = async (bytes: Uint8Array) => {
    const file = join(await scratchFolder(), 'a.mcap');
    await writeFile(file, bytes);
    return file;
  };

  test('info tells what is on it', async () => {
    const { run, out } = desk();
    expect(await run('tape', 'info', await written(await tapeOf(ENTRIES)))).toBe(0);
    expect(out.join('\n')).toMatch(
      /words of shottracker.*ncaa-men[^]*0:00:29, 30 entries[^]*30 {2}shottracker\/clock/,
    );
  });

  test('verify is 0 for a whole tape and 1 for a cut or a broken one', async () => {
    const whole = await tapeOf(ENTRIES);
    const broken = Buffer.from(whole);
    broken.fill(0, 600, 640);
    const { run } = desk();
    expect(await run('tape', 'verify', await written(whole))).toBe(0);
    expect(await run('tape', 'verify', await written(whole.subarray(0, 900)))).toBe(1);
    expect(await run('tape', 'verify', await written(broken))).toBe(1);
  });

  test('what is no tape, or not there, is 1', async () => {
    const { run, err } = desk();
    expect(await run('tape', 'info', await written(Buffer.from('no')))).toBe(1);
    expect(await run('tape', 'info', '/nowhere/a.mcap')).toBe(1);
    expect(err.at(-1)).toMatch(/ENOENT/);
    expect(await run('replay', '/nowhere/a.mcap')).toBe(1);
  });
});

describe('doctor', () => {
  test('finds what is wrong, and tells which secrets there are but not what they are', async () => {
    const { run, out } = desk({ SHOTTRACKER_TOKEN: 'abcdefgh' });
    const port = String(await takenPort());
    expect(await run('doctor', '--port', port, '--data', await scratchFolder())).toBe(1);
    const told = out.join('\n');
    expect(told).toMatch(/BAD {2}port \d+ free: .*EADDRINUSE/);
    expect(told).toMatch(/BAD {2}pages are built/);
    expect(told).toMatch(/ok {3}tapes can be compressed/);
    expect(told).toMatch(/SHOTTRACKER_TOKEN yes[^]*COURTSIDE_TOKEN no/);
    expect(told).not.toContain('abcdefgh');
  });
});
