// `courtside tape`: what each action leaves on the disk, says, and ends with.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { readMessageLines } from '../../../src/hosts/alone/message-lines.ts';
import { runCli } from '../../../src/relay/cli.ts';
import type { Context } from '../../../src/relay/command.ts';
import { type OpenTape, openTape } from '../../../src/tape/open.ts';
import type { Entry } from '../../../src/tape/tape.ts';
import { memoryFile } from '../../../src/tape/tape-file.ts';
import { loadZstd } from '../../../src/tape/zstd.ts';
import { makeTimeline } from '../../../src/time/timeline.ts';
import { GAME_ABOUT, GAME_START_MS, gameEntries, tapeFile } from '../../kit/tape-disk.ts';
import { entriesOf, piecesOf, tapeOf } from '../../kit/tapes.ts';

const GAME = gameEntries(110_000);

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const context = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runCli(['tape', ...args], context as unknown as Context);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function opened(file: string): Promise<OpenTape> {
  const tape = await openTape(memoryFile(await readFile(file)), await loadZstd());
  if (tape.about === null) throw new Error('no tape');
  return tape;
}

const allOf = async (file: string): Promise<readonly Entry[]> =>
  entriesOf(await piecesOf(await readFile(file)));

/** What is true at some instants, as a page would be told it. */
async function momentsOf(file: string, instants: readonly number[]): Promise<readonly unknown[]> {
  const tape = await opened(file);
  const timeline = makeTimeline({ rules: rulesOf(tape.about.rules) });
  const teller = makeTapeTeller(tape.about);
  for await (const entry of tape.read()) for (const message of teller.tell(entry)) timeline.push(message);
  return instants.map((atMs) => {
    const { game, clock, shotClock, bodies, bodyCount, ball } = timeline.at(atMs);
    const places = bodies.slice(0, bodyCount).map(({ id, xMm, yMm }) => ({ id, xMm, yMm }));
    // When a value was said again is no part of what is shown.
    const { said: _said, ...told } = game;
    return structuredClone({ told, clock: clock?.text, shotClock: shotClock?.text, places, ball: ball?.xMm });
  });
}

type Seen = { readonly places: readonly { xMm: number; yMm: number }[]; readonly ball?: number };
const placesOf = (moment: unknown): readonly number[] =>
  (moment as Seen).places.flatMap(({ xMm, yMm }) => [xMm, yMm]);
/** Also without the instant of a score's last change: that is the summary's or the event's, by which of them spoke last. */
const withoutPlaces = (moment: unknown): unknown =>
  JSON.parse(
    JSON.stringify({ ...(moment as Seen), places: null, ball: null }, (key, value: unknown) =>
      key === 'scoreChange' && value ? { ...value, atMs: 0 } : value,
    ),
  );

