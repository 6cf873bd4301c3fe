// Which number of the 14-zone map means which place: one row a number. Permute the rows here and nothing else changes.

/** Places of the map, each by ring and by side as seen from under the hoop. */
export type ZonePlace =
  | 'rim'
  | `short-${'right' | 'centre' | 'left'}`
  | `long-${'right-baseline' | 'right' | 'centre' | 'left' | 'left-baseline'}`
  | `three-${'right-corner' | 'right' | 'top' | 'left' | 'left-corner'}`;

/**
 * Row 0 is zone 1. Assumed: numbered from the rim outwards, in each ring from the right to the left. ShotTracker's map is a picture that is not public; of
 * the four natural orders only this one gives its documented shot (3160 mm left, 4884 mm out, a two) the documented zone 8.
 */
export const ZONE_TABLE = [
  'rim',
  'short-right',
  'short-centre',
  'short-left',
  'long-right-baseline',
  'long-right',
  'long-centre',
  'long-left',
  'long-left-baseline',
  'three-right-corner',
  'three-right',
  'three-top',
  'three-left',
  'three-left-corner',
] as const satisfies readonly ZonePlace[];

/** Edges of the rings about the hoop, in millimetres: 8 and 16 feet. Source: the league's shot records, ZONE_RANGE. */
export const RINGS_MM = { rim: 2_438.4, short: 4_876.8 } as const;

/** Where the rings are cut, in degrees about the hoop from its right: measured on 207,394 shots of the league's records. */
export const CUTS_DEG = { short: [60, 120], long: [36, 72, 108, 144], three: [72, 108] } as const;
