// The rundown over HTTP: in as a file and out as the same file, whole or not at all, and for desks alone.
import { describe, expect, test } from 'vitest';
import { startRelay } from '../kit/relay-rig.ts';
import { json, showOf, TAKE } from './cue-words.ts';

describe('the rundown', () => {
  const file = {
    courtside: 'rundown',
    version: 1,
    name: 'Tonight',
    groups: [],
    items: [
      {
        id: 'open',
        name: 'Open',
        group: null,
        graphics: [{ graphic: 'scorebug' }],
        cut: false,
        autoOutMs: null,
        note: '',
      },
    ],
  };

  test('goes in as a file and comes out as the same file', async () => {
    const rig = await startRelay();
    expect((await rig.cue({ cue: 'rundown', step: { step: 'load', rundown: file } })).status).toBe(200);
    expect(await json(rig.get('/api/v1/rundown'))).toEqual(file);
  });

  test('may be longer than a cue, at its own place', async () => {
    const rig = await startRelay();
    const items = Array.from({ length: 150 }, (_, n) => ({
      ...file.items[0],
      id: `i${n}`,
      note: 'x'.repeat(500),
    }));
    const body = JSON.stringify({ ...file, items });
    expect(body.length).toBeGreaterThan(64 * 1024);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(rig.url('/api/v1/rundown/load'), { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect((await showOf(rig)).rundown.items).toHaveLength(150);
  });

  test('with a misspelt option is refused whole, and says in which item', async () => {
    const rig = await startRelay();
    const items = [
      ...file.items,
      { ...file.items[0], id: 'two', graphics: [{ graphic: 'scorebug', options: { lgo: true } }] },
    ];
    const answer = await rig.cue({ cue: 'rundown', step: { step: 'load', rundown: { ...file, items } } });
    expect(await json(answer)).toMatchObject({
      fault: {
        where: 'rundown.items[1].graphics[0].options.lgo',
        expected: 'one of logo',
        found: 'lgo in item two',
      },
    });
    expect((await showOf(rig)).rundown.items).toEqual([]);
  });

  test('is told to desks, and not to outputs', async () => {
    const rig = await startRelay();
    await rig.cue({ cue: 'rundown', step: { step: 'load', rundown: file } });
    await rig.cue(TAKE);
    expect((await showOf(rig, 'output')).rundown.items).toEqual([]);
    expect(await showOf(rig, 'desk')).toMatchObject({
      rundown: { items: [{ id: 'open' }] },
      past: { takes: [{ what: 'take scorebug' }] },
    });
  });
});
