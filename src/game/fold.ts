// How a game changes: `fold` makes the next from the last and one more fact.
import {
  type FeedTold,
  type Game,
  noGame,
  PLAYS_KEPT,
  type Play,
  type PlayerInGame,
  SUMMARY_OWNS_MS,
  type Team,
  type ZoneMap,
} from './game.ts';
import type { Fact, MessageOf } from './message.ts';
import type { Period } from './period.ts';
import { enterPeriod, foulsNow, periodFouls } from './period-fouls.ts';
import { withSaid } from './said.ts';

const unknownTeam = (id: string): Team => ({
  id,
  code: '',
  name: '',
  colour: null,
  score: null,
  scoreChange: null,
  fouls: null,
  foulsChange: null,
  timeouts: null,
  players: {},
  onFloor: [],
  line: {},
  periodLines: {},
  zones: {},
  periodZones: {},
  efficiency: [],
  lineups: [],
});

const unknownPlayer = (id: string): PlayerInGame => ({
  id,
  number: null,
  firstName: null,
  lastName: null,
  position: null,
  line: {},
  zones: {},
});

/** Own teams alone: one may be called like a property of every object. */
const teamOf = (game: Game, id: string): Team =>
  (Object.hasOwn(game.teams, id) ? game.teams[id] : undefined) ?? unknownTeam(id);

const withTeam = (game: Game, team: Team): Game => ({ ...game, teams: { ...game.teams, [team.id]: team } });

/**
 * The game after one more fact. Facts are folded in the order of (`atMs`, `seq`); a Timeline sees to that. Returns the same object when the
 * fact changes nothing but the instant of a status.
 */
export function fold(game: Game, fact: Fact): Game {
  const next = withSaid(apply(game, fact), fact);
  return next === game || next.atMs >= fact.atMs ? next : { ...next, atMs: fact.atMs };
}

function apply(game: Game, fact: Fact): Game {
  switch (fact.kind) {
    case 'roster':
      return foldRoster(game, fact);
    case 'colours':
      return fact.colours.reduce(
        (g, { teamId, colour }) => withTeam(g, { ...teamOf(g, teamId), colour }),
        game,
      );
    case 'period':
      return enterPeriod(game, fact.period);
    case 'clock':
      return foldClock(game, fact);
    case 'score':
      return foldScore(game, fact);
    case 'stats':
      return foldStats(game, fact);
    case 'play':
      return foldPlay(game, fact);
    case 'shot':
      return foldShot(game, fact);
    case 'zones':
      return foldZones(game, fact);
    case 'possession':
      return { ...game, possession: { teamId: fact.teamId, sinceMs: fact.startedAtMs ?? fact.atMs } };
    case 'lineup':
      return withTeam(game, { ...teamOf(game, fact.teamId), onFloor: fact.playerIds });
    case 'begin':
      return { ...noGame, feeds: game.feeds, owners: game.owners };
    case 'owners':
      return { ...game, owners: fact.fields };
    case 'status':
      return foldStatus(game, fact);
    default: {
      const never: never = fact;
      return never;
    }
  }
}

/** Down from the first word of trouble on, through all others, until it is live again. */
function foldStatus(game: Game, { feed, status, detail, atMs }: MessageOf<'status'>): Game {
  const before = game.feeds[feed];
  const isDown = status === 'stale' || status === 'lost' || (status === 'connecting' && before !== undefined);
  const downMs = before?.downMs ?? (before === undefined || before.status === 'ended' ? undefined : atMs);
  const told: FeedTold = {
    status,
    atMs,
    ...(detail === undefined ? {} : { detail }),
    ...(isDown && downMs !== undefined ? { downMs } : {}),
  };
  return { ...game, feeds: { ...game.feeds, [feed]: told } };
}

function foldRoster(game: Game, { teamId, side, code, name, players }: MessageOf<'roster'>): Game {
  const team = teamOf(game, teamId);
  const known = { ...team.players };
  for (const player of players)
    known[player.id] = { ...(known[player.id] ?? unknownPlayer(player.id)), ...player };
  const named = withTeam(game, { ...team, code, name, players: known });
  return side === 'home' ? { ...named, homeId: teamId } : { ...named, awayId: teamId };
}

