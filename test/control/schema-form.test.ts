import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Field, fieldsOf, valueOf } from '../../src/control/schema-form.ts';
import { colourSchema } from '../../src/game/message.ts';

/** The one field of an options' schema, made as the relay makes it. */
function fieldFrom(type: z.ZodType): Field {
  const [field] = fieldsOf(z.toJSONSchema(z.object({ option: type }), { io: 'input' }));
  if (!field) throw new Error('no field');
  return field;
}

describe('a field', () => {
  test.each([
    ['an enum is a choice', z.enum(['a', 'b']).default('a'), { kind: 'choice', choices: ['a', 'b'] }],
    [
      'an enum or null is a choice or none',
      z.enum(['a', 'b']).nullable().default(null),
      { kind: 'choice', choices: ['a', 'b'], nullable: true },
    ],
    [
      'a number or null may be empty',
      z.number().min(1).nullable(),
      { kind: 'number', min: 1, nullable: true },
    ],
    ['literals are a choice', z.union([z.literal('q'), z.literal(2)]), { kind: 'choice', choices: ['q', 2] }],
    ['a boolean is a toggle', z.boolean().default(true), { kind: 'toggle' }],
    [
      'an integer goes in steps of one within its bounds',
      z.number().int().min(0).max(9),
      { kind: 'number', min: 0, max: 9, step: 1, nullable: false },
    ],
    ['an integer without bounds has none', z.number().int(), { kind: 'number', step: 1, nullable: false }],
    [
      'a number takes any step',
      z.number().min(0.5),
      { kind: 'number', min: 0.5, step: 'any', nullable: false },
    ],
    [
      'a number goes in the steps of its schema',
      z.number().multipleOf(0.5),
      { kind: 'number', step: 0.5, nullable: false },
    ],
    [
      'a string is a text of at most its length',
      z.string().max(24),
      { kind: 'text', maxLength: 24, nullable: false },
    ],
    ['a string or null may be empty', z.string().nullable(), { kind: 'text', nullable: true }],
    ['a hex colour is a colour', colourSchema, { kind: 'colour', nullable: false }],
    ['a list has no control of its own', z.array(z.string()), { kind: 'other' }],
  ])('%s', (_name, type, expected) => {
    expect(fieldFrom(type)).toMatchObject(expected);
  });

  test('is labelled by its title, else by its name in words, and explained by its description', () => {
    const schema = z.object({
      showFouls: z.boolean().describe('Team fouls beside the name.'),
      pos: z.string().meta({ title: 'Place' }),
    });
    expect(fieldsOf(z.toJSONSchema(schema)).map(({ label, hint }) => ({ label, hint }))).toEqual([
      { label: 'Show fouls', hint: 'Team fouls beside the name.' },
      { label: 'Place', hint: '' },
    ]);
  });

  test('keeps the order of its schema', () => {
    const schema = z.toJSONSchema(z.object({ z: z.string(), a: z.string(), m: z.string() }));
    expect(fieldsOf(schema).map(({ name }) => name)).toEqual(['z', 'a', 'm']);
  });

  test('is not made from what is no schema', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ properties: { odd: 7 } })).toMatchObject([{ kind: 'other', name: 'odd' }]);
  });
});

describe('what is typed', () => {
  test.each([
    ['a number', z.number(), '12.5', 12.5],
    ['an empty number is none', z.number(), '', undefined],
    ['a word is no number', z.number(), 'ten', undefined],
    ['an empty number that may be null is null', z.number().nullable(), '', null],
    ['a choice keeps the type of its value', z.union([z.literal('q'), z.literal(2)]), '2', 2],
    ['what is not among the choices is none', z.enum(['a', 'b']), 'c', undefined],
    ['no choice where there may be none', z.enum(['a', 'b']).nullable(), '', null],
    ['a toggle', z.boolean(), 'false', false],
    ['an empty text is a text', z.string(), '', ''],
    ['an empty text that may be null is null', z.string().nullable(), '', null],
    ['a list as JSON', z.array(z.string()), '["a"]', ['a']],
    ['half a list is none', z.array(z.string()), '["a"', undefined],
  ])('%s', (_name, type, typed, value) => {
    expect(valueOf(fieldFrom(type), typed)).toEqual(value);
  });
});
