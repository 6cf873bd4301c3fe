// Builders of Messages for tests: say only what the test is about.
import type { Body, Frame, MessageOf } from '../../src/game/message.ts';

type Loose<M> = Omit<Partial<M>, 'kind'>;
const at = (atMs: number, seq: number) => ({ seq, atMs, heardMs: atMs });

export const HOME_ID = '10';
export const AWAY_ID = '20';

/** Numbers what it builds by one series, as a relay does. */
export function messages(first = 1) {
  let seq = first - 1;
  const next = (): number => {
    seq += 1;
    return seq;
  };
  return {
    roster: (atMs: number, more: Loose<MessageOf<'roster'>> = {}): MessageOf<'roster'> => ({
      kind: 'roster',
      ...at(atMs, next()),
      teamId: HOME_ID,
      side: 'home',
      code: 'HOM',
      name: 'Home',
      players: [],
      ...more,
    }),
    score: (
      atMs: number,
      home: number,
      away: number,
      from: 'summary' | 'event' = 'summary',
    ): MessageOf<'score'> => ({
      kind: 'score',
      ...at(atMs, next()),
      from,
      scores: [
        { teamId: HOME_ID, points: home },
        { teamId: AWAY_ID, points: away },
      ],
    }),
    clock: (
      atMs: number,
      remainingMs: number,
      running: boolean,
      more: Loose<MessageOf<'clock'>> = {},
    ): MessageOf<'clock'> => ({
      kind: 'clock',
      ...at(atMs, next()),
      witness: 'official',
      game: { remainingMs, running, resolutionMs: 100 },
      ...more,
    }),
    period: (atMs: number, period: MessageOf<'period'>['period']): MessageOf<'period'> => ({
      kind: 'period',
      ...at(atMs, next()),
      period,
    }),
    shot: (atMs: number, id: string, more: Loose<MessageOf<'shot'>> = {}): MessageOf<'shot'> => ({
      kind: 'shot',
      ...at(atMs, next()),
      id,
      teamId: HOME_ID,
      made: true,
      three: false,
      deleted: false,
      attributes: [],
      ...more,
    }),
    stats: (atMs: number, more: Loose<MessageOf<'stats'>> = {}): MessageOf<'stats'> => ({
      kind: 'stats',
      ...at(atMs, next()),
      teamId: HOME_ID,
      from: 'summary',
      players: [],
      ...more,
    }),
    frame: (atMs: number, bodies: readonly Body[], ball?: Body): Frame => ({
      kind: 'frame',
      ...at(atMs, next()),
      bodies: [...bodies],
      ...(ball ? { ball } : {}),
    }),
  };
}

/** A body at a place, stamped. */
export const body = (id: string, atMs: number, xMm: number, yMm: number, teamId: string = HOME_ID): Body => ({
  id,
  teamId,
  atMs,
  xMm,
  yMm,
  zMm: 0,
});
