// The game as facts add up to it, folded in the order in which they were true: what may still be overtaken by one that is heard late waits.
import { fold } from '../../game/fold.ts';
import { type Game, noGame } from '../../game/game.ts';
import type { Fact, Said } from '../../game/message.ts';
import type { Standing } from './gist.ts';

/** Facts are heard at most so long after they were true, but for corrections, which name what they correct. Milliseconds. */
const LATE_MS = 5_000;

export class Settling {
  #game: Game;
  #late: Said[];

  constructor({ game, late }: Standing = { game: noGame, late: [] }) {
    this.#game = game;
    this.#late = [...late];
  }

  get standing(): Standing {
    return { game: this.#game, late: [...this.#late] };
  }

  /** Takes what was heard at an instant; frames add nothing. */
  take(said: Said, heardMs: number): void {
    if (said.kind === 'frame') return;
    const late = this.#late;
    let index = late.length;
    while (index > 0 && (late[index - 1] as Said).atMs > said.atMs) index -= 1;
    late.splice(index, 0, said);
    const settledMs = heardMs - LATE_MS;
    while (late[0] && late[0].atMs < settledMs) this.#game = fold(this.#game, late.shift() as Fact);
  }
}
