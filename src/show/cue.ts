// A cue is an operator's wish. `applyCue` grants it with a new Show, or refuses it with a Fault and changes nothing.
import { z } from 'zod';
import { cameraCues, forgetCamera, keepCamera } from './cameras.ts';
import { override, release } from './correct.ts';
import { type Catalogue, type Granted, type Refused, refuse } from './grant.ts';
import { atVenue, delay, replay, resume, sync } from './play.ts';
import { MAX_DELAY_MS } from './playhead.ts';
import { FIRST_THEME, type Show } from './show.ts';
import { syncEventSchema } from './sync.ts';
import { clear, out, ready, takeOne, takePreview, unready, update } from './take.ts';
import { wear } from './wear.ts';

const graphic = z.string().min(1).max(64);
const options = z.record(z.string(), z.unknown());
const cut = z.boolean().optional();
const output = z.string().min(1).max(64);

/** Delays are set in steps of this. */
export const DELAY_STEP_MS = 10;

/**
 * `preview`: make ready. `take`: to air (with no `graphic`: everything in preview). `out`: off air, by `graphic` or by `layer`. `update`: new
 * options where it is on air or in preview. `clear`: everything off. `override` / `release`: the operator's value over the feed's, and back.
 * `unpreview`: out of preview. `delay`: how far behind live an output plays, slewed when small and cut when large unless `how` says. `replay`: an output goes to a past
 * instant at a rate (0 stands, negative runs backwards); `resume`: and back. `venue`: the delays kept for a place. `sync`: a step of guided sync.
 * `theme`: what all outputs wear. `camera`: how a camera that stands still sees the floor; `forget-camera`: drops it.
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
    output,
    delayMs: z.number().min(0).max(MAX_DELAY_MS).multipleOf(DELAY_STEP_MS),
    how: z.enum(['slew', 'cut']).optional(),
  }),
  z.strictObject({
    cue: z.literal('replay'),
    output,
    rate: z.number().min(-4).max(4),
    fromMs: z.number().min(0).optional(),
    agoMs: z.number().min(0).max(MAX_DELAY_MS).optional(),
  }),
  z.strictObject({ cue: z.literal('resume'), output }),
  z.strictObject({ cue: z.literal('theme'), theme: z.string().min(1).max(64) }),
  z.strictObject({ cue: z.literal('venue'), venue: z.string().min(1).max(64) }),
  ...cameraCues,
  z.strictObject({
    cue: z.literal('sync'),
    output,
    step: z.discriminatedUnion('step', [
      z.strictObject({ step: z.literal('arm'), event: syncEventSchema }),
      z.strictObject({ step: z.literal('press'), pressedMs: z.number().optional() }),
      z.strictObject({ step: z.enum(['accept', 'cancel', 'undo']) }),
    ]),
  }),
]);
export type Cue = z.infer<typeof cueSchema>;

/** The most outputs that are remembered, and venues: a show is kept whole, and goes whole to every page. */
export const MOST_NAMES = 64;

/** True when outputs or venues are named beyond that bound. */
const isOverfull = ({ playheads, syncs, undos, venues }: Show): boolean =>
  [playheads, syncs, undos, venues, ...Object.values(venues)].some(
    (byName) => Object.keys(byName).length > MOST_NAMES,
  );

/** What a cue can name besides outputs and venues. */
type Named = { readonly catalogue: Catalogue; readonly themes: readonly string[] };

/**
 * The Show after a cue at the relay's instant `atMs`; its revision is one higher. Or a Fault: then nothing has changed. `themes`: the ids that there are.
 */
export function applyCue(
  show: Show,
  cue: Cue,
  atMs: number,
  catalogue: Catalogue,
  themes: readonly string[] = [FIRST_THEME],
): Granted | Refused {
  const granted = grant(show, cue, atMs, { catalogue, themes });
  if ('fault' in granted) return granted;
  if ('output' in cue && isOverfull(granted.show))
    return refuse('output', `one of the ${MOST_NAMES} that are known, at each venue`, cue.output);
  return { show: { ...granted.show, revision: show.revision + 1 } };
}

function grant(show: Show, cue: Cue, atMs: number, { catalogue, themes }: Named): Granted | Refused {
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
      return clear(show, atMs, cue.cut ?? false);
    case 'override':
      return override(show, cue.field, cue.value, atMs);
    case 'release':
      return release(show, cue.field);
    case 'delay':
      return delay(show, cue, atMs);
    case 'replay':
      return replay(show, cue, atMs);
    case 'resume':
      return resume(show, cue.output);
    case 'theme':
      return wear(show, cue.theme, themes);
    case 'venue':
      return atVenue(show, cue.venue, atMs);
    case 'camera':
      return keepCamera(show, cue.name, cue);
    case 'forget-camera':
      return forgetCamera(show, cue.name);
    case 'sync':
      return sync(show, cue.output, cue.step, atMs);
    default: {
      const never: never = cue;
      return never;
    }
  }
}
