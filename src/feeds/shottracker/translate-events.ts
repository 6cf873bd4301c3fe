// Markers, play-by-play, possessions and line-ups in our words.
import { type Fault, fault } from '../../game/fault.ts';
import type { StatLine } from '../../game/stat-line.ts';
import { id, present } from '../fields.ts';
import { readLeniently } from '../lenient.ts';
import { defined, type Fact, NOTHING, type Translation, tell } from '../told.ts';
import { efficiencyOfGroup } from './efficiency.ts';
import type {
  BoxScoreWords,
  LineupStatsWords,
  MarkerWords,
  PossessionStatsWords,
  PossessionsWords,
} from './event-words.ts';
import { jerseysSchema, lineupMarkerSchema } from './event-words.ts';
import { readPeriod } from './periods.ts';
import { isEmpty, lineOf } from './stat-words.ts';

const JERSEYS = 'JERSEY_COLOR';
const NO_PLAYER = '0';
const DELETED_SHOT = /^DELETED_(TWO|THREE)_POINT_(MAKE|MISS)$/;

function jerseys({ data }: MarkerWords): { readonly facts: Fact[]; readonly faults: readonly Fault[] } {
  const { data: worn, faults } = readLeniently(jerseysSchema, data ?? null, 'marker.data');
  if (worn === null) return { facts: [], faults };
  const colours = [
    { teamId: worn.team1Id, colour: worn.team1JerseyColor },
    { teamId: worn.team2Id, colour: worn.team2JerseyColor },
  ];
  return { facts: [{ kind: 'colours', colours }], faults };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** An id, or the one that an object holds. */
function playerIdOf(entry: unknown): string[] {
  const inner = isObject(entry)
    ? (Reflect.get(entry, 'pid') ?? Reflect.get(entry, 'playerId') ?? Reflect.get(entry, 'player_id'))
    : entry;
  const result = id.safeParse(inner);
  return result.success && result.data !== undefined ? [result.data] : [];
}

/** Assumed: a marker whose status speaks of a line-up names one team and its players; one that does not is passed by. */
function lineup({ data }: MarkerWords): { readonly facts: Fact[]; readonly faults: readonly Fault[] } {
  if (data === undefined) return { facts: [], faults: [] };
  const { data: said, faults } = readLeniently(lineupMarkerSchema, data, 'marker.data');
  const teamId = said?.teamId ?? said?.tid;
  const players = said?.players ?? said?.playerIds ?? said?.lineup ?? said?.lineupPlayers;
  if (teamId === undefined || players === undefined) return { facts: [], faults };
  return { facts: [{ kind: 'lineup', teamId, playerIds: present(players).flatMap(playerIdOf) }], faults };
}

/** Jersey colours and line-ups; markers of any other status are kept on the tape and passed by. */
export function translateMarker(words: MarkerWords): Translation {
  const status = words.status.toUpperCase();
  const read = status === JERSEYS ? jerseys : /LINE_?UP/.test(status) ? lineup : null;
  const { facts, faults } = read === null ? { facts: [], faults: [] } : read(words);
  return { told: facts.map((fact) => tell(fact, words.t)), faults };
}

/** Totals after the event. Assumed: `stats` alone are totals too, as in the provider's older messages, never what was added. */
function totalsOf(words: BoxScoreWords): StatLine {
  const totals = lineOf(words.totalStats ?? {});
  return isEmpty(totals) ? lineOf(words.stats ?? {}) : totals;
}

/** The team's points. Assumed: of the whole game wherever they stand, and `totalStats` is right where the two differ. */
function teamScore({ tid, stats, totalStats }: BoxScoreWords, faults: Fault[]): Fact[] {
  const part = totalStats?.TEAM_SCORE === undefined ? 'stats' : 'totalStats';
  const points = totalStats?.TEAM_SCORE ?? stats?.TEAM_SCORE;
  if (points === undefined || tid === undefined) return [];
  if (Number.isInteger(points) && points >= 0)
    return [{ kind: 'score', from: 'event', scores: [{ teamId: tid, points }] }];
  const where = `boxscorestatsv2.${part}.TEAM_SCORE`;
  faults.push(fault('bad-field', where, 'points from 0 up', String(points)));
  return [];
}

/** Assumed: the event's id is the shot's, so a shot that the play-by-play deletes goes from the chart too, also if the chart is silent. */
function deletedShot({ eid, tid, pid, classification }: BoxScoreWords): Fact[] {
  const parts = DELETED_SHOT.exec(classification);
  if (parts === null || tid === undefined) return [];
  const shot = { id: eid, teamId: tid, ...defined({ playerId: pid }) };
  const was = { made: parts[2] === 'MAKE', three: parts[1] === 'THREE' };
  return [{ kind: 'shot', ...shot, ...was, deleted: true, attributes: [] }];
}

/** One line of the play-by-play: the play under its own classification, the totals after it, the score. Corrections come as plays of their own, with totals that may have fallen. */
export function translateBoxScore(words: BoxScoreWords): Translation {
  const faults: Fault[] = [];
  const period = readPeriod(words.prd, 'boxscorestatsv2.prd', faults);
  const isTeam = words.act === 'TEAM' || words.pid === undefined || words.pid === NO_PLAYER;
  const playerId = isTeam ? undefined : words.pid;
  const facts: Fact[] = [
    {
      kind: 'play',
      id: words.eid,
      classification: words.classification,
      ...defined({ teamId: words.tid, playerId, period, xMm: words.px, yMm: words.py }),
    },
  ];
  const line = totalsOf(words);
  if (words.tid !== undefined && !isEmpty(line)) {
    const whose = { kind: 'stats', from: 'event', teamId: words.tid } as const;
    facts.push(
      playerId === undefined
        ? { ...whose, team: line, players: [] }
        : { ...whose, players: [{ playerId, line }] },
    );
  }
  facts.push(...teamScore(words, faults), ...deletedShot(words));
  return { told: facts.map((fact) => tell(fact, words.t)), faults };
}

/** Who has the ball since when. Assumed: `possession` is the one that runs, as the documents call it, whatever its `state`. */
export function translatePossessions({ possession }: PossessionsWords): Translation {
  const startedAtMs = possession.startTimestamp;
  const fact: Fact = { kind: 'possession', teamId: possession.teamId, ...defined({ startedAtMs }) };
  return { told: [tell(fact, startedAtMs)], faults: [] };
}

/** How well a team does by kind of possession. Assumed: a scope of SESSION counts as the whole game until a wider one is heard. */
export function translatePossessionStats(words: PossessionStatsWords): Translation {
  if (words.summary === undefined) return NOTHING;
  const efficiency = present(words.summary).map(efficiencyOfGroup);
  const fact: Fact = { kind: 'stats', from: 'event', teamId: words.tid, players: [], efficiency };
  const told = tell(fact, words.t);
  return { told: [words.scope === 'SESSION' ? { ...told, narrow: true } : told], faults: [] };
}

/** Totals of one line-up: a list of one, which whoever keeps the game's line-ups puts among the others. */
export function translateLineupStats(words: LineupStatsWords): Translation {
  const { stats } = words;
  const playerIds = [...present(words.players)];
  if (stats === undefined || playerIds.length === 0) return NOTHING;
  const line = {
    playerIds,
    ...defined({
      plusMinus: stats.PLUS_MINUS,
      pointsScored: stats.TOTAL_POINTS_SCORED,
      pointsAllowed: stats.TOTAL_POINTS_ALLOWED,
      pointsPerPossession: stats.PPP,
      opponentPointsPerPossession: stats.OPPP,
      turnovers: stats.TOTAL_TURNOVERS,
      fieldGoalRate: stats.FG_RATE,
      reboundRate: stats.REB_RATE,
    }),
  };
  const fact: Fact = { kind: 'stats', from: 'event', teamId: words.tid, players: [], lineups: [line] };
  return { told: [tell(fact, words.t)], faults: [] };
}
