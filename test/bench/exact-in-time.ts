// How exactly in time things are drawn: playout, places and clocks, in virtual time with seeds, each against a named other in the same run.
import { BodyTrack } from '../../src/time/body-track.ts';
import type { SampledBody } from '../../src/time/moment.ts';
import { Playout } from '../../src/time/playout.ts';
import { Rejoin } from '../../src/time/rejoin.ts';
import { PLAYER_TRACK } from '../../src/time/track-options.ts';
import { againstBest } from '../kit/joining.ts';
import { arrivals, type LinkProfile, NETWORK_MS, type PlaceAt, runnersPath } from '../kit/link-sim.ts';
import { seeded } from '../kit/random.ts';
import type { Place } from '../kit/tracks.ts';
import { haveTracks, realTracks } from '../kit/tracks.ts';
import { clockRows, offsetRows } from './exact-clocks.ts';
import { atMost, type Found, type Row } from './row.ts';

const INTERVAL_MS = 80;
const FIXED_MS = 350;
const TICK_MS = 1000 / 60;
const LENGTH_MS = 14 * 60_000;
const PATHS = 10;

const emptyBody = (): SampledBody => ({
  id: '',
  teamId: null,
  xMm: 0,
  yMm: 0,
  zMm: 0,
  speedMps: 0,
  ageMs: 0,
  presence: 0,
});

/** A track run forwards and backwards for ever, joined by a smooth curve. */
function toAndFro(places: readonly Place[]): PlaceAt {
  const last = places.length - 1;
  const at = (k: number): Place => {
    const folded = ((k % (2 * last)) + 2 * last) % (2 * last);
    return places[folded <= last ? folded : 2 * last - folded] as Place;
  };
  const stepMs = (places[1]?.atMs ?? 40) - (places[0]?.atMs ?? 0);
  return (atMs) => {
    const i = Math.floor(atMs / stepMs);
    const u = atMs / stepMs - i;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const join = (axis: 'xMm' | 'yMm') =>
      b[axis] +
      0.5 *
        u *
        (c[axis] -
          a[axis] +
          u *
            (2 * a[axis] -
              5 * b[axis] +
              4 * c[axis] -
              d[axis] +
              u * (3 * (b[axis] - c[axis]) + d[axis] - a[axis])));
    return { xMm: join('xMm'), yMm: join('yMm') };
  };
}

const paths = (): readonly PlaceAt[] =>
  haveTracks
    ? realTracks().slice(0, PATHS).map(toAndFro)
    : Array.from({ length: PATHS }, (_, i) => runnersPath(seeded(i + 1), LENGTH_MS + 2_000));

/** What was seen of one body under a policy. Lengths in millimetres. */
type Seen = { ageMs: number; misses: readonly number[]; largestStep: number; jerk: number };

/** `ours`: the live playout with tracks and rejoining. `fixed`: 350 ms behind, same curves, held when nothing is known. */
function watch(path: PlaceAt, profile: LinkProfile, policy: 'ours' | 'fixed', seed: number): Seen {
  const random = seeded(seed);
  const stamps = Array.from({ length: LENGTH_MS / INTERVAL_MS }, (_, i) => i * INTERVAL_MS);
  const heard = arrivals(random, stamps, profile);
  const track = new BodyTrack(
    policy === 'ours' ? PLAYER_TRACK : { ...PLAYER_TRACK, carryMs: 0, holdMs: 1e9 },
  );
  const playout = new Playout();
  const rejoin = new Rejoin();
  const misses: number[] = [];
  const drawn: { xMm: number; yMm: number }[] = [];
  const truths: { xMm: number; yMm: number }[] = [];
  let ages = 0;
  let next = 0;
  for (let nowMs = 1_000; nowMs < LENGTH_MS - 2_000; nowMs += TICK_MS) {
    for (; (heard[next] ?? Number.POSITIVE_INFINITY) <= nowMs; next += 1) {
      const stampMs = stamps[next] as number;
      const { xMm, yMm } = path(stampMs);
      track.push(stampMs, xMm, yMm, 0);
      playout.heard(stampMs, heard[next] as number);
    }
    track.trim(nowMs - 3_000);
    const atMs = policy === 'ours' ? playout.instant(nowMs) : nowMs - FIXED_MS;
    const body = emptyBody();
    track.sample(atMs, body);
    if (policy === 'ours') rejoin.lead(body, atMs);
    if (nowMs < 10_000) continue;
    const truth = path(atMs);
    ages += nowMs - atMs;
    misses.push(Math.hypot(body.xMm - truth.xMm, body.yMm - truth.yMm));
    drawn.push(body);
    truths.push(truth);
  }
  return {
    ageMs: ages / misses.length,
    misses,
    largestStep: largestStep(drawn),
    jerk: secondDifference(drawn) / secondDifference(truths),
  };
}

