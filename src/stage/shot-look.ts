// How a theme colours the shot clock, beside the game clock and alone: quiet colours on the plate, or the header's with its accent.
import type { Theme } from './theme.ts';

/** `ground` with `ink` on it; `dim` where what it says is old. All `#rrggbb`. */
export type ShotLook = {
  readonly ground: string;
  readonly ink: string;
  readonly dim: { readonly ground: string; readonly ink: string };
};

/** In its cell of the scorebug, apart from the clock that it stands beside. */
export const shotCellLook = ({ colour, scorebug }: Theme): ShotLook => {
  const dim = { ground: colour.raised, ink: colour.quiet };
  return scorebug.clock === 'head'
    ? { ground: colour.accent, ink: colour.head, dim }
    : { ground: colour.raised, ink: colour.warm, dim };
};

/** Alone, under a bar that says what it is. */
export const shotFaceLook = ({ colour, scorebug }: Theme): ShotLook & { readonly bar: string } =>
  scorebug.clock === 'head'
    ? {
        ground: colour.head,
        ink: colour.headText,
        bar: colour.accent,
        dim: { ground: colour.head, ink: colour.headQuiet },
      }
    : {
        ground: colour.plate,
        ink: colour.text,
        bar: colour.warm,
        dim: { ground: colour.plate, ink: colour.quiet },
      };
