// What a key or a button of the operator's page may mean, and a line of the table of keys. Types only.
import type { ComingKind } from '../show/foresight.ts';
import type { OverrideField } from '../show/overrides.ts';
import type { DockName } from './dock-name.ts';
import type { TapeWish } from './tape/tape-action.ts';

/** `index` counts the graphics of the list from 0. `cut`: without motion. */
export type Action =
  | { readonly do: 'preview' | 'take' | 'out' | 'cut'; readonly index: number }
  | { readonly do: 'take-all'; readonly cut: boolean }
  | { readonly do: 'clear' }
  /** What is on that layer off; `index` counts the layers in the order of their graphics. */
  | { readonly do: 'clear-layer'; readonly index: number }
  /** The next take is off by itself after a time: the next one of the list. */
  | { readonly do: 'auto-out' }
  /** The last change of program, or of an override, taken back. */
  | { readonly do: 'undo'; readonly what: 'take' | 'override' }
  | { readonly do: 'rundown'; readonly step: 'next' | 'previous' | 'go' | 'take' }
  /** A take of preview when such an event is seen on program; a second time: not. */
  | { readonly do: 'arm-take'; readonly on: ComingKind }
  /** A press of guided sync; and the delay of the output in hand a little more or less. */
  | { readonly do: 'sync-press' }
  | { readonly do: 'nudge'; readonly by: 1 | -1; readonly unit: 'step' | 'frame' }
  /** The story in hand made ready, put away, or the next one taken in hand. */
  | { readonly do: 'story'; readonly step: 'preview' | 'next' | 'dismiss' }
  | { readonly do: 'arm'; readonly field: OverrideField }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'release' }
  /** The game clock as it is shown: held, or running from there. */
  | { readonly do: 'hold-clock' }
  | { readonly do: 'shot-off' }
  /** The shot clock run by hand: started or stopped, and set to a whole possession or to the short one. */
  | { readonly do: 'shot-run' }
  | { readonly do: 'shot-reset'; readonly to: 'full' | 'short' }
  /** Corrections to come go by themselves when the feed agrees, or not. */
  | { readonly do: 'until-agrees' }
  /** The panel of that name, wherever it is. */
  | { readonly do: 'open'; readonly dock: DockName; readonly tab: string }
  | { readonly do: 'backdrop' }
  | { readonly do: 'tab'; readonly dock: DockName; readonly by: 1 | -1 }
  | { readonly do: 'apply'; readonly to: 'preview' | 'air' }
  /** What is asked of the tape that is played, or of the recording. */
  | { readonly do: 'tape'; readonly wish: TapeWish }
  | { readonly do: 'help' }
  /** Every control that is on the page gets letters to press it by. */
  | { readonly do: 'hints' }
  /** The control of that name in that panel: what an operator gave a key of his own. */
  | { readonly do: 'press'; readonly panel: string; readonly name: string }
  | { readonly do: 'escape' };

/** One line of the table. `id` is what an operator's own key is kept under. */
export type KeyRow = {
  readonly id: string;
  readonly group: 'Graphics' | 'The show' | 'Delay' | 'Corrections' | 'This page' | 'Tape' | 'Your own';
  readonly words: string;
  /** As printed, with ⇧ before it where Shift is held; two that are pressed one after the other have a space between them. */
  readonly key: string;
  readonly action: Action;
  /** May be held to go on. */
  readonly repeats?: boolean;
  /** Works also while a field is being typed into. */
  readonly always?: boolean;
  /** Changes what is on air. */
  readonly airs?: boolean;
};
