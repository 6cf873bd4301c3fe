// Mock games as a relay tells them, for tests.
import type { MockGameView, MockPlayer } from '../../../src/wire/mock-view.ts';

/** A player on the floor. */
export const player = (id: number): MockPlayer => ({
  id,
  number: String(id),
  firstName: 'First',
  lastName: `Player${id}`,
  position: 'G',
  onFloor: true,
  points: 0,
  fouls: 0,
});

const team = (side: 'home' | 'away', players: readonly MockPlayer[]) => ({
  side,
  id: side === 'home' ? 1 : 2,
  code: side === 'home' ? 'HOM' : 'AWY',
  name: side === 'home' ? 'Home' : 'Away',
  colour: '#336699',
  score: 0,
  fouls: 0,
  players,
});

/** A game in its first quarter, nothing entered unless told. */
export const mockGame = ({
  home = [player(1), player(2), player(3)],
  away = [player(11), player(12)],
  ...more
}: {
  home?: readonly MockPlayer[];
  away?: readonly MockPlayer[];
} & Partial<MockGameView> = {}): MockGameView => ({
  id: 'mock',
  over: false,
  rules: 'nba',
  table: { period: 'Q1', remainingMs: 30_000, running: false, shotMs: 24_000 },
  teams: [team('home', home), team('away', away)],
  entries: [],
  subscribePath: '/v1/data/schedule/games/mock/_subscribe',
  webSocketPath: '/live?token=abcdefgh',
  ...more,
});
