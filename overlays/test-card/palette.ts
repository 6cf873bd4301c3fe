// The theme's colours as bars with their names and values: what a scope or an eye compares with.
import { Container } from 'pixi.js';
import { HOUSE_JERSEYS, inkOn } from '../../src/game/jersey.ts';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { BANDS } from './layout.ts';

/** The theme's colours that lie side by side most. */
const SHOWN = [
  'plate',
  'raised',
  'line',
  'text',
  'quiet',
  'alarm',
  'warm',
  'floor',
  'floorLine',
] as const satisfies readonly (keyof Theme['colour'])[];
/** Bars in one row. */
const ACROSS = 6;

/** The bars, within their band. */
export function makePalette(kit: StageKit): { readonly plates: Container; readonly ink: Container } {
  const { width, height } = BANDS.palette;
  const bars = [
    ...SHOWN.map((name) => [name, kit.theme.colour[name]] as const),
    ['home', HOUSE_JERSEYS.home],
    ['away', HOUSE_JERSEYS.away],
    ['pure', '#ffffff'],
  ] as readonly (readonly [string, string])[];
  const plates = new Container();
  const ink = new Container();
  const barHeight = Math.floor(height / Math.ceil(bars.length / ACROSS));
  for (const [index, [name, colour]] of bars.entries()) {
    const column = index % ACROSS;
    const x = Math.round((column * width) / ACROSS);
    const y = Math.floor(index / ACROSS) * barHeight;
    const barWidth = Math.round(((column + 1) * width) / ACROSS) - x;
    plates.addChild(plate({ x, y, width: barWidth, height: barHeight, colour }));
    const words = [name.replace('floorLine', 'floor line').toUpperCase(), colour.slice(1).toUpperCase()];
    for (const [line, text] of words.entries()) {
      const label = kit.label({
        face: { family: 'display', weight: 600, sizePx: 22, colour: inkOn(colour), spacing: 0.5 },
        maxWidth: barWidth - 12,
        align: 'centre',
        text,
      });
      label.view.position.set(x + Math.round(barWidth / 2), y + Math.round(barHeight / 2) - 14 + line * 28);
      ink.addChild(label.view);
    }
  }
  return { plates, ink };
}
