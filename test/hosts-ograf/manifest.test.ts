// Manifests as the specification's schemas demand them, and as hosts trip over less.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { graphics } from '../../overlays/catalogue.ts';
import { type FormField, formOf } from '../../src/hosts/alone/form.ts';
import { gddOf } from '../../src/hosts/ograf/gdd.ts';
import { manifestFile, manifestOf, packageId } from '../../src/hosts/ograf/manifest.ts';

/** Source: OGraf v1, json-schemas: gdd/object, gdd/basic-types, gdd/gdd-types. One type each: SPX throws on a list. */
const label = z.object({ title: z.string().min(1), order: z.number().int().optional() });
const property = z.union([
  label.extend({ type: z.literal('boolean'), default: z.boolean() }).strict(),
  label
    .extend({
      type: z.literal('integer'),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      default: z.number().int(),
    })
    .strict(),
  label
    .extend({
      type: z.literal('string'),
      gddType: z.literal('select'),
      enum: z.array(z.string()).min(1),
      gddOptions: z.strictObject({ labels: z.record(z.string(), z.string()) }),
      default: z.string(),
    })
    .strict(),
  label
    .extend({
      type: z.literal('string'),
      gddType: z.enum(['single-line', 'multi-line']),
      default: z.string(),
    })
    .strict(),
  label
    .extend({
      type: z.literal('string'),
      gddType: z.literal('color-rrggbb'),
      pattern: z.literal('^#[0-9a-f]{6}$'),
      default: z.string().regex(/^#[0-9a-f]{6}$/),
    })
    .strict(),
]);
const objectSchema = z.strictObject({
  type: z.literal('object'),
  properties: z.record(z.string(), property),
});
const numberConstraint = z.strictObject({
  max: z.number().optional(),
  min: z.number().optional(),
  exact: z.number().optional(),
  ideal: z.number().optional(),
});

/** Source: OGraf v1, json-schemas/graphics/schema.json, which allows no other key but those that begin with `v_`. */
const manifestSchema = z.strictObject({
  $schema: z.literal('https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json'),
  id: z.string().regex(/^[^/]+$/),
  version: z.string(),
  name: z.string().min(1),
  description: z.string(),
  author: z.strictObject({ name: z.string(), email: z.string().optional(), url: z.string().optional() }),
  main: z.string().regex(/\.mjs$/),
  supportsRealTime: z.literal(true),
  supportsNonRealTime: z.literal(true),
  stepCount: z.number().int().min(-1),
  schema: objectSchema,
  customActions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      schema: objectSchema.nullable(),
    }),
  ),
  renderRequirements: z.array(
    z.strictObject({ resolution: z.strictObject({ width: numberConstraint, height: numberConstraint }) }),
  ),
  thumbnails: z.array(
    z.strictObject({
      file: z.string().regex(/\.png$/),
      resolution: z.strictObject({ width: z.number().int().min(1), height: z.number().int().min(1) }),
    }),
  ),
  v_spx: z.object({ playlayer: z.string().regex(/^[1-5]$/), webplayout: z.string().regex(/^[1-5]$/) }),
});

const OPTIONS = { version: '1.0.0', thumbnail: { width: 500, height: 200 } };
/** Source: HTML, valid custom element name, of ASCII alone. */
const ELEMENT_NAME = /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/;

describe.each([...graphics.values()])('the manifest of $id', (graphic) => {
  const manifest = manifestSchema.parse(manifestOf(graphic, OPTIONS));

  test('is named as a manifest must be', () => {
    expect(manifestFile(graphic)).toMatch(/\.ograf\.json$/);
  });

  test('has an id that names a custom element, alone and with its version', () => {
    expect(manifest.id).toMatch(ELEMENT_NAME);
    expect(`${manifest.id}-v${manifest.version}`).toMatch(ELEMENT_NAME);
  });

  test('asks for every field of the form with its own default among what it may be', () => {
    const { properties } = manifest.schema;
    expect(Object.keys(properties)).toEqual(formOf(graphic).map(({ name }) => name));
    for (const one of Object.values(properties))
      if ('enum' in one) {
        expect(one.enum).toContain(one.default);
        expect(Object.keys(one.gddOptions.labels).sort()).toEqual([...one.enum].sort());
      }
  });

  test('has each custom action once, and only those that its form has fields for', () => {
    const ids = manifest.customActions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('delay');
    expect(ids.includes('add-points')).toBe('homeScore' in manifest.schema.properties);
  });
});

test('ids are each of one graphic alone', () => {
  expect(new Set([...graphics.values()].map(packageId)).size).toBe(graphics.size);
});

test('a version is written in letters that any host takes', () => {
  const [graphic] = graphics.values();
  if (!graphic) throw new Error('no graphic');
  expect(manifestOf(graphic, { ...OPTIONS, version: '1.0.0+Build 7' }).version).toBe('1.0.0-build-7');
});

test('a schema that is none of them is found', () => {
  const field: FormField = { name: 'x', group: 'option', label: '', type: 'boolean', default: true };
  expect(objectSchema.safeParse(gddOf([field])).success).toBe(false);
});
