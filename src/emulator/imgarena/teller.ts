// A game told as IMG Arena's media streams tell one, action by action and count by count, from Messages. What the provider has no word for is not told.
import type { Anchor, Game, Team } from '../../game/game.ts';
import type { Said } from '../../game/message.ts';
import { isPlayed, overtimeNumber, type Period, placeOf } from '../../game/period.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import type { StatLine } from '../../game/stat-line.ts';
import { followGame, moreFouls, SIDES, type Side, type Step, teamIdOf } from '../followed-game.ts';
import { aggregatesOf } from './aggregates.ts';

/** Says a packet on a stream. */
export type SayPacket = (stream: 'actions' | 'statistics', packet: object) => void;

/** Statistics are told no more often than this. Milliseconds. */
const STATISTICS_MS = 5_000;
const SECOND_MS = 1_000;
/** A clock that stands this far from what was told last was set. Milliseconds. */
const ADJUSTED_MS = 1_500;

/** Types by our plays' words: the provider's text, and its number where that is public. */
const PLAYS: Readonly<Record<string, readonly [string, number?]>> = {
  TWO_POINT_MAKE: ['2PT Made'],
  TWO_POINT_MISS: ['2PT Missed'],
  THREE_POINT_MAKE: ['3PT Made'],
  THREE_POINT_MISS: ['3PT Missed'],
  FREE_THROW_MAKE: ['Free Throw Made'],
  FREE_THROW_MISS: ['Free Throw Missed'],
  LIVE_BALL_TURNOVER: ['Turnover', 201],
  DEAD_BALL_TURNOVER: ['Turnover', 201],
  TURNOVER: ['Turnover', 201],
  STEAL: ['Steal', 222],
  ASSIST: ['Assist'],
  BLOCK: ['Block'],
  OFFENSIVE_REBOUND: ['Offensive Rebound', 204],
  DEFENSIVE_REBOUND: ['Defensive Rebound'],
};

/** Periods are counted on through overtime. */
function countOf(period: Period | null, rules: RuleSetName): number {
  if (period === null || !isPlayed(period)) return 0;
  const { periods } = rulesOf(rules);
  const extra = overtimeNumber(period);
  return extra > 0 ? periods.length + extra : periods.indexOf(period) + 1 || placeOf(period);
}