describe('cut', () => {
  test('keeps everything within, and what was known when it begins: it shows what the whole tape shows', async () => {
    const file = await tapeFile(GAME);
    const from = new Date(GAME_START_MS + 80_000).toISOString();
    const { code, err } = await run('cut', file, '--from', from, '--to=-10s');
    expect([code, err]).toEqual([0, '']);
    const cut = file.replace('.mcap', '-cut.mcap');
    const tape = await opened(cut);
    expect(tape.about.fromMs).toBe(GAME_START_MS + 80_000);
    const within = (await allOf(cut)).filter(({ heardMs }) => heardMs >= GAME_START_MS + 80_000);
    const lastMs = Math.max(...GAME.map(({ heardMs }) => heardMs));
    expect(within).toEqual(
      GAME.filter(({ heardMs }) => heardMs >= GAME_START_MS + 80_000 && heardMs <= lastMs - 10_000),
    );
    const instants = [80_200, 81_000, 85_000, 93_333, 98_000].map((ms) => GAME_START_MS + ms);
    const [ours, whole] = [await momentsOf(cut, instants), await momentsOf(file, instants)];
    // How a body is smoothed remembers a little more than is carried.
    expect(ours.map(placesOf).flat().length).toBeGreaterThanOrEqual(80);
    for (const [index, mm] of ours.map(placesOf).flat().entries())
      expect(Math.abs(mm - (whole.map(placesOf).flat()[index] ?? Number.NaN))).toBeLessThan(5);
    expect(ours.map(withoutPlaces)).toEqual(whole.map(withoutPlaces));
  });

  test('takes the last minute, and an instant of the game clock', async () => {
    const file = await tapeFile(GAME);
    const lastMs = Math.max(...GAME.map(({ heardMs }) => heardMs));
    expect((await run('cut', file, '--last', '30s', '--out', `${file}.last`)).code).toBe(0);
    expect((await opened(`${file}.last`)).about.fromMs).toBeCloseTo(lastMs - 30_000, 3);
    expect(await run('cut', file, '--from', 'Q1 11:40', '--out', `${file}.game`)).toMatchObject({ code: 0 });
    const fromMs = (await opened(`${file}.game`)).about.fromMs ?? 0;
    const [moment] = (await momentsOf(file, [fromMs])) as { clock: string }[];
    expect(moment?.clock).toBe('11:40');
    expect(await run('cut', file, '--from', 'Q4 0:10')).toMatchObject({
      code: 1,
      err: expect.stringContaining('never shows Q4 0:10') as string,
    });
  });

  test('leaves no name and no id when it replaces them, and replaces each by the same other', async () => {
    const file = await tapeFile(GAME);
    const made = `${file}.anonymous`;
    expect(await run('cut', file, '--anonymise', '--seed', '5', '--out', made)).toMatchObject({ code: 0 });
    const entries = await allOf(made);
    const text = `${JSON.stringify((await opened(made)).about)}${entries.map((one) => one.text).join('\n')}`;
    const names = [
      'Osborne',
      'Malik',
      'Kovačević',
      'Riverton',
      'Herons',
      'Comets',
      'Okonkwo',
      'RIV',
      'ASH',
      'sim-3',
      'courtside-arena',
    ];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    const isId =
      /"(?:[pt]id|gid|sid|eid|\w*_ids?|\w*Ids?|\w*[pP]layers|shotDefenders|consumer_code|reference|sensor)":(\[[^\]{]*\]|"?[\w-]+"?)/g;
    const idsIn = (told: string) =>
      new Set([...told.matchAll(isId)].flatMap(([, ids = '']) => ids.match(/[\w-]{3,}/g) ?? []));
    const before = idsIn(GAME.map((one) => one.text).join('\n'));
    expect(before.size).toBeGreaterThan(40);
    const left = [...idsIn(text)].filter((id) => before.has(id) && id !== 'null' && id !== 'ball-1');
    expect(left).toEqual([]);
    const again = `${file}.again`;
    await run('cut', file, '--anonymise', '--seed', '5', '--out', again);
    expect(await allOf(again)).toEqual(entries);
    const [whole, after] = [file, made].map((one) => momentsOf(one, [GAME_START_MS + 100_000]));
    const scoreOf = (moments: readonly unknown[]) => {
      const { told } = moments[0] as { told: { teams: Record<string, { score: number; players: object }> } };
      return Object.values(told.teams)
        .map(({ score, players }) => [score, Object.keys(players).length])
        .sort(([, a], [, b]) => (a ?? 0) - (b ?? 0));
    };
    expect(scoreOf((await after) ?? [])).toEqual(scoreOf((await whole) ?? []));
  });

  test('does not write over a file unless it is told to, and leaves nothing half done', async () => {
    const file = await tapeFile(GAME.slice(0, 50));
    await writeFile(`${file}.there`, 'mine');
    const refused = await run('cut', file, '--out', `${file}.there`);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--force') as string });
    expect(await readFile(`${file}.there`, 'utf8')).toBe('mine');
    expect((await run('cut', file, '--out', `${file}.there`, '--force')).code).toBe(0);
  });

  test.each([
    [['--from', 'noon'], 'noon'],
    [['--from', '+10s', '--to', '+5s'], '--to is not after'],
    [['--last', 'some'], 'some'],
  ])('is wrong use with %j', async (args, said) => {
    const file = await tapeFile(GAME.slice(0, 50));
    expect(await run('cut', file, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(said) as string,
    });
  });
});

