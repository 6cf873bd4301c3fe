// The form of a graphic as a host shows it: the graphic's own options, where its data comes from, and what can be told by hand. Hosts' own forms are printed from it.
import { z } from 'zod';
import { MAX_DELAY_MS } from '../../show/playhead.ts';
import type { Graphic } from '../../stage/graphic.ts';
import { toldFieldsFor, toldSchema } from './told.ts';

/** Of a form; `group` says what the field is for. All have a default. */
export type FormField = {
  readonly name: string;
  readonly group: 'option' | 'source' | 'told';
  /** What it is, in a few words. */
  readonly label: string;
} & (
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'choice'; readonly default: string; readonly choices: readonly string[] }
  | { readonly type: 'text'; readonly default: string; readonly long: boolean }
  | { readonly type: 'colour'; readonly default: string }
  | { readonly type: 'integer'; readonly default: number; readonly min: number; readonly max: number }
);

/** Where its data comes from. */
export const sourceSchema = z.object({
  relay: z
    .string()
    .max(200)
    .default('http://127.0.0.1:4747')
    .describe("Courtside's address; empty: the fields below are the game"),
  output: z.string().max(64).default('program').describe('The output whose delay it keeps'),
  delayMs: z
    .number()
    .int()
    .min(-1)
    .max(MAX_DELAY_MS)
    .default(-1)
    .describe('Behind live, in milliseconds; -1: as that output'),
  theme: z.string().max(40).default('').describe('Theme; empty: as the show'),
  tape: z
    .string()
    .max(500)
    .default('')
    .describe('For rendering without real time: address of a tape exported as messages'),
  tapeFromMs: z
    .number()
    .int()
    .min(0)
    .max(86_400_000)
    .default(0)
    .describe('Where the tape begins, in milliseconds'),
});
export type Source = z.infer<typeof sourceSchema>;

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

/** @throws Error for an option of a kind that no host has a field for: a defect of the graphic. */
function fieldOf(name: string, group: FormField['group'], schema: Json): FormField {
  const head = { name, group, label: text(schema.description) || name };
  if (Array.isArray(schema.enum)) {
    const choices = schema.enum.map(String);
    return { ...head, type: 'choice', choices, default: text(schema.default) };
  }
  if (schema.type === 'boolean') return { ...head, type: 'boolean', default: schema.default === true };
  if (schema.type === 'integer')
    return {
      ...head,
      type: 'integer',
      default: number(schema.default, 0),
      min: number(schema.minimum, 0),
      max: number(schema.maximum, Number.MAX_SAFE_INTEGER),
    };
  if (schema.type !== 'string') throw new Error(`${name}: no host has a field of ${String(schema.type)}`);
  if (schema.pattern === '^#[0-9a-f]{6}$') return { ...head, type: 'colour', default: text(schema.default) };
  return { ...head, type: 'text', default: text(schema.default), long: number(schema.maxLength, 0) > 1_000 };
}

function fieldsOf(schema: z.ZodType, group: FormField['group']): readonly FormField[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => fieldOf(name, group, property as Json));
}

/** All fields of a graphic's form, in their order. Names are each used once. */
export function formOf(graphic: Pick<Graphic, 'options' | 'needs'>): readonly FormField[] {
  const told = toldFieldsFor(graphic.needs);
  const options = fieldsOf(graphic.options, 'option');
  const taken = new Set(options.map(({ name }) => name));
  return [
    ...options,
    ...fieldsOf(sourceSchema, 'source'),
    ...told.flatMap((name) => fieldsOf(toldSchema, 'told').filter((field) => field.name === name)),
  ].filter(({ name, group }) => group === 'option' || !taken.has(name));
}