const clockText = ({ remainingMs }: Anchor): string => {
  const seconds = Math.floor(remainingMs / SECOND_MS);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

const rgb = (colour: string): string =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ');

type More = Readonly<Record<string, unknown>>;

/** Tells one game. Give it the game's Messages in the order in which they were said. `fixtureId` names it. */
export function makeImgArenaTeller(
  { rules, fixtureId }: { readonly rules: RuleSetName; readonly fixtureId: string },
  say: SayPacket,
): (said: Said) => void {
  const follow = followGame();
  /** Numbers are counted in each stream. */
  const seqs = { actions: 0, statistics: 0 };
  let statisticsMs = Number.NEGATIVE_INFINITY;
  let counted = '';
  let listed = '';
  let clockTold: Anchor | null = null;
  let floor: Readonly<Record<Side, readonly string[]>> = { home: [], away: [] };

  const teamWords = (game: Game, side: Side): object | undefined => {
    const id = teamIdOf(game, side);
    const team = id === null ? undefined : game.teams[id];
    return team && { homeTeam: side === 'home', id: team.id, name: team.name };
  };
  const playerWords = (game: Game, id: string | undefined): object | undefined => {
    if (id === undefined) return undefined;
    const player = Object.values(game.teams)
      .map(({ players }) => players[id])
      .find((one) => one !== undefined);
    return { id, name: player ? [player.firstName, player.lastName].filter(Boolean).join(' ') : id };
  };

  const action = ({ said, after }: Step, type: string, id?: number, more: More = {}): void => {
    seqs.actions += 1;
    const seq = seqs.actions;
    say('actions', {
      fixtureAction: {
        actionId: `${fixtureId}-${seq}`,
        fixtureId,
        fixtureSeqNum: seq,
        fixtureActionType: type,
        ...(id === undefined ? {} : { fixtureActionTypeId: id }),
        period: countOf(after.played, rules),
        sendType: 'Confirmed',
        sendTypeId: 5,
        timestamp: new Date(said.atMs).toISOString(),
        ...(after.clock ? { clockTime: clockText(after.clock) } : {}),
        ...more,
      },
      fixtureSummary: summaryOf(after),
    });
  };

  const summaryOf = (game: Game): object => {
    const points = (side: Side): number | undefined =>
      game.teams[teamIdOf(game, side) ?? '']?.score ?? undefined;
    return {
      homeTeamScore: points('home'),
      awayTeamScore: points('away'),
      currentPeriod: countOf(game.played, rules),
      finished: game.period === 'FINAL',
      ...(game.possession ? { isHomeTeamInPossesion: game.possession.teamId === game.homeId } : {}),
    };
  };

  const people = (step: Step): void => {
    const { after } = step;
    const [home, away] = SIDES.map((side) => after.teams[teamIdOf(after, side) ?? '']);
    if (!home || !away) return;
    const metadata = { homeTeamPlayers: playersOf(home), awayTeamPlayers: playersOf(away) };
    const text = JSON.stringify([home.name, away.name, Object.keys(home.players), Object.keys(away.players)]);
    if (text !== listed) {
      for (const side of SIDES)
        action(step, 'Lineups', 3, {
          team: teamWords(after, side),
          metadata: side === 'home' ? metadata : {},
        });
      floor = { home: home.onFloor, away: away.onFloor };
    } else substitutions(step, { home: home.onFloor, away: away.onFloor });
    listed = text;
    if (step.said.kind === 'colours' && home.colour && away.colour)
      action(step, 'Team Colours', 2, {
        metadata: { homeTeamColour: rgb(home.colour), awayTeamColour: rgb(away.colour) },
      });
  };

  const substitutions = (step: Step, now: Readonly<Record<Side, readonly string[]>>): void => {
    for (const side of SIDES) {
      const team = teamWords(step.after, side);
      const swap = (from: readonly string[], to: readonly string[], type: string, id: number): void => {
        for (const one of from)
          if (!to.includes(one)) action(step, type, id, { team, player: playerWords(step.after, one) });
      };
      swap(floor[side], now[side], 'Substitution Out', 14);
      swap(now[side], floor[side], 'Substitution In', 13);
    }
    floor = now;
  };

  const periods = (step: Step): void => {
    const { before, after } = step;
    if (before.period === after.period || after.period === null) return;
    if (before.period !== null && isPlayed(before.period))
      action({ ...step, after: { ...after, played: before.period } }, 'End Period', 7);
    if (isPlayed(after.period)) action(step, 'Start Period', 6);
    if (after.period === 'FINAL') action(step, 'End Match', 5);
  };

  const clocks = (step: Step): void => {
    const { clock, played } = step.after;
    if (clock === null || played === null) return;
    const wasRunning = clockTold?.running ?? false;
    const isSet =
      clockTold !== null &&
      !clock.running &&
      !wasRunning &&
      Math.abs(clockTold.remainingMs - clock.remainingMs) > ADJUSTED_MS;
    if (clock.running === wasRunning && !isSet && clockTold !== null) return;
    clockTold = clock;
    if (clock.running !== wasRunning)
      action(step, clock.running ? 'Start Clock' : 'Stop Clock', clock.running ? 8 : 9);
    else action(step, 'Adjust Clock', 10);
  };

  const happenings = (step: Step): void => {
    const { said, before, after } = step;
    const side = (teamId: string | undefined): Side | undefined =>
      SIDES.find((one) => teamIdOf(after, one) === teamId);
    if (said.kind === 'play' && said.playerId !== undefined) {
      const type = PLAYS[said.classification];
      const own = side(said.teamId);
      if (type && own) {
        const [text, id] = type;
        const who = { team: teamWords(after, own), player: playerWords(after, said.playerId) };
        action(step, text, id, who);
      }
    }
    for (const own of SIDES)
      for (let nth = moreFouls(step, own); nth > 0; nth -= 1)
        action(step, 'Foul', undefined, { team: teamWords(after, own) });
    const owner = side(after.possession?.teamId);
    if (owner && after.possession?.teamId !== before.possession?.teamId)
      action(step, 'Possession Gained', 15, { team: teamWords(after, owner) });
    if (SIDES.some((own) => pointsOf(before, own) !== pointsOf(after, own))) action(step, 'Result', 61);
  };

  const statistics = ({ said, after }: Step): void => {
    const isOver = after.period === 'FINAL';
    if (!isOver && said.heardMs - statisticsMs < STATISTICS_MS) return;
    const teams = SIDES.flatMap((side) => after.teams[teamIdOf(after, side) ?? ''] ?? []);
    if (teams.length < 2) return;
    const teamActionAggregates = teams.map((team) => countsOf(team, rules));
    const text = JSON.stringify([teamActionAggregates, isOver]);
    if (text === counted) return;
    counted = text;
    statisticsMs = said.heardMs;
    seqs.statistics += 1;
    const timestamp = new Date(said.atMs).toISOString();
    say('statistics', {
      seqNum: seqs.statistics,
      finished: isOver,
      fixtureId,
      timestamp,
      teamActionAggregates,
    });
  };

  return (said) => {
    if (said.kind === 'frame') return;
    const step = follow(said);
    people(step);
    periods(step);
    clocks(step);
    happenings(step);
    statistics(step);
  };
}

const pointsOf = (game: Game, side: Side): number | null =>
  game.teams[teamIdOf(game, side) ?? '']?.score ?? null;

const playersOf = ({ players, onFloor }: Team): readonly object[] =>
  Object.values(players).map(({ id, number, firstName, lastName, position }) => ({
    id,
    name: [firstName, lastName].filter(Boolean).join(' '),
    ...(number === null ? {} : { shirtNumber: number }),
    ...(position === null ? {} : { position }),
    starter: onFloor.includes(id),
  }));

/** Fouls are counted from the actions; only what is of the whole game is told of them here. */
function countsOf({ id, name, line, periodLines, players }: Team, rules: RuleSetName): object {
  const withoutFouls = ({ fouls: _fouls, ...rest }: StatLine): StatLine => rest;
  return {
    team: { id, name },
    gameActionAggregates: aggregatesOf(line),
    periodActionAggregates: Object.entries(periodLines).flatMap(([period, own]) => {
      const count = countOf(period as Period, rules);
      return count === 0 || own === undefined
        ? []
        : [{ period: count, aggregates: aggregatesOf(withoutFouls(own)) }];
    }),
    playerActionAggregates: Object.values(players).flatMap((player) =>
      Object.keys(player.line).length === 0
        ? []
        : [
            {
              player: { id: player.id, name: player.lastName ?? player.id },
              gameActionAggregates: aggregatesOf(player.line),
            },
          ],
    ),
  };
}
