// What a tape's schema says of a field is what its reader takes: nothing that is read without complaint is outside of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as fields from '../../src/feeds/fields.ts';

const FIELDS = {
  number: fields.number,
  vitalNumber: fields.vitalNumber,
  id: fields.id,
  vitalId: fields.vitalId,
  flag: fields.flag,
  vitalColour: fields.vitalColour,
  text: fields.text,
  shortText: fields.shortText,
  vitalText: fields.vitalText,
  display: fields.display,
} as const;
type Name = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Name[];

const jsonSchemaOf = (name: Name) => z.toJSONSchema(FIELDS[name], { io: 'input', unrepresentable: 'any' });

/** Whatever JSON may hold where a field is wanted, and what comes near to being one. */
const anything = fc.oneof(
  fc.constantFrom(null, true, 'TRUE', 'false', 1, 0, '1', '', ' ', '#0a3161', '0xFFF', ' abcdef ', 'noon'),
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer().map(String),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => ` ${n} `),
  fc.integer({ min: 0, max: 0xffff }).map((n) => `0x${n.toString(16)}`),
  fc.string(),
  fc.constant({}),
  fc.constant([]),
);

test.each(NAMES)('what the reader of %s takes its schema takes', (name) => {
  const described = z.fromJSONSchema(jsonSchemaOf(name) as z.core.JSONSchema.JSONSchema);
  fc.assert(
    fc.property(anything, (value) => {
      fc.pre(FIELDS[name].safeParse(value).success);
      expect(described.safeParse(value).success).toBe(true);
    }),
  );
});

test.each([
  ['number', 'noon'],
  ['number', true],
  ['vitalNumber', null],
  ['id', 1.5],
  ['id', {}],
  ['vitalId', null],
  ['flag', 'perhaps'],
  ['flag', 2],
  ['vitalColour', 'red'],
  ['text', []],
  ['display', false],
] as const)('the schema of %s refuses %j, and its reader complains of it', (name, value) => {
  const described = z.fromJSONSchema(jsonSchemaOf(name) as z.core.JSONSchema.JSONSchema);
  expect(described.safeParse(value).success).toBe(false);
  expect(FIELDS[name].safeParse(value).success).toBe(false);
});

test('every field has a type', () => {
  for (const name of NAMES) expect(jsonSchemaOf(name)).toHaveProperty('type');
});
