// A cue is an operator's wish. `applyCue` grants it with a new Show, or refuses it with a Fault and changes nothing.
import { z } from 'zod';
import { noGame } from '../game/game.ts';
import { armTake, disarm, type Foretell, nothingTold } from './arm-take.ts';
import { armCueSchema } from './armed.ts';
import { cameraCues, forgetCamera, keepCamera } from './cameras.ts';
import { override, overrideCueSchema, release, type Truth } from './correct.ts';
import { type Catalogue, type Granted, type Refused, refuse } from './grant.ts';
import { giveTo, matched, owningCues } from './owning.ts';
import { atVenue, delay, replay, resume, sync } from './play.ts';
import { MAX_DELAY_MS } from './playhead.ts';
import { policyCueSchema, withPolicy } from './policy.ts';
import { autoOutSchema, MOST_GRAPHICS, namedGraphicSchema, rundownStepSchema } from './rundown.ts';
import { afterTake, runStep } from './rundown-step.ts';
import { FIRST_THEME, type Show } from './show.ts';
import { showAt } from './show-at.ts';
import { storyRuleCueSchema, withStoryRule } from './story-rules.ts';
import { syncEventSchema } from './sync.ts';
import { clear, out, ready, takeAll, takeOne, takePreview, unready, update } from './take.ts';
import { rememberTake, undoOverride, undoTake } from './undo.ts';
import { wear } from './wear.ts';

const graphic = z.string().min(1).max(64);
const options = z.record(z.string(), z.unknown());
const cut = z.boolean().optional();
const autoOutMs = autoOutSchema.optional();
const output = z.string().min(1).max(64);

/** Delays are set in steps of this. */
export const DELAY_STEP_MS = 10;

/**
 * `preview`: make ready. `take`: to air, one `graphic`, several `graphics` on one frame, or (with neither) everything in preview; `autoOutMs`: off by itself so
 * long after. `out`: off air, by `graphic` or by `layer`. `update`: new options where it is on air or in preview. `clear`: everything off, or one `layer`.
 * `undo`: the last change of program taken back, or of an override. `override` / `release`: the operator's value over the feed's, and back. `policy`: what becomes of
 * a field while the feed is out. `rundown`: a step of what was prepared.
 * `unpreview`: out of preview. `delay`: how far behind live an output plays, slewed when small and cut when large unless `how` says. `replay`: an output goes to a past
 * instant at a rate (0 stands, negative runs backwards); `resume`: and back. `venue`: the delays kept for a place. `sync`: a step of guided sync.
 * `arm`: preview goes to air when an event is seen on an output; `disarm`: it does not. `story-rule`: new stories of a rule
 * go to air by themselves, or not.
 * `owner`: whose a field is, of two feeds; `match`: who is who in the two.
 * `theme`: what all outputs wear. `camera`: how a camera that stands still sees the floor; `forget-camera`: drops it.
 */
