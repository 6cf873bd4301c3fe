// The frames of a game: each body's track, and the frames themselves for whoever joins later. Bounded by time and by bytes.
import type { Body, Frame } from '../game/message.ts';
import { BodyTrack } from './body-track.ts';
import type { Past, Places, SampledBody } from './moment.ts';
import { Noise } from './noise.ts';
import { Rejoin } from './rejoin.ts';
import { countUntil } from './sorted.ts';
import { BALL_TRACK, PLAYER_TRACK } from './track-options.ts';

/** What a frame of eleven bodies takes in memory, roughly, in bytes. */
const FRAME_BYTES = 2_000;
/** A body not heard of for this long has its track forgotten. Milliseconds. */
const FORGET_MS = 30_000;

/** Places before the newest frame by less than this may still change by what is heard next: stamps of bodies lag behind their frame's. Milliseconds. */
const UNSETTLED_MS = 400;
/** A curve between two samples looks at one more on either side. */
const LOOKED_AT = 3;

/** A body's track, and what it was sampled into: for the Moment, and for its past. */
export type SampledTrack = {
  readonly track: BodyTrack;
  readonly body: SampledBody;
  readonly before: SampledBody;
  readonly rejoin: Rejoin;
};

const sampledBody = (id: string, teamId: string | null): SampledBody => ({
  id,
  teamId,
  xMm: 0,
  yMm: 0,
  zMm: 0,
  speedMps: 0,
  ageMs: 0,
  presence: 0,
});

export class FrameLog implements Past {
  readonly #maxFrames: number;
  #frames: Frame[] = [];
  readonly #byId = new Map<string, SampledTrack>();
  readonly #byBody = new Map<SampledBody, SampledTrack>();
  #players: readonly SampledTrack[] = [];
  readonly #past: { bodies: SampledBody[]; bodyCount: number; ball: SampledBody | null } = {
    bodies: [],
    bodyCount: 0,
    ball: null,
  };
  #version = 0;
  #revision = 0;
  ball: SampledTrack | null = null;
  #playerNoise = new Noise();
  #ballNoise = new Noise();

  constructor(maxBytes: number) {
    this.#maxFrames = Math.max(1, Math.floor(maxBytes / FRAME_BYTES));
  }

  /** In order of appearance. A list: to go through a map makes garbage at every tick. */
  get players(): readonly SampledTrack[] {
    return this.#players;
  }
  get size(): number {
    return this.#frames.length;
  }
  get newestMs(): number {
    return this.#frames[this.#frames.length - 1]?.atMs ?? 0;
  }

  get version(): number {
    return this.#version;
  }
  get revision(): number {
    return this.#revision;
  }
  get firmMs(): number {
    const looked = this.#frames[this.#frames.length - LOOKED_AT];
    return looked ? Math.min(looked.atMs, this.newestMs - UNSETTLED_MS) : Number.NEGATIVE_INFINITY;
  }

  at(instantMs: number): Places {
    const past = this.#past;
    let count = 0;
    for (let i = 0; i < this.#players.length; i += 1) {
      const { track, before } = this.#players[i] as SampledTrack;
      if (!track.sample(instantMs, before)) continue;
      past.bodies[count] = before;
      count += 1;
    }
    past.bodyCount = count;
    past.ball = this.ball?.track.sample(instantMs, this.ball.before) ? this.ball.before : null;
    return past;
  }

  trace(body: SampledBody, trace: Float64Array): boolean {
    return this.#byBody.get(body)?.track.trace(trace) ?? false;
  }

  /** Takes a frame at its place in time. */
  push(frame: Frame): void {
    const index = countUntil(this.#frames, frame.atMs);
    this.#version += 1;
    if (index === this.#frames.length) this.#frames.push(frame);
    else {
      this.#revision += 1;
      this.#frames.splice(index, 0, frame);
    }
    for (const body of frame.bodies) this.#trackOf(body).push(body.atMs, body.xMm, body.yMm, body.zMm);
    if (frame.ball) this.#pushBall(frame.ball);
    const surplus = this.#frames.length - this.#maxFrames;
    if (surplus > this.#maxFrames * 0.1) this.trim((this.#frames[surplus - 1] as Frame).atMs);
  }

  #pushBall(ball: Body): void {
    this.ball ??= this.#made(new BodyTrack(BALL_TRACK, this.#ballNoise), ball.id, null);
    this.ball.body.id = ball.id;
    this.ball.before.id = ball.id;
    this.ball.track.push(ball.atMs, ball.xMm, ball.yMm, ball.zMm);
  }

  #trackOf({ id, teamId }: Body): BodyTrack {
    const known = this.#byId.get(id);
    if (known) {
      if (teamId !== undefined) {
        known.body.teamId = teamId;
        known.before.teamId = teamId;
      }
      return known.track;
    }
    const fresh = this.#made(new BodyTrack(PLAYER_TRACK, this.#playerNoise), id, teamId ?? null);
    this.#byId.set(id, fresh);
    this.#players = [...this.#byId.values()];
    return fresh.track;
  }

  #made(track: BodyTrack, id: string, teamId: string | null): SampledTrack {
    const made = {
      track,
      body: sampledBody(id, teamId),
      before: sampledBody(id, teamId),
      rejoin: new Rejoin(),
    };
    this.#byBody.set(made.body, made);
    return made;
  }

  /** Forgets what is before an instant. */
  trim(beforeMs: number): void {
    this.#frames.splice(0, countUntil(this.#frames, beforeMs));
    this.ball?.track.trim(beforeMs);
    for (const [id, { track, body }] of this.#byId) {
      if (track.newestMs >= beforeMs - FORGET_MS) track.trim(beforeMs);
      else {
        track.stop();
        this.#byId.delete(id);
        this.#byBody.delete(body);
      }
    }
    this.#players = [...this.#byId.values()];
  }

  clear(): void {
    this.#frames = [];
    this.#byId.clear();
    this.#byBody.clear();
    this.#version += 1;
    this.#revision += 1;
    this.#players = [];
    this.ball = null;
    this.#playerNoise = new Noise();
    this.#ballNoise = new Noise();
  }

  /** The frames from an instant on. */
  since(sinceMs: number): readonly Frame[] {
    return this.#frames.slice(countUntil(this.#frames, sinceMs - Number.EPSILON));
  }
}
