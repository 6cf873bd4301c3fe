// One feed's ids laid on the other's: a message with the teams and players of the game as it goes on air.
import type { Body, Said } from '../../game/message.ts';

/** Another id for an id; null for nobody whom the game knows. */
export type Ids = {
  readonly team: (id: string) => string | null;
  readonly player: (id: string) => string | null;
};

type SaidOf<K extends Said['kind']> = Extract<Said, { kind: K }>;

const some = <T>(list: readonly T[], rename: (one: T) => T | null): T[] =>
  list.flatMap((one) => rename(one) ?? []);

/** The message by other ids; null where it is about nobody who is known. */
export function renamed(said: Said, ids: Ids): Said | null {
  switch (said.kind) {
    case 'period':
    case 'clock':
    case 'begin':
    case 'owners':
    case 'status':
      return said;
    case 'colours':
      return {
        ...said,
        colours: some(said.colours, (one) => byTeam(one, ids)),
      };
    case 'score':
      return { ...said, scores: some(said.scores, (one) => byTeam(one, ids)) };
    case 'possession':
      return byTeam(said, ids);
    case 'roster': {
      const own = byTeam(said, ids);
      return own && { ...own, players: some(own.players, (one) => byId(one, ids)) };
    }
    case 'stats':
      return renamedStats(said, ids);
    case 'lineup': {
      const own = byTeam(said, ids);
      return own && { ...own, playerIds: some(own.playerIds, ids.player) };
    }
    case 'play': {
      const teamId = said.teamId === undefined ? undefined : ids.team(said.teamId);
      return teamId === null
        ? null
        : withPlayer({ ...said, ...(teamId === undefined ? {} : { teamId }) }, ids);
    }
    case 'shot': {
      const own = byTeam(said, ids);
      return own && withPlayer(own, ids);
    }
    case 'zones': {
      const own = byTeam(said, ids);
      const isKnown = said.playerId === undefined || ids.player(said.playerId) !== null;
      return own && isKnown ? withPlayer(own, ids) : null;
    }
    case 'frame':
      return { ...said, bodies: some(said.bodies, (body) => renamedBody(body, ids)) };
    default: {
      const never: never = said;
      return never;
    }
  }
}

function byTeam<T extends { teamId: string }>(one: T, ids: Ids): T | null {
  const teamId = ids.team(one.teamId);
  return teamId === null ? null : { ...one, teamId };
}

function byId<T extends { id: string }>(one: T, ids: Ids): T | null {
  const id = ids.player(one.id);
  return id === null ? null : { ...one, id };
}

/** A player who is nobody is not named. */
function withPlayer<T extends { playerId?: string | undefined }>({ playerId, ...rest }: T, ids: Ids): T {
  const own = playerId === undefined ? null : ids.player(playerId);
  return { ...rest, ...(own === null ? {} : { playerId: own }) } as T;
}

function renamedBody(body: Body, ids: Ids): Body | null {
  if (body.teamId === undefined) return body;
  const own = byTeam({ ...body, teamId: body.teamId }, ids);
  return own && byId(own, ids);
}

function renamedStats(said: SaidOf<'stats'>, ids: Ids): Said | null {
  const own = byTeam(said, ids);
  if (own === null) return null;
  const players = some(own.players, (row) => {
    const playerId = ids.player(row.playerId);
    return playerId === null ? null : { ...row, playerId };
  });
  const { lineups, ...rest } = own;
  // Fives of whom one is nobody would be other fives.
  const fives = lineups?.flatMap((five) => {
    const playerIds = some(five.playerIds, ids.player);
    return playerIds.length === five.playerIds.length ? [{ ...five, playerIds }] : [];
  });
  return { ...rest, players, ...(fives ? { lineups: fives } : {}) };
}
