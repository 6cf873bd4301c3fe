// Places on a court's floor that a camera's picture shows sharply: where two painted lines cross. Named as seen from the camera side, +x.
import { type Court, nominalHoop, type Place, threeBreakMm } from './court.ts';

/** Left is towards -y, near towards +x: as one sees it who sits at the camera side. */
type Half = 'left' | 'right';
type Flank = 'near' | 'far';
const HALVES: readonly Half[] = ['left', 'right'];
const FLANKS: readonly Flank[] = ['near', 'far'];

const SPOTS = ['corner', 'lane', 'three', 'break', 'elbow'] as const;
type Spot = (typeof SPOTS)[number];

/** Stable: it stands in cues and in the kept show. */
export type CrossingId = `${Spot}-${Half}-${Flank}` | `${'centre' | 'circle'}-${Flank}`;

/** One crossing, in the court's frame. */
export type Crossing = Place & { readonly id: CrossingId; readonly name: string };

const NAMES: Readonly<Record<Spot, (half: Half, flank: Flank) => string>> = {
  corner: (half, flank) => `${half} baseline × ${flank} sideline`,
  lane: (half, flank) => `${half} baseline × ${flank} lane line`,
  three: (half, flank) => `${half} baseline × ${flank} three-point line`,
  break: (half, flank) => `${half} ${flank} end of the three-point arc`,
  elbow: (half, flank) => `${half} free-throw line × ${flank} lane line`,
};

function places(court: Court): Readonly<Record<Spot, readonly [acrossMm: number, alongMm: number]>> {
  const endMm = court.lengthMm / 2;
  const { threeCornerMm, laneWidthMm, widthMm } = court;
  return {
    corner: [widthMm / 2, endMm],
    lane: [laneWidthMm / 2, endMm],
    three: [threeCornerMm, endMm],
    break: [threeCornerMm, nominalHoop(court, 1).yMm - threeBreakMm(court)],
    elbow: [laneWidthMm / 2, endMm - court.freeThrowFromEndMm],
  };
}

/** Every crossing of a court, left half first. Lines are measured as in court.ts. */
export function courtCrossings(court: Court): readonly Crossing[] {
  const spots = places(court);
  const acrossSign = (flank: Flank) => (flank === 'near' ? 1 : -1);
  const inHalf = (half: Half): Crossing[] =>
    SPOTS.flatMap((spot) =>
      FLANKS.map((flank) => ({
        id: `${spot}-${half}-${flank}` as const,
        name: NAMES[spot](half, flank),
        xMm: acrossSign(flank) * spots[spot][0],
        yMm: (half === 'right' ? 1 : -1) * spots[spot][1],
      })),
    );
  const between = FLANKS.flatMap((flank): Crossing[] => [
    {
      id: `centre-${flank}`,
      name: `centre line × ${flank} sideline`,
      xMm: acrossSign(flank) * (court.widthMm / 2),
      yMm: 0,
    },
    {
      id: `circle-${flank}`,
      name: `centre line × ${flank} side of the circle`,
      xMm: acrossSign(flank) * court.centreRadiusMm,
      yMm: 0,
    },
  ]);
  return [...inHalf('left'), ...between, ...inHalf('right')];
}

/** The same crossing of a court turned by half a turn: for points that were named from the other side. */
export function turnedCrossing(id: CrossingId): CrossingId {
  const swapped: Readonly<Record<string, string>> = {
    left: 'right',
    right: 'left',
    near: 'far',
    far: 'near',
  };
  const turned = id
    .split('-')
    .map((word) => swapped[word] ?? word)
    .join('-');
  return CROSSING_IDS.find((known) => known === turned) ?? id;
}

/** Every id there is. */
export const CROSSING_IDS: readonly CrossingId[] = [
  ...HALVES.flatMap((half) =>
    SPOTS.flatMap((spot) => FLANKS.map((flank) => `${spot}-${half}-${flank}` as const)),
  ),
  ...FLANKS.flatMap((flank) => [`centre-${flank}`, `circle-${flank}`] as const),
];
