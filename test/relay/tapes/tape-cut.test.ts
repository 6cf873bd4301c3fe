// `courtside tape cut`: what is cut shows what the whole tape shows there, and names nobody where that is wished.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { GAME_START_MS, tapeFile } from '../../kit/tape-disk.ts';
import { allOf, GAME, momentsOf, opened, run } from './tape-run.ts';

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
