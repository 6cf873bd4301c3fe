// What hosts choke on, looked for in every source that runs inside one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Of the forms in which a host may load a graphic, and all that they draw with. */
const ROOMS = ['src/hosts', 'src/stage', 'src/link', 'src/time', 'src/show', 'src/game', 'overlays'];

const sources = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|html)$/.test(name))
    .map((name) => ({ name: join(room, name), text: readFileSync(join(ROOT, room, name), 'utf8') })),
);
const naming = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test('there are sources to look through', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(naming(/WebSocket/)).not.toEqual([]);
});

test.each([
  ['an iframe, for which SPX waits before it plays', /<iframe|createElement\(['"]iframe/],
  ['a BroadcastChannel, which freezes between a dock of OBS and its source', /BroadcastChannel/],
  ['a definition of an element: hosts define it under names of their own', /customElements\.define\(/],
  ['a function called remove on the window, which CasparCG puts there itself', /window\.remove\s*=[^=]/],
])('no source has %s', (_what, pattern) => {
  expect(naming(pattern)).toEqual([]);
});
