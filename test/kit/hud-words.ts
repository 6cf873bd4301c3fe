// Words of HudStats LiveData as its document prints them, and a reader that hears them.
import { makeReader, type ReaderOptions } from '../../src/feeds/hudstats/reader.ts';
import { fold } from '../../src/game/fold.ts';
import { type Game, noGame } from '../../src/game/game.ts';
import type { Fact } from '../../src/game/message.ts';
import type { RuleSetName } from '../../src/game/rules.ts';
import { FIXTURE } from './hudstats-server.ts';
import { makeListener } from './listener.ts';

/** A second before the first word. */
export const START_MS = 1_700_000_000_000;
/** A teams channel's payload. */
export const TEAMS = {
  teams: {
    home: { id: 'foxes', name: 'Foxes', lineup: ['p1', 'p2'], logo: 'https://logos.example/foxes.png' },
    away: { id: 'herons', name: 'Herons', lineup: ['p9'], logo: 'https://logos.example/herons.png' },
    players: {
      p1: { id: 'p1', name: 'Ann Marie Lee', team: 'home' },
      p2: { id: 'p2', name: 'Zero', team: 'home' },
      p9: { id: 'p9', name: 'Bo Ray', team: 'away' },
    },
  },
};
/** A score channel's payload. */
export const scored = (homePoints: unknown, awayPoints: unknown, more: object = {}) => ({
  score: {
    home: { matchScore: homePoints, fixtureScore: 0 },
    away: { matchScore: awayPoints, fixtureScore: 0 },
    winner: 'pending',
    currentMatchNumber: 1,
    matchEnded: false,
    fixtureEnded: false,
    ...more,
  },
});
/** An incidents channel's payload, of a quarter. */
export const incident = (name: string, quarter: unknown, time: unknown, payload: object = {}) => ({
  incident: { name, type: 'match', time, period: { type: 'quarter', value: quarter }, payload },
});

/** A reader, a listener, and words of one fixture a second apart. Each channel has told an empty state. */
export function hudRig(rules: RuleSetName = 'nba', more: Partial<ReaderOptions> = {}) {
  const to = makeListener();
  const reader = makeReader({ rules, to, gameId: FIXTURE, ...more });
  let nth = 0;
  const hear = (channel: string, payload: unknown, over: object = {}) => {
    nth += 1;
    const publishedAt = START_MS + nth * 1_000;
    const marked = { sportName: 'NBA2K', sourceData: 'official', replay: false, ...Object(payload) };
    const about = {
      status: 'ok',
      publishedAt,
      id: `m${nth}`,
      channel,
      action: 'subscribe',
      fixture: FIXTURE,
    };
    return reader.hear(JSON.stringify({ ...about, payload: marked, ...over }), publishedAt + 40);
  };
  hear('incidents', {});
  return {
    to,
    reader,
    hear,
    game: (): Game =>
      to.said
        .map((said, seq) => ({ ...said, seq }) as Fact)
        .filter(({ kind }) => (kind as string) !== 'frame')
        .reduce(fold, noGame),
  };
}
