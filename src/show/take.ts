// Cues that put graphics on layers, and take them off.
import { leave } from './auto-out.ts';
import { type Catalogue, type CatalogueEntry, type Granted, type Refused, refuse } from './grant.ts';
import { emptyLayer, type Layer, type OnAir, type Ready, type Show } from './show.ts';

/** A graphic as a cue names it. */
export type NamedGraphic = { readonly graphic: string; readonly options?: unknown };
/** How something is taken: without motion; off by itself so long after. */
export type How = {
  readonly cut?: boolean | undefined;
  readonly autoOutMs?: number | null | undefined;
  /** The item of the rundown that it is made ready for. */
  readonly item?: string | undefined;
};

const layerOf = (show: Show, name: string): Layer => show.layers[name] ?? emptyLayer;

const withLayer = (show: Show, name: string, layer: Layer): Show => ({
  ...show,
  layers: { ...show.layers, [name]: layer },
});

const mapLayers = (layers: Show['layers'], change: (layer: Layer) => Layer): Show['layers'] =>
  Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, change(layer)]));

/**
 * What comes on replaces what is on: the old one leaves as the new one enters. The same graphic again is an update in place; its time to go by itself is then what this take says.
 */
function enter(layer: Layer, { graphic, options, cut, autoOutMs }: Ready, sinceMs: number): Layer {
  const same = layer.program?.graphic === graphic;
  const stands =
    same && layer.program
      ? { sinceMs: layer.program.sinceMs, cut: layer.program.cut }
      : { sinceMs, cut: cut ?? false };
  const program: OnAir = {
    graphic,
    options,
    ...stands,
    ...(autoOutMs === undefined ? {} : { outAtMs: sinceMs + autoOutMs }),
  };
  const leaving = same ? layer.leaving : leave(layer, sinceMs, cut ?? false).leaving;
  return { program, leaving, preview: layer.preview?.graphic === graphic ? null : layer.preview };
}

type Prepared = { readonly entry: CatalogueEntry; readonly ready: Ready };

/** Options not given are as they stand on this graphic's layer, in preview before program; with `afresh` they are the defaults. */
function prepare(
  show: Show,
  { graphic: id, options: given }: NamedGraphic,
  catalogue: Catalogue,
  afresh = false,
): Prepared | Refused {
  const entry = catalogue.get(id);
  if (!entry) return refuse('graphic', `one of ${[...catalogue.keys()].join(', ')}`, id);
  const { program, preview } = layerOf(show, entry.layer);
  const standing = preview?.graphic === id ? preview : program?.graphic === id ? program : null;
  const known = afresh ? {} : (standing?.options ?? {});
  const parsed = entry.parse(given === undefined ? known : { ...known, ...(given as object) });
  return 'fault' in parsed ? parsed : { entry, ready: { graphic: id, options: parsed.options } };
}

const timed = ({ cut, autoOutMs, item }: How): Pick<Ready, 'cut' | 'autoOutMs' | 'item'> => ({
  ...(item === undefined ? {} : { item }),
  ...(cut === undefined ? {} : { cut }),
  ...(autoOutMs === undefined || autoOutMs === null ? {} : { autoOutMs }),
});

/** Several graphics, each ready for its own layer; or why not, told with the place in the list. */
function prepareAll(
  show: Show,
  list: readonly NamedGraphic[],
  catalogue: Catalogue,
  afresh: boolean,
): readonly Prepared[] | Refused {
  const all: Prepared[] = [];
  for (const [index, one] of list.entries()) {
    const made = prepare(show, one, catalogue, afresh);
    if ('fault' in made)
      return refuse(`graphics[${index}].${made.fault.where}`, made.fault.expected, made.fault.found);
    const other = all.find(({ entry }) => entry.layer === made.entry.layer);
    if (other)
      return refuse(
        `graphics[${index}].graphic`,
        `one graphic a layer; ${other.entry.id} is on ${other.entry.layer}`,
        one.graphic,
      );
    all.push(made);
  }
  return all;
}

