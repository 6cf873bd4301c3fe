// Alpha from nothing to all in eleven steps, on black, grey and white, and on the picture itself: keying and blending are right when the last row looks like the others over like ground.
import { Container } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { BANDS } from './layout.ts';

const STEPS = 11;
const NAME_WIDTH = 88;
const LABEL_HEIGHT = 40;
const BLACK = '#000000';
const GREY = '#808080';
const WHITE = '#ffffff';

type RowOf = { readonly name: string; readonly ground: string | null; readonly inks: readonly string[] };

const ROWS: readonly RowOf[] = [
  { name: 'BLACK', ground: BLACK, inks: [WHITE] },
  { name: 'GREY', ground: GREY, inks: [WHITE, BLACK] },
  { name: 'WHITE', ground: WHITE, inks: [BLACK] },
  { name: 'KEY', ground: null, inks: [WHITE, BLACK] },
];

/** The wedges: what lies still, within their band. */
export function makeWedges(kit: StageKit): { readonly plates: Container; readonly ink: Container } {
  const { width, height } = BANDS.wedges;
  const { plate: ground, text, quiet } = kit.theme.colour;
  const plates = new Container();
  const ink = new Container();
  const rowHeight = (height - LABEL_HEIGHT) / ROWS.length;
  const step = (width - NAME_WIDTH) / STEPS;
  plates.addChild(
    plate({ width, height: LABEL_HEIGHT, colour: ground }),
    plate({ y: LABEL_HEIGHT, width: NAME_WIDTH, height: height - LABEL_HEIGHT, colour: ground }),
  );
  const label = (x: number, y: number, words: string, colour: string): void => {
    const made = kit.label({
      face: { family: 'display', weight: 600, sizePx: 22, colour, spacing: 0.5 },
      maxWidth: NAME_WIDTH - 8,
      align: 'centre',
      text: words,
    });
    made.view.position.set(x, y);
    ink.addChild(made.view);
  };
  label(NAME_WIDTH / 2, LABEL_HEIGHT / 2, 'ALPHA', quiet);
  for (let index = 0; index < STEPS; index += 1)
    label(Math.round(NAME_WIDTH + (index + 0.5) * step), LABEL_HEIGHT / 2, `${index * 10}`, text);
  for (const [row, { name, ground: under, inks }] of ROWS.entries()) {
    const y = LABEL_HEIGHT + row * rowHeight;
    label(NAME_WIDTH / 2, y + rowHeight / 2, name, text);
    if (under !== null)
      plates.addChild(
        plate({ x: NAME_WIDTH, y, width: width - NAME_WIDTH, height: rowHeight, colour: under }),
      );
    const inkHeight = rowHeight / inks.length;
    for (const [part, colour] of inks.entries())
      for (let index = 0; index < STEPS; index += 1) {
        const x = Math.round(NAME_WIDTH + index * step);
        const patch = plate({
          x,
          y: y + part * inkHeight,
          width: Math.round(NAME_WIDTH + (index + 1) * step) - x,
          height: inkHeight,
          colour,
        });
        patch.alpha = index / (STEPS - 1);
        plates.addChild(patch);
      }
  }
  return { plates, ink };
}
