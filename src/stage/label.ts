// A line of text drawn by a canvas into its own texture, in its colour: for names and words, which change seldom.
import { Container, Sprite, Texture, type TextureSource } from 'pixi.js';
import { startOf } from './figures.ts';
import { fitText } from './fit.ts';
import { makeSlate, type Slate } from './slate.ts';
import type { Align, Label } from './stage-kit.ts';
import { type Context, type Typeface, useTypeface } from './typeface.ts';

export type LabelOptions = {
  readonly document: Document;
  readonly typeface: Typeface;
  readonly resolution: number;
  /** A context to measure with. */
  readonly measure: Context;
  readonly maxWidth: number;
  readonly align: Align;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Whatever it is given is written in capitals. */
  readonly inCapitals?: boolean;
  /** It will say more than its first text: room for the widest is made at once, and handed to `prepare`, so that no later text makes anything. */
  readonly changes?: boolean;
  /** Loads a texture ahead of its first picture. */
  readonly prepare?: (source: TextureSource) => void;
};

/** Room at each end for what reaches beyond a letter's advance. */
const OVERHANG = 4;

/** An empty label. Its texture goes with its view's `destroy`. */
export function makeLabel(options: LabelOptions): Label {
  const { document, typeface, resolution, measure, maxWidth, align } = options;
  const view = new Container();
  const sprite = new Sprite(Texture.EMPTY);
  sprite.anchor.set(0, 0.5);
  sprite.visible = false;
  view.addChild(sprite);
  const most = Math.ceil(maxWidth);
  let slate: Slate | null = null;
  let room = 0;
  let colour = options.colour;
  let asked: readonly string[] = [];
  let shown = { text: '', scale: 1 };
  let width = 0;

  const widthOf = (text: string): number => {
    useTypeface(measure, typeface);
    // The space after the last letter belongs to no one.
    return text === '' ? 0 : measure.measureText(text).width - typeface.spacing;
  };

  const slateFor = (wanted: number): Slate => {
    if (slate && wanted <= room) return slate;
    slate?.dispose();
    room = slate || options.changes ? most : wanted;
    slate = makeSlate(document, { width: room + OVERHANG * 2, height: typeface.reach * 2, resolution });
    sprite.texture = slate.texture;
    return slate;
  };

  const draw = (): void => {
    const { text, scale } = shown;
    sprite.visible = text.trim() !== '';
    if (!sprite.visible) return;
    slateFor(width).draw(width + OVERHANG * 2, (context) => {
      context.translate(OVERHANG, typeface.reach + Math.round(typeface.baseline * scale));
      context.scale(scale, scale);
      useTypeface(context, typeface);
      context.fillStyle = colour;
      context.fillText(text, 0, 0);
    });
    sprite.x = startOf(align, width) - OVERHANG;
  };

  const set = (given: string | readonly string[]): void => {
    const candidates = typeof given === 'string' ? [given] : given;
    if (candidates.length === asked.length && candidates.every((text, index) => text === asked[index]))
      return;
    asked = [...candidates];
    const words = options.inCapitals ? asked.map((each) => each.toUpperCase()) : asked;
    shown = fitText(words, maxWidth, widthOf);
    // What is scaled to fit may miss by rounding.
    width = Math.min(most, Math.ceil(widthOf(shown.text) * shown.scale));
    draw();
  };

  if (options.changes) options.prepare?.(slateFor(0).texture.source);
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
