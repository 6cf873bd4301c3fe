// A game told as HudStats LiveData tells one, channel by channel, from Messages. What the provider has no word for is not told.

import type { Channel } from '../../feeds/hudstats/channels.ts';
import { courtOf } from '../../game/court.ts';
import type { Game, Team } from '../../game/game.ts';
import type { Said } from '../../game/message.ts';
import { isPlayed, overtimeNumber, type Period, placeOf } from '../../game/period.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import { followGame, moreFouls, SIDES, type Side, type Step, teamIdOf } from '../followed-game.ts';

/** Says a payload on a channel. */
export type SayOn = (channel: Channel, payload: object) => void;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
/** In-game words are no more often than this. Milliseconds. */
const IN_GAME_MS = 100;
/** Positions are told in centimetres from a corner of the court. */
const MM_PER_UNIT = 10;

const GOALS: Readonly<Record<string, string>> = {
  FREE_THROW_MAKE: '1-pointer',
  TWO_POINT_MAKE: '2-pointer',
  THREE_POINT_MAKE: '3-pointer',
};

/** `first-quarter`, `second-overtime`; null for what LiveData has no name for: halves. */
function nameOf(period: Period): string | null {
  const extra = overtimeNumber(period);
  if (extra > 0) return ORDINALS[extra - 1] === undefined ? null : `${ORDINALS[extra - 1]}-overtime`;
  return period.startsWith('Q') ? `${ORDINALS[placeOf(period) - 1]}-quarter` : null;
}

const periodWords = (period: Period | null): { type: string; value: number } | undefined => {
  if (period === null || !isPlayed(period)) return undefined;
  const extra = overtimeNumber(period);
  return extra > 0 ? { type: 'overtime', value: extra } : { type: 'quarter', value: placeOf(period) };
};

/** Where a client finds the corners of the court in what is told: an option of the client. */
export const cornersFor = (rules: RuleSetName): { origin: object; across: object; along: object } => {
  const { widthMm, lengthMm } = courtOf(rulesOf(rules).court);
  const point = (x: number, y: number): object => ({ x: x / MM_PER_UNIT, y: y / MM_PER_UNIT });
  return { origin: point(0, 0), across: point(widthMm, 0), along: point(0, lengthMm) };
};