describe('repair', () => {
  test('makes a whole tape of one with a hole, with all that stands after the hole, and says what was lost', async () => {
    const file = await tapeFile(GAME);
    const bytes = await readFile(file);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0x5a, middle, middle + 30);
    await writeFile(file, bytes);
    expect((await run('verify', file)).code).toBe(1);
    const { code, out } = await run('repair', file);
    expect(code).toBe(0);
    const lost = Number(/and in them (\d+) entries/.exec(out)?.[1]);
    const mended = file.replace('.mcap', '-repaired.mcap');
    expect((await run('verify', mended)).code).toBe(0);
    const found = await allOf(mended);
    expect(found.length).toBe(GAME.length - lost);
    expect(found.at(-1)).toEqual(GAME.at(-1));
    const written = new Set(GAME.map((one) => JSON.stringify(one)));
    expect(found.filter((one) => !written.has(JSON.stringify(one)))).toEqual([]);
    expect((await run('verify', file)).code).toBe(1);
  });

  test('ends a tape that was never ended, and loses nothing of it', async () => {
    const file = await tapeFile(GAME.slice(0, 300), { end: false });
    const { code, out } = await run('repair', file, '--out', `${file}.whole`);
    expect([code, out]).toEqual([0, expect.stringContaining('nothing else was wrong')]);
    expect(await allOf(`${file}.whole`)).toEqual(GAME.slice(0, 300));
  });

  test('makes nothing of what is no tape', async () => {
    const file = await tapeFile([]);
    await writeFile(file, 'nothing of the kind'.repeat(50));
    expect((await run('repair', file)).code).toBe(1);
  });
});

