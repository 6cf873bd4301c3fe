// What a host has asked of a graphic, folded into what is on air: pure, so that a host that goes on and one that jumps to any instant of a schedule see the same.
import { z } from 'zod';
import type { Taken } from '../../stage/appearance.ts';
import type { Graphic } from '../../stage/graphic.ts';
import type { HostData } from './host-data.ts';

/** `step` counts from 0; null while the graphic is not on air. */
export type Hosted = {
  readonly data: HostData;
  readonly step: number | null;
  readonly onAir: Taken | null;
  readonly leaving: Taken | null;
};

export const atRest = (data: HostData): Hosted => ({ data, step: null, onAir: null, leaving: null });

/** When, and whether without motion. */
export type How = { readonly atMs: number; readonly skipAnimation: boolean };

/** The choices of the option that a graphic goes through step by step; none where it has one step alone. */
function choicesOf({ options, steps }: Pick<Graphic, 'options' | 'steps'>): readonly string[] {
  if (steps === undefined) return [];
  const { properties = {} } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
  const property = properties[steps];
  const choices = typeof property === 'object' ? property.enum : undefined;
  return Array.isArray(choices) ? choices.map(String) : [];
}

/** How many steps a graphic has, at least 1. */
export const stepCountOf = (graphic: Pick<Graphic, 'options' | 'steps'>): number =>
  Math.max(1, choicesOf(graphic).length);

/** The options of a step: what is chosen is shown first, then the other choices in their order. */
function optionsAt(graphic: Graphic, options: unknown, step: number): unknown {
  const choices = choicesOf(graphic);
  if (step === 0 || choices.length === 0 || graphic.steps === undefined) return options;
  const chosen = String(Reflect.get(options as object, graphic.steps));
  const choice = [chosen, ...choices.filter((one) => one !== chosen)][step];
  return { ...(options as object), [graphic.steps]: choice };
}

/** To a step, or past the last: off air. `goto` counts from 0; otherwise `delta` steps on from where it is. */
export function play(
  hosted: Hosted,
  graphic: Graphic,
  {
    goto,
    delta = 1,
    ...how
  }: How & { readonly goto?: number | undefined; readonly delta?: number | undefined },
): Hosted {
  const step = goto ?? (hosted.step ?? -1) + delta;
  if (step < 0 || step >= stepCountOf(graphic)) return stop(hosted, how);
  return shown({ ...hosted, step }, graphic, how, hosted.onAir === null);
}

/** Off air. */
export function stop(hosted: Hosted, { atMs, skipAnimation }: How): Hosted {
  const { onAir } = hosted;
  if (onAir === null) return { ...hosted, step: null };
  return { ...hosted, step: null, onAir: null, leaving: { ...onAir, sinceMs: atMs, cut: skipAnimation } };
}

/** With other data. */
export function update(hosted: Hosted, graphic: Graphic, data: HostData, how: How): Hosted {
  const next = { ...hosted, data };
  return hosted.step === null || data.options === hosted.data.options
    ? next
    : shown(next, graphic, how, false);
}

/** On air with the options of its step: a new take where it comes, or where nothing may move; else the same take with other options. */
function shown(hosted: Hosted, graphic: Graphic, { atMs, skipAnimation }: How, isNew: boolean): Hosted {
  const { data, step, onAir } = hosted;
  const options = optionsAt(graphic, data.options, step ?? 0);
  if (onAir === null || isNew || skipAnimation)
    return {
      ...hosted,
      onAir: { graphic: graphic.id, options, sinceMs: atMs, cut: skipAnimation },
      leaving: onAir === null ? hosted.leaving : { ...onAir, sinceMs: atMs, cut: true },
    };
  return { ...hosted, onAir: { ...onAir, options } };
}
