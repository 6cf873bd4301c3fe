// Rows of statistics in the provider's words: fractions, percentages, zone maps. Source: Live Data V2, broadcastsummary.
import { type Book, type Group, OVERALL, type Row } from './book.ts';
import { otherSide, type SideName } from './event.ts';
import type { ZoneCount } from './shot-map.ts';
import { zoneColour } from './zone-colours.ts';

const CM_PER_MILE = 160_934.4;

/** Assumed: a fraction is `3/7`. */
const fraction = (made: number, attempted: number): string => `${made}/${attempted}`;
/** Assumed: a percentage to show is whole, with its sign. */
const percent = (made: number, attempted: number): string =>
  `${attempted === 0 ? 0 : Math.round((100 * made) / attempted)}%`;
const ratio = (value: number, by: number, digits = 2): number =>
  by === 0 ? 0 : Math.round((value / by) * 10 ** digits) / 10 ** digits;

/** The counts of a row, and what is derived from them. */
export function statWords({ counts, plusMinus }: Row) {
  const { FG, FGA, FG2, FGA2, FG3, FGA3, FT, FTA, AST, TO, DIST } = counts;
  return {
    ...counts,
    FG_FRACTION: fraction(FG, FGA),
    FG_PCT_DISPLAY: percent(FG, FGA),
    FG2_FRACTION: fraction(FG2, FGA2),
    FG2_PCT_DISPLAY: percent(FG2, FGA2),
    TWO_POINT_PCT_DISPLAY: percent(FG2, FGA2),
    FG3_FRACTION: fraction(FG3, FGA3),
    FG3_PCT_DISPLAY: percent(FG3, FGA3),
    FT_FRACTION: fraction(FT, FTA),
    FT_PCT_DISPLAY: percent(FT, FTA),
    DIST_MILES: ratio(DIST, CM_PER_MILE),
    // Assumed: assists alone while there is no turnover.
    AST_TO_RATE: TO === 0 ? AST : ratio(AST, TO),
    PLUS_MINUS: plusMinus,
  };
}

const zoneWords = (zones: readonly ZoneCount[]) =>
  zones.map((count, index) => {
    const [R, G, B] = zoneColour(index + 1, count);
    const { made, attempted } = count;
    return { DISPLAY: fraction(made, attempted), PCT_DISPLAY: percent(made, attempted), R, G, B };
  });

/** Zone maps of a row and the places of its shots. */
export const shotWords = ({ shots }: Row) => ({
  shots: zoneWords(shots.zones.all),
  shot_locations: { make: shots.make, miss: shots.miss },
  cas_shots: zoneWords(shots.zones.CAS),
  otd_shots: zoneWords(shots.zones.OTD),
});

const madeOf = (group: Group | undefined): number =>
  group === undefined ? 0 : group['2PTM'] + group['3PTM'];
const attemptedOf = (group: Group): number => group['2PTA'] + group['3PTA'];

/** What each kind of possession brought, one field each: `TRANSITION_PPP`. Assumed: an arrow is 1 for the higher, -1 for the lower, 0 for equals. */
export function groupFields(book: Book, side: SideName): Record<string, number | string> {
  const fields: Record<string, number | string> = {};
  for (const [type, group] of book.groups[side]) {
    const made = madeOf(group);
    const attempted = attemptedOf(group);
    Object.assign(fields, {
      [`${type}_FG_VALUE`]: made,
      [`${type}_FG`]: percent(made, attempted),
      [`${type}_FG_FRACTION`]: fraction(made, attempted),
      [`${type}_POSS`]: group.POSS,
      [`${type}_PTS`]: group.PTS,
      [`${type}_2PTM`]: group['2PTM'],
      [`${type}_2PTA`]: group['2PTA'],
      [`${type}_3PTM`]: group['3PTM'],
      [`${type}_3PTA`]: group['3PTA'],
      [`${type}_TO`]: group.TO,
      [`${type}_PPP`]: ratio(group.PTS, group.POSS),
      [`${type}_FG_VALUE_ARROW`]: Math.sign(made - madeOf(book.groups[otherSide(side)].get(type))),
    });
  }
  return fields;
}

/** The same as groups, for `possessionstats`. Percentages 0 to 100. */
export function groupWords(book: Book, side: SideName) {
  const overall = book.groups[side].get(OVERALL)?.POSS ?? 0;
  return [...book.groups[side]].map(([type, group]) => {
    const attempted = attemptedOf(group);
    return {
      type,
      ...group,
      POSS_PCT: ratio(100 * group.POSS, overall, 1),
      PPP: ratio(group.PTS, group.POSS),
      '2PT_PCT': ratio(100 * group['2PTM'], group['2PTA'], 1),
      '3PT_PCT': ratio(100 * group['3PTM'], group['3PTA'], 1),
      TO_PCT: ratio(100 * group.TO, group.POSS, 1),
      EFG: ratio(100 * (group['2PTM'] + 1.5 * group['3PTM']), attempted, 1),
    };
  });
}
