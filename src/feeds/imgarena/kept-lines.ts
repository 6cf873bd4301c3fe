// Counts that a provider has once listed: one that is listed no more has been taken back, and is none.
import type { StatLine } from '../../game/stat-line.ts';
import type { Fact } from '../told.ts';

/** Lines that are remembered: two teams, their players and periods are about a hundred. */
const MAX_LINES = 2_000;

export type KeptLines = {
  /** The fact, with a 0 for every count that was listed before and is missing now. Everything but stats goes through. */
  whole(fact: Fact): Fact;
};

/** Assumed: every packet lists all that was counted, so that only a correction makes a count vanish. */
export function makeKeptLines(): KeptLines {
  const known = new Map<string, Set<keyof StatLine>>();
  const wholeLine = (whose: string, line: StatLine): StatLine => {
    const listed = known.get(whose) ?? new Set();
    if (known.size < MAX_LINES) known.set(whose, listed);
    const missing = [...listed].filter((stat) => line[stat] === undefined);
    for (const stat of Object.keys(line) as (keyof StatLine)[]) listed.add(stat);
    return { ...line, ...Object.fromEntries(missing.map((stat) => [stat, 0])) };
  };
  return {
    whole(fact) {
      if (fact.kind !== 'stats') return fact;
      const whose = `${fact.teamId} ${fact.period ?? ''}`;
      const players = fact.players.map(({ playerId, line }) => ({
        playerId,
        line: wholeLine(`${whose} ${playerId}`, line),
      }));
      return fact.team === undefined
        ? { ...fact, players }
        : { ...fact, team: wholeLine(whose, fact.team), players };
    },
  };
}
