// The rules of the house: who may import whom, what stays out of pure rooms, and how a module is made. A pure function from sources to violations.
import { type Import, type Module, readModule, type Sources } from './modules.ts';

export type Violation = {
  readonly rule: Rule;
  readonly path: string;
  /** What breaks the rule, in a few words. */
  readonly found: string;
};

export type Rule =
  | 'direction'
  | 'unknown-room'
  | 'unresolved'
  | 'other-graphic'
  | 'platform'
  | 'package'
  | 'cycle'
  | 'barrel'
  | 'default-export'
  | 'module-state'
  | 'impure'
  | 'dom'
  | 'opening'
  | 'length';

/** A file's longest, in lines. */
export const MAX_LINES = 300;

/** Room by room, whom it may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  game: [],
  time: ['game'],
  show: ['game', 'time'],
  wire: ['game', 'time', 'show'],
  tape: ['game'],
  feeds: ['game', 'tape'],
  relay: ['game', 'time', 'show', 'wire', 'tape', 'feeds'],
  emulator: ['wire', 'feeds', 'tape', 'game'],
  link: ['wire', 'time', 'show', 'game'],
  stage: ['game', 'time'],
  overlays: ['stage', 'game', 'time'],
  hosts: ['overlays', 'stage', 'link', 'wire', 'show', 'time', 'game'],
  control: ['link', 'wire', 'show', 'time', 'game'],
};

/** Single files that may do more than their room: the program that puts the parts together. */
const MAY_ALSO: Readonly<Record<string, readonly string[]>> = {
  'src/relay/main.ts': ['overlays/catalogue.ts', 'src/stage/theme.ts', 'emulator'],
};

const NODE_ROOMS: ReadonlySet<string> = new Set(['tape', 'feeds', 'relay', 'emulator']);
const PURE_ROOMS: ReadonlySet<string> = new Set(['game', 'time', 'show', 'wire']);
const DOM_FREE_ROOMS: ReadonlySet<string> = new Set([...PURE_ROOMS, ...NODE_ROOMS]);

/** Where a package may be imported: rooms, or single files. Packages not named may be imported everywhere. */
const PACKAGES: readonly (readonly [name: RegExp, where: readonly string[]])[] = [
  [/^pixi\.js(\/|$)/, ['stage', 'overlays', 'hosts']],
  [/^gsap(\/|$)/, ['src/stage/motion.ts']],
  [/^(preact|@preact\/.*)(\/|$)/, ['control']],
  [/^(@mcap|@foxglove)\//, ['tape']],
];

const IMPURE = [
  'Date',
  'performance.now',
  'Math.random',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'queueMicrotask',
];
// Not `location`: a feed's own word.
const DOM = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage'];

/** The room a path is in; null outside the house. */
export const roomOf = (path: string): string | null =>
  path.startsWith('overlays/') ? 'overlays' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? null);

const graphicOf = (path: string): string | null => /^overlays\/([^/]+)\//.exec(path)?.[1] ?? null;

/** All violations of the house's rules in these sources, by path. */
export function violations(sources: Sources): readonly Violation[] {
  const modules = Object.entries(sources).map(([path, source]) => readModule(path, source));
  const known = new Set(Object.keys(sources));
  return [...modules.flatMap((module) => [...check(module, known)]), ...cycles(modules)].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

function* check(module: Module, known: ReadonlySet<string>): Generator<Violation> {
  const { path, imports } = module;
  const room = roomOf(path);
  if (room === null || !Object.hasOwn(MAY_IMPORT, room)) {
    yield { rule: 'unknown-room', path, found: room ?? 'no room' };
    return;
  }
  for (const each of imports) yield* checkImport(path, room, each, known);
  yield* checkShape(module, room);
  yield* checkMentions(module, room);
}

function* checkImport(path: string, room: string, { to, file }: Import, known: ReadonlySet<string>) {
  if (file === null) {
    yield* checkPackage(path, room, to);
    return;
  }
  // Styles, pictures and fonts are no modules: they have no direction.
  if (/\.(css|svg|png|woff2?|json)$/.test(file)) return;
  if (!known.has(file)) {
    yield { rule: 'unresolved', path, found: to } as const;
    return;
  }
  const target = roomOf(file) ?? '';
  const also = MAY_ALSO[path] ?? [];
  const allowed =
    target === room || MAY_IMPORT[room]?.includes(target) || also.includes(file) || also.includes(target);
  if (!allowed) yield { rule: 'direction', path, found: `${room} imports ${target} (${to})` } as const;
  const graphic = graphicOf(path);
  if (graphic !== null && target === 'overlays' && graphicOf(file) !== graphic)
    yield { rule: 'other-graphic', path, found: to } as const;
}

function* checkPackage(path: string, room: string, to: string): Generator<Violation> {
  if (/^(node:|ws$|sirv$)/.test(to) && !NODE_ROOMS.has(room)) yield { rule: 'platform', path, found: to };
  for (const [name, where] of PACKAGES)
    if (name.test(to) && !where.includes(room) && !where.includes(path))
      yield { rule: 'package', path, found: `${to} outside ${where.join(', ')}` };
}

function* checkShape(module: Module, room: string): Generator<Violation> {
  const { path } = module;
  if (module.isBarrel) yield { rule: 'barrel', path, found: 're-exports' };
  // An OGraf module's format demands a default export.
  if (module.hasDefaultExport && !(room === 'hosts' && path.includes('ograf')))
    yield { rule: 'default-export', path, found: 'export default' };
  for (const name of module.variables) yield { rule: 'module-state', path, found: `let ${name}` };
  if (!module.opensWithComment) yield { rule: 'opening', path, found: 'no opening sentence' };
  if (module.lines > MAX_LINES) yield { rule: 'length', path, found: `${module.lines} lines` };
}

function* checkMentions({ path, mentions }: Module, room: string): Generator<Violation> {
  if (PURE_ROOMS.has(room))
    for (const name of IMPURE) if (mentions.has(name)) yield { rule: 'impure', path, found: name };
  if (DOM_FREE_ROOMS.has(room))
    for (const mention of mentions) {
      const [object] = mention.split('.');
      if (mention.includes('.') && DOM.includes(object ?? '')) yield { rule: 'dom', path, found: mention };
    }
}

/** Each circle of imports once, told by its first path. Types count: two files that need each other's types are one file. */
function cycles(modules: readonly Module[]): readonly Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found = new Map<string, Violation>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const first = [...circle].sort()[0] ?? path;
      found.set([...circle].sort().join(), {
        rule: 'cycle',
        path: first,
        found: [...circle, path].join(' -> '),
      });
      return;
    }
    if (done.has(path)) return;
    for (const { file } of byPath.get(path)?.imports ?? []) if (file !== null) visit(file, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return [...found.values()];
}
