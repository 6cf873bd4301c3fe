// Taking back: the last change of program, and the last change of an override. What was before is remembered, a bounded number of steps back.
import { leave } from './auto-out.ts';
import { type Granted, type Refused, refuse } from './grant.ts';
import type { Override } from './overrides.ts';
import { emptyLayer, type Layer, type OnAir, type Show, type TakeBefore } from './show.ts';

/** Changes of program that can be undone, and of overrides. */
export const TAKES_KEPT = 20;
export const OVERRIDES_KEPT = 32;

/** Remembers what program was before, where a cue has changed it. The same Show when it has not. */
export function rememberTake(before: Show, after: Show, what: string, atMs: number): Show {
  const changed = Object.keys(after.layers).filter(
    (name) => (before.layers[name]?.program ?? null) !== (after.layers[name]?.program ?? null),
  );
  if (changed.length === 0) return after;
  const { current, standby } = before.rundown;
  const layers = Object.fromEntries(
    changed.map((name) => {
      const { program, preview } = before.layers[name] ?? emptyLayer;
      return [name, { program, preview }];
    }),
  );
  const takes = [...after.past.takes, { what, atMs, layers, current, standby }].slice(-TAKES_KEPT);
  return { ...after, past: { ...after.past, takes } };
}

/** Remembers what a field was overridden with. */
export function rememberOverride(show: Show, field: string, before: Override | null, atMs: number): Show {
  const overrides = [...show.past.overrides, { field, before, atMs }].slice(-OVERRIDES_KEPT);
  return { ...show, past: { ...show.past, overrides } };
}

/**
 * Takes back the last change of program (a take, an out, a clear, an update on air; not what went by itself). On each layer that it changed, what stood there comes
 * back: another graphic enters now, with motion unless `cut`; the same one gets its options back in place; where nothing stood, what stands leaves. What was taken out of preview
 * is ready again, unless something else was made ready there. A time to go by itself goes on from what was left of it. The rundown's pointers go back too.
 */
export function undoTake(show: Show, atMs: number, cut: boolean): Granted | Refused {
  const last = show.past.takes.at(-1);
  if (!last) return refuse('undo', 'a take to undo', 'none');
  const layers = { ...show.layers };
  for (const [name, before] of Object.entries(last.layers))
    layers[name] = restored(layers[name] ?? emptyLayer, before, last.atMs, atMs, cut);
  const known = (id: string | null): string | null =>
    show.rundown.items.some((item) => item.id === id) ? id : null;
  const rundown = { ...show.rundown, current: known(last.current), standby: known(last.standby) };
  return {
    show: { ...show, layers, rundown, past: { ...show.past, takes: show.past.takes.slice(0, -1) } },
  };
}

function restored(
  layer: Layer,
  before: TakeBefore['layers'][string],
  takenMs: number,
  atMs: number,
  cut: boolean,
): Layer {
  const preview = layer.preview ?? before.preview;
  if (!before.program) return { ...leave(layer, atMs, cut), preview };
  const { outAtMs, ...stood } = before.program;
  const time = outAtMs === undefined ? {} : { outAtMs: atMs + Math.max(0, outAtMs - takenMs) };
  const same = layer.program?.graphic === stood.graphic;
  const program: OnAir =
    same && layer.program
      ? { ...stood, sinceMs: layer.program.sinceMs, cut: layer.program.cut, ...time }
      : { ...stood, sinceMs: atMs, cut, ...time };
  return { program, leaving: same ? layer.leaving : leave(layer, atMs, cut).leaving, preview };
}

/** Takes back the last change of an override (or of that field's): the field is again as it was before, overridden or not. */
export function undoOverride(show: Show, field: string | undefined): Granted | Refused {
  const { overrides: past } = show.past;
  const last = past.filter((one) => field === undefined || one.field === field).at(-1);
  if (!last) return refuse('undo', 'an override to undo', field ?? 'none');
  const { [last.field]: _now, ...others } = show.overrides;
  const overrides = last.before ? { ...others, [last.field]: last.before } : others;
  return {
    show: { ...show, overrides, past: { ...show.past, overrides: past.filter((one) => one !== last) } },
  };
}
