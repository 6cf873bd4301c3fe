// A line of text drawn by a canvas into its own texture, in its colour: for names and words, which change seldom.
import { Container, Sprite, Texture, type TextureSource } from 'pixi.js';
import { capitals } from '../game/capitals.ts';
import { outline } from './cut.ts';
import { startOf } from './figures.ts';
import { fitText } from './fit.ts';
import { lineInk, lineReach, lineWidth, writeLine } from './lettering.ts';
import { makeSlate, type Slate } from './slate.ts';
import type { Align, Label, LabelPlate } from './stage-kit.ts';
import type { Theme } from './theme.ts';
import type { Context, Typeface } from './typeface.ts';

export type LabelOptions = {
  readonly document: Document;
  readonly typeface: Typeface;
  readonly resolution: number;
  /** A context to measure with. */
  readonly measure: Context;
  readonly maxWidth: number;
  /** The smallest part of its size that it may be scaled to. */
  readonly smallest: number;
  readonly align: Align;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Drawn under the words, its corners as the theme has them. */
  readonly plate?: LabelPlate & { readonly shape: Theme['shape'] };
  /** Whatever it is given is written in capitals. */
  readonly inCapitals?: boolean;
  /** It will say more than its first text: room for the widest is made at once, and handed to `prepare`, so that no later text makes anything. */
  readonly changes?: boolean;
  /** Loads a texture ahead of its first picture. */
  readonly prepare?: (source: TextureSource) => void;
};

/** Room at each end for what reaches beyond a letter's advance. */
const OVERHANG = 4;
/** A width that is whole but for this is taken for whole: browsers sum up advances a little otherwise, and a unit more would move the line. */
const HAIR = 1 / 16;
/** A plate's corners are turned by no more than this, and its words keep this far from its upper and lower edge. Units. */
const CORNER = 6;
const AIR = 3;

/** An empty label. Its texture goes with its view's `destroy`. */
export function makeLabel(options: LabelOptions): Label {
  const { document, typeface, resolution, measure, maxWidth, smallest, align } = options;
  const view = new Container();
  const sprite = new Sprite(Texture.EMPTY);
  sprite.anchor.set(0, 0.5);
  sprite.visible = false;
  view.addChild(sprite);
  const most = Math.ceil(maxWidth);
  let slate: Slate | null = null;
  let room = 0;
  let reach = typeface.reach;
  const ends = options.plate?.padding ?? 0;
  let colour = options.colour;
  let asked: readonly string[] = [];
  let shown = { text: '', scale: 1 };
  let width = 0;

  const widthOf = (text: string): number => lineWidth(measure, typeface, text);

  const slateFor = (wanted: number, tall: number): Slate => {
    if (slate && wanted <= room && tall <= reach) return slate;
    slate?.dispose();
    room = slate || options.changes ? most : wanted;
    reach = Math.max(reach, tall);
    slate = makeSlate(document, { width: room + OVERHANG * 2, height: reach * 2, resolution });
    sprite.texture = slate.texture;
    return slate;
  };

  /** How far the plate reaches from the middle of capitals; nowhere without one. */
  const plateReach = (text: string) => {
    if (!options.plate) return { above: 0, below: 0 };
    const { above, below } = lineInk(measure, typeface, text);
    const half = options.plate.height / 2;
    return { above: Math.max(half, above + AIR), below: Math.max(half, below + AIR) };
  };

  const draw = (): void => {
    const { text, scale } = shown;
    sprite.visible = text.trim() !== '';
    if (!sprite.visible) return;
    // Only what is written in another script may reach further than the face's own letters.
    const { above, below } = plateReach(text);
    const tall = Math.max(lineReach(measure, typeface, text), above + 1, below + 1);
    slateFor(width, tall).draw(width + OVERHANG * 2, (context) => {
      if (options.plate) {
        const box = { x: OVERHANG, y: reach - above, width, height: above + below };
        const { corner, cornerSize } = options.plate.shape;
        context.fillStyle = options.plate.colour;
        context.beginPath();
        outline(context, box, corner, Math.min(CORNER, cornerSize));
        context.fill();
      }
      context.translate(OVERHANG + ends, reach + Math.round(typeface.baseline * scale));
      context.scale(scale, scale);
      context.fillStyle = colour;
      writeLine(context, typeface, text);
    });
    sprite.x = startOf(align, width) - OVERHANG;
  };

  const set = (given: string | readonly string[]): void => {
    const candidates = typeof given === 'string' ? [given] : given;
    if (candidates.length === asked.length && candidates.every((text, index) => text === asked[index]))
      return;
    asked = [...candidates];
    const words = options.inCapitals ? asked.map(capitals) : asked;
    shown = fitText(words, maxWidth - 2 * ends, widthOf, smallest);
    // What is scaled to fit may miss by rounding.
    width = Math.min(most, Math.ceil(widthOf(shown.text) * shown.scale - HAIR) + 2 * ends);
    draw();
  };

  if (options.changes) options.prepare?.(slateFor(0, reach).texture.source);
  view.once('destroyed', () => slate?.dispose());

  return {
    view,
    get width() {
      return width;
    },
    set,
    setColour: (next) => {
      if (next === colour) return;
      colour = next;
      draw();
    },
  };
}
