// A few facts and ten bodies in a circle: what the relay plays until the simulator is here.
import type { Feed, FeedOptions } from '../feeds/feed.ts';

/** Says a score, clocks and positions at 25 Hz. */
export function makeStandInFeed({ time }: FeedOptions): Feed {
  let stop = (): void => {};
  return {
    name: 'simulator',
    capabilities: ['score', 'clock', 'shot-clock', 'positions'],
    start(reader) {
      const startMs = time.now();
      const base = { atMs: startMs, heardMs: startMs };
      reader.status('live');
      for (const side of ['home', 'away'] as const)
        reader.message({
          kind: 'roster',
          ...base,
          teamId: side,
          side,
          code: side === 'home' ? 'LAL' : 'BOS',
          name: side === 'home' ? 'Lakers' : 'Celtics',
          players: Array.from({ length: 5 }, (_, i) => ({
            id: `${side}${i}`,
            number: String(i * 7),
            firstName: 'Ann',
            lastName: `Player${i}`,
            position: 'G',
          })),
        });
      reader.message({
        kind: 'colours',
        ...base,
        colours: [
          { teamId: 'home', colour: '#552583' },
          { teamId: 'away', colour: '#007a33' },
        ],
      });
      let n = 0;
      const tick = (): void => {
        n += 1;
        const nowMs = time.now();
        const t = (nowMs - startMs) / 1000;
        const at = { atMs: nowMs, heardMs: nowMs };
        const bodies = Array.from({ length: 10 }, (_, i) => ({
          id: `${i < 5 ? 'home' : 'away'}${i % 5}`,
          teamId: i < 5 ? 'home' : 'away',
          atMs: nowMs,
          xMm: 5000 * Math.cos(t / 3 + i),
          yMm: 9000 * Math.sin(t / 3 + i),
          zMm: 1000,
        }));
        reader.message({
          kind: 'frame',
          ...at,
          bodies,
          ball: { id: 'ball', atMs: nowMs, xMm: 3000 * Math.cos(t), yMm: 3000 * Math.sin(t), zMm: 1500 },
        });
        if (n % 12 === 0)
          reader.message({
            kind: 'clock',
            witness: 'official',
            ...at,
            period: 'Q1',
            game: { remainingMs: Math.max(0, 720_000 - t * 1000), running: true, resolutionMs: 100 },
            shot: { remainingMs: 24_000 - ((t * 1000) % 24_000), running: true, resolutionMs: 100 },
          });
        if (n % 100 === 1)
          reader.message({
            kind: 'score',
            from: 'summary',
            ...at,
            scores: [
              { teamId: 'home', points: Math.floor(n / 50) },
              { teamId: 'away', points: Math.floor(n / 70) },
            ],
          });
        stop = time.after(40, tick);
      };
      tick();
    },
    async stop() {
      stop();
    },
  };
}
