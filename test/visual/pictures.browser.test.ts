// Every graphic in every state and theme looks as its kept picture does, and the same by both renderers. What differs is written beside this file, in differences/.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { graphics } from '../../overlays/catalogue.ts';
import { type Bench, makeBench } from '../kit/scene-bench.ts';
import { type Drawn, drawState, onGround } from '../shots/drawn.ts';
import { loadMarks } from '../shots/marks.ts';
import { type Played, playedGame } from '../shots/played-game.ts';
import { canvasOfDrawn, compareDrawn, compared, fileOf, type Result } from '../shots/reference.ts';
import { statesOf } from '../shots/states.ts';
import { themes } from '../shots/themes.ts';
import { TILE, type Tolerance } from './same-picture.ts';

const kept = import.meta.glob<string>('../shots/references/**/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});
const ROOT = '../shots/references/';
const files = Object.keys(kept).map((path) => path.slice(ROOT.length));
const urlOf = (file: string): string => kept[`${ROOT}${file}`] ?? '';

/** By the two renderers, at rest: WebGL takes the mean of four texels where the 2D canvas may take others. */
const ALIKE: Tolerance = { off: 72, pixels: 16, mean: 7 };
/** In motion an edge lies between pixels: the 2D canvas smooths it, WebGL without multisampling does not. That is one line of a tile, or two. */
const ALIKE_MOVING: Tolerance = { off: 72, pixels: 2 * TILE, mean: 12 };

let played: Played;
beforeAll(async () => {
  played = await playedGame();
});

const write = (path: string, canvas: HTMLCanvasElement): Promise<void> => {
  const url = canvas.toDataURL('image/png');
  return commands.writeFile(path, url.slice(url.indexOf(',') + 1), 'base64');
};

/** Puts what is seen and what differs where it can be looked at. @throws Error in one sentence that says where. */
async function demand(result: Result, drawn: Drawn, file: string): Promise<void> {
  if (result.same) return;
  const name = `test/visual/differences/${file.replaceAll('/', '-').replace('.png', '')}`;
  await write(`${name}-actual.png`, canvasOfDrawn(onGround(drawn)));
  if (result.difference) await write(`${name}-difference.png`, result.difference);
  expect.fail(`${result.why}. See ${name}-actual.png; npm run shots -- references, where it is meant`);
}

test('a state without a kept picture is not as it is kept', async () => {
  const subject = { theme: 'house', graphic: 'scorebug', state: 'never seen' };
  const drawn = { x: 0, y: 0, width: 1, height: 1, data: Uint8ClampedArray.of(0, 0, 0, 255) };
  expect(await compared(files, subject, drawn, urlOf)).toMatchObject({
    same: false,
    why: 'house, scorebug: never seen: there is no reference picture',
  });
});

for (const [theme, look] of themes)
  describe(theme, () => {
    let canvas: Bench;
    let webgl: Bench;
    beforeAll(async () => {
      const marks = await loadMarks();
      webgl = await makeBench({ renderer: 'webgl', theme: look, marks });
      canvas = await makeBench({ renderer: 'canvas', theme: look, marks });
    });
    afterAll(() => {
      canvas.dispose();
      webgl.dispose();
    });

    for (const graphic of graphics.values())
      describe(graphic.id, () => {
        test.each(statesOf(graphic.id))('$name: as it is kept, and by WebGL the same', async (state) => {
          const drawn = await drawState(canvas, graphic, state, played);
          const subject = { theme, graphic: graphic.id, state: state.name };
          const file = fileOf(theme, graphic.id, state.name, drawn);
          await demand(await compared(files, subject, drawn, urlOf), drawn, file);
          const other = await drawState(webgl, graphic, state, played);
          const alike = compareDrawn(onGround(other), onGround(drawn), state.moving ? ALIKE_MOVING : ALIKE);
          await demand(
            alike.same ? alike : { ...alike, why: `${graphic.id}, ${state.name}, by WebGL: ${alike.why}` },
            other,
            file.replace('.png', '-webgl.png'),
          );
        });

        test('no picture is kept of a state that is no more', () => {
          const named = statesOf(graphic.id).map(({ name }) =>
            fileOf(theme, graphic.id, name, {
              x: 0,
              y: 0,
              width: 0,
              height: 0,
              data: new Uint8ClampedArray(),
            }),
          );
          const states = new Set(named.map((file) => file.slice(0, file.lastIndexOf('.0-0'))));
          const here = files.filter((file) => file.startsWith(`${theme}/${graphic.id}/`));
          expect(here.filter((file) => !states.has(file.replace(/\.\d+-\d+\.png$/, '')))).toEqual([]);
        });
      });
  });
