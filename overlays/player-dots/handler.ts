// Who has the ball: of the team that the feed says is in possession, the player whose hands it is within reach of. He keeps it through a dribble.
import type { Moment, SampledBody } from '../../src/time/moment.ts';

/**
 * Assumed: a ball is taken nearer than `take`, and lost further away than `lose`; a team-mate must be nearer by `nearer` to be handed it; higher than `high`
 * it is in the air. A dribble swings within a metre of its player; a pass leaves him at 8 m/s. Millimetres.
 */
const REACH = { take: 1_100, lose: 1_700, nearer: 350, high: 2_700 } as const;

export class Handler {
  #id: string | null = null;

  /** Id of who has it now; null for nobody. */
  get id(): string | null {
    return this.#id;
  }

  /** Looks again. `teamId`: in possession, null for none. Allocates nothing. */
  follow({ ball, bodies, bodyCount }: Moment, teamId: string | null): string | null {
    const was = this.#id;
    this.#id = null;
    if (teamId === null || ball === null || ball.zMm > REACH.high) return null;
    let nearest: string | null = null;
    let leastMm: number = REACH.take;
    let heldMm: number = Number.POSITIVE_INFINITY;
    for (let i = 0; i < bodyCount; i += 1) {
      const body = bodies[i] as SampledBody;
      if (body.teamId !== teamId) continue;
      const acrossMm = body.xMm - ball.xMm;
      const alongMm = body.yMm - ball.yMm;
      const farMm = Math.sqrt(acrossMm * acrossMm + alongMm * alongMm);
      if (body.id === was) heldMm = farMm;
      if (farMm >= leastMm) continue;
      leastMm = farMm;
      nearest = body.id;
    }
    const keeps = heldMm <= REACH.lose && heldMm - leastMm < REACH.nearer;
    this.#id = keeps ? was : nearest;
    return this.#id;
  }
}
