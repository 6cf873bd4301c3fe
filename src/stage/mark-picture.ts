// A logo as it stands in its box: whole, as large as it fits, in the middle; ringed where it would be lost on what it lies on.
import type { Texture } from 'pixi.js';
import { canvasTexture, unitCanvas } from './canvas-texture.ts';
import type { Area } from './mark-ink.ts';

/** Room about a logo for its ring, and the ring's width, in units. */
const ROOM = 3;
const RING = 2;
/** How many copies of the outline make a ring without corners. */
const AROUND = 16;
/** What would stand less high or wide than this is a line, not a logo. Units. */
const LEAST = 8;

/** Size of a logo's box, in whole units. */
export type MarkBox = { readonly width: number; readonly height: number };

/** Where ink of that size stands in a box; null where it is so long that nobody could tell what it is. */
export function placeIn({ width, height }: MarkBox, ink: Pick<Area, 'width' | 'height'>): Area | null {
  const room = { width: width - 2 * ROOM, height: height - 2 * ROOM };
  const scale = Math.min(room.width / ink.width, room.height / ink.height);
  const size = { width: ink.width * scale, height: ink.height * scale };
  if (Math.min(size.width, size.height) < LEAST) return null;
  return { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size };
}

export type MarkPictureOptions = {
  readonly image: CanvasImageSource;
  /** Of the image, in its pixels. */
  readonly ink: Area;
  readonly box: MarkBox;
  readonly place: Area;
  /** Pixels a unit. */
  readonly resolution: number;
  /** `#rrggbb`; null for none. */
  readonly ring: string | null;
};

/** The logo as a texture of its box's size, about its middle. The caller destroys it. */
export function markPicture(
  document: Document,
  { image, ink, box, place, resolution, ring }: MarkPictureOptions,
): Texture {
  const draw = (context: CanvasRenderingContext2D, dx = 0, dy = 0): void => {
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    const { x, y, width, height } = place;
    context.drawImage(image, ink.x, ink.y, ink.width, ink.height, x + dx, y + dy, width, height);
  };
  return canvasTexture(document, {
    ...box,
    resolution,
    anchor: 0.5,
    draw: (context) => {
      if (ring !== null) drawRing(document, { box, resolution, ring, draw, onto: context });
      draw(context);
    },
  });
}

type RingOptions = Pick<MarkPictureOptions, 'box' | 'resolution'> & {
  readonly ring: string;
  readonly draw: (context: CanvasRenderingContext2D, dx: number, dy: number) => void;
  readonly onto: CanvasRenderingContext2D;
};

function drawRing(document: Document, { box, resolution, ring, draw, onto }: RingOptions): void {
  const { canvas, context } = unitCanvas(document, { ...box, resolution });
  for (let i = 0; i < AROUND; i += 1) {
    const turn = (2 * Math.PI * i) / AROUND;
    draw(context, Math.cos(turn) * RING, Math.sin(turn) * RING);
  }
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = ring;
  context.fillRect(0, 0, box.width, box.height);
  onto.drawImage(canvas, 0, 0, box.width, box.height);
}
