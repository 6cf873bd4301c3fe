// The house keeps its own rules, and the rules catch who breaks them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_LINES, type Rule, violations } from './kit/imports.ts';
import type { Sources } from './kit/modules.ts';

const root = join(import.meta.dirname, '..');

const read = (): Sources =>
  Object.fromEntries(
    ['src', 'overlays']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(folder, name),
        ),
      )
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]),
  );

/** A house of a few files that breaks no rule: each planted violation is added to it. */
const SOUND: Sources = {
  'src/game/clock.ts': '// Clocks.\nexport const a = 1;\n',
  'src/time/moment.ts': "// Moments.\nimport { a } from '../game/clock.ts';\nexport const b = a;\n",
  'src/show/show.ts': '// Shows.\nexport type Show = { n: number };\n',
  'src/wire/wire.ts': "// Wire.\nimport type { Show } from '../show/show.ts';\nexport type W = Show;\n",
  'src/stage/motion.ts': "// Motion.\nimport { gsap } from 'gsap/gsap-core';\nexport const m = gsap;\n",
  'src/link/link.ts': '// Link.\nexport const url = location.host;\n',
  'src/relay/peers.ts': "// Peers.\nimport { WebSocket } from 'ws';\nexport const p = WebSocket;\n",
  'src/relay/main.ts': "// Main.\nimport { g } from '../../overlays/catalogue.ts';\nexport const m = g;\n",
  'src/hosts/output.ts': '// Host.\nexport const o = 1;\n',
  'src/control/desk.tsx':
    "// Desk.\nimport { h } from 'preact';\nexport const D = () => <p>{String(h)}</p>;\n",
  'overlays/catalogue.ts': '// Catalogue.\nexport const g = 1;\n',
  'overlays/bug/graphic.ts': "// Bug.\nimport type { S } from './scene.ts';\nexport type B = S;\n",
  'overlays/bug/scene.ts': "// Scene.\nimport { Container } from 'pixi.js';\nexport type S = Container;\n",
  'overlays/dots/scene.ts': '// Dots.\nexport type D = 1;\n',
};

/** What each planted file says, without its opening sentence; the rule that must catch it. */
const PLANTED: readonly (readonly [rule: Rule, path: string, code: string])[] = [
  ['direction', 'src/game/bad.ts', "import { b } from '../time/moment.ts'; export const c = b;"],
  ['direction', 'src/time/bad.ts', "import type { Show } from '../show/show.ts'; export type S = Show;"],
  ['direction', 'src/show/bad.ts', "export type S = import('../wire/wire.ts').W;"],
  ['direction', 'src/wire/bad.ts', "export { url } from '../link/link.ts'; export const x = 1;"],
  ['direction', 'src/stage/bad.ts', "export const late = () => import('../link/link.ts');"],
  ['direction', 'src/feeds/bad.ts', "import { p } from '../relay/peers.ts'; export const q = p;"],
  ['direction', 'src/relay/bad.ts', "import { g } from '../../overlays/catalogue.ts'; export const x = g;"],
  ['direction', 'src/relay/bad.ts', "import { o } from '../hosts/output.ts'; export const x = o;"],
  ['direction', 'src/hosts/bad.ts', "import { D } from '../control/desk.tsx'; export const x = D;"],
  [
    'direction',
    'src/control/bad.tsx',
    "import { m } from '../stage/motion.ts'; export const x = <b>{m}</b>;",
  ],
  [
    'direction',
    'overlays/dots/bad.ts',
    "import { url } from '../../src/link/link.ts'; export const x = url;",
  ],
  ['unknown-room', 'src/shed/bad.ts', 'export const x = 1;'],
  ['unresolved', 'src/game/bad.ts', "import { a } from './clock'; export const x = a;"],
  ['other-graphic', 'overlays/dots/bad.ts', "import type { B } from '../bug/graphic.ts'; export type X = B;"],
  ['other-graphic', 'overlays/dots/bad.ts', "import { g } from '../catalogue.ts'; export const x = g;"],
  ['platform', 'src/wire/bad.ts', "import { readFileSync } from 'node:fs'; export const x = readFileSync;"],
  ['platform', 'src/link/bad.ts', "import { WebSocket } from 'ws'; export const x = WebSocket;"],
  ['package', 'src/time/bad.ts', "import type { Container } from 'pixi.js'; export type X = Container;"],
  ['package', 'overlays/dots/bad.ts', "import { gsap } from 'gsap/gsap-core'; export const x = gsap;"],
  ['package', 'src/relay/bad.ts', "import { h } from 'preact'; export const x = h;"],
  ['barrel', 'src/game/index.ts', "export { a } from './clock.ts';"],
  ['barrel', 'src/game/bad.ts', "export * from './clock.ts'; export const x = 1;"],
  ['default-export', 'src/game/bad.ts', 'export default 1;'],
  ['module-state', 'src/relay/bad.ts', 'let count = 0; export const next = () => ++count;'],
  ['module-state', 'src/relay/bad.ts', 'export let shared = 0;'],
  ['impure', 'src/game/bad.ts', 'export const now = () => Date.now();'],
  ['impure', 'src/time/bad.ts', 'export const now = () => performance.now();'],
  ['impure', 'src/show/bad.ts', 'export const chance = Math.random;'],
  ['impure', 'src/wire/bad.ts', 'export const later = (f: () => void) => setTimeout(f, 1);'],
  ['impure', 'src/wire/bad.ts', 'export const often = (f: () => void) => setInterval(f, 1);'],
  ['dom', 'src/feeds/bad.ts', 'export const title = () => document.title;'],
  ['dom', 'src/game/bad.ts', 'export const width = () => window.innerWidth;'],
];

const opened = (code: string): string => `// Something is true here.\n${code}\n`;

describe('the rules', () => {
  test('a sound house breaks none', () => {
    expect(violations(SOUND)).toEqual([]);
  });

  test.each(PLANTED)('%s catches %s: %s', (rule, path, code) => {
    expect(violations({ ...SOUND, [path]: opened(code) })).toEqual([
      { rule, path, found: expect.any(String) as string },
    ]);
  });

  test('a circle of three is told once, with its way', () => {
    const circle = {
      'src/game/a.ts': opened("import type { B } from './b.ts'; export type A = B;"),
      'src/game/b.ts': opened("import type { C } from './c.ts'; export type B = C;"),
      'src/game/c.ts': opened("import type { A } from './a.ts'; export type C = A;"),
    };
    expect(violations({ ...SOUND, ...circle })).toEqual([
      {
        rule: 'cycle',
        path: 'src/game/a.ts',
        found: 'src/game/a.ts -> src/game/b.ts -> src/game/c.ts -> src/game/a.ts',
      },
    ]);
  });

  test('a file without an opening sentence, and one too long, are told', () => {
    const found = violations({
      ...SOUND,
      'src/game/bare.ts': 'export const x = 1;\n',
      'src/game/long.ts': opened(`${'\n'.repeat(MAX_LINES)}export const y = 1;`),
    });
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([
      ['opening', 'src/game/bare.ts'],
      ['length', 'src/game/long.ts'],
    ]);
  });

  test('what is only said in comments and strings breaks nothing', () => {
    const quoted = 'export const s = "import \'../link/link.ts\'; Date.now()"; // let x; window.top';
    expect(violations({ ...SOUND, 'src/game/quoted.ts': opened(quoted) })).toEqual([]);
  });
});

test('the house keeps its rules', () => {
  const sources = read();
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  expect(violations(sources)).toEqual([]);
});
