// The outline of each zone of the 14-zone map: polygons in the hoop's frame that tile the half court exactly, neighbours sharing every corner.
import { type Court, type CourtName, courtOf, type Place, threeBreakMm } from './court.ts';
import { CUTS_DEG, RINGS_MM, ZONE_TABLE, type ZonePlace } from './zone-table.ts';

/** One zone's number, its outline (counter-clockwise, not closed) and where the middle of its label looks right. */
export type ZoneShape = {
  readonly zone: number;
  readonly place: ZonePlace;
  readonly outline: readonly Place[];
  readonly anchor: Place;
};

/** Arcs have a corner at every multiple of this, so that both neighbours of an arc have the same ones. All cuts are multiples of it. */
const STEP_DEG = 1.5;
const RADIANS = Math.PI / 180;

const at = (radiusMm: number, degrees: number): Place => ({
  xMm: radiusMm * Math.cos(degrees * RADIANS),
  yMm: radiusMm * Math.sin(degrees * RADIANS),
});

/** Corners of an arc about the hoop, both ends included, in either sense. */
function arc(radiusMm: number, fromDeg: number, toDeg: number): Place[] {
  if (fromDeg > toDeg) return arc(radiusMm, toDeg, fromDeg).reverse();
  const corners = [at(radiusMm, fromDeg)];
  for (let step = Math.floor(fromDeg / STEP_DEG) + 1; step * STEP_DEG < toDeg; step += 1)
    corners.push(at(radiusMm, step * STEP_DEG));
  corners.push(at(radiusMm, toDeg));
  return corners;
}

const mirrored = (outline: readonly Place[]): Place[] =>
  outline.map(({ xMm, yMm }) => ({ xMm: -xMm, yMm })).reverse();

/** Bearing at which a circle about the hoop meets a line across the court at that height, right of the hoop, in degrees. */
const meets = (radiusMm: number, yMm: number): number => Math.asin(yMm / radiusMm) / RADIANS;

const cut = (degrees: readonly number[], index: number): number => degrees[index] ?? 90;

/** Outlines of the rim, of the middle zones and of the zones at the hoop's right; those at the left are their mirror pictures. */
function rightOutlines(court: Court): Partial<Record<ZonePlace, Place[]>> {
  const baseMm = -court.hoopFromEndMm;
  const topMm = court.lengthMm / 2 - court.hoopFromEndMm;
  const sideMm = court.widthMm / 2;
  const { threeArcMm: three, threeCornerMm: cornerMm } = court;
  const { rim, short } = RINGS_MM;
  const breakMm = threeBreakMm(court);
  const breakDeg = meets(three, breakMm);
  const shortCut = cut(CUTS_DEG.short, 0);
  const baselineCut = cut(CUTS_DEG.long, 0);
  const longCut = cut(CUTS_DEG.long, 1);
  const threeCut = cut(CUTS_DEG.three, 0);
  const corner = { xMm: cornerMm, yMm: breakMm };
  const top = { xMm: topMm / Math.tan(threeCut * RADIANS), yMm: topMm };
  return {
    rim: arc(rim, meets(rim, baseMm), 180 - meets(rim, baseMm)),
    'short-right': [...arc(short, meets(short, baseMm), shortCut), ...arc(rim, shortCut, meets(rim, baseMm))],
    'short-centre': [...arc(short, shortCut, 180 - shortCut), ...arc(rim, 180 - shortCut, shortCut)],
    'long-right-baseline': [
      { xMm: cornerMm, yMm: baseMm },
      corner,
      ...arc(three, breakDeg, baselineCut).slice(1),
      ...arc(short, baselineCut, meets(short, baseMm)),
    ],
    'long-right': [...arc(three, baselineCut, longCut), ...arc(short, longCut, baselineCut)],
    'long-centre': [...arc(three, longCut, 180 - longCut), ...arc(short, 180 - longCut, longCut)],
    'three-right-corner': [
      { xMm: cornerMm, yMm: baseMm },
      { xMm: sideMm, yMm: baseMm },
      { xMm: sideMm, yMm: breakMm },
      corner,
    ],
    'three-right': [
      corner,
      { xMm: sideMm, yMm: breakMm },
      { xMm: sideMm, yMm: topMm },
      top,
      ...arc(three, threeCut, breakDeg).slice(0, -1),
    ],
    'three-top': [top, { xMm: -top.xMm, yMm: topMm }, ...arc(three, 180 - threeCut, threeCut)],
  };
}

