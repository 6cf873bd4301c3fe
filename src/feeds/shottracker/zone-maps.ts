// Zone maps and places of shots, from a row of the summary. The feed's text and colours are passed on untouched.
import { type Fault, fault } from '../../game/fault.ts';
import type { ShotPlace, ShotType, ZoneSaid } from '../../game/message.ts';
import type { Period } from '../../game/period.ts';
import { foundText } from '../../game/wrong-shape.ts';
import { ZONE_COUNT } from '../../game/zones.ts';
import { number } from '../fields.ts';
import { defined, type FactOf } from '../told.ts';
import { fractionOf } from './stat-words.ts';
import type { PlayerRow, TeamRow, ZoneWords } from './summary-words.ts';

const isByte = (value: number | undefined): value is number =>
  value !== undefined && value >= 0 && value <= 255;
const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

/** `#rrggbb` from 0 to 255 each; null where one is absent. Assumed: 0 to 255, as no document says. */
function colourOf({ R, G, B }: ZoneWords, where: string, faults: Fault[]): string | null {
  if (isByte(R) && isByte(G) && isByte(B)) return `#${hex(R)}${hex(G)}${hex(B)}`;
  if (R !== undefined && G !== undefined && B !== undefined)
    faults.push(fault('bad-field', where, 'R, G and B from 0 to 255', `${R}, ${G}, ${B}`));
  return null;
}

/** One map. Assumed: the k-th entry is zone k, unless it says its own number. */
function zonesOf(map: readonly (ZoneWords | undefined)[], where: string, faults: Fault[]): ZoneSaid[] {
  return map.flatMap((entry, index) => {
    if (entry === undefined) return [];
    const zone = entry.zone ?? index + 1;
    if (!Number.isInteger(zone) || zone < 1 || zone > ZONE_COUNT) {
      faults.push(fault('bad-field', `${where}[${index}]`, `zones 1 to ${ZONE_COUNT}`, `zone ${zone}`));
      return [];
    }
    const said = {
      zone,
      display: entry.DISPLAY ?? '',
      percent: entry.PCT_DISPLAY ?? '',
      colour: colourOf(entry, `${where}[${index}]`, faults),
    };
    return [{ ...said, ...fractionOf(said.display) }];
  });
}

type PlaceEntry = readonly unknown[] | Readonly<Record<string, unknown>>;

const coordinate = (value: unknown): number | undefined => {
  const result = number.safeParse(value);
  return result.success ? result.data : undefined;
};

/** Assumed: places are seen from the hoop as `chart` defines it; the first two of a list, or `x` and `y` of an object. */
function placesOf(list: readonly (PlaceEntry | undefined)[], where: string, faults: Fault[]): ShotPlace[] {
  return list.flatMap((entry, index) => {
    if (entry === undefined) return [];
    const [x, y] = Array.isArray(entry) ? entry : [Reflect.get(entry, 'x'), Reflect.get(entry, 'y')];
    const xMm = coordinate(x);
    const yMm = coordinate(y);
    if (xMm !== undefined && yMm !== undefined) return [{ xMm, yMm }];
    faults.push(
      fault('bad-field', `${where}[${index}]`, 'x and y in millimetres', `${foundText(x)}, ${foundText(y)}`),
    );
    return [];
  });
}

const MAPS: readonly (readonly ['shots' | 'cas_shots' | 'otd_shots', ShotType])[] = [
  ['shots', 'all'],
  ['cas_shots', 'catch-and-shoot'],
  ['otd_shots', 'off-the-dribble'],
];

export type MapsOf = {
  readonly teamId: string;
  readonly playerId?: string | undefined;
  readonly period?: Period | undefined;
  /** Where the row stands in the message. */
  readonly where: string;
};

/** The maps that one row holds; none for those it does not have. Places of shots go with the map of all. */
export function zoneMapsOf(
  row: Pick<TeamRow | PlayerRow, 'shots' | 'cas_shots' | 'otd_shots' | 'shot_locations'>,
  { teamId, playerId, period, where }: MapsOf,
  faults: Fault[],
): FactOf<'zones'>[] {
  const whose = defined({ teamId, playerId, period });
  const { make, miss } = row.shot_locations ?? {};
  const places = defined({
    makes: make && placesOf(make, `${where}.shot_locations.make`, faults),
    misses: miss && placesOf(miss, `${where}.shot_locations.miss`, faults),
  });
  return MAPS.flatMap(([word, shotType]) => {
    const map = row[word];
    const hasPlaces = shotType === 'all' && (make !== undefined || miss !== undefined);
    if (map === undefined && !hasPlaces) return [];
    const zones = zonesOf(map ?? [], `${where}.${word}`, faults);
    return [{ kind: 'zones', ...whose, shotType, zones, ...(shotType === 'all' ? places : {}) }];
  });
}
