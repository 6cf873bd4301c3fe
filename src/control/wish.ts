// What an action asks of the relay: a cue, or nothing. Pure: whoever presses sends it.
import type { Cue } from '../show/cue.ts';
import type { Action } from './action.ts';
import { clockToggled, corrected, shotReset, shotToggled, stepped } from './corrections.ts';
import { type DeskState, formValues, isBehind } from './desk-state.ts';
import { layersOf } from './layers.ts';
import { delayWanted, nudged, outputInHand } from './output-in-hand.ts';
import type { Readout } from './readout.ts';
import { storyCue, storyInHand } from './story-cue.ts';

/** On which buses a graphic is, as far as the relay has said. */
export function busesOf({ heard }: DeskState, graphic: string): { program: boolean; preview: boolean } {
  const layers = Object.values(heard?.show.layers ?? {});
  return {
    program: layers.some(({ program }) => program?.graphic === graphic),
    preview: layers.some(({ preview }) => preview?.graphic === graphic),
  };
}

/** The cue of an action as things stand, or null when it asks nothing of the relay. */
export function cueOf(action: Action, state: DeskState, readout: Readout): Cue | null {
  switch (action.do) {
    case 'preview':
    case 'take':
    case 'out':
    case 'cut': {
      const graphic = state.heard?.graphics[action.index]?.id;
      return graphic === undefined ? null : graphicCue(action.do, graphic, state);
    }
    case 'take-all':
      return { cue: 'take', ...(action.cut && { cut: true }), ...forATime(state) };
    case 'clear':
      return { cue: 'clear' };
    case 'clear-layer': {
      const layer = layersOf(state)[action.index];
      return layer === undefined ? null : { cue: 'clear', layer };
    }
    case 'undo':
      return { cue: 'undo', what: action.what };
    case 'rundown':
      return { cue: 'rundown', step: { step: action.step } };
    case 'arm-take': {
      const armed = state.heard?.show.armed;
      if (armed?.on === action.on && armed.event === null) return { cue: 'disarm' };
      return { cue: 'arm', on: action.on, output: outputInHand(state) };
    }
    case 'story': {
      const story = action.step === 'preview' ? storyInHand(state) : null;
      return story && storyCue(story, state.heard?.graphics ?? []);
    }
    case 'sync-press': {
      const output = outputInHand(state);
      const held = state.heard?.show.syncs[output]?.heldMs ?? null;
      return held === null ? null : { cue: 'sync', output, step: { step: 'press' } };
    }
    case 'nudge': {
      const output = outputInHand(state);
      const wasMs = delayWanted(state, output);
      const delayMs = nudged(wasMs, action.by, action.unit, state.hand.fps);
      return delayMs === wasMs ? null : { cue: 'delay', output, delayMs };
    }
    case 'step': {
      if (state.armed === null) return null;
      const step = stepped(state, readout, state.armed, action.by);
      return step && corrected(state, state.armed, step);
    }
    case 'hold-clock':
      return state.heard && corrected(state, 'clock', clockToggled(state, readout));
    case 'shot-off':
      return corrected(state, 'shotClock', { value: null });
    case 'shot-run':
      return state.heard && corrected(state, 'shotClock', shotToggled(state, readout));
    case 'shot-reset':
      return (
        state.heard && corrected(state, 'shotClock', shotReset(state, state.heard.rules, readout, action.to))
      );
    case 'release':
      return state.armed === null ? null : { cue: 'release', field: state.armed };
    case 'apply':
      return state.selected === null ? null : applied(action.to, state.selected, state);
    case 'arm':
    case 'until-agrees':
    case 'open':
    case 'backdrop':
    case 'tab':
    case 'help':
    case 'hints':
    case 'press':
    case 'auto-out':
    case 'tape':
    case 'escape':
      return null;
    default: {
      const never: never = action;
      return never;
    }
  }
}

/**
 * Preview makes ready with what the form says, and a second time takes out of preview (not while the show seen is older than what was asked:
 * a quick press after a take prepares). Take airs what preview shows; a graphic that is on
 * neither bus goes with what its form says. Cut is the same without motion, in or out by where the graphic is.
 */
function graphicCue(does: 'preview' | 'take' | 'out' | 'cut', graphic: string, state: DeskState): Cue {
  const { program, preview } = busesOf(state, graphic);
  const form = { options: { ...formValues(state, graphic) } };
  const fresh = program || preview ? {} : form;
  if (does === 'preview')
    return preview && !isBehind(state) ? { cue: 'unpreview', graphic } : { cue: 'preview', graphic, ...form };
  if (does === 'take') return { cue: 'take', graphic, ...fresh, ...forATime(state) };
  if (does === 'out') return { cue: 'out', graphic };
  return program && !preview
    ? { cue: 'out', graphic, cut: true }
    : { cue: 'take', graphic, ...fresh, cut: true, ...forATime(state) };
}

/** The time after which the next take goes by itself, where one is in hand; else what was made ready with one keeps it. */
const forATime = ({ hand: { autoOutMs } }: DeskState): { autoOutMs?: number } =>
  autoOutMs === null ? {} : { autoOutMs };

/** Puts the form's values where they were asked for. `update` reaches the air only while the graphic is not in preview too: then it is a take in place. */
function applied(to: 'preview' | 'air', graphic: string, state: DeskState): Cue | null {
  const { program, preview } = busesOf(state, graphic);
  const options = { ...formValues(state, graphic) };
  if (to === 'preview')
    return preview ? { cue: 'update', graphic, options } : { cue: 'preview', graphic, options };
  if (!program) return null;
  return preview ? { cue: 'take', graphic, options } : { cue: 'update', graphic, options };
}

/** What a cue is called in a notice. */
export function cueName(cue: Cue): string {
  switch (cue.cue) {
    case 'take':
      return cue.graphic === undefined ? 'Take all in preview' : `Take ${cue.graphic}`;
    case 'out':
      return `Out ${cue.graphic ?? cue.layer ?? ''}`;
    case 'override':
    case 'release':
      return `${cue.cue === 'override' ? 'Override' : 'Release'} ${cue.field}`;
    case 'delay':
      return `Delay of ${cue.output}`;
    case 'replay':
      return `Replay on ${cue.output}`;
    case 'resume':
      return `Back from replay on ${cue.output}`;
    case 'sync':
      return `Sync of ${cue.output}`;
    case 'arm':
      return `Arm a take on ${cue.on}`;
    case 'story-rule':
      return `Story rule ${cue.rule}`;
    case 'disarm':
      return 'Disarm the take';
    case 'owner':
      return cue.feed === undefined ? `Falling of ${cue.field}` : `${cue.field} from ${cue.feed}`;
    case 'match':
      return 'Who is who';
    case 'theme':
      return `Theme ${cue.theme}`;
    case 'camera':
      return `Camera ${cue.name}`;
    case 'forget-camera':
      return `Forget camera ${cue.name}`;
    case 'venue':
      return `Venue ${cue.venue}`;
    case 'clear':
      return cue.layer === undefined ? 'Clear all' : `Clear ${cue.layer}`;
    case 'undo':
      return cue.what === 'take' ? 'Undo the last take' : `Undo override ${cue.field ?? ''}`;
    case 'policy':
      return `Policy of ${cue.field}`;
    case 'rundown':
      return `Rundown: ${cue.step.step}`;
    case 'preview':
    case 'unpreview':
    case 'update':
      return `${cue.cue === 'preview' ? 'Preview' : cue.cue === 'update' ? 'Update' : 'Unpreview'} ${cue.graphic}`;
    default: {
      const never: never = cue;
      return never;
    }
  }
}
