// Figures as sprites of an atlas: setting a text swaps frames and moves cells, and makes nothing.
import { Container, Sprite, Texture } from 'pixi.js';
import type { FigureAtlas } from './figure-atlas.ts';
import type { Align, Figures } from './stage-kit.ts';

export type FiguresOptions = {
  readonly atlas: FigureAtlas;
  readonly maxLength: number;
  readonly align: Align;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Others that it may be given later: made ready now. */
  readonly colours?: readonly string[];
};

/** Where a line of `width` starts so that it lies about 0, in whole units. */
export const startOf = (align: Align, width: number): number =>
  align === 'left' ? 0 : align === 'right' ? -width : -Math.round(width / 2);

/** Figures of one atlas. A text longer than `maxLength` is scaled to the width of what was asked for: never cut, never wrong. */
export function makeFigures({ atlas, maxLength, align, colour, colours = [] }: FiguresOptions): Figures {
  const width = atlas.digitWidth * maxLength;
  const view = new Container();
  // What is moved and scaled by a scene is `view`; the fit is made inside it.
  const row = new Container();
  view.addChild(row);
  let wears = colour;
  let sheet = atlas.sheetIn(colour);
  for (const other of colours) atlas.sheetIn(other);
  const sprites: Sprite[] = [];
  let shown = '';

  const spriteAt = (index: number): Sprite => {
    const known = sprites[index];
    if (known) return known;
    const sprite = new Sprite(Texture.EMPTY);
    sprite.anchor.set(0, 0.5);
    sprite.tint = sheet.tint;
    sprite.visible = false;
    sprites.push(sprite);
    row.addChild(sprite);
    return sprite;
  };
  for (let index = 0; index < maxLength; index += 1) spriteAt(index);

  const set = (text: string): void => {
    if (text === shown) return;
    shown = text;
    let total = 0;
    for (let index = 0; index < text.length; index += 1) total += atlas.widthOf(text.charAt(index));
    const fit = total > width ? width / total : 1;
    row.scale.set(fit);
    let x = fit === 1 ? startOf(align, total) : startOf(align, width) / fit;
    for (let index = 0; index < Math.max(text.length, sprites.length); index += 1) {
      const sprite = spriteAt(index);
      const cell = index < text.length ? sheet.cellOf(text.charAt(index)) : null;
      sprite.visible = cell?.texture !== null && cell !== null;
      if (!cell) continue;
      if (cell.texture) sprite.texture = cell.texture;
      sprite.x = x - atlas.overhang;
      x += cell.width;
    }
  };

  const setColour = (next: string): void => {
    if (next === wears) return;
    wears = next;
    sheet = atlas.sheetIn(next);
    for (const [index, sprite] of sprites.entries()) {
      const { texture } = sheet.cellOf(shown.charAt(index));
      if (texture) sprite.texture = texture;
      sprite.tint = sheet.tint;
    }
  };

  return { view, width, set, setColour };
}
