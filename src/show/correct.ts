// Cues that correct the feed, and give it back.
import { z } from 'zod';
import { firstWrong } from '../game/wrong-shape.ts';
import { agrees, fieldValue, readSetClock, type Said } from './field-value.ts';
import { type Granted, type Refused, refuse } from './grant.ts';
import { MOST_OVERRIDES, OVERRIDES, type Override, type SetClock, valueSchemaOf } from './overrides.ts';
import { instantOf } from './playhead.ts';
import { playheadOf, type Show } from './show.ts';
import { rememberOverride } from './undo.ts';

/** What the feed said at an instant; null for nothing yet. */
export type Truth = (instantMs: number) => Said;

/** The output whose picture an operator has before him, unless he says another. */
export const FIRST_OUTPUT = 'program';

export const overrideCueSchema = z.strictObject({
  cue: z.literal('override'),
  field: z.string().max(160),
  /** The value itself; of a clock what is said of it, see `clockWishSchema`. */
  value: z.unknown().optional(),
  /** Instead of a value: so much more than what is shown. Of a clock: milliseconds. */
  add: z.number().min(-3_600_000).max(3_600_000).optional(),
  until: z.literal('agrees').optional(),
  /** The output whose picture is meant by what is shown; the program's where none is named. */
  output: z.string().min(1).max(64).optional(),
});
export type OverrideCue = z.infer<typeof overrideCueSchema>;

/** A clock as a cue sets it. What is absent is as it is shown: `{ running: false }` holds it. */
const clockWishSchema = z.strictObject({
  remainingMs: z.number().optional(),
  running: z.boolean().optional(),
});

const isClockField = (field: string): field is 'clock' | 'shotClock' =>
  field === 'clock' || field === 'shotClock';

/** What is shown of a field in the picture at an instant: the operator's value, else the feed's. */
function shown(show: Show, field: string, said: Said): unknown {
  const held = show.overrides[field];
  if (!held) return fieldValue(said, field);
  if (!isClockField(field) || held.value === null) return held.value;
  const clock = held.value as SetClock;
  return { ...clock, remainingMs: readSetClock(clock, said.atMs), atMs: said.atMs };
}

/** The whole value that a cue means, not checked yet. */
function meant(show: Show, { field, value, add }: OverrideCue, said: Said): unknown {
  const now = shown(show, field, said);
  if (!isClockField(field)) return add === undefined ? value : typeof now === 'number' ? now + add : add;
  if (value === null) return null;
  const clock = (now ?? { remainingMs: undefined, running: false }) as Partial<SetClock>;
  const wish = clockWishSchema.safeParse(value ?? {});
  if (!wish.success) return value;
  const remainingMs = wish.data.remainingMs ?? clock.remainingMs;
  return {
    remainingMs: remainingMs === undefined ? undefined : Math.max(0, remainingMs + (add ?? 0)),
    running: wish.data.running ?? clock.running,
    atMs: said.atMs,
  };
}

/** Sets the operator's value over the feed's. `truth` tells what is shown, for a value that is said relative to it. */
export function override(
  show: Show,
  cue: OverrideCue,
  atMs: number,
  { truth, by }: { truth: Truth; by?: string | undefined },
): Granted | Refused {
  const { field, until } = cue;
  const schema = valueSchemaOf(field);
  if (!schema)
    return refuse(
      'field',
      `one of ${Object.keys(OVERRIDES).join(', ')}, number.PLAYER, player.PLAYER`,
      field,
    );
  if ((cue.value === undefined) === (cue.add === undefined))
    return refuse('value, add', 'one of them', cue.add === undefined ? 'none' : 'both');
  const instantMs = instantOf(playheadOf(show, cue.output ?? FIRST_OUTPUT), atMs, 0);
  const parsed = schema.safeParse(meant(show, cue, truth(instantMs)));
  if (!parsed.success) {
    const given = cue.value ?? cue.add;
    const { expected } = firstWrong(given, parsed.error, field);
    return refuse(field, expected, JSON.stringify(given) ?? 'nothing');
  }
  const before = show.overrides[field] ?? null;
  if (!before && Object.keys(show.overrides).length >= MOST_OVERRIDES)
    return refuse('field', `at most ${MOST_OVERRIDES} fields that are overridden`, field);
  const held: Override = {
    value: parsed.data,
    sinceMs: atMs,
    ...(until === undefined ? {} : { until }),
    ...(by === undefined ? {} : { by }),
  };
  const next = { ...show, overrides: { ...show.overrides, [field]: held } };
  return { show: rememberOverride(next, field, before, atMs) };
}

/** Gives a field back to the feed. */
export function release(show: Show, field: string, atMs: number): Granted | Refused {
  const before = Object.hasOwn(show.overrides, field) ? show.overrides[field] : undefined;
  if (!before) return refuse('field', 'a field that is overridden', field);
  const { [field]: _released, ...overrides } = show.overrides;
  return { show: rememberOverride({ ...show, overrides }, field, before, atMs) };
}

/** The fields that would be released by themselves: those which the feed agrees with at that instant. */
export const agreedFields = ({ overrides }: Show, said: Said): readonly string[] =>
  Object.entries(overrides)
    .filter(([field, { until, value }]) => until === 'agrees' && agrees(said, field, value))
    .map(([field]) => field);
