// The world of a mock game: two teams and a scorer's table, and no bodies that move. What a hand enters becomes the simulator's own events.

import { type CastTeam, COMETS, HERONS } from '../feeds/simulator/cast.ts';
import type { GameEvent, SideName } from '../feeds/simulator/event.ts';
import { endsChanged } from '../feeds/simulator/law.ts';
import { chanceOf } from '../feeds/simulator/random.ts';
import { type World, worldBefore } from '../feeds/simulator/world.ts';
import { type Court, fromHoopFrame, nominalHoop } from '../game/court.ts';
import { rulesOf } from '../game/rules.ts';
import { isThree } from '../game/zones.ts';
import type { Entry, Start, TeamGiven } from '../wire/mock-orders.ts';

const MINUTE_MS = 60_000;
/** From where free throws are taken, as seen from the hoop. */
const LINE = { xMm: 0, yMm: 4_191 };
/** A place of release and a flight as they usually are. */
const RELEASE = { heightMm: 2_300, flightMs: 900 };

const castOf = (given: TeamGiven | undefined, otherwise: CastTeam): CastTeam =>
  given === undefined
    ? otherwise
    : { ...given, players: given.players.map((one) => ({ ...one, kind: 'wing' as const, rating: 0 })) };

/** A world before its game. The minutes are shared among the periods; an overtime of a short game is half a period. */
export function mockWorld({ minutes, rules: name, home, away }: Start): World {
  const rules = rulesOf(name);
  const periodMs = minutes === 'full' ? rules.periodMs : (minutes * MINUTE_MS) / rules.periods.length;
  return worldBefore({
    rules: { ...rules, periodMs, overtimeMs: minutes === 'full' ? rules.overtimeMs : periodMs / 2 },
    chance: chanceOf(1),
    home: castOf(home, HERONS),
    away: castOf(away, COMETS),
  });
}

const isInPaint = ({ laneWidthMm, freeThrowFromEndMm, hoopFromEndMm }: Court, xMm: number, yMm: number) =>
  Math.abs(xMm) <= laneWidthMm / 2 && yMm <= freeThrowFromEndMm - hoopFromEndMm;

/** What stood on the board when an entry was made: kept when it is corrected. */
export type Mark = Pick<GameEvent, 'period' | 'gameMs' | 'floor'>;

export const markOf = ({ table, floor }: World): Mark => ({
  period: table.period,
  gameMs: Math.round(table.gameMs),
  floor,
});

export type EventOptions = {
  readonly world: World;
  readonly entry: Exclude<Entry, { kind: 'timeout' | 'substitution' }>;
  readonly id: number;
  readonly atMs: number;
  readonly mark: Mark;
};

/** The event of an entry: of the player who did it, at his place. */
export function eventOf({ world, entry, id, atMs, mark }: EventOptions): GameEvent {
  const { court } = world;
  // Of the period in which it happened: the teams may have changed ends since.
  const isFar = (entry.side === 'home') === endsChanged(world.rules, mark.period);
  const hoop = nominalHoop(court, isFar ? -1 : 1);
  const seen = entry.kind === 'shot' ? entry : LINE;
  const place = fromHoopFrame(seen.xMm, seen.yMm, hoop);
  const base = {
    id,
    atMs,
    ...mark,
    side: entry.side,
    player: entry.playerId,
    possession: 0,
    xMm: Math.round(place.xMm),
    yMm: Math.round(place.yMm),
    hoopYMm: Math.round(hoop.yMm),
  };
  const origin = { afterTurnover: false, secondChance: false };
  switch (entry.kind) {
    case 'shot':
      return {
        ...base,
        ...origin,
        ...RELEASE,
        kind: 'shot',
        made: entry.made,
        three: isThree(entry.xMm, entry.yMm, court.name),
        inPaint: isInPaint(court, entry.xMm, entry.yMm),
        attributes: [],
        defenders: [],
      };
    case 'free-throw':
      return { ...base, ...origin, kind: 'free-throw', made: entry.made };
    case 'turnover':
      return { ...base, kind: 'turnover', live: false };
    default:
      return { ...base, kind: entry.kind };
  }
}

/** Whether a player is of that side. */
export const isOf = (world: World, side: SideName, playerId: number): boolean =>
  world[side].squad.some(({ player }) => player.id === playerId);
