// Subscription tokens: each is for one game, and good until so many newer ones were given out. Source: Live Data V2, a token is issued per game.

/** Tokens that are good at one time. */
export const MAX_TOKENS = 1_000;

export type Tokens = {
  /** A new token for a game. */
  issue(gameId: string): string;
  /** The game of a token; null when it was never given out here, or is no longer good. */
  gameOf(token: string): string | null;
  /** Makes a token good for a game, whoever made it. */
  admit(token: string, gameId: string): void;
  /** Makes a token worthless: for the next connection, not for those that stand. */
  expire(token: string): void;
};

/** `make` gives a text that nobody guesses, another each time. */
export function makeTokens(make: () => string): Tokens {
  const games = new Map<string, string>();
  const admit = (token: string, gameId: string): void => {
    games.set(token, gameId);
    for (const oldest of games.keys()) {
      if (games.size <= MAX_TOKENS) break;
      games.delete(oldest);
    }
  };
  return {
    admit,
    issue(gameId) {
      const token = make();
      admit(token, gameId);
      return token;
    },
    gameOf: (token) => games.get(token) ?? null,
    expire: (token) => void games.delete(token),
  };
}