export const cueSchema = z.discriminatedUnion('cue', [
  z.strictObject({ cue: z.literal('preview'), graphic, options: options.optional(), cut, autoOutMs }),
  z.strictObject({ cue: z.literal('unpreview'), graphic }),
  z.strictObject({
    cue: z.literal('take'),
    graphic: graphic.optional(),
    options: options.optional(),
    graphics: z.array(namedGraphicSchema).min(1).max(MOST_GRAPHICS).optional(),
    cut,
    autoOutMs,
  }),
  z.strictObject({
    cue: z.literal('out'),
    graphic: graphic.optional(),
    layer: z.string().max(64).optional(),
    cut,
  }),
  z.strictObject({ cue: z.literal('update'), graphic, options }),
  z.strictObject({ cue: z.literal('clear'), layer: z.string().max(64).optional(), cut }),
  z.strictObject({
    cue: z.literal('undo'),
    what: z.enum(['take', 'override']),
    field: z.string().max(160).optional(),
    cut,
  }),
  overrideCueSchema,
  z.strictObject({ cue: z.literal('release'), field: z.string().max(160) }),
  policyCueSchema,
  z.strictObject({ cue: z.literal('rundown'), step: rundownStepSchema }),
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
  armCueSchema,
  z.strictObject({ cue: z.literal('disarm') }),
  ...owningCues,
  storyRuleCueSchema,
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

/** What a cue is judged by, besides the show. */
type Judging = {
  readonly catalogue: Catalogue;
  /** The ids of the themes that there are. */
  readonly themes: readonly string[];
  /** What the feed said at an instant: for a correction that is relative to it. */
  readonly truth: Truth;
  /** What an output that plays behind live is about to show. */
  readonly foretell: Foretell;
  /** The operator's name. */
  readonly by?: string | undefined;
};

const nothingSaid: Truth = (atMs) => ({ atMs, game: noGame, clock: null, shotClock: null });

/** The Show after a cue at the relay's instant `atMs`; its revision is one higher. Or a Fault: then nothing has changed. */
export function applyCue(
  show: Show,
  cue: Cue,
  atMs: number,
  catalogue: Catalogue,
  themes: readonly string[] = [FIRST_THEME],
  {
    truth = nothingSaid,
    foretell = nothingTold,
    by,
  }: { truth?: Truth; foretell?: Foretell; by?: string | undefined } = {},
): Granted | Refused {
  const before = showAt(show, atMs);
  const granted = grant(before, cue, atMs, { catalogue, themes, truth, foretell, by });
  if ('fault' in granted) return granted;
  if ('output' in cue && cue.output !== undefined && isOverfull(granted.show))
    return refuse('output', `one of the ${MOST_NAMES} that are known, at each venue`, cue.output);
  const next = cue.cue === 'undo' ? granted.show : rememberTake(before, granted.show, whatOf(cue), atMs);
  return { show: { ...next, revision: show.revision + 1 } };
}

/** What a change of program is called when it can be undone. */
function whatOf(cue: Cue): string {
  if (cue.cue === 'rundown') return `rundown ${cue.step.step}`;
  return 'graphic' in cue && cue.graphic !== undefined ? `${cue.cue} ${cue.graphic}` : cue.cue;
}

function take(show: Show, cue: Extract<Cue, { cue: 'take' }>, atMs: number, catalogue: Catalogue) {
  const { graphic, options, graphics } = cue;
  if (graphics && graphic !== undefined) return refuse('graphic, graphics', 'one of them', 'both');
  if (graphics) return takeAll(show, graphics, cue, atMs, catalogue);
  if (graphic !== undefined) return takeOne(show, { graphic, options }, cue, atMs, catalogue);
  const taken = takePreview(show, cue, atMs);
  return 'fault' in taken ? taken : { show: { ...taken.show, rundown: afterTake(show) } };
}

function grant(show: Show, cue: Cue, atMs: number, judging: Judging): Granted | Refused {
  const { catalogue, themes } = judging;
  switch (cue.cue) {
    case 'preview':
      return ready(show, cue, cue, catalogue);
    case 'unpreview':
      return unready(show, cue.graphic, catalogue);
    case 'take':
      return take(show, cue, atMs, catalogue);
    case 'out':
      return out(show, cue, atMs, catalogue);
    case 'update':
      return update(show, cue, catalogue);
    case 'clear':
      return clear(show, cue, atMs);
    case 'override':
      return override(show, cue, atMs, judging);
    case 'release':
      return release(show, cue.field, atMs);
    case 'undo':
      return cue.what === 'take' ? undoTake(show, atMs, cue.cut ?? false) : undoOverride(show, cue.field);
    case 'policy':
      return { show: { ...show, policies: withPolicy(show.policies, cue) } };
    case 'rundown':
      return runStep(show, cue.step, atMs, catalogue);
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
    case 'arm':
      return armTake(show, cue, atMs, judging);
    case 'story-rule':
      return withStoryRule(show, cue);
    case 'disarm':
      return disarm(show);
    case 'owner':
      return giveTo(show, cue);
    case 'match':
      return matched(show, cue);
    case 'sync':
      return sync(show, cue.output, cue.step, atMs);
    default: {
      const never: never = cue;
      return never;
    }
  }
}
