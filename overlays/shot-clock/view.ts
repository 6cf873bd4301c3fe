// What the shot clock shows: plain data, compared by value.

export const PLACES = ['bottom-right', 'bottom-left', 'top-right', 'top-left', 'above-bug'] as const;
export type Place = (typeof PLACES)[number];

export const SIZES = ['regular', 'large'] as const;
export type Size = (typeof SIZES)[number];

export type ShotClockView = {
  readonly place: Place;
  readonly size: Size;
  /** Null while the shot clock is off. */
  readonly text: string | null;
  /** Below five seconds. */
  readonly alarm: boolean;
  /** At zero: the violation. */
  readonly expired: boolean;
  /** In the quiet colour, because no feed speaks; then it alarms nobody. */
  readonly dim: boolean;
};