/** RMS of the second difference. */
function secondDifference(places: readonly { xMm: number; yMm: number }[]): number {
  let sum = 0;
  for (let i = 2; i < places.length; i += 1) {
    const [a, b, c] = [places[i - 2], places[i - 1], places[i]] as [Place, Place, Place];
    sum += (a.xMm - 2 * b.xMm + c.xMm) ** 2 + (a.yMm - 2 * b.yMm + c.yMm) ** 2;
  }
  return Math.sqrt(sum / places.length);
}

function largestStep(places: readonly { xMm: number; yMm: number }[]): number {
  let largest = 0;
  for (let i = 1; i < places.length; i += 1) {
    const [a, b] = [places[i - 1], places[i]] as [Place, Place];
    largest = Math.max(largest, Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm));
  }
  return largest;
}

/** All paths together: errors pooled, ages and jerk averaged, the largest step of all. */
function watched(profile: LinkProfile, policy: 'ours' | 'fixed') {
  const all = paths().map((path, i) => watch(path, profile, policy, i + 1));
  const misses = Float64Array.from(all.flatMap((seen) => seen.misses)).sort();
  const mean = (pick: (seen: Seen) => number) => all.reduce((sum, seen) => sum + pick(seen), 0) / all.length;
  return {
    ageMs: mean(({ ageMs }) => ageMs),
    rms: Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length),
    p99: misses[Math.floor(misses.length * 0.99)] ?? 0,
    largestStep: Math.max(...all.map((seen) => seen.largestStep)),
    jerk: mean(({ jerk }) => jerk),
  };
}

function playoutRows(): readonly Row[] {
  const lan = { jitterMs: 3, stalls: 0 };
  const stalls = { jitterMs: 20, stalls: 0.002 };
  const bad = { jitterMs: 45, stalls: 0.01 };
  const floorMs = INTERVAL_MS + NETWORK_MS + TICK_MS / 2;
  const [onLan, onStalls, onBad] = [watched(lan, 'ours'), watched(stalls, 'ours'), watched(bad, 'ours')];
  const [fixedLan, fixedStalls, fixedBad] = [
    watched(lan, 'fixed'),
    watched(stalls, 'fixed'),
    watched(bad, 'fixed'),
  ];
  const steps = Math.max(onLan.largestStep, onStalls.largestStep, onBad.largestStep) / 10;
  return [
    atMost('age of a drawn position over the floor, LAN', onLan.ageMs - floorMs, 10, ' ms', 1),
    atMost('error (p99) against a fixed 350 ms buffer, LAN', onLan.p99 / fixedLan.p99, 1),
    atMost(
      'age, 20 ms jitter and 0.2 % stalls, against fixed 350 ms',
      onStalls.ageMs / fixedStalls.ageMs,
      0.45,
    ),
    atMost('error (p99), the same', onStalls.p99 / fixedStalls.p99, 1.3),
    atMost('age, 45 ms jitter and 1 % stalls, against fixed 350 ms', onBad.ageMs / fixedBad.ageMs, 0.67),
    atMost('error (RMS), the same', onBad.rms / fixedBad.rms, 1),
    atMost('largest step between two drawn frames', steps, 20, ' cm', 1),
    atMost('jerk against the truth, LAN', onLan.jerk, 1.1),
    atMost('jerk against the truth, worst with stalls', Math.max(onStalls.jerk, onBad.jerk), 2),
  ];
}

/** Joining places: RMS miss against the best of linear, Catmull-Rom and Hermite; only where real tracks are at hand. */
function joiningRows(): readonly Row[] {
  if (!haveTracks) return [];
  const tracks = realTracks();
  const rates = [
    { step: 2, hz: '12.5' },
    { step: 3, hz: '8.3' },
    { step: 5, hz: '5' },
  ];
  return rates.flatMap(({ step, hz }) =>
    [0, 30].map((noiseMm) =>
      atMost(
        `places joined at ${hz} Hz, ${noiseMm / 10} cm of noise, against the best method`,
        againstBest(tracks, step, noiseMm),
        1.05,
      ),
    ),
  );
}

/** All rows; says on what tracks they were measured. */
export const benchTime = async (): Promise<Found> => ({
  title: `Exact in time (virtual time, ${haveTracks ? 'real players' : 'made-up runners: the research tracks are not at hand'})`,
  rows: [...playoutRows(), ...joiningRows(), ...clockRows(), ...offsetRows()],
});
