// A court's measures and its two frames: millimetres, origin at the centre, x across, y along; or seen from under a hoop.
import type { Rules } from './rules.ts';

export type CourtName = Rules['court'];
export const COURTS: readonly CourtName[] = ['nba', 'ncaa', 'fiba'];

/** A place on the floor, in millimetres. */
export type Place = { readonly xMm: number; readonly yMm: number };

/** Measures of one kind of court, in millimetres. Lines are measured to the edge that the rule names, or their middle where it names none. */
export type Court = {
  readonly name: CourtName;
  readonly lengthMm: number;
  readonly widthMm: number;
  /** From the inner edge of the end line to the centre of the hoop. */
  readonly hoopFromEndMm: number;
  readonly hoopHeightMm: number;
  /** Inner radius of the ring. */
  readonly hoopRadiusMm: number;
  readonly backboardFromEndMm: number;
  readonly backboardWidthMm: number;
  /** Three-point line: the arc about the hoop, and the straight part's distance from the court's long axis. */
  readonly threeArcMm: number;
  readonly threeCornerMm: number;
  readonly laneWidthMm: number;
  readonly freeThrowFromEndMm: number;
  readonly freeThrowRadiusMm: number;
  readonly restrictedRadiusMm: number;
  readonly centreRadiusMm: number;
  /** Width of a painted line. */
  readonly lineMm: number;
};

/** What the two courts of 94 x 50 feet share. Source: NCAA court drawing of 17 June 2019; NBA Rule 1. */
const NINETY_FOUR_FEET = {
  lengthMm: 28_651.2,
  widthMm: 15_240,
  hoopFromEndMm: 1_600.2,
  hoopHeightMm: 3_048,
  hoopRadiusMm: 228.6,
  backboardFromEndMm: 1_219.2,
  backboardWidthMm: 1_828.8,
  freeThrowFromEndMm: 5_791.2,
  freeThrowRadiusMm: 1_828.8,
  restrictedRadiusMm: 1_219.2,
  centreRadiusMm: 1_828.8,
  lineMm: 50.8,
} as const;

const MEASURES: Readonly<Record<CourtName, Court>> = {
  // Source: NBA Rule 1: 23 ft 9 in, 22 ft in the corners; a lane of 16 ft.
  nba: {
    ...NINETY_FOUR_FEET,
    name: 'nba',
    threeArcMm: 7_239,
    threeCornerMm: 6_705.6,
    laneWidthMm: 4_876.8,
  },
  // Source: NCAA court drawing: 22 ft 1 3/4 in, 21 ft 7 7/8 in in the corners; a lane of 12 ft.
  ncaa: {
    ...NINETY_FOUR_FEET,
    name: 'ncaa',
    threeArcMm: 6_750,
    threeCornerMm: 6_600,
    laneWidthMm: 3_657.6,
  },
  // Source: FIBA Official Basketball Rules, Art. 2.
  fiba: {
    name: 'fiba',
    lengthMm: 28_000,
    widthMm: 15_000,
    hoopFromEndMm: 1_575,
    hoopHeightMm: 3_050,
    hoopRadiusMm: 225,
    backboardFromEndMm: 1_200,
    backboardWidthMm: 1_800,
    threeArcMm: 6_750,
    threeCornerMm: 6_600,
    laneWidthMm: 4_900,
    freeThrowFromEndMm: 5_800,
    freeThrowRadiusMm: 1_800,
    restrictedRadiusMm: 1_250,
    centreRadiusMm: 1_800,
    lineMm: 50,
  },
};

/** The measures of that court. */
export const courtOf = (name: CourtName): Court => MEASURES[name];

/** How far beyond the hoop, towards mid-court, the straight part of the three-point line meets the arc. */
export const threeBreakMm = ({ threeArcMm, threeCornerMm }: Court): number =>
  Math.sqrt(threeArcMm * threeArcMm - threeCornerMm * threeCornerMm);

/** Which end of the court: towards +y or towards -y. */
export type End = 1 | -1;

/** Where the rules put the hoop of an end. A venue's own hoop, as messages say it, may be centimetres off: prefer that one. */
export const nominalHoop = ({ lengthMm, hoopFromEndMm }: Court, end: End): Place => ({
  xMm: 0,
  yMm: end * (lengthMm / 2 - hoopFromEndMm),
});

const endOf = (hoop: Place): End => (hoop.yMm >= 0 ? 1 : -1);

/**
 * A place of the court's frame as seen from a hoop (the one that messages tell): +y from the hoop to mid-court, +x to the right of one who stands under it
 * and faces the court. Source: ShotTracker data plotting; both documented samples agree to the millimetre.
 */
export function toHoopFrame(xMm: number, yMm: number, hoop: Place): Place {
  const turn = -endOf(hoop);
  return { xMm: turn * (xMm - hoop.xMm), yMm: turn * (yMm - hoop.yMm) };
}

/** The way back: a place as seen from a hoop, in the court's frame. */
export function fromHoopFrame(xMm: number, yMm: number, hoop: Place): Place {
  const turn = -endOf(hoop);
  return { xMm: hoop.xMm + turn * xMm, yMm: hoop.yMm + turn * yMm };
}
