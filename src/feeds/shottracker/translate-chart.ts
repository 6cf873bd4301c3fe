// `chart` in our words: one shot, its place seen from the hoop that the message names, and whether its zone agrees with that place.
import { type Place, toHoopFrame } from '../../game/court.ts';
import { type Fault, fault } from '../../game/fault.ts';
import { foundText } from '../../game/wrong-shape.ts';
import { isThree, ZONE_COUNT, zoneAt } from '../../game/zones.ts';
import { present } from '../fields.ts';
import { defined, type FactOf, type Translation, tell } from '../told.ts';
import type { Context } from './context.ts';
import type { ChartWords } from './event-words.ts';
import { readPeriod } from './periods.ts';

const MM_PER_CM = 10;
/** A hoop nearer to mid-court than this is none. Millimetres. */
const HOOP_FROM_CENTRE_MM = 5_000;
/** A place further from the hoop than the longest court is none. Millimetres. */
const FARTHEST_MM = 40_000;
const ATTRIBUTES = 24;

/** Assumed: these words in `s`, or a classification that begins so, take a shot away; RECORDED and any other keep it. */
const GONE = /^(?:DELETED?|REMOVED|VOID(?:ED)?|CANCELL?ED)(?:_|$)/i;

/** Made or missed, by `st`; by the points where `st` says neither. -1 and 0 points are a miss. */
function madeOf({ st, pts }: ChartWords): boolean | null {
  if (st !== undefined && /^MA[DK]E$/i.test(st)) return true;
  if (st !== undefined && /^MISS(?:ED)?$/i.test(st)) return false;
  return pts === undefined ? null : pts > 0;
}

/** The place seen from the hoop: from the message's own hoop, else as a REST sibling prints it. Absent without either: no hoop is guessed. */
function placeOf({ px, py, hx, hy, hsx, hsy }: ChartWords, faults: Fault[]): Place | undefined {
  if (px === undefined || py === undefined || hx === undefined || hy === undefined)
    return hsx === undefined || hsy === undefined ? undefined : { xMm: hsx, yMm: hsy };
  if (Math.abs(hy) < HOOP_FROM_CENTRE_MM) {
    faults.push(fault('bad-field', 'chart.hy', 'a hoop at one end of the court', String(hy)));
    return undefined;
  }
  const place = toHoopFrame(px, py, { xMm: hx, yMm: hy });
  if (Math.hypot(place.xMm, place.yMm) <= FARTHEST_MM) return place;
  faults.push(fault('bad-field', 'chart.px', 'a place on the court', `${px}, ${py}`));
  return undefined;
}

/** Assumed: 0 stands for no zone, as for a heave from the other half. */
function zoneOf({ z }: ChartWords, faults: Fault[]): number | undefined {
  if (z === undefined || z === 0) return undefined;
  if (Number.isInteger(z) && z >= 1 && z <= ZONE_COUNT) return z;
  faults.push(fault('bad-field', 'chart.z', `a zone from 1 to ${ZONE_COUNT}`, String(z)));
  return undefined;
}

/** What `is3` says; else three points; else the place. */
function threeOf({ is3, pts }: ChartWords, place: Place | undefined, { court }: Context): boolean {
  if (is3 !== undefined) return is3;
  if (pts === 2 || pts === 3) return pts === 3;
  return place !== undefined && isThree(place.xMm, place.yMm, court);
}

function checkZone(zone: number, place: Place, three: boolean, { court }: Context): Fault[] {
  const byPlace = zoneAt(place.xMm, place.yMm, { court, three });
  if (byPlace === zone) return [];
  const [x, y] = [Math.round(place.xMm), Math.round(place.yMm)];
  return [fault('zone-disagrees', 'chart.z', `zone ${byPlace}, by the place ${x}, ${y}`, `zone ${zone}`)];
}

/** One shot. A free throw is none: the 14 zones count field goals. The message's own zone stands, also where its place lies in another: that is told. */
export function translateChart(words: ChartWords, context: Context): Translation {
  const faults: Fault[] = [];
  const made = madeOf(words);
  if (made === null) {
    faults.push(fault('bad-field', 'chart.st', 'MAKE or MISS', foundText(words.st)));
    return { told: [], faults };
  }
  if (words.pts === 1) return { told: [], faults };
  const place = placeOf(words, faults);
  const zone = zoneOf(words, faults);
  const three = threeOf(words, place, context);
  const deleted = GONE.test(words.s ?? '') || GONE.test(words.classification ?? '');
  if (zone !== undefined && place !== undefined && !deleted)
    faults.push(...checkZone(zone, place, three, context));
  const shot: FactOf<'shot'> = {
    kind: 'shot',
    id: words.eid,
    teamId: words.tid,
    made,
    three,
    deleted,
    attributes: present(words.attributes).slice(0, ATTRIBUTES),
    ...defined({
      playerId: words.pid,
      xMm: place?.xMm,
      yMm: place?.yMm,
      zone,
      period: readPeriod(words.prd, 'chart.prd', faults),
      distanceMm: words.d === undefined ? undefined : words.d * MM_PER_CM,
    }),
  };
  return { told: [tell(shot, words.t)], faults };
}
