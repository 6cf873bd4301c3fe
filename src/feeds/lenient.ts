// Reads what can be read: a bad part of a message is told with its path and taken out, the rest stands.
import type { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { expectedText, foundText, type Path, pathText, valueAt } from '../game/wrong-shape.ts';
import type { FieldIssue } from './fields.ts';

/** Faults told of one message; a message with more wrong than this says so once. */
export const FAULTS_A_MESSAGE = 16;
/** How often a message is read again after taking bad parts out. */
const ROUNDS = 4;

type Issue = z.core.$ZodIssue;

const isContainer = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const isVital = (issue: Issue): boolean =>
  issue.code === 'custom' && (issue.params as Partial<FieldIssue> | undefined)?.vital === true;

/** Makes null what is at `path`, or what holds it when it is not there at all. False when that is everything. */
function takeOut(value: unknown, path: Path): boolean {
  if (path.length === 0) return false;
  const around = path.slice(0, -1);
  const holder = valueAt(value, around);
  const key = path.at(-1);
  if (!isContainer(holder) || key === undefined) return true;
  if (holder[key] === undefined || holder[key] === null) return takeOut(value, around);
  holder[key] = null;
  return true;
}

export type Lenient<T> = {
  /** Null when nothing of it could be used. */
  readonly data: T | null;
  readonly faults: readonly Fault[];
};

/** Reads `value`, which is changed by it. `where` begins the path in every Fault. */
export function readLeniently<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: string,
): Lenient<z.output<S>> {
  const faults: Fault[] = [];
  const tell = (issue: Issue): void => {
    if (faults.length > FAULTS_A_MESSAGE) return;
    if (faults.length === FAULTS_A_MESSAGE)
      faults.push(fault('bad-field', where, `at most ${FAULTS_A_MESSAGE} bad fields`, 'more'));
    else
      faults.push(
        fault(
          'bad-field',
          pathText(where, issue.path),
          expectedText(issue),
          foundText(valueAt(value, issue.path)),
        ),
      );
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = schema.safeParse(value);
    if (result.success) return { data: result.data, faults };
    const { issues } = result.error;
    issues.forEach(tell);
    for (const issue of issues)
      if (!takeOut(value, isVital(issue) ? issue.path.slice(0, -1) : issue.path))
        return { data: null, faults };
  }
  return { data: null, faults };
}
