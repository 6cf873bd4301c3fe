// Cues that put graphics on layers, and take them off.
import { type Catalogue, type CatalogueEntry, type Granted, type Refused, refuse } from './grant.ts';
import { emptyLayer, type Layer, type OnAir, type Prepared, type Show } from './show.ts';

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

/** Makes a graphic ready on its layer. */
export function ready(show: Show, id: string, given: unknown, catalogue: Catalogue): Granted | Refused {
  const made = prepare(show, id, given, catalogue);
  if ('fault' in made) return made;
  return withLayer(show, made.entry.layer, { ...layerOf(show, made.entry.layer), preview: made.prepared });
}

/** Takes a graphic out of preview. */
export function unready(show: Show, id: string, catalogue: Catalogue): Granted | Refused {
  const entry = catalogue.get(id);
  if (!entry || layerOf(show, entry.layer).preview?.graphic !== id)
    return refuse('graphic', 'a graphic in preview', id);
  return withLayer(show, entry.layer, { ...layerOf(show, entry.layer), preview: null });
}

/** Takes one graphic to air, with what was prepared for it. */
export function takeOne(
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

/** Takes everything in preview to air at one instant. */
export function takePreview(show: Show, atMs: number, isCut: boolean): Granted | Refused {
  if (!Object.values(show.layers).some(({ preview }) => preview))
    return refuse('preview', 'a graphic in preview', 'none');
  const layers = mapLayers(show.layers, (layer) =>
    layer.preview ? enter(layer, layer.preview, atMs, isCut) : layer,
  );
  return { show: { ...show, layers } };
}

/** Takes off what a cue names by graphic or by layer. */
export function out(
  show: Show,
  cue: { graphic?: string | undefined; layer?: string | undefined; cut?: boolean | undefined },
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

/** New options where it is in preview, else where it is on air. */
export function update(show: Show, id: string, given: unknown, catalogue: Catalogue): Granted | Refused {
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

/** Everything off. */
export const clear = (show: Show, atMs: number, cut: boolean): Granted => ({
  show: { ...show, layers: mapLayers(show.layers, (layer) => leave(layer, atMs, cut)) },
});
