// The picture book's page: draws the sheets, the references, and compares a browser's own pictures with these.
import { graphics } from '../../overlays/catalogue.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import { makeBench } from '../kit/scene-bench.ts';
import { TILE, type Tolerance } from '../visual/same-picture.ts';
import { drawArena } from './arena.ts';
import { floorShot, themesShot } from './docs-shots.ts';
import { drawState, onGround } from './drawn.ts';
import { loadMarks } from './marks.ts';
import { playedGame } from './played-game.ts';
import { canvasOfDrawn, compared, fileOf } from './reference.ts';
import { sheetOf } from './sheet.ts';
import { statesOf } from './states.ts';
import { themes } from './themes.ts';

/** A picture to be kept: its file among the references, and a PNG's data address. */
export type Kept = { readonly file: string; readonly png: string };

declare global {
  interface Window {
    book?: {
      readonly ids: readonly string[];
      readonly themes: readonly string[];
      /** The contact sheet of a graphic, as a JPEG's data address. */
      sheet(theme: string, id: string): Promise<string>;
      /** Players on the hall's own floor, as a JPEG's data address. */
      floor(): Promise<string>;
      /** One instant in every theme, as a JPEG's data address. */
      beside(): Promise<string>;
      /** Every state of a graphic as it is now. */
      references(theme: string, id: string): Promise<readonly Kept[]>;
      /** What differs from the kept pictures, one sentence a state; `files` are those that are kept, served beside the page. */
      differences(theme: string, id: string, files: readonly string[]): Promise<readonly string[]>;
    };
  }
}

const found = <Value>(all: ReadonlyMap<string, Value>, id: string): Value => {
  const value = all.get(id);
  if (value === undefined) throw new Error(`there is no ${id}`);
  return value;
};
/** Of a slanting edge, or one between two pixels, a whole line of a tile on each side may be smoothed otherwise; wood may be dithered. */
const ACROSS_BROWSERS: Tolerance = { off: 72, pixels: 2 * TILE, mean: 13 };

const hall = drawArena(document);
const game = playedGame();
const marks = loadMarks();

async function eachState<Found>(
  theme: string,
  id: string,
  look: (graphic: Graphic, name: string, drawn: Awaited<ReturnType<typeof drawState>>) => Promise<Found>,
): Promise<Found[]> {
  const bench = await makeBench({ renderer: 'canvas', theme: found(themes, theme), marks: await marks });
  const graphic = found(graphics, id);
  const seen: Found[] = [];
  for (const state of statesOf(id))
    seen.push(await look(graphic, state.name, await drawState(bench, graphic, state, await game)));
  bench.dispose();
  return seen;
}

window.book = {
  ids: [...graphics.keys()],
  themes: [...themes.keys()],
  sheet: async (theme, id) =>
    sheetOf({
      graphic: found(graphics, id),
      theme: found(themes, theme),
      played: await game,
      hall,
      marks: await marks,
    }),
  floor: async () => floorShot({ theme: found(themes, 'house'), hall }, (await game).moment),
  beside: async () => themesShot([...themes.values()], await game, { hall, marks: await marks }),
  references: (theme, id) =>
    eachState(theme, id, async (graphic, name, drawn) => ({
      file: fileOf(theme, graphic.id, name, drawn),
      png: canvasOfDrawn(onGround(drawn)).toDataURL('image/png'),
    })),
  differences: async (theme, id, files) => {
    const sentences = await eachState(theme, id, async (graphic, name, drawn) => {
      const result = await compared(
        files,
        { theme, graphic: graphic.id, state: name },
        drawn,
        (file) => `/references/${file}`,
        ACROSS_BROWSERS,
      );
      return result.same ? [] : [result.why];
    });
    return sentences.flat();
  },
};
