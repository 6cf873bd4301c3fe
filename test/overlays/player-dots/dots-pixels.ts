// What tests of the player dots share: a Moment of two teams, where a place of the floor falls in the frame, and colours read back from pixels.
import type { DotsOptions } from '../../../overlays/player-dots/view.ts';
import { jerseyPair } from '../../../src/game/jersey.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import type { SampledBody } from '../../../src/time/moment.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';

/** The panel in the frame, in units. */
export const PANEL = { x: 96, y: 352, width: 1016, height: 536 };
/** Below the panel's head. */
export const FLOOR = { ...PANEL, y: 392, height: 496 };
/** Jersey colours as they are said. */
export const HOME = '#007a33';
export const AWAY = '#552583';
/** And as they are worn. */
export const fills = jerseyPair(HOME, AWAY, HOUSE_THEME.colour);
/** Nothing but dots. */
export const PLAIN: Partial<DotsOptions> = { view: 'full', names: 'none', trails: false, showBall: false };
export const NOW_MS = 1_700_000_000_000;

const players = (prefix: string) =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${prefix}${i}`, aPlayer(`${prefix}${i}`, { number: String(i) })]),
  );
/** A Moment of those bodies, all of whom a roster names. */
export const moment = (bodies: readonly SampledBody[], more: MomentWish = {}) =>
  aMoment({
    atMs: NOW_MS,
    home: { colour: HOME, players: players('h') },
    away: { colour: AWAY, players: players('a') },
    bodies,
    ...more,
  });

/** Where a place of an NBA floor falls in the frame when the whole floor is seen: 94 x 50 ft and 1.3 m around it. */
export const expected = (xMm: number, yMm: number) => ({
  x: PANEL.x + ((yMm + 28_651.2 / 2 + 1_300) / (28_651.2 + 2_600)) * PANEL.width,
  y: FLOOR.y + FLOOR.height / 2 + xMm * (FLOOR.height / 17_840),
});

/** Channels of a colour. */
export const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** Channels of a pixel. */
export const pixel = ({ data, width }: ImageData, x: number, y: number) => {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return Array.from(data.subarray(at, at + 4));
};
/** True when a pixel is of a colour. */
export const near = (a: readonly number[], hex: string, tolerance = 6) =>
  rgb(hex).every((channel, i) => Math.abs(channel - (a[i] ?? 0)) <= tolerance);

/** Middle of all pixels of a colour, and how many there are. */
export function middle(image: ImageData, hex: string) {
  let [count, x, y] = [0, 0, 0];
  for (let at = 0; at < image.data.length; at += 4) {
    if (!near(Array.from(image.data.subarray(at, at + 3)), hex)) continue;
    const index = at / 4;
    count += 1;
    x += (index % image.width) + 0.5;
    y += Math.floor(index / image.width) + 0.5;
  }
  return { count, x: x / count, y: y / count };
}
