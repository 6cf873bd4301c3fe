// What a module of the house says about itself: whom it imports, what it exports, what it holds and mentions. Read from its syntax, not by pattern.
import { posix } from 'node:path';
import { parseAst } from 'vite';

/** Source texts by path from the repository's root, with `/`. */
export type Sources = Readonly<Record<string, string>>;

/** One import: `to` as written; `file` the path it means when it is relative. Types, dynamic imports and re-exports count alike. */
export type Import = { readonly to: string; readonly file: string | null };

export type Module = {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Holds nothing of its own: only imports and re-exports, or an `export *`. */
  readonly isBarrel: boolean;
  readonly hasDefaultExport: boolean;
  /** Names that the top level may assign again: `let` and `var`. */
  readonly variables: readonly string[];
  /** Every name in its code, and every `object.property`. */
  readonly mentions: ReadonlySet<string>;
  readonly opensWithComment: boolean;
  readonly lines: number;
};

type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}

const nameOf = (node: unknown): string =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : '';

const literal = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** An import's path in the house, whatever query a bundler is told by it (`?url`). */
const resolve = (from: string, to: string): string | null =>
  to.startsWith('.') ? posix.join(posix.dirname(from), to.replace(/\?.*$/, '')) : null;

const IMPORTING: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ImportExpression',
  'TSImportType',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
]);

const isReExport = (node: Node): boolean =>
  node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && isNode(node.source));

function isBarrel(body: readonly Node[]): boolean {
  if (body.some(({ type }) => type === 'ExportAllDeclaration')) return true;
  return body.some(isReExport) && body.every((node) => isReExport(node) || node.type === 'ImportDeclaration');
}

const topVariables = (body: readonly Node[]): readonly string[] =>
  body
    .map((node) =>
      node.type === 'ExportNamedDeclaration' && isNode(node.declaration) ? node.declaration : node,
    )
    .filter((node) => node.type === 'VariableDeclaration' && (node.kind === 'let' || node.kind === 'var'))
    .flatMap((node) => (node.declarations as readonly Node[]).map(({ id }) => nameOf(id) || 'a pattern'));

/** Reads one module. @throws when the text is no TypeScript. */
export function readModule(path: string, source: string): Module {
  const program = parseAst(source, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }) as unknown as Node;
  const body = program.body as readonly Node[];
  const imports: Import[] = [];
  const mentions = new Set<string>();
  walk(program, (node) => {
    const to = IMPORTING.has(node.type) ? literal(node.source) : null;
    if (to !== null) imports.push({ to, file: resolve(path, to) });
    if (node.type === 'MemberExpression') mentions.add(`${nameOf(node.object)}.${nameOf(node.property)}`);
    if (node.type === 'Identifier') mentions.add(nameOf(node));
  });
  return {
    path,
    imports,
    isBarrel: isBarrel(body),
    hasDefaultExport: body.some(({ type }) => type === 'ExportDefaultDeclaration'),
    variables: topVariables(body),
    mentions,
    opensWithComment: source.replace(/^#!.*\n/, '').startsWith('//'),
    lines: source.trimEnd().split('\n').length,
  };
}
