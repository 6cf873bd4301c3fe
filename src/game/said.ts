// When each thing about a game was last said: what tells a value that still stands from one that nobody speaks of any more.
import type { Game } from './game.ts';
import type { Fact } from './message.ts';

/** Under what a thing that is a team's is kept. */
export type TeamThing = 'score' | 'stats' | 'roster' | 'colour' | 'lineup';
export const saidOf = (thing: TeamThing, teamId: string): string => `${thing} ${teamId}`;

/** What a fact speaks of; nothing where nobody asks for its age. */
function thingsIn(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'roster':
      return [saidOf('roster', fact.teamId)];
    case 'colours':
      return fact.colours.map(({ teamId }) => saidOf('colour', teamId));
    case 'period':
      return ['period'];
    case 'clock': {
      if (fact.witness !== 'official') return [];
      const named = fact.period === undefined ? ['clock'] : ['clock', 'period'];
      return fact.shot === undefined ? named : [...named, 'shotClock'];
    }
    case 'score':
      return fact.scores.map(({ teamId }) => saidOf('score', teamId));
    case 'stats':
      return [saidOf('stats', fact.teamId)];
    case 'lineup':
      return [saidOf('lineup', fact.teamId)];
    case 'possession':
      return ['possession'];
    case 'play':
    case 'shot':
    case 'zones':
    case 'begin':
    case 'owners':
    case 'status':
      return [];
    default: {
      const never: never = fact;
      return never;
    }
  }
}

/** The game, and when this fact spoke of what it speaks of. The same object when that is nothing. */
export function withSaid(game: Game, fact: Fact): Game {
  const things = thingsIn(fact);
  if (things.length === 0) return game;
  const said: Record<string, number> = { ...game.said };
  for (const thing of things) said[thing] = Math.max(said[thing] ?? fact.atMs, fact.atMs);
  return { ...game, said };
}
