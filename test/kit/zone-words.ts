// The league's record of where shots were taken from, in ShotTracker's words: 14 zones with text and colour, and places as seen from the hoop.
import { type ClockTime, happened } from './box-score.ts';

type Row = Readonly<Record<string, string>>;

/** Zones 1 to 14 by the league's range and side: 1 + 3 + 5 + 5, from the rim outwards, from the hoop's right to its left. */
const RANGES: Readonly<Record<string, readonly [first: number, sides: readonly string[]]>> = {
  'Less Than 8 ft.': [1, ['C']],
  '8-16 ft.': [2, ['R', 'C', 'L']],
  '16-24 ft.': [5, ['R', 'RC', 'C', 'LC', 'L']],
  '24+ ft.': [10, ['R', 'RC', 'C', 'LC', 'L']],
};

/** The zone of a shot; null in the back court. */
export function zoneOf({ ZONE_RANGE = '', ZONE_ABB = '' }: Row): number | null {
  const [first, sides] = RANGES[ZONE_RANGE] ?? [0, []];
  const side = sides.indexOf(ZONE_ABB);
  return side < 0 ? null : first + side;
}

const FOOT_MM = 304.8;
/** The record counts y from the end line, and its x is mirrored. */
const placeOf = ({ LOC_X, LOC_Y }: Row): readonly [number, number] => [
  Math.round(-Number(LOC_X) * FOOT_MM),
  Math.round((Number(LOC_Y) - 5.25) * FOOT_MM),
];

/** Those shots that were taken by then, of a team or of one player. */
export const shotsBy = (shots: readonly Row[], by: ClockTime, who: { teamId?: number; playerId?: number }) =>
  shots.filter(
    (row) =>
      happened(by, Number(row.QUARTER), (Number(row.MINS_LEFT) * 60 + Number(row.SECS_LEFT)) * 1000) &&
      (who.teamId === undefined || Number(row.TEAM_ID) === who.teamId) &&
      (who.playerId === undefined || Number(row.PLAYER_ID) === who.playerId),
  );

const isMade = (row: Row): boolean => row.SHOT_MADE === 'TRUE';

/** Hot, even, cold and none: colours of a producer's own choice. */
const COLOURS = {
  hot: [214, 40, 40],
  even: [244, 180, 60],
  cold: [46, 96, 180],
  none: [90, 90, 90],
} as const;

function colourOf(made: number, attempted: number): readonly [number, number, number] {
  if (attempted === 0) return COLOURS.none;
  const share = made / attempted;
  return share >= 0.5 ? COLOURS.hot : share >= 0.35 ? COLOURS.even : COLOURS.cold;
}

/** `shots`: one entry a zone, in order. Assumed: `3/7` and `43%`; the literal formats are not public. */
export const zoneWords = (shots: readonly Row[]) =>
  Array.from({ length: 14 }, (_, i) => {
    const here = shots.filter((row) => zoneOf(row) === i + 1);
    const made = here.filter(isMade).length;
    const [R, G, B] = colourOf(made, here.length);
    const share = here.length === 0 ? 0 : (made / here.length) * 100;
    return { DISPLAY: `${made}/${here.length}`, PCT_DISPLAY: `${Math.round(share)}%`, R, G, B };
  });

/** `shot_locations`. Assumed: objects; the shape of an element is not public. */
export const placeWords = (shots: readonly Row[]) => {
  const word = (row: Row) => {
    const [x, y] = placeOf(row);
    return { x, y, peak_height: 4400, entry_angle: 45, depth: 0, velocity: 7.2 };
  };
  return { make: shots.filter(isMade).map(word), miss: shots.filter((row) => !isMade(row)).map(word) };
};
