// How far the summary's score lies above the throws that were told: it stays so, or one of the two is wrong.
import { thrownOf } from './course.ts';
import type { StandingGame } from './standing-game.ts';
import type { SummaryWords } from './words.ts';

export type Surplus = {
  /** It is not what it was: the summary or a throw is wrong, or missing. */
  isChanged(game: StandingGame, summary: SummaryWords | null): boolean;
  /** From now on it is as it should be. */
  accept(game: StandingGame, summary: SummaryWords | null): void;
};

/** Hosts and guests as one text; null while one of them is not known. */
function surplusOf(game: StandingGame, summary: SummaryWords | null): string | null {
  const [hosts, guests] = [summary?.homeTeamScore, summary?.awayTeamScore];
  const { homeId, awayId } = game.sides;
  if (hosts === undefined || guests === undefined || homeId === null || awayId === null) return null;
  return `${hosts - thrownOf(game, homeId)} ${guests - thrownOf(game, awayId)}`;
}

/** The first that is known is taken as it is: not all throws need be told, or be called as we know them. */
export function makeSurplus(): Surplus {
  let known: string | null = null;
  return {
    isChanged(game, summary) {
      const now = surplusOf(game, summary);
      known ??= now;
      return now !== null && now !== known;
    },
    accept(game, summary) {
      known = surplusOf(game, summary);
    },
  };
}
