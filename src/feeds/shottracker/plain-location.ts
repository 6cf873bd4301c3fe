// Positions whose every word is as it should be, read without a schema: they are most of all that is heard, and nearly all of them are.
import type { LocationWords, PlaceWords } from './live-words.ts';

/** An id longer than that is looked at by the schema. */
const ID_LENGTH = 32;
/** Names, and what is in no id: a name that every object has is none. */
const PLAIN_ID = /^[\w-]+$/;
const isPlainText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= ID_LENGTH && PLAIN_ID.test(value);

/** Words of a kind: what they say, nothing where they are absent, null where only the schema can tell. */
type Read<T> = (value: unknown) => T | undefined | null;

const readNumber: Read<number> = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value === undefined || value === null ? undefined : null;
};
const readFlag: Read<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  return value === undefined || value === null ? undefined : null;
};
const readText: Read<string> = (value) => {
  if (isPlainText(value)) return value;
  return value === undefined || value === null ? undefined : null;
};
const readId: Read<string> = (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === 'string' && value in Object.prototype ? null : readText(value);
};

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is not read of a place, but told where it is no number. */
const isPlainMotion = ({ speed, dist, vx, vy, vz }: Readonly<Record<string, unknown>>): boolean =>
  readNumber(speed) !== null &&
  readNumber(dist) !== null &&
  readNumber(vx) !== null &&
  readNumber(vy) !== null &&
  readNumber(vz) !== null;

function plainPlace(value: unknown): PlaceWords | null {
  if (!isHolder(value) || !isPlainMotion(value)) return null;
  const x = readNumber(value.x);
  const y = readNumber(value.y);
  const z = readNumber(value.z);
  const t = readNumber(value.t);
  const type = readText(value.type);
  const pid = readId(value.pid);
  const bid = readId(value.bid);
  const tid = readId(value.tid);
  if (typeof x !== 'number' || typeof y !== 'number' || typeof z !== 'number') return null;
  if (t === null || type === null || pid === null || bid === null || tid === null) return null;
  return { t, type, pid, bid, tid, x, y, z };
}

function plainPlaces(value: unknown): PlaceWords[] | null {
  if (!Array.isArray(value)) return null;
  const places: PlaceWords[] = [];
  for (const each of value) {
    const place = plainPlace(each);
    if (place === null) return null;
    places.push(place);
  }
  return places;
}

/** The words of `location` that are read, as the schema gives them; null where anything in them is for the schema to judge. */
export function plainLocation(value: unknown): LocationWords | null {
  if (!isHolder(value)) return null;
  const gcms = readNumber(value.gcms);
  const scms = readNumber(value.scms);
  const cr = readFlag(value.cr);
  const period = readText(value.period);
  const isNamed =
    readId(value.facilityId) !== null && readId(value.courtId) !== null && readId(value.sessionId) !== null;
  if (gcms === null || scms === null || cr === null || period === null || !isNamed) return null;
  const locations = plainPlaces(value.locations);
  return locations && { gcms, scms, cr, period, locations };
}
