// What hosts send is read as it was meant: text for figures, parts of the form, and fields that are nobody's.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { formOf } from '../../src/hosts/alone/form.ts';
import { HostReader } from '../../src/hosts/alone/host-data.ts';
import { wireOf } from '../../src/hosts/alone/relay-source.ts';
import { spxDefinition } from '../../src/hosts/spx/definition.ts';

const ALL = [...graphics.values()];
const [scorebug] = ALL.filter(({ id }) => id === 'scorebug');
if (!scorebug) throw new Error('no scorebug');

describe('a form', () => {
  test.each(ALL)('of $id names each field once, with a default that it takes itself', (graphic) => {
    const form = formOf(graphic);
    expect(new Set(form.map(({ name }) => name)).size).toBe(form.length);
    const reader = new HostReader(graphic);
    const given = Object.fromEntries(form.map((field) => [field.name, field.default]));
    expect(reader.read(given, reader.defaults)).toEqual(reader.defaults);
  });

  test.each(ALL)('of $id is in SPX text alone, and comes back as it was', (graphic) => {
    const { DataFields } = spxDefinition(graphic);
    const reader = new HostReader(graphic);
    const given = Object.fromEntries(DataFields.map(({ field, value }) => [field, value]));
    expect(Object.values(given).every((value) => typeof value === 'string')).toBe(true);
    expect(reader.read(given, reader.defaults)).toEqual(reader.defaults);
  });
});

describe('a reader', () => {
  const reader = new HostReader(scorebug);
  const after = (given: unknown) => reader.read(given, reader.defaults);

  test.each([
    [{ showFouls: '0' }, { showFouls: false }],
    [{ showFouls: 'true' }, { showFouls: true }],
    [{ position: 'top-left' }, { position: 'top-left' }],
    [{ position: 'nowhere' }, { position: 'theme' }],
  ])('takes %o as %o', (given, options) => {
    expect(after(given).options).toMatchObject(options);
  });

  test.each([
    [{ homeScore: '12' }, { homeScore: 12 }],
    [{ homeScore: '' }, { homeScore: 0 }],
    [{ homeScore: 'many' }, { homeScore: 0 }],
    [{ homeScore: -4 }, { homeScore: 0 }],
    [{ homeColour: '#FF0000AA' }, { homeColour: '#ff0000' }],
    [
      { clock: 'soon', homeScore: 3 },
      { clock: '', homeScore: 3 },
    ],
  ])('takes %o as %o', (given, told) => {
    expect(after(given).told).toMatchObject(told);
  });

  test('keeps what is not said again', () => {
    const first = after({ homeScore: 5, position: 'top-left' });
    const second = reader.read({ awayScore: 7 }, first);
    expect(second.told).toMatchObject({ homeScore: 5, awayScore: 7 });
    expect(second.options).toBe(first.options);
  });

  test("gives the same data for what is nobody's", () => {
    const first = after({ homeScore: 5 });
    for (const given of [null, undefined, 7, 'text', [], { f0: 'x' }, { homeScore: { deep: 1 } }])
      expect(reader.read(given, first)).toBe(first);
  });

  test('never throws, and always gives options that the graphic takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.dictionary(fc.string(), fc.anything()),
        fc.anything(),
        (graphic, extra, any) => {
          const own = new HostReader(graphic);
          const given = { ...Object.fromEntries(formOf(graphic).map(({ name }) => [name, any])), ...extra };
          const { options } = own.read(given, own.defaults);
          expect(graphic.options.parse(options)).toEqual(options);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['http://127.0.0.1:4747', 'ws://127.0.0.1:4747/wire'],
  ['192.168.1.20:4747', 'ws://192.168.1.20:4747/wire'],
  ['https://truck.local/out?name=x', 'wss://truck.local/wire'],
  ['', null],
  ['   ', null],
  ['http://', null],
])('the relay %o is met at %o', (relay, wire) => {
  expect(wireOf(relay)).toBe(wire);
});
