// The manifest of a graphic's OGraf package, made of its definition. Source: OGraf Graphics v1, manifest.
import type { Graphic } from '../../stage/graphic.ts';
import { customActionsFor } from '../alone/custom-action.ts';
import { formOf } from '../alone/form.ts';
import { stepCountOf } from '../alone/hosted.ts';
import { spxPlace } from '../spx/definition.ts';
import { gddOf, gddOfPayload, type Json } from './gdd.ts';

/** The one module of a package. */
export const MAIN_FILE = 'graphic.mjs';
export const THUMBNAIL_FILE = 'thumbnail.png';
export const manifestFile = ({ id }: Pick<Graphic, 'id'>): string => `${id}.ograf.json`;

/** Also the name of a custom element, alone or with `-v` and the version behind it: there are hosts that take it for one. */
export const packageId = ({ id }: Pick<Graphic, 'id'>): string => `org.courtside.courtside-${id}`;

export type ManifestOptions = {
  /** Small letters, digits, dots and hyphens. */
  readonly version: string;
  /** Of the thumbnail, in pixels; null: the package has none. */
  readonly thumbnail: { readonly width: number; readonly height: number } | null;
};

/** The manifest, as JSON. */
export function manifestOf(graphic: Graphic, { version, thumbnail }: ManifestOptions): Json {
  const form = formOf(graphic);
  return {
    $schema: 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json',
    id: packageId(graphic),
    version: version.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-'),
    name: `${graphic.name} (Courtside)`,
    description: 'Live basketball graphics from a tracking feed, by Courtside',
    author: { name: 'Courtside' },
    main: MAIN_FILE,
    supportsRealTime: true,
    supportsNonRealTime: true,
    stepCount: stepCountOf(graphic),
    schema: gddOf(form),
    customActions: customActionsFor(form).map(({ id, name, says, payload }) => ({
      id,
      name,
      description: says,
      schema: gddOfPayload(payload),
    })),
    renderRequirements: [{ resolution: { width: { ideal: 1920 }, height: { ideal: 1080 } } }],
    ...(thumbnail ? { thumbnails: [{ file: THUMBNAIL_FILE, resolution: thumbnail }] } : {}),
    v_spx: spxPlace(graphic),
  };
}
