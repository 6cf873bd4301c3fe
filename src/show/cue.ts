// A cue is an operator's wish. `applyCue` grants it with a new Show, or refuses it with a Fault and changes nothing.
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { isOverrideField, OVERRIDES } from './overrides.ts';
import { emptyLayer, type Layer, type OnAir, type Prepared, type Show } from './show.ts';

const graphic = z.string().min(1).max(64);
const options = z.record(z.string(), z.unknown());
const cut = z.boolean().optional();

/** The longest an output may play behind live. */
export const MAX_DELAY_MS = 300_000;
/** Delays are set in steps of this. */
export const DELAY_STEP_MS = 10;

/**
 * `preview`: make ready. `take`: to air (with no `graphic`: everything in preview). `out`: off air, by `graphic` or by `layer`. `update`: new
 * options where it is on air or in preview. `clear`: everything off. `override` / `release`: the operator's value over the feed's, and back.
 * `delay`: how far behind live an output plays. `unpreview`: out of preview.
 */
export const cueSchema = z.discriminatedUnion('cue', [
  z.strictObject({ cue: z.literal('preview'), graphic, options: options.optional() }),
  z.strictObject({ cue: z.literal('unpreview'), graphic }),
  z.strictObject({ cue: z.literal('take'), graphic: graphic.optional(), options: options.optional(), cut }),
  z.strictObject({
    cue: z.literal('out'),
    graphic: graphic.optional(),
    layer: z.string().max(64).optional(),
    cut,
  }),
  z.strictObject({ cue: z.literal('update'), graphic, options }),
  z.strictObject({ cue: z.literal('clear'), cut }),
  z.strictObject({ cue: z.literal('override'), field: z.string().max(64), value: z.unknown() }),
  z.strictObject({ cue: z.literal('release'), field: z.string().max(64) }),
  z.strictObject({
    cue: z.literal('delay'),
    output: z.string().min(1).max(64),
    delayMs: z.number().min(0).max(MAX_DELAY_MS).multipleOf(DELAY_STEP_MS),
  }),
]);
export type Cue = z.infer<typeof cueSchema>;

/** What a cue can name: the graphics there are. `parse` completes options, or says what is wrong with them. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;
export type CatalogueEntry = {
  readonly id: string;
  readonly layer: string;
  readonly parse: (
    options: unknown,
  ) => { readonly options: Record<string, unknown> } | { readonly fault: Fault };
};

export type Granted = { readonly show: Show };
export type Refused = { readonly fault: Fault };

/** The Show after a cue at the relay's instant `atMs`; its revision is one higher. Or a Fault: then nothing has changed. */
export function applyCue(show: Show, cue: Cue, atMs: number, catalogue: Catalogue): Granted | Refused {
  const granted = grant(show, cue, atMs, catalogue);
  return 'fault' in granted ? granted : { show: { ...granted.show, revision: show.revision + 1 } };
}

function grant(show: Show, cue: Cue, atMs: number, catalogue: Catalogue): Granted | Refused {
  switch (cue.cue) {
    case 'preview':
      return ready(show, cue.graphic, cue.options, catalogue);
    case 'unpreview':
      return unready(show, cue.graphic, catalogue);
    case 'take':
      return cue.graphic === undefined
        ? takePreview(show, atMs, cue.cut ?? false)
        : takeOne(show, { ...cue, graphic: cue.graphic }, atMs, catalogue);
    case 'out':
      return out(show, cue, atMs, catalogue);
    case 'update':
      return update(show, cue.graphic, cue.options, catalogue);
    case 'clear':
      return {
        show: { ...show, layers: mapLayers(show.layers, (layer) => leave(layer, atMs, cue.cut ?? false)) },
      };
    case 'override':
      return override(show, cue.field, cue.value, atMs);
    case 'release':
      return release(show, cue.field);
    case 'delay':
      return { show: { ...show, delays: { ...show.delays, [cue.output]: cue.delayMs } } };
    default: {
      const never: never = cue;
      return never;
    }
  }
}

const refuse = (where: string, expected: string, found: string): Refused => ({
  fault: fault('cue-refused', where, expected, found),
});

const layerOf = (show: Show, name: string): Layer => show.layers[name] ?? emptyLayer;

const withLayer = (show: Show, name: string, layer: Layer): Granted => ({
  show: { ...show, layers: { ...show.layers, [name]: layer } },
});

const mapLayers = (layers: Show['layers'], change: (layer: Layer) => Layer): Show['layers'] =>
  Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, change(layer)]));

const leave = (layer: Layer, sinceMs: number, cut: boolean): Layer =>
  layer.program === null ? layer : { ...layer, program: null, leaving: { ...layer.program, sinceMs, cut } };

