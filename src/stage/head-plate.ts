// What a card's header stands on: a plate in the header's colour, and at its foot the accent rule where the theme has one.
import type { Sprite } from 'pixi.js';
import { type Box, cardPlate } from './cut.ts';
import { plate } from './plate.ts';
import type { StageKit } from './stage-kit.ts';

/** The plates of a header, or of a part of one, from below. `card`: the outline of the card that it heads, in the same frame. */
export function headPlates(kit: StageKit, { x, y, width, height }: Box, card: Box): readonly Sprite[] {
  const { colour, shape } = kit.theme;
  const ground = cardPlate(kit, { x, y, width, height, colour: colour.head }, card);
  if (shape.rule === 0) return [ground];
  const rule = { x, y: y + height - shape.rule, width, height: shape.rule };
  return [ground, plate({ ...rule, colour: colour.accent })];
}
