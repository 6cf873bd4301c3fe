// Who has the ball: of the team that the feed says is in possession, the player whose hands it is within reach of. He keeps it through a dribble.
//
// It is found from the last seconds of play: from when it was plainly one player's, on.
import { Tenth, type Tenths } from '../../src/stage/tenths.ts';
import type { Moment } from '../../src/time/moment.ts';

/**
 * Assumed: a ball is taken nearer than `take`, and lost further away than `lose`; a team-mate must be nearer by `nearer` to be handed it; higher than `high`
 * it is in the air. A dribble swings within a metre of its player; a pass leaves him at 8 m/s. Millimetres.
 */
const REACH = { take: 1_100, lose: 1_700, nearer: 350, high: 2_700 } as const;
/** So many tenths of a second of play are looked at. */
const SEEN_TENTHS = 30;

export class Handler {
  #id: string | null = null;
  /** Since when, no later than by a tenth of a second; -Infinity for as long as has been looked. */
  #sinceMs = Number.NEGATIVE_INFINITY;
  /** True once it has been plain whose it is. */
  #isPlain = false;
  #lastMs = Number.NEGATIVE_INFINITY;
  readonly #now = new Tenth();

  /** Id of who has it now; null for nobody. */
  get id(): string | null {
    return this.#id;
  }
  /** Since when, in milliseconds. */
  get sinceMs(): number {
    return this.#sinceMs;
  }

  /** Looks at a moment and at what was before it. `teamId`: in possession, null for none. Allocates nothing. */
  follow(moment: Moment, tenths: Tenths, teamId: string | null): string | null {
    this.#id = null;
    this.#isPlain = false;
    this.#sinceMs = Number.NEGATIVE_INFINITY;
    this.#lastMs = Number.NEGATIVE_INFINITY;
    if (teamId === null) return null;
    if (!tenths.isStill) for (let i = SEEN_TENTHS - 1; i >= 0; i -= 1) this.#see(tenths.ago(i), teamId);
    this.#now.read(moment, moment.atMs);
    this.#see(this.#now, teamId);
    return this.#id;
  }

  #see(tenth: Tenth, teamId: string): void {
    const was = this.#id;
    this.#id = this.#holder(tenth, teamId);
    if (this.#id !== was) this.#sinceMs = this.#lastMs;
    this.#lastMs = tenth.atMs;
  }

  #holder({ hasBall, ball, count, ids, teams, xMm, yMm }: Tenth, teamId: string): string | null {
    if (!hasBall || (ball[2] as number) > REACH.high) {
      this.#isPlain = true;
      return null;
    }
    let nearest = -1;
    let leastMm = Number.POSITIVE_INFINITY;
    let nextMm = Number.POSITIVE_INFINITY;
    let heldMm = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i += 1) {
      if (teams[i] !== teamId) continue;
      const acrossMm = (xMm[i] as number) - (ball[0] as number);
      const alongMm = (yMm[i] as number) - (ball[1] as number);
      const farMm = Math.sqrt(acrossMm * acrossMm + alongMm * alongMm);
      if (ids[i] === this.#id) heldMm = farMm;
      if (farMm >= leastMm) {
        nextMm = Math.min(nextMm, farMm);
        continue;
      }
      nextMm = leastMm;
      leastMm = farMm;
      nearest = i;
    }
    const taker = leastMm < REACH.take ? (ids[nearest] as string) : null;
    if (this.#isPlain) return heldMm <= REACH.lose && heldMm - leastMm < REACH.nearer ? this.#id : taker;
    this.#isPlain = leastMm > REACH.lose || (taker !== null && nextMm - leastMm >= REACH.nearer);
    return taker;
  }
}
