// A line of text drawn by a canvas into its own texture: for names and words, which change seldom.
import { Container, Sprite, Texture } from 'pixi.js';
import { canvasTexture } from './canvas-texture.ts';
import { startOf } from './figures.ts';
import { fitText } from './fit.ts';
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
};

/** Room at each end for what reaches beyond a letter's advance. */
const OVERHANG = 4;

/** An empty label. Its texture goes with its view's `destroy`. */
export function makeLabel(options: LabelOptions): Label {
  const { document, typeface, resolution, measure, maxWidth, align } = options;
  const view = new Container();
  const sprite = new Sprite(Texture.EMPTY);
  sprite.anchor.set(0, 0.5);
  sprite.tint = options.colour;
  view.addChild(sprite);
  let asked: readonly string[] = [];
  let width = 0;

  const widthOf = (text: string): number => {
    useTypeface(measure, typeface);
    // The space after the last letter belongs to no one.
    return text === '' ? 0 : measure.measureText(text).width - typeface.spacing;
  };

  const redraw = (texture: Texture): void => {
    const old = sprite.texture;
    sprite.texture = texture;
    if (old !== Texture.EMPTY) old.destroy(true);
  };

  const set = (given: string | readonly string[]): void => {
    const candidates = typeof given === 'string' ? [given] : given;
    if (candidates.length === asked.length && candidates.every((text, index) => text === asked[index]))
      return;
    asked = [...candidates];
    const words = options.inCapitals ? asked.map((each) => each.toUpperCase()) : asked;
    const { text, scale } = fitText(words, maxWidth, widthOf);
    width = Math.ceil(widthOf(text) * scale);
    if (text.trim() === '') return redraw(Texture.EMPTY);
    redraw(
      canvasTexture(document, {
        width: width + OVERHANG * 2,
        height: typeface.reach * 2,
        resolution,
        draw: (context) => {
          context.translate(OVERHANG, typeface.reach + Math.round(typeface.baseline * scale));
          context.scale(scale, scale);
          useTypeface(context, typeface);
          context.fillStyle = '#ffffff';
          context.fillText(text, 0, 0);
        },
      }),
    );
    sprite.x = startOf(align, width) - OVERHANG;
  };

  view.once('destroyed', () => redraw(Texture.EMPTY));

  return {
    view,
    get width() {
      return width;
    },
    set,
    setColour: (colour) => {
      sprite.tint = colour;
    },
  };
}
