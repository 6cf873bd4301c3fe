// `courtside tape export` and `import`: the same tape back from its lines; messages and tables of what was told.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../../src/game/rules.ts';
import { readMessageLines } from '../../../src/hosts/alone/message-lines.ts';
import type { Entry } from '../../../src/tape/tape.ts';
import { makeTimeline } from '../../../src/time/timeline.ts';
import { GAME_ABOUT, GAME_START_MS, tapeFile } from '../../kit/tape-disk.ts';
import { allOf, GAME, momentsOf, opened, run } from './tape-run.ts';

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