/** Makes graphics ready on their layers, all of them or none. `afresh`: with the options given and else defaults, whatever stands there. */
export function readyAll(
  show: Show,
  list: readonly NamedGraphic[],
  how: How,
  catalogue: Catalogue,
  afresh = false,
): Granted | Refused {
  const made = prepareAll(show, list, catalogue, afresh);
  if ('fault' in made) return made;
  const put = (next: Show, { entry: { layer }, ready: one }: Prepared): Show =>
    withLayer(next, layer, { ...layerOf(next, layer), preview: { ...one, ...timed(how) } });
  return { show: made.reduce(put, show) };
}

/** Takes graphics to air at one instant, all of them or none. */
export function takeAll(
  show: Show,
  list: readonly NamedGraphic[],
  how: How,
  atMs: number,
  catalogue: Catalogue,
  afresh = false,
): Granted | Refused {
  const made = prepareAll(show, list, catalogue, afresh);
  if ('fault' in made) return made;
  const put = (next: Show, { entry: { layer }, ready: one }: Prepared): Show =>
    withLayer(next, layer, enter(layerOf(next, layer), { ...one, ...timed(how) }, atMs));
  return { show: made.reduce(put, show) };
}

/** Makes a graphic ready on its layer. */
export function ready(show: Show, one: NamedGraphic, how: How, catalogue: Catalogue): Granted | Refused {
  const made = prepare(show, one, catalogue);
  if ('fault' in made) return made;
  const { layer } = made.entry;
  const preview = { ...made.ready, ...timed(how) };
  return { show: withLayer(show, layer, { ...layerOf(show, layer), preview }) };
}

/** Takes a graphic out of preview. */
export function unready(show: Show, id: string, catalogue: Catalogue): Granted | Refused {
  const entry = catalogue.get(id);
  if (!entry || layerOf(show, entry.layer).preview?.graphic !== id)
    return refuse('graphic', 'a graphic in preview', id);
  return { show: withLayer(show, entry.layer, { ...layerOf(show, entry.layer), preview: null }) };
}

/** Takes one graphic to air, with what was prepared for it. */
export function takeOne(
  show: Show,
  one: NamedGraphic,
  how: How,
  atMs: number,
  catalogue: Catalogue,
): Granted | Refused {
  const made = prepare(show, one, catalogue);
  if ('fault' in made) return made;
  const { layer } = made.entry;
  const { preview } = layerOf(show, layer);
  const prepared = preview?.graphic === one.graphic ? timed(preview) : {};
  const next = enter(layerOf(show, layer), { ...made.ready, ...prepared, ...timed(how) }, atMs);
  return { show: withLayer(show, layer, next) };
}

/** Takes everything in preview to air at one instant, each as it was made ready. */
export function takePreview(show: Show, how: How, atMs: number): Granted | Refused {
  if (!Object.values(show.layers).some(({ preview }) => preview))
    return refuse('preview', 'a graphic in preview', 'none');
  const layers = mapLayers(show.layers, (layer) =>
    layer.preview ? enter(layer, { ...layer.preview, ...timed(how) }, atMs) : layer,
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
  return { show: withLayer(show, name, leave(layer, atMs, cue.cut ?? false)) };
}

/** New options where it is in preview, else where it is on air. */
export function update(show: Show, one: NamedGraphic, catalogue: Catalogue): Granted | Refused {
  const made = prepare(show, one, catalogue);
  if ('fault' in made) return made;
  const { options } = made.ready;
  const layer = layerOf(show, made.entry.layer);
  const onProgram = layer.program?.graphic === one.graphic;
  const onPreview = layer.preview?.graphic === one.graphic;
  if (!onProgram && !onPreview) return refuse('graphic', 'a graphic on air or in preview', one.graphic);
  return {
    show: withLayer(show, made.entry.layer, {
      ...layer,
      program: layer.program && onProgram && !onPreview ? { ...layer.program, options } : layer.program,
      preview: layer.preview && onPreview ? { ...layer.preview, options } : layer.preview,
    }),
  };
}

/** Everything off program, or what is on one layer. A layer that is empty stays so, and that is no refusal. */
export function clear(
  show: Show,
  { layer: name, cut }: { layer?: string | undefined; cut?: boolean | undefined },
  atMs: number,
): Granted {
  const off = (layer: Layer): Layer => leave(layer, atMs, cut ?? false);
  if (name === undefined) return { show: { ...show, layers: mapLayers(show.layers, off) } };
  const layer = show.layers[name];
  return { show: layer ? withLayer(show, name, off(layer)) : show };
}
