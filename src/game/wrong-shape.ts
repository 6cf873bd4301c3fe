// What is wrong with data that came from elsewhere, in a Fault's words: where, what belongs there, and what was found.
import type { z } from 'zod';

export type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;
type Bound = { readonly inclusive?: boolean | undefined; readonly origin: string };

/** What of `z.ZodError` is read. */
export type WrongShape = { readonly issues: readonly Issue[] };

/** `where`, `expected` and `found` of a Fault. */
export type Wrong = { readonly where: string; readonly expected: string; readonly found: string };

const FOUND_CHARACTERS = 60;

/** `location.locations[3].x`; without `root` it begins with the first key. */
export const pathText = (root: string, path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, root);

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What stands at a path of parsed JSON; undefined where nothing does. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isContainer(inner) ? Reflect.get(inner, key) : undefined), value);

/** A value of parsed JSON, shortly: at most 60 characters of a text are told. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, FOUND_CHARACTERS));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isContainer(value)) return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null';
}

/** A kind as a schema names it, as one says it. */
function kindText(kind: string): string {
  if (kind === 'array') return 'a list';
  if (kind === 'int') return 'a whole number';
  if (kind === 'string') return 'a text';
  if (kind === 'boolean') return 'true or false';
  return /^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

function boundText(side: 'most' | 'least', bound: number | bigint, { origin, inclusive }: Bound): string {
  const limit = inclusive === false ? (side === 'most' ? 'less than' : 'more than') : `at ${side}`;
  if (origin === 'string') return `a text of ${limit} ${bound} characters`;
  if (origin === 'array') return `a list of ${limit} ${bound}`;
  return `${kindText(origin)} of ${limit} ${bound}`;
}

/** The library's own words all begin so; a schema's do not. */
const hasOwnWords = ({ message }: Issue): boolean => !/^(Invalid|Too|Unrecognized) /.test(message);

/** What belongs where an issue lies. A schema's own words come first. */
export function expectedText(issue: Issue): string {
  if (hasOwnWords(issue)) return issue.message;
  if (issue.code === 'invalid_type') return kindText(issue.expected);
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'too_big') return boundText('most', issue.maximum, issue);
  if (issue.code === 'too_small') return boundText('least', issue.minimum, issue);
  if (issue.code === 'not_multiple_of') return `a multiple of ${issue.divisor}`;
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options)
    return issue.options.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'invalid_format')
    return issue.pattern ? `a text like ${issue.pattern}` : `a text of the form ${issue.format}`;
  if (issue.code === 'unrecognized_keys') return `nothing by the name of ${issue.keys.join(', ')}`;
  return 'another form';
}

/** Of a value that could have one of several shapes: what is wrong with the one that it fails least. */
function nearest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || hasOwnWords(issue)) return [issue];
  const [least] = [...issue.errors].sort((a, b) => a.length - b.length);
  if (least === undefined) return [issue];
  return least.flatMap((inner) => nearest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** All that is wrong with `value`, which is called `whole` where nothing smaller is; `under` begins each path. */
export const wrongsIn = (value: unknown, { issues }: WrongShape, whole: string, under = ''): Wrong[] =>
  issues.flatMap(nearest).map((issue) => ({
    where: issue.path.length === 0 ? whole : pathText(under, issue.path),
    expected: expectedText(issue),
    found: foundText(valueAt(value, issue.path)),
  }));

/** The first of it: what a person mends first. */
export function firstWrong(value: unknown, wrong: WrongShape, whole: string, under = ''): Wrong {
  const [first] = wrongsIn(value, wrong, whole, under);
  return first ?? { where: whole, expected: 'another form', found: foundText(value) };
}
