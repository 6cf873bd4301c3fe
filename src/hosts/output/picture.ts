// What stands in an output's picture, for whoever asks: the relay at every beat, a test, an operator's console.
import type { Fault } from '../../game/fault.ts';
import { type Game, sideOf } from '../../game/game.ts';
import type { Moment, SampledBody } from '../../time/moment.ts';
import type { Painted } from '../../wire/wire.ts';

/** A body of the picture: millimetres in the court's frame. The ball has neither side nor number. */
export type SeenBody = {
  readonly id: string;
  readonly side: 'home' | 'away' | null;
  readonly number: string | null;
  readonly xMm: number;
  readonly yMm: number;
  readonly zMm: number;
  /** 0 to 1, as it fades. */
  readonly presence: number;
};

/** What is known of the picture that was painted last; -1 for what has not been painted yet. */
export class Picture {
  #revision = -1;
  #seq = 0;
  #instantMs = 0;
  #delayMs = 0;
  #moment: Moment | null = null;

  /** A tick has put this on the screen, or found it there. The Moment is read again only until the next tick. */
  stands(shown: {
    readonly moment: Moment;
    readonly revision: number;
    readonly seq: number;
    readonly delayMs: number;
  }): void {
    this.#moment = shown.moment;
    this.#instantMs = shown.moment.atMs;
    this.#revision = shown.revision;
    this.#seq = shown.seq;
    this.#delayMs = shown.delayMs;
  }

  get painted(): Pick<Painted, 'revision' | 'seq' | 'instantMs' | 'delayMs'> {
    return {
      revision: this.#revision,
      seq: this.#seq,
      instantMs: this.#instantMs,
      delayMs: this.#delayMs,
    };
  }

  get clocks(): { readonly clock: string | null; readonly shotClock: string | null } {
    return { clock: this.#moment?.clock?.text ?? null, shotClock: this.#moment?.shotClock?.text ?? null };
  }

  /** Players of the picture. */
  get bodies(): readonly SeenBody[] {
    const moment = this.#moment;
    return moment
      ? moment.bodies.slice(0, moment.bodyCount).map((sampled) => seenBody(sampled, moment.game))
      : [];
  }

  get ball(): SeenBody | null {
    return this.#moment?.ball ? seenBody(this.#moment.ball, this.#moment.game) : null;
  }
}

function seenBody({ id, teamId, xMm, yMm, zMm, presence }: SampledBody, game: Game): SeenBody {
  const number = teamId === null ? null : (game.teams[teamId]?.players[id]?.number ?? null);
  return { id, side: sideOf(game, teamId ?? undefined), number, xMm, yMm, zMm, presence };
}

/** Faults as a beat may carry them: the newest, at most that many. */
export const newest = (faults: readonly Fault[], most: number): Fault[] => faults.slice(-most);
