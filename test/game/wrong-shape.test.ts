// What is wrong with data from elsewhere is said in words that a person can act on.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firstWrong, wrongsIn } from '../../src/game/wrong-shape.ts';

const schema = z.strictObject({
  place: z.enum(['left', 'right']).default('left'),
  score: z.number().int().min(0).max(200).default(0),
  share: z.number().gt(0).multipleOf(0.5).default(1),
  name: z.string().min(1).max(5).default('a'),
  on: z.boolean().default(true),
  players: z
    .array(z.object({ id: z.string() }))
    .max(2)
    .default([]),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'a colour as #rrggbb')
    .default('#000000'),
});

const wrongOf = (value: unknown, under = ''): ReturnType<typeof firstWrong> => {
  const read = schema.safeParse(value);
  if (read.success) throw new Error('nothing is wrong');
  return firstWrong(value, read.error, 'cue', under);
};

describe('what is wrong', () => {
  it.each([
    [{ place: 'nowhere' }, { where: 'place', expected: '"left" or "right"', found: '"nowhere"' }],
    [{ score: '7' }, { where: 'score', expected: 'a number', found: '"7"' }],
    [{ score: 1.5 }, { where: 'score', expected: 'a whole number', found: '1.5' }],
    [{ score: 201 }, { where: 'score', expected: 'a number of at most 200', found: '201' }],
    [{ score: -1 }, { where: 'score', expected: 'a number of at least 0', found: '-1' }],
    [{ share: 0 }, { where: 'share', expected: 'a number of more than 0', found: '0' }],
    [{ share: 0.7 }, { where: 'share', expected: 'a multiple of 0.5', found: '0.7' }],
    [{ name: '' }, { where: 'name', expected: 'a text of at least 1 characters', found: '""' }],
    [{ name: 'abcdef' }, { where: 'name', expected: 'a text of at most 5 characters', found: '"abcdef"' }],
    [{ on: 'yes' }, { where: 'on', expected: 'true or false', found: '"yes"' }],
    [{ players: {} }, { where: 'players', expected: 'a list', found: 'an object' }],
    [{ players: [{ id: 'a' }, {}] }, { where: 'players[1].id', expected: 'a text', found: 'nothing' }],
    [
      { players: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
      { where: 'players', expected: 'a list of at most 2', found: 'a list of 3' },
    ],
    [{ colour: 'red' }, { where: 'colour', expected: 'a colour as #rrggbb', found: '"red"' }],
    [{ scroe: 1 }, { where: 'cue', expected: 'nothing by the name of scroe', found: 'an object' }],
    [[], { where: 'cue', expected: 'an object', found: 'a list of 0' }],
    [undefined, { where: 'cue', expected: 'an object', found: 'nothing' }],
  ])('in %j', (value, wrong) => {
    expect(wrongOf(value)).toEqual(wrong);
  });

  it('is one of the names that tell shapes apart', () => {
    const union = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('take') }),
      z.object({ kind: z.literal('out') }),
    ]);
    const value = { kind: 'tkae' };
    const read = union.safeParse(value);
    expect(read.error && firstWrong(value, read.error, 'cue')).toEqual({
      where: 'kind',
      expected: '"take" or "out"',
      found: '"tkae"',
    });
  });

  it('is what is wrong with the shape that it fails least, where there are several', () => {
    const several = z.object({
      at: z.union([
        z.strictObject({ periodMs: z.number(), period: z.string() }),
        z.strictObject({ ms: z.number() }),
      ]),
    });
    const value = { at: { ms: 'soon' } };
    const read = several.safeParse(value);
    expect(read.error && firstWrong(value, read.error, 'order')).toEqual({
      where: 'at.ms',
      expected: 'a number',
      found: '"soon"',
    });
  });

  it('is told with its place from where it was asked', () => {
    expect(wrongOf({ place: 'nowhere' }, 'options').where).toBe('options.place');
  });

  it('is all of it, in its order', () => {
    const value = { score: 201, on: 1 };
    const read = schema.safeParse(value);
    expect(read.error && wrongsIn(value, read.error, 'cue').map(({ where }) => where)).toEqual([
      'score',
      'on',
    ]);
  });

  it('is told of a long text by its beginning', () => {
    expect(wrongOf({ name: 'x'.repeat(500) }).found.length).toBeLessThan(70);
  });
});