function foldClock(game: Game, { atMs, witness, period, game: said, shot }: MessageOf<'clock'>): Game {
  // Assumed: the table is right while it speaks; positions are a second witness that `time` weighs, not this fold.
  if (witness === 'tracking' && game.clock !== null) return game;
  const inPeriod = period === undefined ? game : enterPeriod(game, period);
  const shotClock = shot === undefined ? game.shotClock : shot === null ? null : { ...shot, atMs };
  return { ...inPeriod, clock: { ...said, atMs }, shotClock };
}

function foldScore(game: Game, { atMs, from, scores }: MessageOf<'score'>): Game {
  const owned = game.summaryScoreAtMs !== null && atMs - game.summaryScoreAtMs < SUMMARY_OWNS_MS;
  if (from === 'event' && owned) return game;
  let next = from === 'summary' ? { ...game, summaryScoreAtMs: atMs } : game;
  for (const { teamId, points } of scores) {
    const team = teamOf(next, teamId);
    if (team.score === points) continue;
    const scoreChange = team.score === null ? null : { before: team.score, atMs };
    next = withTeam(next, { ...team, score: points, scoreChange });
  }
  return next;
}

function foldStats(game: Game, fact: MessageOf<'stats'>): Game {
  const team = teamOf(game, fact.teamId);
  if (fact.period !== undefined) {
    if (fact.unknown !== undefined) return forget(game, team, fact.period, fact.unknown);
    const line = { ...team.periodLines[fact.period], ...fact.team };
    const periodLines = { ...team.periodLines, [fact.period]: line };
    const fouls =
      fact.period === (game.played ?? game.period) && line.fouls !== undefined ? line.fouls : team.fouls;
    return withTeam(game, { ...team, periodLines, ...foulsNow(team, fouls, fact.atMs) });
  }
  const players = { ...team.players };
  for (const { playerId, line } of fact.players) {
    const player = players[playerId] ?? unknownPlayer(playerId);
    players[playerId] = { ...player, line: { ...player.line, ...line } };
  }
  const line = { ...team.line, ...fact.team };
  return withTeam(game, {
    ...team,
    players,
    line,
    ...foulsNow(team, periodFouls(game, team, line), fact.atMs),
    efficiency: fact.efficiency ?? team.efficiency,
    lineups: fact.lineups ?? team.lineups,
  });
}

/** A count that is not known is absent: nobody shows the one before it. */
function forget(
  game: Game,
  team: Team,
  period: Period,
  names: NonNullable<MessageOf<'stats'>['unknown']>,
): Game {
  const left = Object.entries(team.periodLines[period] ?? {}).filter(
    ([name]) => !names.some((gone) => gone === name),
  );
  const periodLines = { ...team.periodLines, [period]: Object.fromEntries(left) };
  const isNow = names.includes('fouls') && period === (game.played ?? game.period);
  return withTeam(game, { ...team, periodLines, ...(isNow ? { fouls: null, foulsChange: null } : {}) });
}

function foldPlay(
  game: Game,
  { kind: _kind, seq: _seq, heardMs: _heardMs, ...play }: MessageOf<'play'>,
): Game {
  const isIt = ({ id, classification }: Play): boolean =>
    id === play.id && classification === play.classification;
  // Told once of the player and once of his team: what only one of them says is kept.
  const told = { ...game.plays.find(isIt), ...play };
  return { ...game, plays: [...game.plays.filter((other) => !isIt(other)), told].slice(-PLAYS_KEPT) };
}

function foldShot(
  game: Game,
  { kind: _kind, seq: _seq, heardMs: _heardMs, deleted, ...shot }: MessageOf<'shot'>,
): Game {
  if (!deleted) return { ...game, shots: { ...game.shots, [shot.id]: shot } };
  const { [shot.id]: _gone, ...shots } = game.shots;
  return { ...game, shots };
}

function foldZones(game: Game, fact: MessageOf<'zones'>): Game {
  const team = teamOf(game, fact.teamId);
  const map: ZoneMap = { zones: fact.zones, makes: fact.makes ?? [], misses: fact.misses ?? [] };
  if (fact.playerId !== undefined) {
    const player = team.players[fact.playerId] ?? unknownPlayer(fact.playerId);
    const zones = { ...player.zones, [fact.shotType]: map };
    return withTeam(game, { ...team, players: { ...team.players, [player.id]: { ...player, zones } } });
  }
  if (fact.period !== undefined) {
    const inPeriod = { ...team.periodZones[fact.period], [fact.shotType]: map };
    return withTeam(game, { ...team, periodZones: { ...team.periodZones, [fact.period]: inPeriod } });
  }
  return withTeam(game, { ...team, zones: { ...team.zones, [fact.shotType]: map } });
}
