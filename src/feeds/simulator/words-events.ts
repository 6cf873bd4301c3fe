// The words of what happened: play-by-play, shot chart, possessions, line-ups. Source: Live Data V2, the sources with a sequence.
import type { Book, Row, Together } from './book.ts';
import { fiveKey, rowOf } from './book.ts';
import { addedBy, COUNTED } from './count.ts';
import {
  type Amendment,
  type GameEvent,
  otherSide,
  pointsOf,
  type ShotEvent,
  type SideName,
} from './event.ts';
import { seenFromHoop, zoneOf } from './shot-map.ts';
import type { GameIds } from './words-live.ts';
import { groupWords } from './words-rows.ts';
import { periodWord } from './words-summary.ts';
import type { World } from './world.ts';

/** What the words of an event need besides the event. Stamps are milliseconds of simulated time; who speaks them maps them. */
export type Telling = { readonly world: World; readonly ids: GameIds; readonly book: Book };

const SESSION_TYPE = 'GAME_ROUND';
const HOOP_MM = 3_048;

const teamId = ({ world }: Telling, side: SideName): string => String(world[side].team.id);
/** Ids of events differ between games: a second game of an evening must not replace the shots of the first. */
export const eventId = ({ gameId }: GameIds, id: number): string => `${gameId}-${id}`;

const shotClass = ({ three, made }: ShotEvent): string =>
  `${three ? 'THREE' : 'TWO'}_POINT_${made ? 'MAKE' : 'MISS'}`;

/** The provider's word for an event. */
export function classOf(event: GameEvent): string {
  switch (event.kind) {
    case 'shot':
      return shotClass(event);
    case 'free-throw':
      return event.made ? 'FREE_THROW_MAKE' : 'FREE_THROW_MISS';
    case 'turnover':
      return event.live ? 'LIVE_BALL_TURNOVER' : 'DEAD_BALL_TURNOVER';
    default:
      return event.kind.toUpperCase().replace('-', '_');
  }
}

/** The provider's word for a correction. */
export function correctionOf({ before, after }: Amendment): string {
  if (after === null || before.kind !== 'shot' || after.kind !== 'shot') return `DELETED_${classOf(before)}`;
  const to = before.three === after.three ? (after.made ? 'MAKE' : 'MISS') : shotClass(after);
  return `UPDATED_${shotClass(before)}_TO_${to}`;
}

/** What is said as words of one source; `t` and `startTimestamp` inside are simulated time. */
export type Data = Readonly<Record<string, unknown>>;

type Line = { readonly event: GameEvent; readonly classification: string; readonly atMs: number };

function boxScore(
  telling: Telling,
  { event, classification, atMs }: Line,
  row: Row,
  touched: Iterable<string>,
): Data {
  const { ids, book } = telling;
  const totals: Record<string, number> = { ...row.counts, TEAM_SCORE: book.teams[event.side].counts.PTS };
  const stats: Record<string, number> = {};
  for (const key of touched) stats[key] = totals[key] ?? 0;
  if (pointsOf(event) > 0 || classification.includes('_TO_')) stats.TEAM_SCORE = totals.TEAM_SCORE ?? 0;
  return {
    classification,
    eid: eventId(ids, event.id),
    tid: teamId(telling, event.side),
    st: SESSION_TYPE,
    sid: ids.sessionId,
    t: atMs,
    gid: ids.gameId,
    stats,
    totalStats: totals,
    v: 1,
    prd: periodWord(event.period),
    px: event.xMm,
    py: event.yMm,
    hex: 0,
    hey: event.hoopYMm,
  };
}

/** Two lines of the play-by-play: the player's and his team's, each with totals after it. Empty for what no row counts. */
export function boxScoreWords(
  telling: Telling,
  event: GameEvent,
  correction?: { classification: string; atMs: number },
): readonly Data[] {
  if (!('player' in event)) return [];
  const { book } = telling;
  const line = {
    event,
    classification: correction?.classification ?? classOf(event),
    atMs: correction?.atMs ?? event.atMs,
  };
  const touched = correction === undefined ? Object.keys(addedBy(event)) : COUNTED;
  return [
    {
      ...boxScore(telling, line, rowOf(book, event.player), touched),
      act: 'PLAYER',
      pid: String(event.player),
    },
    { ...boxScore(telling, line, book.teams[event.side], touched), act: 'TEAM' },
  ];
}

