// A graphic's form as OGraf's schemas write it. Source: Graphics Data Definition v1.
import { z } from 'zod';
import type { FormField } from '../alone/form.ts';

export type Json = { readonly [name: string]: unknown };

function typed(field: FormField): Json {
  switch (field.type) {
    case 'boolean':
      return { type: 'boolean', default: field.default };
    case 'integer':
      return { type: 'integer', minimum: field.min, maximum: field.max, default: field.default };
    case 'colour':
      return { type: 'string', gddType: 'color-rrggbb', pattern: '^#[0-9a-f]{6}$', default: field.default };
    case 'text':
      return { type: 'string', gddType: field.long ? 'multi-line' : 'single-line', default: field.default };
    case 'choice':
      return {
        type: 'string',
        gddType: 'select',
        enum: field.choices,
        gddOptions: { labels: Object.fromEntries(field.choices.map((one) => [one, one === '' ? '-' : one])) },
        default: field.default,
      };
    default: {
      const never: never = field;
      return never;
    }
  }
}

/** One type alone each, never a list of types: there is a host that trips over one. */
export const gddOf = (form: readonly FormField[]): Json => ({
  type: 'object',
  properties: Object.fromEntries(
    form.map((field, order) => [field.name, { title: field.label, order, ...typed(field) }]),
  ),
});

/** The same of an action's payload. */
export function gddOfPayload(payload: z.ZodType | null): Json | null {
  if (payload === null) return null;
  const { properties = {} } = z.toJSONSchema(payload, { io: 'output' });
  const propertyOf = ({ description, enum: choices, type, default: first }: Json): Json =>
    Array.isArray(choices)
      ? {
          title: description,
          type: 'string',
          gddType: 'select',
          enum: choices,
          gddOptions: {
            labels: Object.fromEntries(choices.map((one: unknown) => [String(one), String(one)])),
          },
          default: first,
        }
      : { title: description, type, default: first };
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, propertyOf(property as Json)]),
    ),
  };
}
