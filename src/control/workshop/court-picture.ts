// The half court as a picture of a page: seen from above, the hoop at the bottom, a unit a centimetre. Places are the hoop's: +x right of one who stands under it, +y to mid-court.
import { type Court, nominalHoop, type Place, toHoopFrame } from '../../game/court.ts';
import { courtLines, runsOf } from '../../game/court-lines.ts';

/** Millimetres of one unit. */
const MM = 10;
/** Floor around the lines, in units. */
const MARGIN = 30;

export type CourtPicture = {
  readonly viewBox: string;
  /** The painted lines, as a path. */
  readonly lines: string;
};

/** A place in the picture's units. */
export const unitsOf = ({ xMm, yMm }: Place): { readonly x: number; readonly y: number } => ({
  x: xMm / MM,
  y: -yMm / MM,
});

const pathOf = (run: readonly Place[]): string =>
  run
    .map((place, at) => {
      const { x, y } = unitsOf(place);
      return `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

/** The picture of that court's half. */
export function courtPicture(court: Court): CourtPicture {
  const hoop = nominalHoop(court, 1);
  const farMm = court.lengthMm / 2 - court.hoopFromEndMm;
  const runs = courtLines(court)
    .filter(({ end }) => end !== -1)
    .flatMap((line) => runsOf(line))
    .map((run) => run.map(({ xMm, yMm }) => toHoopFrame(xMm, yMm, hoop)))
    // What both halves share reaches beyond mid-court: only this half is shown.
    .map((run) => run.map(({ xMm, yMm }) => ({ xMm, yMm: Math.min(yMm, farMm) })));
  const left = -court.widthMm / 2 / MM - MARGIN;
  const top = -farMm / MM - MARGIN;
  const width = court.widthMm / MM + 2 * MARGIN;
  const height = (farMm + court.hoopFromEndMm) / MM + 2 * MARGIN;
  return {
    viewBox: `${left} ${top} ${width} ${height}`,
    lines: runs.map(pathOf).join(''),
  };
}

/** The place at a point of the picture, in its units, to the centimetre; kept on the floor. */
export const placeAt = (court: Court, { x, y }: { readonly x: number; readonly y: number }): Place =>
  onFloor(court, { xMm: Math.round(x) * MM, yMm: -Math.round(y) * MM });

/** The nearest place on the half court. */
export function onFloor(court: Court, { xMm, yMm }: Place): Place {
  const half = court.widthMm / 2;
  const far = court.lengthMm / 2 - court.hoopFromEndMm;
  return {
    xMm: Math.max(-half, Math.min(half, xMm)),
    yMm: Math.max(-court.hoopFromEndMm, Math.min(far, yMm)),
  };
}