/** What comes on replaces what is on: the old one leaves as the new one enters. The same graphic again is an update in place. */
function enter(layer: Layer, prepared: Prepared, sinceMs: number, cut: boolean): Layer {
  const same = layer.program?.graphic === prepared.graphic;
  const program: OnAir =
    same && layer.program ? { ...layer.program, ...prepared } : { ...prepared, sinceMs, cut };
  const leaving = same || layer.program === null ? layer.leaving : { ...layer.program, sinceMs, cut };
  return { program, leaving, preview: layer.preview?.graphic === prepared.graphic ? null : layer.preview };
}

function prepare(
  show: Show,
  id: string,
  given: unknown,
  catalogue: Catalogue,
): { entry: CatalogueEntry; prepared: Prepared } | Refused {
  const entry = catalogue.get(id);
  if (!entry) return refuse('graphic', `one of ${[...catalogue.keys()].join(', ')}`, id);
  const { program, preview } = layerOf(show, entry.layer);
  const known = preview?.graphic === id ? preview.options : program?.graphic === id ? program.options : {};
  const parsed = entry.parse(given === undefined ? known : { ...known, ...(given as object) });
  return 'fault' in parsed ? parsed : { entry, prepared: { graphic: id, options: parsed.options } };
}

function ready(show: Show, id: string, given: unknown, catalogue: Catalogue): Granted | Refused {
  const made = prepare(show, id, given, catalogue);
  if ('fault' in made) return made;
  return withLayer(show, made.entry.layer, { ...layerOf(show, made.entry.layer), preview: made.prepared });
}

function unready(show: Show, id: string, catalogue: Catalogue): Granted | Refused {
  const entry = catalogue.get(id);
  if (!entry || layerOf(show, entry.layer).preview?.graphic !== id)
    return refuse('graphic', 'a graphic in preview', id);
  return withLayer(show, entry.layer, { ...layerOf(show, entry.layer), preview: null });
}

function takeOne(
  show: Show,
  {
    graphic: id,
    options: given,
    cut: isCut,
  }: { graphic: string; options?: unknown; cut?: boolean | undefined },
  atMs: number,
  catalogue: Catalogue,
): Granted | Refused {
  const made = prepare(show, id, given, catalogue);
  if ('fault' in made) return made;
  const { layer } = made.entry;
  return withLayer(show, layer, enter(layerOf(show, layer), made.prepared, atMs, isCut ?? false));
}

function takePreview(show: Show, atMs: number, isCut: boolean): Granted | Refused {
  if (!Object.values(show.layers).some(({ preview }) => preview))
    return refuse('preview', 'a graphic in preview', 'none');
  const layers = mapLayers(show.layers, (layer) =>
    layer.preview ? enter(layer, layer.preview, atMs, isCut) : layer,
  );
  return { show: { ...show, layers } };
}

function out(
  show: Show,
  cue: Extract<Cue, { cue: 'out' }>,
  atMs: number,
  catalogue: Catalogue,
): Granted | Refused {
  const name = cue.layer ?? (cue.graphic === undefined ? undefined : catalogue.get(cue.graphic)?.layer);
  const layer = name === undefined ? undefined : show.layers[name];
  const wanted = cue.graphic ?? cue.layer ?? 'nothing';
  if (
    name === undefined ||
    !layer?.program ||
    (cue.graphic !== undefined && layer.program.graphic !== cue.graphic)
  )
    return refuse(cue.graphic === undefined ? 'layer' : 'graphic', 'something that is on air', wanted);
  return withLayer(show, name, leave(layer, atMs, cue.cut ?? false));
}

function update(show: Show, id: string, given: unknown, catalogue: Catalogue): Granted | Refused {
  const made = prepare(show, id, given, catalogue);
  if ('fault' in made) return made;
  const layer = layerOf(show, made.entry.layer);
  const onProgram = layer.program?.graphic === id;
  const onPreview = layer.preview?.graphic === id;
  if (!onProgram && !onPreview) return refuse('graphic', 'a graphic on air or in preview', id);
  return withLayer(show, made.entry.layer, {
    ...layer,
    program:
      layer.program && onProgram && !onPreview ? { ...layer.program, ...made.prepared } : layer.program,
    preview: onPreview ? made.prepared : layer.preview,
  });
}

function override(show: Show, field: string, value: unknown, atMs: number): Granted | Refused {
  if (!isOverrideField(field)) return refuse('field', `one of ${Object.keys(OVERRIDES).join(', ')}`, field);
  const parsed = OVERRIDES[field].safeParse(value);
  if (!parsed.success)
    return refuse(
      field,
      parsed.error.issues[0]?.message ?? 'a valid value',
      JSON.stringify(value) ?? 'nothing',
    );
  return {
    show: { ...show, overrides: { ...show.overrides, [field]: { value: parsed.data, sinceMs: atMs } } },
  };
}

function release(show: Show, field: string): Granted | Refused {
  if (!Object.hasOwn(show.overrides, field)) return refuse('field', 'a field that is overridden', field);
  const { [field]: _released, ...overrides } = show.overrides;
  return { show: { ...show, overrides } };
}
