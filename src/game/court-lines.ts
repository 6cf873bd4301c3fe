// A court's painted lines, hoops and boards as plain geometry, in the court's frame: x across, y along, origin at the centre, millimetres.
import { type Court, type End, nominalHoop, type Place, threeBreakMm } from './court.ts';

export type LinePart =
  | 'outline'
  | 'centre-line'
  | 'centre-circle'
  | 'lane'
  | 'free-throw-circle'
  | 'three'
  | 'restricted'
  | 'backboard'
  | 'hoop';

/**
 * One stroke. An arc runs from `fromRad` to `toRad` (the greater), counter-clockwise from +x towards +y. `end` is absent on what both halves share. `dashed` as the
 * rules paint it.
 */
export type CourtLine = {
  readonly part: LinePart;
  readonly end?: End;
  readonly dashed?: boolean;
} & (
  | {
      readonly kind: 'segment';
      readonly x1Mm: number;
      readonly y1Mm: number;
      readonly x2Mm: number;
      readonly y2Mm: number;
    }
  | {
      readonly kind: 'arc';
      readonly xMm: number;
      readonly yMm: number;
      readonly radiusMm: number;
      readonly fromRad: number;
      readonly toRad: number;
    }
);

type Stroke = CourtLine extends infer L ? (L extends CourtLine ? Omit<L, 'part' | 'end'> : never) : never;

const segment = (x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number) =>
  ({ kind: 'segment', x1Mm, y1Mm, x2Mm, y2Mm }) as const;

const arc = (xMm: number, yMm: number, radiusMm: number, fromRad: number, toRad: number) =>
  ({ kind: 'arc', xMm, yMm, radiusMm, fromRad, toRad }) as const;

const named = (part: LinePart, strokes: readonly Stroke[], end?: End): CourtLine[] =>
  strokes.map((stroke) => (end === undefined ? { part, ...stroke } : { part, end, ...stroke }));

/** Lines of the half at +y. The other half is the same, turned by half a turn. */
function halfStrokes(court: Court): readonly (readonly [LinePart, readonly Stroke[]])[] {
  const hoop = nominalHoop(court, 1);
  const endMm = court.lengthMm / 2;
  const laneMm = court.laneWidthMm / 2;
  const throwMm = endMm - court.freeThrowFromEndMm;
  const boardMm = endMm - court.backboardFromEndMm;
  const cornerMm = court.threeCornerMm;
  const breakMm = hoop.yMm - threeBreakMm(court);
  const breakRad = Math.asin(threeBreakMm(court) / court.threeArcMm);
  const { restrictedRadiusMm: restricted, freeThrowRadiusMm: circle } = court;
  const inwards = arc(0, throwMm, circle, Math.PI, 2 * Math.PI);
  const outwards = { ...arc(0, throwMm, circle, 0, Math.PI), dashed: true };
  return [
    [
      'lane',
      [
        segment(-laneMm, endMm, -laneMm, throwMm),
        segment(laneMm, endMm, laneMm, throwMm),
        segment(-laneMm, throwMm, laneMm, throwMm),
      ],
    ],
    // FIBA paints no half towards the hoop.
    ['free-throw-circle', court.name === 'fiba' ? [inwards] : [inwards, outwards]],
    [
      'three',
      [
        segment(-cornerMm, endMm, -cornerMm, breakMm),
        segment(cornerMm, endMm, cornerMm, breakMm),
        arc(0, hoop.yMm, court.threeArcMm, Math.PI + breakRad, 2 * Math.PI - breakRad),
      ],
    ],
    [
      'restricted',
      [
        segment(-restricted, boardMm, -restricted, hoop.yMm),
        segment(restricted, boardMm, restricted, hoop.yMm),
        arc(0, hoop.yMm, restricted, Math.PI, 2 * Math.PI),
      ],
    ],
    ['backboard', [segment(-court.backboardWidthMm / 2, boardMm, court.backboardWidthMm / 2, boardMm)]],
    ['hoop', [arc(0, hoop.yMm, court.hoopRadiusMm, 0, 2 * Math.PI)]],
  ];
}

function turned(stroke: Stroke): Stroke {
  if (stroke.kind === 'segment')
    return {
      ...stroke,
      x1Mm: -stroke.x1Mm,
      y1Mm: -stroke.y1Mm,
      x2Mm: -stroke.x2Mm,
      y2Mm: -stroke.y2Mm,
    };
  const { xMm, yMm, fromRad, toRad } = stroke;
  return { ...stroke, xMm: -xMm, yMm: -yMm, fromRad: fromRad + Math.PI, toRad: toRad + Math.PI };
}

/** Every line of the court, both halves. */
export function courtLines(court: Court): readonly CourtLine[] {
  const halfWidth = court.widthMm / 2;
  const halfLength = court.lengthMm / 2;
  const half = halfStrokes(court);
  return [
    ...named('outline', [
      segment(-halfWidth, -halfLength, halfWidth, -halfLength),
      segment(halfWidth, -halfLength, halfWidth, halfLength),
      segment(halfWidth, halfLength, -halfWidth, halfLength),
      segment(-halfWidth, halfLength, -halfWidth, -halfLength),
    ]),
    ...named('centre-line', [segment(-halfWidth, 0, halfWidth, 0)]),
    ...named('centre-circle', [arc(0, 0, court.centreRadiusMm, 0, 2 * Math.PI)]),
    ...half.flatMap(([part, strokes]) => named(part, strokes, 1)),
    ...half.flatMap(([part, strokes]) => named(part, strokes.map(turned), -1)),
  ];
}

const ARC_STEP_RAD = Math.PI / 60;
/** Dashes about as long as the rules paint them: 15.5 inches, with gaps as long. */
const DASH_MM = 394;

/** Corners of a stroke as it is painted: one run for a plain line, one for each dash of a dashed arc. Fine enough for any screen. */
export function runsOf(line: CourtLine): readonly (readonly Place[])[] {
  if (line.kind === 'segment')
    return [
      [
        { xMm: line.x1Mm, yMm: line.y1Mm },
        { xMm: line.x2Mm, yMm: line.y2Mm },
      ],
    ];
  const span = line.toRad - line.fromRad;
  if (line.dashed !== true) return [arcRun(line, line.fromRad, line.toRad)];
  const pairs = Math.max(1, Math.round((span * line.radiusMm) / (2 * DASH_MM)));
  const dash = span / (2 * pairs - 1);
  return Array.from({ length: pairs }, (_, i) =>
    arcRun(line, line.fromRad + 2 * i * dash, line.fromRad + (2 * i + 1) * dash),
  );
}

function arcRun(
  { xMm, yMm, radiusMm }: CourtLine & { readonly kind: 'arc' },
  fromRad: number,
  toRad: number,
): readonly Place[] {
  const steps = Math.max(1, Math.ceil((toRad - fromRad) / ARC_STEP_RAD));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const rad = fromRad + ((toRad - fromRad) * i) / steps;
    return { xMm: xMm + radiusMm * Math.cos(rad), yMm: yMm + radiusMm * Math.sin(rad) };
  });
}
