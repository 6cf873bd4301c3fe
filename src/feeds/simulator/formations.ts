// Where people stand: the sets of an offence, the lane at a free throw, the circle at a jump ball, the huddle. As seen from a hoop unless said otherwise.
import { type Court, type Place, threeBreakMm } from '../../game/court.ts';

/** Beyond the three-point line by so much, so that a shot from the spot counts three. */
const BEHIND_LINE_MM = 430;

const around = (degrees: number, radiusMm: number): Place => ({
  xMm: radiusMm * Math.cos((degrees * Math.PI) / 180),
  yMm: radiusMm * Math.sin((degrees * Math.PI) / 180),
});

/** Named spots of a half court. */
export type Spots = Readonly<
  Record<
    | 'top'
    | 'leftSlot'
    | 'rightSlot'
    | 'leftWing'
    | 'rightWing'
    | 'leftCorner'
    | 'rightCorner'
    | 'leftElbow'
    | 'rightElbow'
    | 'highPost'
    | 'leftBlock'
    | 'rightBlock'
    | 'leftDunker'
    | 'rightDunker',
    Place
  >
>;

/** The spots of that court. */
export function spotsOf(court: Court): Spots {
  const arc = court.threeArcMm + BEHIND_LINE_MM;
  const corner = Math.min(court.threeCornerMm + 330, court.widthMm / 2 - 420);
  const cornerY = threeBreakMm(court) * 0.35;
  const lane = court.laneWidthMm / 2;
  const line = court.freeThrowFromEndMm - court.hoopFromEndMm;
  return {
    top: around(90, arc + 300),
    leftSlot: around(116, arc + 100),
    rightSlot: around(64, arc + 100),
    leftWing: around(146, arc),
    rightWing: around(34, arc),
    leftCorner: { xMm: -corner, yMm: cornerY },
    rightCorner: { xMm: corner, yMm: cornerY },
    leftElbow: { xMm: -lane - 250, yMm: line },
    rightElbow: { xMm: lane + 250, yMm: line },
    highPost: { xMm: 0, yMm: line + 300 },
    leftBlock: { xMm: -lane - 200, yMm: 900 },
    rightBlock: { xMm: lane + 200, yMm: 900 },
    leftDunker: { xMm: -lane - 500, yMm: -500 },
    rightDunker: { xMm: lane + 500, yMm: -500 },
  };
}

type Set = readonly [keyof Spots, keyof Spots, keyof Spots, keyof Spots, keyof Spots];

/** Sets of five, by place in the team: point, shooter, wing, forward, big. */
const SETS: readonly [Set, ...Set[]] = [
  ['top', 'rightWing', 'leftWing', 'leftCorner', 'rightBlock'],
  ['leftSlot', 'rightSlot', 'rightCorner', 'leftCorner', 'leftDunker'],
  ['top', 'rightCorner', 'leftCorner', 'leftElbow', 'rightElbow'],
  ['rightSlot', 'leftWing', 'rightCorner', 'leftCorner', 'highPost'],
  ['top', 'rightWing', 'leftCorner', 'leftBlock', 'rightElbow'],
];

/** How many sets there are. */
export const SET_COUNT = SETS.length;

/** Five places by place in the team, of a set and perhaps its mirror image. */
export function setPlaces(spots: Spots, set: number, mirrored: boolean): readonly Place[] {
  const names = SETS[set % SETS.length] ?? SETS[0];
  return names.map((name) => {
    const { xMm, yMm } = spots[name];
    return { xMm: mirrored ? -xMm : xMm, yMm };
  });
}

/** At a free throw: the shooter, then five defenders' and four attackers' places; those beyond the line wait for the ball. */
export function lanePlaces(court: Court): {
  readonly shooter: Place;
  readonly defenders: readonly Place[];
  readonly attackers: readonly Place[];
} {
  const lane = court.laneWidthMm / 2 + 350;
  const line = court.freeThrowFromEndMm - court.hoopFromEndMm;
  const beyond = court.threeArcMm + 900;
  return {
    shooter: { xMm: 0, yMm: line + 150 },
    defenders: [
      { xMm: -1_400, yMm: beyond + 600 },
      { xMm: 2_300, yMm: beyond + 200 },
      { xMm: lane, yMm: 2_700 },
      { xMm: -lane, yMm: 750 },
      { xMm: lane, yMm: 750 },
    ],
    attackers: [
      { xMm: 600, yMm: beyond + 1_500 },
      { xMm: -3_300, yMm: beyond },
      { xMm: -lane, yMm: 1_700 },
      { xMm: lane, yMm: 1_700 },
    ],
  };
}

/** Around the centre circle, in the court's frame, for the side that attacks +y; turn it for the other. The jumper is last. */
export const jumpPlaces = (court: Court): readonly Place[] => {
  const radius = court.centreRadiusMm + 350;
  // A side's places and its opponents' (turned by half a circle) alternate around the circle.
  return [
    { xMm: -700, yMm: -5_200 },
    around(20, radius),
    around(160, radius),
    around(90, radius + 300),
    { xMm: 0, yMm: -450 },
  ];
};

/** A huddle before the bench, in the court's frame: five about a coach. */
export function huddlePlaces(court: Court, home: boolean): readonly Place[] {
  const x = court.widthMm / 2 - 500;
  const y = (home ? -1 : 1) * 5_600;
  return [0, 1, 2, 3, 4].map((seat) => {
    const angle = Math.PI / 2 + (seat * Math.PI) / 4;
    return { xMm: x + 1_300 * Math.cos(angle), yMm: y + 1_300 * Math.sin(angle) };
  });
}

/** Where a substitute waits at the scorer's table and where he who goes off leaves the floor, in the court's frame. */
export const tablePlace = (court: Court, home: boolean, order: number): Place => ({
  xMm: court.widthMm / 2 + 550,
  yMm: (home ? -1 : 1) * (1_100 + 900 * order),
});
