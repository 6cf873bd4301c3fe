// The frames of a game: each body's track, and the frames themselves for whoever joins later. Bounded by time and by bytes.
import type { Body, Frame } from '../game/message.ts';
import { BodyTrack } from './body-track.ts';
import type { SampledBody } from './moment.ts';
import { Noise } from './noise.ts';
import { Rejoin } from './rejoin.ts';
import { countUntil } from './sorted.ts';
import { BALL_TRACK, PLAYER_TRACK } from './track-options.ts';

/** What a frame of eleven bodies takes in memory, roughly, in bytes. */
const FRAME_BYTES = 2_000;
/** A body not heard of for this long has its track forgotten. Milliseconds. */
const FORGET_MS = 30_000;

export type SampledTrack = { readonly track: BodyTrack; readonly body: SampledBody; readonly rejoin: Rejoin };

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

export class FrameLog {
  readonly #maxFrames: number;
  #frames: Frame[] = [];
  readonly #byId = new Map<string, SampledTrack>();
  #players: readonly SampledTrack[] = [];
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

  /** Takes a frame at its place in time. */
  push(frame: Frame): void {
    const index = countUntil(this.#frames, frame.atMs);
    if (index === this.#frames.length) this.#frames.push(frame);
    else this.#frames.splice(index, 0, frame);
    for (const body of frame.bodies) this.#trackOf(body).push(body.atMs, body.xMm, body.yMm, body.zMm);
    if (frame.ball) this.#pushBall(frame.ball);
    const surplus = this.#frames.length - this.#maxFrames;
    if (surplus > this.#maxFrames * 0.1) this.trim((this.#frames[surplus - 1] as Frame).atMs);
  }

  #pushBall(ball: Body): void {
    this.ball ??= {
      track: new BodyTrack(BALL_TRACK, this.#ballNoise),
      body: sampledBody(ball.id, null),
      rejoin: new Rejoin(),
    };
    this.ball.body.id = ball.id;
    this.ball.track.push(ball.atMs, ball.xMm, ball.yMm, ball.zMm);
  }

  #trackOf({ id, teamId }: Body): BodyTrack {
    const known = this.#byId.get(id);
    if (known) {
      if (teamId !== undefined) known.body.teamId = teamId;
      return known.track;
    }
    const fresh = {
      track: new BodyTrack(PLAYER_TRACK, this.#playerNoise),
      body: sampledBody(id, teamId ?? null),
      rejoin: new Rejoin(),
    };
    this.#byId.set(id, fresh);
    this.#players = [...this.#byId.values()];
    return fresh.track;
  }

  /** Forgets what is before an instant. */
  trim(beforeMs: number): void {
    this.#frames.splice(0, countUntil(this.#frames, beforeMs));
    this.ball?.track.trim(beforeMs);
    for (const [id, { track }] of this.#byId) {
      if (track.newestMs < beforeMs - FORGET_MS) this.#byId.delete(id);
      else track.trim(beforeMs);
    }
    this.#players = [...this.#byId.values()];
  }

  clear(): void {
    this.#frames = [];
    this.#byId.clear();
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
