import { expect, test } from 'vitest';
import { firstState } from '../../src/control/desk-state.ts';
import { reduce } from '../../src/control/reduce.ts';
import { LATE_LOOP_MS, LITTLE_ROOM_BYTES, troublesOf } from '../../src/control/troubles.ts';
import type { Health } from '../../src/wire/wire.ts';
import { health, NOW_MS, output, painted, snapshot } from './words.ts';

function troubles(more: Partial<Health>) {
  const open = reduce(firstState, { on: 'link', link: { status: 'open' } });
  const state = reduce(open, { on: 'down', down: snapshot({ health: health(more) }), nowMs: 0 });
  return troublesOf(state, NOW_MS).map(({ level, text }) => `${level}: ${text}`);
}
const relay = { version: '1', startedMs: NOW_MS, loopLagMs: 3, logChanges: 0 };

test('there are none while all is well', () => {
  expect(troubles({ outputs: [output('air')] })).toEqual([]);
});

test('without the relay it is that, whatever else was known', () => {
  expect(troublesOf(firstState, NOW_MS)).toEqual([{ level: 'lost', text: 'no connection to the relay' }]);
});

test.each([
  [
    'a feed that is gone',
    { feed: { ...health().feed, status: 'lost', heardMs: NOW_MS - 12_000 } },
    'lost: feed gone, heard 12 s ago',
  ],
  [
    'a feed that is unusable',
    { feed: { ...health().feed, status: 'stale' } },
    'look: feed connected, unusable, heard now',
  ],
  [
    'a program that is hidden',
    { outputs: [output('air', { painted: painted({ visible: false }) })] },
    'lost: air hidden',
  ],
  [
    'a lost context of a program that its host has in preview',
    {
      outputs: [
        output('air', { painted: painted({ contextsLost: 1 }), tally: { state: 'preview', by: 'OBS' } }),
      ],
    },
    'look: air GPU lost 1×',
  ],
  [
    'software rendering',
    { outputs: [output('air', { painted: painted({ renderer: 'webgl-software' }) })] },
    'lost: air software rendering',
  ],
  [
    'a lost context of a preview',
    { outputs: [output('pre', { bus: 'preview', painted: painted({ contextsLost: 2 }) })] },
    'look: pre GPU lost 2×',
  ],
  [
    'a tape that stopped',
    { tape: { file: 'a', bytes: 1, recording: false, detail: 'recording has stopped: full' } },
    'look: recording has stopped: full',
  ],
  [
    'little room',
    { tape: { file: 'a', bytes: 1, recording: true, freeBytes: LITTLE_ROOM_BYTES - 1 } },
    'look: 2000.0 MB left for the tape',
  ],
  ['a late relay', { relay: { ...relay, loopLagMs: LATE_LOOP_MS + 1 } }, 'look: relay late, 101 ms'],
] satisfies readonly [string, Partial<Health>, string][])('%s is told', (_name, more, text) => {
  expect(troubles(more)).toEqual([text]);
});

test('of several sources of OBS with one output, one without a page is looked at', () => {
  const obs = {
    at: '127.0.0.1:4455',
    link: 'open',
    why: '',
    canvas: null,
    scenes: [],
    program: null,
    preview: null,
    sources: [],
  } as const;
  const among = (short: readonly { output: string; sources: number; connected: number }[]) =>
    troubles({
      outputs: [output('air')],
      hosts: { obs: { ...obs, scenes: [], sources: [], short: [...short] }, vmix: null },
    });
  expect(among([])).toEqual([]);
  expect(among([{ output: 'air', sources: 2, connected: 1 }])).toEqual([
    'look: air: 2 sources in OBS, 1 connected',
  ]);
});

test('an output that its host shows nowhere is hidden as it should be', () => {
  const hidden = output('air', { painted: painted({ visible: false }), tally: { state: 'off', by: 'OBS' } });
  expect(troubles({ outputs: [hidden] })).toEqual([]);
});

test('a Fault is told while it is fresh', () => {
  const fault = { code: 'bad-json', where: 'clock', expected: 'JSON', found: 'x' };
  const seen = (agoMs: number) =>
    troubles({ faults: [{ id: 'a1', hasRaw: false, fault, count: 3, lastMs: NOW_MS - agoMs }] });
  expect(seen(4_000)).toEqual(['look: bad-json 4 s ago']);
  expect(seen(60_000)).toEqual([]);
});

test('what may be wrong on air comes before what may not', () => {
  const told = troubles({
    relay: { ...relay, loopLagMs: 500 },
    tape: { file: 'a', bytes: 1, recording: false },
    outputs: [output('air', { lagging: true })],
  });
  expect(told.map((text) => text.slice(0, 4))).toEqual(['lost', 'look', 'look']);
});

test('two feeds that disagree where one is to fall in are the worst; one that is gone is told', () => {
  const field = {
    field: 'score',
    owner: 'main',
    wanted: 'main',
    falls: 'itself',
    main: '51:48',
    backup: '50:50',
    agree: false,
    behindMs: null,
    down: true,
    askedFor: 'backup',
  } as const;
  const feeds = [
    { lane: 'main', name: 'shottracker', status: 'lost', heardMs: null },
    { lane: 'backup', name: 'imgarena', status: 'live', heardMs: NOW_MS },
  ] as const;
  expect(troubles({ pair: { feeds: [...feeds], fields: [field], match: null } })).toEqual([
    'lost: feeds disagree: score',
    'look: main feed is not there',
  ]);
});
