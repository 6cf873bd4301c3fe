// What a host may ask of a graphic beyond play, stop and update: each is a change of some fields of its form.
import { z } from 'zod';
import type { FormField } from './form.ts';
import type { Told } from './told.ts';

/** Data that a host could have sent as well. */
type Change = Readonly<Record<string, string | number | boolean>>;

type CustomAction = {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  /** There only where the form has this field. */
  readonly field: string;
  /** The relay says it better, where there is one. */
  readonly isTold: boolean;
  readonly payload: z.ZodType | null;
  change(payload: unknown, told: Told): Change;
};

const pointsSchema = z.object({
  side: z.enum(['home', 'away']).default('home').describe('Whose'),
  points: z.coerce.number().int().min(-3).max(3).default(1).describe('Points, or fewer to correct'),
});
const delaySchema = z.object({
  delayMs: z.coerce
    .number()
    .int()
    .min(-1)
    .max(300_000)
    .default(-1)
    .describe('Milliseconds behind live; -1: as the output'),
});

const ACTIONS: readonly CustomAction[] = [
  {
    id: 'add-points',
    name: 'Add points',
    says: 'Where no relay says the score',
    field: 'homeScore',
    isTold: true,
    payload: pointsSchema,
    change: (payload, told) => {
      const { side, points } = pointsSchema.parse(payload);
      const field = `${side}Score` as const;
      return { [field]: Math.max(0, told[field] + points) };
    },
  },
  {
    id: 'start-clock',
    name: 'Start clock',
    says: 'Where no relay says the clock',
    field: 'clockRunning',
    isTold: true,
    payload: null,
    change: () => ({ clockRunning: true }),
  },
  {
    id: 'stop-clock',
    name: 'Stop clock',
    says: 'Where no relay says the clock',
    field: 'clockRunning',
    isTold: true,
    payload: null,
    change: () => ({ clockRunning: false }),
  },
  {
    id: 'delay',
    name: 'Delay',
    says: 'How far behind live it plays',
    field: 'delayMs',
    isTold: false,
    payload: delaySchema,
    change: (payload) => delaySchema.parse(payload),
  },
];

/** What a graphic with that form can be asked for. */
export const customActionsFor = (form: readonly FormField[]): readonly CustomAction[] =>
  ACTIONS.filter(({ field }) => form.some(({ name }) => name === field));

/** What an action changes; or why it changes nothing. */
export function changeBy(
  form: readonly FormField[],
  { id, payload, told, hasRelay }: { id: string; payload: unknown; told: Told; hasRelay: boolean },
): { readonly change: Change } | { readonly why: string } {
  const actions = customActionsFor(form);
  const action = actions.find((one) => one.id === id);
  if (!action) return { why: `there is ${actions.map((one) => one.id).join(', ')}` };
  if (action.isTold && hasRelay) return { why: 'the relay says that' };
  try {
    return { change: action.change(payload ?? {}, told) };
  } catch {
    return { why: 'the payload is not as its schema says' };
  }
}
