// A real game as ShotTracker would have told it: real places at 25 Hz, the clock at 2 Hz, the summary counted from the league's record.
import { makeSummary } from './summary-words.ts';
import { readFrames, readRosters, type TrackedFrame } from './tracking-data.ts';

/** What the two teams wear: far enough apart that nobody has to move a colour. */
export const JERSEYS = { home: '#f2c230', away: '#2f6fed' } as const;

const TICK_MS = 500;
const PLACE = { facilityId: 'facility-1', courtId: 'court-1', sessionId: 'session-1' };
const GAME_ID = '062a3726-0000-4000-8000-000000000001';

/** One thing to say, `atMs` after the start of play. */
export type Line = { readonly atMs: number; readonly source: string; readonly data: unknown };

export type TrackingGame = ReturnType<typeof readTrackingGame>;

type Clocks = { readonly gameMs: number; readonly shotMs: number; readonly running: boolean };

/** The last frame that had been taken by then, or the first. */
function indexAt(frames: readonly TrackedFrame[], atMs: number): number {
  const next = frames.findIndex((frame) => frame.atMs > atMs);
  return next < 0 ? frames.length - 1 : Math.max(0, next - 1);
}

/** The clocks of every frame. After the source's own end they run on at a second a second: the ball stayed in play. */
function clocksOf(frames: readonly TrackedFrame[]): readonly Clocks[] {
  let last = { atMs: 0, gameMs: 720_000, shotMs: 24_000 };
  return frames.map(({ atMs, gameMs, shotMs }, i) => {
    const isKnown = gameMs !== null && shotMs !== null;
    const now = isKnown
      ? { gameMs, shotMs }
      : {
          gameMs: Math.max(0, last.gameMs - (atMs - last.atMs)),
          shotMs: Math.max(0, last.shotMs - (atMs - last.atMs)),
        };
    const next = frames[i + 1]?.gameMs ?? null;
    if (isKnown) last = { atMs, gameMs, shotMs };
    return { ...now, running: !isKnown || next === null || next < gameMs };
  });
}

const PERIOD_MS = 720_000;

/** Reads the data and makes the words. @throws when the data is not there: ask `hasTracking` first. */
export function readTrackingGame() {
  const frames = readFrames();
  const clocks = clocksOf(frames);
  const rosters = readRosters();
  const summary = makeSummary(rosters, new Set(frames[0]?.bodies.map(({ id }) => id)));

  /** The clocks at any time after the start: between two samples they run. */
  const clocksAt = (atMs: number): Clocks => {
    const i = indexAt(frames, atMs);
    const { gameMs, shotMs, running } = clocks[i] as Clocks;
    const sinceMs = running ? atMs - (frames[i]?.atMs ?? 0) : 0;
    return { gameMs: Math.max(0, gameMs - sinceMs), shotMs: Math.max(0, shotMs - sinceMs), running };
  };

  const location = (frame: TrackedFrame, { gameMs, shotMs, running }: Clocks, stampMs: number) => ({
    gcms: gameMs,
    scms: shotMs,
    cr: running,
    period: 'Q1',
    ...PLACE,
    locations: frame.bodies.map(({ id, teamId, x, y, z }) => {
      const place = { t: stampMs, x: Math.round(x), y: Math.round(y), z: Math.round(z), speed: 0, dist: 0 };
      return id === -1
        ? { ...place, type: 'BALL', bid: 'ball-1' }
        : { ...place, type: 'PLAYER', pid: id, tid: teamId };
    }),
  });

  const clock = ({ gameMs, shotMs, running }: Clocks) => {
    const tenths = (ms: number) => String(Math.floor((ms % 1000) / 100));
    const seconds = (ms: number) => Math.floor(ms / 1000);
    return {
      gid: GAME_ID,
      period: 'Q1',
      type: 'GAME_SHOT_CLOCK',
      state: running ? 'STARTED' : 'STOPPED',
      source: 'OFFICIAL',
      min: String(Math.floor(seconds(gameMs) / 60)).padStart(2, '0'),
      sec: String(seconds(gameMs) % 60).padStart(2, '0'),
      subSec: tenths(gameMs),
      shotSec: String(seconds(shotMs)),
      shotSubSec: tenths(shotMs),
      controllerId: null,
    };
  };

  const marker = (stampMs: number) => ({
    t: stampMs,
    gameId: GAME_ID,
    status: 'JERSEY_COLOR',
    data: {
      facilityId: PLACE.facilityId,
      courtId: PLACE.courtId,
      team1Id: String(rosters.home.id),
      team1JerseyColor: JERSEYS.home,
      team2Id: String(rosters.away.id),
      team2JerseyColor: JERSEYS.away,
    },
  });

  return {
    rosters,
    frames,
    lengthMs: frames.at(-1)?.atMs ?? 0,
    /** What stands before the tip-off: teams, colours, a score of nought, the clock at full. */
    prelude: (stampMs: number): readonly Line[] => [
      { atMs: 0, source: 'broadcastsummary', data: summary({ period: 1, remainingMs: PERIOD_MS }, stampMs) },
      { atMs: 0, source: 'marker', data: marker(stampMs) },
      { atMs: 0, source: 'clock', data: clock({ gameMs: PERIOD_MS, shotMs: 24_000, running: false }) },
    ],
    /** Everything from the tip-off on, in order, stamped from `startMs` on. */
    play(startMs: number): readonly Line[] {
      const places = frames.map((frame, i) => ({
        atMs: frame.atMs,
        source: 'location',
        data: location(frame, clocks[i] as Clocks, startMs + frame.atMs),
      }));
      const ticks = Array.from({ length: Math.floor((frames.at(-1)?.atMs ?? 0) / TICK_MS) }, (_, tick) => {
        const atMs = tick * TICK_MS;
        return { atMs, source: 'clock', data: clock(clocksAt(atMs)) };
      });
      return [...places, ...ticks].sort((a, b) => a.atMs - b.atMs);
    },
    summary,
    /** Where everybody was, `atMs` after the start: between two samples along a line. Millimetres of the court's frame; the ball is -1. */
    truthAt(atMs: number): ReadonlyMap<number, { readonly x: number; readonly y: number }> {
      const i = indexAt(frames, atMs);
      const [a, b] = [frames[i], frames[i + 1] ?? frames[i]] as [TrackedFrame, TrackedFrame];
      const share = b === a ? 0 : Math.min(1, Math.max(0, (atMs - a.atMs) / (b.atMs - a.atMs)));
      return new Map(
        a.bodies.map((body) => {
          const next = b.bodies.find(({ id }) => id === body.id) ?? body;
          return [body.id, { x: body.x + (next.x - body.x) * share, y: body.y + (next.y - body.y) * share }];
        }),
      );
    },
    clocksAt,
  };
}
