// The edges of the frame and of its two safe areas, with a ruler of the 8-unit grid. Source: EBU R 95 / SMPTE ST 2046-1.
import { Container, Sprite } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { FRAME } from '../../src/stage/theme.ts';

const HAIRLINE = 2;
const GRID = 8;
const RULER_HEIGHT = 16;
const TAG = { room: 320, height: 32, swatch: 16 } as const;

function outline(inset: { readonly x: number; readonly y: number }, colour: string): Container {
  const [width, height] = [FRAME.width - 2 * inset.x, FRAME.height - 2 * inset.y];
  const box = new Container({ x: inset.x, y: inset.y });
  box.addChild(
    plate({ width, height: HAIRLINE, colour }),
    plate({ y: height - HAIRLINE, width, height: HAIRLINE, colour }),
    plate({ width: HAIRLINE, height, colour }),
    plate({ x: width - HAIRLINE, width: HAIRLINE, height, colour }),
  );
  return box;
}

/** A tick at every step of the grid, longer at every fifth and tenth: white, and black beside it, so that it is seen over any picture. */
function drawRuler(context: CanvasRenderingContext2D, length: number): void {
  for (let x = 0; x <= length; x += GRID) {
    const step = x / GRID;
    const height = step % 10 === 0 ? RULER_HEIGHT : step % 5 === 0 ? 12 : 6;
    context.fillStyle = '#ffffff';
    context.fillRect(x, RULER_HEIGHT - height, 1, height);
    context.fillStyle = '#000000';
    context.fillRect(x + 1, RULER_HEIGHT - height, 1, height);
  }
}

function ruler(kit: StageKit, length: number): Sprite {
  const size = { width: length + 2, height: RULER_HEIGHT };
  const key = `grid-ruler-${length}`;
  return new Sprite(kit.picture({ key, ...size, draw: (context) => drawRuler(context, length) }));
}

/** What a line means: its colour and its name on a plate, which ends or begins at `x`. */
function tag(kit: StageKit, align: 'left' | 'right', x: number, colour: string, text: string): Container {
  const { plate: ground, text: ink } = kit.theme.colour;
  const label = kit.label({
    face: { family: 'display', weight: 600, sizePx: 22, colour: ink, spacing: 1 },
    maxWidth: TAG.room,
    align: 'left',
    text,
  });
  const fromEdge = 2 * GRID + TAG.swatch;
  label.view.position.set(fromEdge, TAG.height / 2);
  const width = fromEdge + label.width + GRID;
  const y = FRAME.height - FRAME.graphicsSafe.y - TAG.height - GRID;
  const view = new Container({ x: align === 'left' ? x : x - width, y });
  view.addChild(
    plate({ width, height: TAG.height, colour: ground }),
    plate({ x: GRID, y: GRID, width: TAG.swatch, height: TAG.swatch, colour }),
    label.view,
  );
  return view;
}

/** Everything that lies about the picture's edges. */
export function makeFrameLines(kit: StageKit): Container {
  const { alarm, warm, text } = kit.theme.colour;
  const { graphicsSafe, actionSafe } = FRAME;
  const lines = new Container();
  lines.addChild(outline({ x: 0, y: 0 }, alarm), outline(actionSafe, warm), outline(graphicsSafe, text));
  const [across, down] = [FRAME.width - 2 * graphicsSafe.x, FRAME.height - 2 * graphicsSafe.y];
  const top = ruler(kit, across);
  const left = ruler(kit, down - (down % GRID));
  // A picture lies about its middle; white lies on the grid, black beside it.
  top.position.set(FRAME.width / 2 + 1, graphicsSafe.y + RULER_HEIGHT / 2 + HAIRLINE);
  left.rotation = -Math.PI / 2;
  left.position.set(graphicsSafe.x + RULER_HEIGHT / 2 + HAIRLINE, FRAME.height / 2 + 1);
  lines.addChild(
    top,
    left,
    // As far from the line at its side as the ruler reaches.
    tag(kit, 'left', graphicsSafe.x + 4 * GRID, text, 'GRAPHICS SAFE 5 %'),
    tag(kit, 'right', FRAME.width - graphicsSafe.x - 4 * GRID, warm, 'ACTION SAFE 3.5 %'),
  );
  return lines;
}
