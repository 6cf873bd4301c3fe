// How players and the ball move and are lost: what a track of places is joined by.

/** How places are joined and lost. Speeds in metres a second, times in milliseconds. */
export type TrackOptions = {
  /** Faster than this between two samples is a new track. */
  readonly maxSpeedMps: number;
  /** Time to fade out where it was lost, and in where it is new. */
  readonly fadeMs: number;
  /** How long past its newest sample a body is carried on by its own speed. */
  readonly carryMs: number;
  /** The speed at which it is carried dies away with this time constant. */
  readonly coastMs: number;
  /** How long a body without samples is held where it was before it fades. */
  readonly holdMs: number;
};

/** A player: 12 m/s is beyond any sprint. He runs on much as he ran: carried so, he is nearer the truth after a fifth of a second than one who is held. */
export const PLAYER_TRACK: TrackOptions = {
  maxSpeedMps: 12,
  fadeMs: 240,
  carryMs: 600,
  coastMs: 800,
  holdMs: 700,
};
/** The ball flies at up to 25 m/s and turns at once: it is never carried beyond 34 ms. */
export const BALL_TRACK: TrackOptions = {
  maxSpeedMps: 40,
  fadeMs: 160,
  carryMs: 34,
  coastMs: 1e6,
  holdMs: 300,
};
