// What is true at one instant, as a graphic sees it.
import type { FloorCameras } from '../game/floor-camera.ts';
import type { Game } from '../game/game.ts';
import type { Rules } from '../game/rules.ts';

export type ClockReading = {
  readonly remainingMs: number;
  readonly running: boolean;
  /** As the rule set shows it. */
  readonly text: string;
};

/** One body as sampled at the moment's instant: millimetres in the court's frame. The object is reused: copy what you keep. */
export type SampledBody = {
  id: string;
  /** Null for the ball. */
  teamId: string | null;
  xMm: number;
  yMm: number;
  zMm: number;
  /** Metres a second along the floor, from the track itself. */
  speedMps: number;
  /** How long ago the newest sample that this place rests on was, in milliseconds; 0 between two samples. */
  ageMs: number;
  /** 0 to 1: fades to 0 where the body was lost, rises to 1 where it is new. */
  presence: number;
};

/** Where everyone is at an instant; `bodies` in no order, the first `bodyCount` entries count. */
export type Places = {
  readonly bodies: readonly SampledBody[];
  readonly bodyCount: number;
  readonly ball: SampledBody | null;
};

/** What is drawn at an instant hangs on nothing that was told of a time before this much earlier. Milliseconds. */
export const PAST_MS = 12_000;

/**
 * Where everyone was before: for what is drawn of a stretch of time (a trail, a camera that follows), so that it hangs on what was told and on the instant, and not on
 * when somebody looked. Owned by the Timeline; it allocates nothing.
 */
export interface Past {
  /** Changes with every frame that is heard. */
  readonly version: number;
  /** Changes when a frame was heard out of its turn, or all was replaced: nothing that was known of the past need be so any more. */
  readonly revision: number;
  /** Places before this instant stay as they are, while frames come in their turn. Milliseconds. */
  readonly firmMs: number;
  /** Places at an instant. Reused: valid until the next call. */
  at(instantMs: number): Places;
  /** Fills a trace (see `makeTrace`) with where a body of the Moment was. False where it was not there at the trace's newest instant. */
  trace(body: SampledBody, trace: Float64Array): boolean;
}

/** What goes stale together while no feed speaks. `positions` are the bodies and the ball. */
export const STALE_FIELDS = ['clock', 'shotClock', 'score', 'fouls', 'positions'] as const;

/** Fields that are stale: `mark`: for the operator alone; `dim`: to be shown in the quiet colour; `out`: not in the Moment any more. */
export type Stale = Readonly<Partial<Record<(typeof STALE_FIELDS)[number], 'mark' | 'dim' | 'out'>>>;

/**
 * Owned and reused by the Timeline that gave it: valid until its next `at`. Graphics only read it.
 * `version` changes when anything but places has changed (a fact, a figure of a clock): pick a View again only then.
 */
export type Moment = Places & {
  readonly atMs: number;
  readonly version: number;
  readonly game: Game;
  readonly rules: Rules;
  /** Null while no clock was ever said. */
  readonly clock: ClockReading | null;
  /** Null while off, or never said. */
  readonly shotClock: ClockReading | null;
  /** Absent where nobody keeps it: then all always was as it is. */
  readonly past?: Past;
  /** Cameras that the operator has taught us, by name; a change of them changes `version`. */
  readonly cameras: FloorCameras;
  /** Absent while a feed speaks. */
  readonly stale?: Stale;
};
