// A game as tests tell it to a relay, and its answers as they read them.
import { AWAY_ID, body, HOME_ID } from '../kit/messages.ts';
import type { RelayRig } from '../kit/relay-rig.ts';

/** What was answered, read as JSON. */
export const json = async (response: Response | Promise<Response>) =>
  (await (await response).json()) as Record<string, unknown>;

/** Two teams, a score, clocks and two bodies, all true now. */
export function tell({ feed, time }: RelayRig): void {
  const at = { atMs: time.now(), heardMs: time.now() };
  for (const [side, teamId, code] of [
    ['home', HOME_ID, 'HOM'],
    ['away', AWAY_ID, 'AWY'],
  ] as const)
    feed.say.message({
      kind: 'roster',
      ...at,
      teamId,
      side,
      code,
      name: `The ${side}`,
      players: [{ id: `${side}-7`, number: '07', firstName: 'A', lastName: 'B', position: 'G' }],
    });
  feed.say.message({ kind: 'colours', ...at, colours: [{ teamId: HOME_ID, colour: '#552583' }] });
  feed.say.message({ kind: 'period', ...at, period: 'Q3' });
  feed.say.message({
    kind: 'score',
    from: 'summary',
    ...at,
    scores: [
      { teamId: HOME_ID, points: 61 },
      { teamId: AWAY_ID, points: 58 },
    ],
  });
  feed.say.message({
    kind: 'clock',
    witness: 'official',
    ...at,
    period: 'Q3',
    game: { remainingMs: 95_500, running: false, resolutionMs: 100 },
    shot: { remainingMs: 9_000, running: false, resolutionMs: 100 },
  });
  // A body that is new fades in: it has been there for a second.
  for (let agoMs = 1000; agoMs >= 0; agoMs -= 100) {
    const atMs = time.now() - agoMs;
    feed.say.message({
      kind: 'frame',
      atMs,
      heardMs: atMs,
      bodies: [body('home-7', atMs, 1234.4, -500), body('away-7', atMs, 0, 9000, AWAY_ID)],
      ball: { id: 'ball', atMs, xMm: 1, yMm: 2, zMm: 1500 },
    });
  }
  feed.say.words({ source: 'clock', text: '{}', heardMs: time.now() });
  feed.say.status('live');
}
