// A chart of fourteen colours, and what of it is read back from its picture.
import { PANEL, panelY } from '../../../overlays/shot-chart/scene.ts';
import type { CourtName, Place } from '../../../src/game/court.ts';
import { courtOf } from '../../../src/game/court.ts';
import type { ZoneSaid } from '../../../src/game/message.ts';
import { isInside, type ZoneShape } from '../../../src/game/zone-shapes.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { aMoment, type MomentWish } from '../../kit/moments.ts';

const RULES = { nba: 'nba', ncaa: 'ncaa-men', fiba: 'fiba' } as const;
/** The panel, in the frame. */
export const LEFT = 1920 - 96 - PANEL.width;
export const TOP = panelY(HOUSE_THEME);
export const PANEL_AREA = { x: LEFT, y: TOP, width: PANEL.width, height: PANEL.height };
/** Fourteen colours of every lightness, none alike. */
export const COLOURS = Array.from({ length: 14 }, (_, i) => {
  const hex = (n: number) => n.toString(16).padStart(2, '0');
  return `#${hex(18 * i + 7)}${hex((i * 90 + 40) % 256)}${hex(250 - 17 * i)}`;
});

/** What the feed says of fourteen zones; `more` says it otherwise of one. */
export const zones = (more: (zone: number) => Partial<ZoneSaid> = () => ({})): ZoneSaid[] =>
  COLOURS.map((colour, i) => ({
    zone: i + 1,
    display: `${i + 1}/${i + 9}`,
    percent: '42.9%',
    colour,
    made: i + 1,
    attempted: i + 9,
    ...more(i + 1),
  }));
/** A moment with that chart of the hosts'. */
export const moment = (said: readonly ZoneSaid[], court: CourtName = 'nba', more: MomentWish = {}) =>
  aMoment({ rules: RULES[court], home: { zones: { all: { zones: said, makes: [], misses: [] } } }, ...more });

/** Where a place of the hoop's frame falls in the frame: 656 units across the court, its end line 16 above the panel's lower edge. */
export const expected = ({ xMm, yMm }: Place, court: CourtName) => {
  const { widthMm, hoopFromEndMm } = courtOf(court);
  const scale = 656 / widthMm;
  return {
    x: LEFT + 16 + 328 + xMm * scale,
    y: TOP + PANEL.height - 16 - (yMm + hoopFromEndMm) * scale,
  };
};

/** Red, green and blue of `#rrggbb`. */
export const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
export const pixel = ({ data, width }: ImageData, x: number, y: number) => {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4;
  return Array.from(data.subarray(at, at + 4));
};

/** The same as corners of an outline, in the frame's units. */
export const onPanel = (corner: Place, court: CourtName): Place => {
  const { x, y } = expected(corner, court);
  return { xMm: x, yMm: y };
};

/** Offsets in the data of a picture of the whole frame of the pixels that lie in a zone. */
export function inZone({ width }: ImageData, { outline }: ZoneShape, court: CourtName): number[] {
  const places = outline.map((corner) => onPanel(corner, court));
  const [xs, ys] = [places.map(({ xMm }) => xMm), places.map(({ yMm }) => yMm)];
  const found: number[] = [];
  for (let y = Math.ceil(Math.min(...ys)); y < Math.max(...ys); y += 1)
    for (let x = Math.ceil(Math.min(...xs)); x < Math.max(...xs); x += 1)
      if (isInside(places, x + 0.5, y + 0.5)) found.push((y * width + x) * 4);
  return found;
}

/** Part of some pixels that has a colour. */
export function share({ data }: ImageData, offsets: readonly number[], hex: string, tolerance = 0): number {
  const wanted = rgb(hex);
  let count = 0;
  for (const at of offsets)
    if (wanted.every((channel, i) => Math.abs(channel - (data[at + i] ?? 0)) <= tolerance)) count += 1;
  return count / offsets.length;
}