describe('export and import', () => {
  const odd: readonly Entry[] = [
    {
      topic: 'shottracker/unknown',
      text: '\ufeff{"a":"\u0000\\u2028\u2028č🏀"',
      heardMs: 1_700_000_000_000.125,
      saidMs: 0,
    },
    { topic: 'shottracker/unknown', text: '', heardMs: 1_700_000_000_001, saidMs: 5 },
    {
      topic: 'shottracker/unknown',
      text: '\ufffdA\ufffd',
      heardMs: 1_700_000_000_002,
      saidMs: 5,
      bytes: new Uint8Array([0xff, 0x41, 0x80]),
    },
  ];

  test('give the same tape back, whatever bytes are in it', async () => {
    const file = await tapeFile([...odd, ...GAME.slice(0, 200)]);
    expect((await run('export', file)).code).toBe(0);
    const lines = file.replace('.mcap', '.ndjson');
    expect((await run('import', lines, '--out', `${file}.back`)).code).toBe(0);
    expect(await allOf(`${file}.back`)).toEqual(await allOf(file));
    expect((await opened(`${file}.back`)).about).toEqual(GAME_ABOUT);
  });

  test('say which line is none', async () => {
    const file = await tapeFile(GAME.slice(0, 3));
    await run('export', file);
    const lines = file.replace('.mcap', '.ndjson');
    const text = (await readFile(lines, 'utf8')).split('\n');
    await writeFile(lines, [text[0], text[1], '{"topic":1}', text[3]].join('\n'));
    const told = await run('import', lines, '--out', `${file}.back`);
    expect(told).toMatchObject({ code: 1, err: expect.stringMatching(/line 3.*topic/) as string });
    await expect(readFile(`${file}.back`)).rejects.toThrow();
  });

  test('write what is told as messages, from which a stretch is drawn as from the tape', async () => {
    const file = await tapeFile(GAME);
    const stretch = ['--from', '+0:40', '--to', '+1:20'];
    expect(await run('export', file, '--as', 'messages', ...stretch)).toMatchObject({ code: 0 });
    const lines = readMessageLines(await readFile(file.replace('.mcap', '-messages.ndjson'), 'utf8'));
    expect(lines).toMatchObject({ rules: GAME_ABOUT.rules, fromMs: expect.any(Number) as number });
    const fromMs = lines.fromMs ?? 0;
    expect(lines.messages.some(({ kind, atMs }) => kind === 'frame' && atMs < fromMs)).toBe(false);
    const timeline = makeTimeline({ rules: rulesOf(GAME_ABOUT.rules) });
    for (const message of lines.messages) timeline.push(message);
    const atMs = fromMs + 20_000;
    const { game, clock, bodyCount } = timeline.at(atMs);
    const { said: _said, ...told } = structuredClone(game);
    const [fromTape] = await momentsOf(file, [atMs]);
    expect({ told, clock: clock?.text }).toEqual({
      told: (fromTape as { told: unknown }).told,
      clock: (fromTape as { clock: unknown }).clock,
    });
    expect(bodyCount).toBe((fromTape as { places: readonly unknown[] }).places.length);
  });

  test('write tables of positions, shots and the box score', async () => {
    const file = await tapeFile(GAME);
    const table = async (as: string) => {
      expect(await run('export', file, '--as', as)).toMatchObject({ code: 0 });
      const text = await readFile(file.replace('.mcap', `-${as}.csv`), 'utf8');
      return text
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(','));
    };
    const positions = await table('positions');
    const frames = GAME.filter(({ topic }) => topic.endsWith('location')).length;
    // Ten players and the ball.
    expect(positions.length - 1).toBeGreaterThan(frames * 10);
    expect(positions[0]).toEqual(['time', 'period', 'clockMs', 'side', 'number', 'id', 'xMm', 'yMm', 'zMm']);
    const shots = await table('shots');
    expect(shots.length - 1).toBe(
      new Set(
        GAME.filter(({ topic }) => topic.endsWith('chart')).map(
          ({ text }) => /"eid":"([^"]+)"/.exec(text)?.[1],
        ),
      ).size,
    );
    const box = await table('box-score');
    const teams = box.filter(([, , name]) => name === 'TEAM');
    const [moment] = await momentsOf(file, [GAME_START_MS + 110_000 + 200]);
    const { told } = moment as { told: { teams: Record<string, { score: number }> } };
    expect(teams.map(([, , , points]) => Number(points))).toEqual(
      Object.values(told.teams).map(({ score }) => score),
    );
  });
});

test.each(['info', 'verify', 'repair', 'cut', 'export', 'import'])(
  '%s tells its options, and needs a file that is there',
  async (action) => {
    const help = await run(action, '--help');
    expect(help).toMatchObject({
      code: 0,
      out: expect.stringContaining(`courtside tape ${action} FILE`) as string,
    });
    expect(await run(action)).toMatchObject({ code: 2 });
    expect(await run(action, '/nowhere/at-all.mcap')).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT') as string,
    });
  },
);

test('an action that is none is wrong use, and says which there are', async () => {
  expect(await run('mend', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('repair') as string });
});

test('a tape opens at any instant by its index, and gives what lies there', async () => {
  const bytes = await tapeOf(GAME, { about: GAME_ABOUT, each: 40 });
  const tape = await openTape(memoryFile(bytes), await loadZstd());
  if (tape.about === null) throw new Error('no tape');
  expect(tape).toMatchObject({ indexed: true, entries: GAME.length });
  const [fromMs, toMs] = [GAME_START_MS + 61_000, GAME_START_MS + 64_000];
  const found: Entry[] = [];
  for await (const entry of tape.read({ fromMs, toMs, topics: ['shottracker/clock'] })) found.push(entry);
  expect(found).toEqual(
    GAME.filter(
      ({ topic, heardMs }) => topic === 'shottracker/clock' && heardMs >= fromMs && heardMs <= toMs,
    ),
  );
});