const outlineOf = (outlines: Partial<Record<ZonePlace, Place[]>>, place: ZonePlace): readonly Place[] =>
  outlines[place] ?? mirrored(outlines[place.replace('left', 'right') as ZonePlace] ?? []);

/** Area inside an outline, in square millimetres; positive where it runs counter-clockwise. */
export function outlineArea(outline: readonly Place[]): number {
  let twice = 0;
  outline.forEach(({ xMm, yMm }, i) => {
    const next = outline[(i + 1) % outline.length] ?? { xMm, yMm };
    twice += xMm * next.yMm - next.xMm * yMm;
  });
  return twice / 2;
}

/** Whether a place lies inside an outline; one on the edge may count either way. */
export function isInside(outline: readonly Place[], xMm: number, yMm: number): boolean {
  let inside = false;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length] ?? a;
    if (a.yMm > yMm !== b.yMm > yMm && xMm < a.xMm + ((b.xMm - a.xMm) * (yMm - a.yMm)) / (b.yMm - a.yMm))
      inside = !inside;
  });
  return inside;
}

/** Bearings where a slanting zone is widest and, for threes, how far beyond the line labels stand: where shots of a zone are mostly taken from. */
const LABEL = { rimYMm: 1_150, longDeg: 62, wingDeg: 51, beyondLineMm: 1_750 } as const;

/** Where the label of a zone in the middle or at the hoop's right stands. */
function rightAnchor(court: Court, place: ZonePlace): Place {
  const breakMm = threeBreakMm(court);
  const shortMiddle = (RINGS_MM.rim + RINGS_MM.short) / 2;
  const longMiddle = (RINGS_MM.short + court.threeArcMm) / 2;
  const beyond = court.threeArcMm + LABEL.beyondLineMm;
  switch (place) {
    case 'short-right':
      return at(shortMiddle, cut(CUTS_DEG.short, 0) / 2 - 8);
    case 'short-centre':
      return at(shortMiddle, 90);
    case 'long-right-baseline':
      return { xMm: (RINGS_MM.short + court.threeCornerMm) / 2, yMm: 300 };
    case 'long-right':
      return at(longMiddle, LABEL.longDeg);
    case 'long-centre':
      return at(longMiddle, 90);
    case 'three-right-corner':
      return {
        xMm: (court.threeCornerMm + court.widthMm / 2) / 2,
        yMm: (breakMm - court.hoopFromEndMm) / 2,
      };
    case 'three-right':
      return at(beyond, LABEL.wingDeg);
    case 'three-top':
      return at(beyond, 90);
    default:
      return { xMm: 0, yMm: LABEL.rimYMm };
  }
}

function anchorOf(court: Court, place: ZonePlace): Place {
  if (!place.includes('left')) return rightAnchor(court, place);
  const { xMm, yMm } = rightAnchor(court, place.replace('left', 'right') as ZonePlace);
  return { xMm: -xMm, yMm };
}

/** The 14 zones of a court, zone 1 first. */
export function zoneShapes(name: CourtName): readonly ZoneShape[] {
  const court = courtOf(name);
  const outlines = rightOutlines(court);
  return ZONE_TABLE.map((place, i) => ({
    zone: i + 1,
    place,
    outline: outlineOf(outlines, place),
    anchor: anchorOf(court, place),
  }));
}

/** How wide a box of that height about a place inside an outline may be and stay inside it, in millimetres; 0 where none fits. */
export function widthInside(outline: readonly Place[], { xMm, yMm }: Place, heightMm: number): number {
  const LEVELS = 8;
  let room = Number.POSITIVE_INFINITY;
  for (let level = 0; level <= LEVELS; level += 1) {
    const y = yMm + heightMm * (level / LEVELS - 0.5);
    if (!isInside(outline, xMm, y)) return 0;
    for (const crossing of crossings(outline, y)) room = Math.min(room, Math.abs(crossing - xMm));
  }
  return 2 * room;
}

/** Where an outline crosses a line across the court, in millimetres. */
function crossings(outline: readonly Place[], yMm: number): number[] {
  return outline.flatMap((a, i) => {
    const b = outline[(i + 1) % outline.length] ?? a;
    if (a.yMm > yMm === b.yMm > yMm) return [];
    return [a.xMm + ((b.xMm - a.xMm) * (yMm - a.yMm)) / (b.yMm - a.yMm)];
  });
}
