// Whose dots are whose: two discs with the teams' codes, in the apron below the near side line.
import { Container, Sprite } from 'pixi.js';
import { type JerseyLook, jerseyPair } from '../../src/game/jersey.ts';
import type { Label, StageKit } from '../../src/stage/stage-kit.ts';
import type { FloorPanel } from './camera.ts';
import type { DotsView } from './view.ts';

const CHIP = 14;
const GAP = 8;
const BETWEEN = 24;
const MARGIN = { left: 24, bottom: 15 } as const;

const chipPicture = (kit: StageKit, { fill, ring }: JerseyLook) =>
  kit.picture({
    key: `chip ${fill} ${ring ?? kit.theme.colour.text}`,
    width: CHIP + 2,
    height: CHIP + 2,
    draw: (context) => {
      const middle = CHIP / 2 + 1;
      for (const [radius, colour] of [
        [CHIP / 2, ring ?? kit.theme.colour.text],
        [CHIP / 2 - 2, fill],
      ] as const) {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(middle, middle, radius, 0, 2 * Math.PI);
        context.fill();
      }
    },
  });

export class Legend {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #chips: readonly [Sprite, Sprite];
  readonly #codes: readonly [Label, Label];

  constructor(kit: StageKit, panel: FloorPanel) {
    this.#kit = kit;
    const code = () =>
      kit.label({
        face: { family: 'display', weight: 600, sizePx: 20, colour: kit.theme.colour.quiet, spacing: 0.6 },
        maxWidth: 120,
        align: 'left',
      });
    this.#chips = [new Sprite(), new Sprite()];
    this.#codes = [code(), code()];
    this.view.position.set(MARGIN.left, panel.height - MARGIN.bottom);
    this.view.addChild(...this.#chips, this.#codes[0].view, this.#codes[1].view);
  }

  set({ homeColour, awayColour, homeCode, awayCode }: DotsView): void {
    const { plate, floor } = this.#kit.theme.colour;
    const jerseys = jerseyPair(homeColour, awayColour, { plate, floor });
    let x = 0;
    for (const [i, jersey, code] of [
      [0, jerseys.away, awayCode],
      [1, jerseys.home, homeCode],
    ] as const) {
      const [chip, label] = [this.#chips[i], this.#codes[i]];
      chip.visible = code !== '';
      chip.texture = chipPicture(this.#kit, jersey);
      chip.anchor.set(0.5);
      label.set(code.toUpperCase());
      if (code === '') continue;
      chip.x = x + CHIP / 2;
      label.view.x = x + CHIP + GAP;
      x += CHIP + GAP + label.width + BETWEEN;
    }
  }
}
