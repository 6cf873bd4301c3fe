// How well places are joined, against what others do: linear, Catmull-Rom, Hermite. On real tracks thinned and made noisy.
import { BodyTrack } from '../../src/time/body-track.ts';
import type { SampledBody } from '../../src/time/moment.ts';
import { Noise } from '../../src/time/noise.ts';
import { PLAYER_TRACK } from '../../src/time/track-options.ts';
import { normal, seeded } from './random.ts';
import type { Place } from './tracks.ts';

const into: SampledBody = {
  id: '',
  teamId: null,
  xMm: 0,
  yMm: 0,
  zMm: 0,
  speedMps: 0,
  ageMs: 0,
  presence: 0,
};

type Join = (places: readonly Place[], i: number, u: number, axis: 'xMm' | 'yMm') => number;

const slope = (places: readonly Place[], from: number, to: number, axis: 'xMm' | 'yMm'): number =>
  ((places[to] as Place)[axis] - (places[from] as Place)[axis]) /
  ((places[to] as Place).atMs - (places[from] as Place).atMs);

const hermite = (
  places: readonly Place[],
  i: number,
  u: number,
  axis: 'xMm' | 'yMm',
  m0: number,
  m1: number,
): number => {
  const [a, b] = [places[i] as Place, places[i + 1] as Place];
  const span = b.atMs - a.atMs;
  return (
    (2 * u ** 3 - 3 * u ** 2 + 1) * a[axis] +
    (u ** 3 - 2 * u ** 2 + u) * m0 * span +
    (3 * u ** 2 - 2 * u ** 3) * b[axis] +
    (u ** 3 - u ** 2) * m1 * span
  );
};

/** What others do: the yardstick. */
const METHODS: Readonly<Record<string, Join>> = {
  linear: (p, i, u, axis) => (p[i] as Place)[axis] + ((p[i + 1] as Place)[axis] - (p[i] as Place)[axis]) * u,
  'Catmull-Rom': (p, i, u, axis) =>
    hermite(p, i, u, axis, slope(p, i - 1, i + 1, axis), slope(p, i, i + 2, axis)),
  'Hermite, newest tangent backward': (p, i, u, axis) =>
    hermite(p, i, u, axis, slope(p, i - 1, i + 1, axis), slope(p, i, i + 1, axis)),
};

/** RMS misses in millimetres of each method and of ours, for tracks thinned by `step` with noise added. */
function misses(tracks: readonly (readonly Place[])[], step: number, noiseMm: number) {
  const random = seeded(17);
  const squares: Record<string, number> = { ours: 0 };
  let count = 0;
  for (let phase = 0; phase < step; phase += 1) {
    const thinned = tracks.map((places) =>
      places
        .filter((_, i) => i % step === phase)
        .map(({ atMs, xMm, yMm }) => ({
          atMs,
          xMm: xMm + normal(random, noiseMm),
          yMm: yMm + normal(random, noiseMm),
        })),
    );
    const noise = new Noise();
    const ours = thinned.map(() => new BodyTrack(PLAYER_TRACK, noise));
    const longest = Math.max(...thinned.map((places) => places.length));
    // As on air: each instant is asked for when two more samples are known.
    for (let now = 0; now < longest; now += 1) {
      thinned.forEach((places, b) => {
        const place = places[now];
        if (!place) return;
        ours[b]?.push(place.atMs, place.xMm, place.yMm, 0);
        const i = now - 2;
        if (i < 6) return;
        for (let part = 0; part < step; part += 1) {
          const u = part / step;
          if (part === 0 && noiseMm === 0) continue;
          const truth = tracks[b]?.[phase + i * step + part] as Place;
          ours[b]?.sample(truth.atMs, into);
          squares.ours = (squares.ours ?? 0) + (into.xMm - truth.xMm) ** 2 + (into.yMm - truth.yMm) ** 2;
          for (const [name, join] of Object.entries(METHODS))
            squares[name] =
              (squares[name] ?? 0) +
              (join(places, i, u, 'xMm') - truth.xMm) ** 2 +
              (join(places, i, u, 'yMm') - truth.yMm) ** 2;
          count += 1;
        }
      });
    }
  }
  return Object.fromEntries(Object.entries(squares).map(([name, sum]) => [name, Math.sqrt(sum / count)]));
}

/** Our miss against the best of the others'. */
export function againstBest(tracks: readonly (readonly Place[])[], step: number, noiseMm: number): number {
  const { ours = Number.NaN, ...others } = misses(tracks, step, noiseMm);
  return ours / Math.min(...Object.values(others));
}
