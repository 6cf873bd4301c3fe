// Half a minute of a game in ShotTracker's words, as texts with the instants at which they are heard; among them some that nobody can read.
export type Spoken = { readonly atMs: number; readonly text: string };

const START_MS = 1_700_000_000_000;
export const SPOKEN_HOME = 481;
export const SPOKEN_AWAY = 493;

const two = (n: number): string => String(n).padStart(2, '0');
const data = (source: string, words: unknown): string =>
  JSON.stringify({ type: 'data', source, data: words });

function clock(second: number): string {
  const left = 600 - second;
  const words = {
    period: 'Q2',
    type: 'CLOCK',
    state: 'STARTED',
    min: two(Math.floor(left / 60)),
    sec: two(left % 60),
  };
  return data('clock', { ...words, subSec: '0', shotSec: two(24 - (second % 24)), shotSubSec: '0' });
}

function location(atMs: number, step: number): string {
  const bodies = [SPOKEN_HOME, SPOKEN_AWAY].flatMap((tid) =>
    Array.from({ length: 5 }, (_, n) => ({
      t: atMs - 60,
      type: 'PLAYER',
      pid: tid * 10 + n,
      tid,
      x: 1000 * n + 10 * step,
      y: tid === SPOKEN_HOME ? 5 * step : -5 * step,
      z: 900,
    })),
  );
  const ball = { t: atMs - 60, type: 'BALL', bid: 1, x: 5 * step, y: 7 * step, z: 1500 };
  return data('location', { locations: [...bodies, ball] });
}

function summary(atMs: number, points: number): string {
  const side = (teamId: number, code: string, PTS: number) => ({
    team: { team_id: teamId, consumer_code: code, team_name: `Team ${code}`, PTS, FOUL: 3 },
    players: [],
  });
  return data('broadcastsummary', {
    at: atMs - 200,
    period: 'Q2',
    game_stats: {
      home: side(SPOKEN_HOME, 'HOM', 40 + points),
      away: side(SPOKEN_AWAY, 'AWY', 38 + Math.floor(points / 2)),
    },
  });
}

/** Locations at 5 Hz, the clock once a second, a summary every five; a cut text and a page of markup on the way. */
export function spokenGame(seconds = 30): readonly Spoken[] {
  const spoken: Spoken[] = [];
  for (let step = 0; step < seconds * 5; step += 1) {
    const atMs = START_MS + step * 200;
    if (step % 25 === 0) spoken.push({ atMs, text: summary(atMs, step / 25) });
    if (step % 5 === 0) spoken.push({ atMs, text: clock(step / 5) });
    spoken.push({ atMs, text: location(atMs, step) });
    if (step % 40 === 7) spoken.push({ atMs, text: '{"type":"data","source":"clo' });
    if (step % 40 === 27) spoken.push({ atMs, text: '<html>502 Bad Gateway</html>' });
  }
  return spoken;
}