/** Tells one game. Give it the game's Messages in the order in which they were said. */
export function makeHudStatsTeller(rules: RuleSetName, say: SayOn): (said: Said) => void {
  const follow = followGame();
  const court = courtOf(rulesOf(rules).court);
  let told = { teams: '', score: '' };
  let inGameMs = Number.NEGATIVE_INFINITY;
  let bodies: Extract<Said, { kind: 'frame' }>['bodies'] = [];

  const sayNew = (channel: 'teams' | 'score', payload: object): void => {
    const text = JSON.stringify(payload);
    if (told[channel] === text) return;
    told = { ...told, [channel]: text };
    say(channel, payload);
  };

  const incident = ({ after }: Step, name: string, payload: object = {}, timeMs?: number): void => {
    const period = name.includes('half-time') ? { type: 'half-time' } : periodWords(after.played);
    const time = timeMs ?? after.clock?.remainingMs;
    say('incidents', {
      incident: {
        name,
        type: 'match',
        ...(time === undefined ? {} : { time: Math.round(time) }),
        ...(period === undefined ? {} : { period }),
        payload,
      },
    });
  };

  const periods = (step: Step): void => {
    const { before, after } = step;
    if (before.period === after.period || after.period === null) return;
    const over = before.period !== null && isPlayed(before.period) ? nameOf(before.period) : null;
    if (over !== null) incident({ ...step, after: before }, `end-${over}`, {}, 0);
    if (before.period === 'HT') incident(step, 'end-half-time');
    if (after.period === 'HT') incident(step, 'start-half-time');
    const next = isPlayed(after.period) ? nameOf(after.period) : null;
    const { periodMs, overtimeMs } = rulesOf(rules);
    if (next !== null)
      incident(step, `start-${next}`, {}, overtimeNumber(after.period) > 0 ? overtimeMs : periodMs);
  };

  const clocks = (step: Step): void => {
    const { before, after } = step;
    if (after.clock === null || after.played === null) return;
    if (after.clock.running !== (before.clock?.running ?? false))
      incident(step, after.clock.running ? 'clock-start' : 'clock-stop');
    inGame(step);
  };

  const inGame = ({ said, after }: Step): void => {
    if (said.heardMs - inGameMs < IN_GAME_MS || after.clock === null) return;
    inGameMs = said.heardMs;
    const side = (teamId: string | undefined): Side | undefined =>
      teamId === after.homeId ? 'home' : teamId === after.awayId ? 'away' : undefined;
    const players = bodies.flatMap(({ id, teamId, xMm, yMm }) =>
      side(teamId) === undefined
        ? []
        : [
            {
              id,
              team: side(teamId),
              position: {
                x: Math.round((xMm + court.widthMm / 2) / MM_PER_UNIT),
                y: Math.round((yMm + court.lengthMm / 2) / MM_PER_UNIT),
              },
            },
          ],
    );
    const { running, remainingMs, atMs } = after.clock;
    const time = running ? Math.max(0, remainingMs - Math.max(0, said.atMs - atMs)) : remainingMs;
    say('in-game', { inGame: { time: Math.round(time), players, paused: !running } });
  };

  const plays = (step: Step): void => {
    if (step.said.kind !== 'play' || step.said.playerId === undefined) return;
    const { classification, teamId } = step.said;
    const team = SIDES.find((side) => teamIdOf(step.after, side) === teamId);
    const type = GOALS[classification];
    if (type !== undefined && team !== undefined) incident(step, 'goal', { team, type });
  };

  return (said) => {
    const step = follow(said);
    const { after } = step;
    if (said.kind === 'frame') {
      bodies = said.bodies;
      inGame(step);
      return;
    }
    const teams = teamsWords(after);
    if (teams !== null) sayNew('teams', teams);
    periods(step);
    if (said.kind === 'clock') clocks(step);
    plays(step);
    for (const team of SIDES)
      for (let nth = moreFouls(step, team); nth > 0; nth -= 1)
        incident(step, 'foul', { team, type: 'personal' });
    const score = scoreWords(after);
    if (score !== null) sayNew('score', score);
  };
}

/** Null until both teams are named. */
function teamsWords(game: Game): object | null {
  const teams = SIDES.map((side) => {
    const id = teamIdOf(game, side);
    return id === null ? undefined : game.teams[id];
  });
  const [home, away] = teams;
  if (!home || !away) return null;
  const team = ({ id, name, onFloor, players }: Team): object => ({
    id,
    name,
    lineup: onFloor.length > 0 ? onFloor : Object.keys(players),
    logo: '',
    fulltimeStatistics: {},
  });
  const people = (
    [
      [home, 'home'],
      [away, 'away'],
    ] as const
  ).flatMap(([{ players }, side]) =>
    Object.values(players).map(({ id, firstName, lastName }) => [
      id,
      { id, name: [firstName, lastName].filter(Boolean).join(' '), team: side },
    ]),
  );
  return { teams: { home: team(home), away: team(away), players: Object.fromEntries(people) } };
}

/** Null until both scores are known. */
function scoreWords(game: Game): object | null {
  const [home, away] = SIDES.map((side) => {
    const id = teamIdOf(game, side);
    return id === null ? null : (game.teams[id]?.score ?? null);
  });
  if (home === undefined || home === null || away === undefined || away === null) return null;
  const isOver = game.period === 'FINAL';
  const winner = !isOver ? 'pending' : home > away ? 'home' : 'away';
  return {
    score: {
      home: { matchScore: home, fixtureScore: winner === 'home' ? 1 : 0, side: '' },
      away: { matchScore: away, fixtureScore: winner === 'away' ? 1 : 0, side: '' },
      winner,
      tournament: 'Rehearsal',
      currentMatchNumber: 1,
      matchEnded: isOver,
      maxMatches: 1,
      fixtureEnded: isOver,
      organizer: 'Courtside',
    },
  };
}
