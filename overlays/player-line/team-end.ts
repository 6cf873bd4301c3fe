// The end of the name's row: the team's logo with the player's position beside it, or the team's code and the position where there is none.
import { Container } from 'pixi.js';
import type { Label, Mark, StageKit } from '../../src/stage/stage-kit.ts';
import type { PlayerLineView } from './view.ts';

/** Room that it takes at the most, and its logo's box, in units. */
export const TEAM_END_WIDTH = 200;
const MARK = { width: 88, height: 60 } as const;
const GAP = 12;

export class TeamEnd {
  /** Its right edge lies at x = 0, its middle at y = 0. */
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #words: Label;
  readonly #mark: Mark;
  #view: Pick<PlayerLineView, 'detail' | 'role' | 'mark'> = { detail: [], role: '', mark: null };

  constructor(kit: StageKit) {
    this.#kit = kit;
    this.#words = kit.label({
      face: { family: 'display', weight: 600, sizePx: 28, colour: kit.theme.colour.headQuiet, spacing: 1 },
      maxWidth: TEAM_END_WIDTH,
      align: 'right',
    });
    this.#mark = kit.mark({ ...MARK, onArrived: () => this.#stand() });
    this.#mark.view.x = -MARK.width / 2;
    this.view.addChild(this.#words.view, this.#mark.view);
  }

  set({ detail, role, mark }: PlayerLineView): void {
    this.#view = { detail, role, mark };
    this.#stand();
  }

  #stand(): void {
    const { head, headText } = this.#kit.theme.colour;
    const { detail, role, mark } = this.#view;
    this.#mark.set(mark, { fill: head, ink: headText });
    const { shown } = this.#mark;
    this.#words.set(shown ? role : detail);
    this.#words.view.x = shown ? -MARK.width - GAP : 0;
  }
}