/** A shot of the chart. `status`: RECORDED, UPDATED or DELETED. */
export function chartWords(telling: Telling, shot: ShotEvent, status: string): Data {
  const { ids, world } = telling;
  const { xMm, yMm } = seenFromHoop(shot);
  return {
    eid: eventId(ids, shot.id),
    t: shot.atMs,
    pid: String(shot.player),
    tid: teamId(telling, shot.side),
    sid: ids.sessionId,
    gid: ids.gameId,
    st: shot.made ? 'MAKE' : 'MISS',
    is3: shot.three,
    pts: pointsOf(shot),
    px: shot.xMm,
    py: shot.yMm,
    pz: shot.heightMm,
    hx: 0,
    hy: shot.hoopYMm,
    hz: HOOP_MM,
    s: status,
    z: zoneOf(shot, world.court.name),
    d: Math.round(Math.sqrt(xMm * xMm + yMm * yMm)) / 10,
    attributes: shot.attributes,
    players: [...shot.floor.home, ...shot.floor.away].map(String),
    shotDefenders: shot.defenders,
    prd: periodWord(shot.period),
  };
}

/** The possession that goes on, with what has happened in it so far, the newest last. */
export function possessionWords(telling: Telling, events: readonly GameEvent[]): Data | null {
  const { ids } = telling;
  const [first] = events;
  if (first === undefined) return null;
  const own = first.side;
  const happened = events.map((event) => ({
    possessionType: classOf(event),
    playerId: 'player' in event ? String(event.player) : null,
    timestamp: event.atMs,
  }));
  const points = events.reduce((sum, event) => sum + (event.side === own ? pointsOf(event) : 0), 0);
  const shot = events.filter((event): event is ShotEvent => event.kind === 'shot').at(-1);
  const end = events.find((event) => event.kind === 'possession-end');
  const type = end?.kind === 'possession-end' ? end.type : null;
  const stats = {
    turnover: events.some(({ kind }) => kind === 'turnover'),
    shotType: shot === undefined ? null : shotClass(shot),
    points,
    ballReversals: type?.endsWith('BR1') ? 1 : 0,
    paintTouches: type?.startsWith('PT1') ? 1 : 0,
    transition: type === 'TRANSITION',
  };
  return {
    state: 'SAVED',
    possession: {
      supervision: 'SYSTEM',
      startTimestamp: first.atMs,
      teamId: teamId(telling, own),
      sessionId: ids.sessionId,
      gameId: ids.gameId,
      lineupPlayers: first.floor[own].map(String),
      opponentLineupPlayers: first.floor[otherSide(own)].map(String),
      possessions: happened,
      stats,
      responseView: {
        possessions: [{ points, type }],
        period: periodWord(first.period),
        events: happened.map(({ possessionType }) => possessionType),
      },
    },
  };
}

/** What each kind of possession has brought a side. */
export const possessionStatsWords = (telling: Telling, side: SideName, atMs: number): Data => ({
  t: atMs,
  scope: 'SESSION',
  gid: telling.ids.gameId,
  sid: telling.ids.sessionId,
  st: SESSION_TYPE,
  tid: teamId(telling, side),
  summary: groupWords(telling.book, side),
});

const rate = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole) / 100;

const togetherWords = (line: Together) => ({
  FG_RATE: rate(line.made, line.attempted),
  REB_RATE: rate(line.rebounds, line.rebounds + line.otherRebounds),
  TOTAL_POINTS_SCORED: line.scored,
  TOTAL_POINTS_ALLOWED: line.allowed,
  TOTAL_TURNOVERS: line.turnovers,
  PPP: rate(line.scored, line.attacks),
  OPPP: rate(line.allowed, line.defences),
  PLUS_MINUS: line.scored - line.allowed,
});

/** What the five of a side who are on the floor now have brought together; null before anything happened. */
export function lineupStatsWords(telling: Telling, side: SideName, floor: readonly number[]): Data | null {
  const line = telling.book.together[side].get(fiveKey(floor));
  if (line === undefined) return null;
  return {
    tid: teamId(telling, side),
    sid: telling.ids.sessionId,
    gid: telling.ids.gameId,
    stats: togetherWords(line),
    players: line.five.map(String),
  };
}
