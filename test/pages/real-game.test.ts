// A real game from the provider's socket to the pixel: the built command, a real page, and what can be seen on it.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { freeDiscs, litZones, readBug, readShotClock } from '../kit/air-eyes.ts';
import { openTab, startBrowser } from '../kit/browser.ts';
import { startCommand } from '../kit/command.ts';
import { waitFor } from '../kit/patience.ts';
import { playLines } from '../kit/play-lines.ts';
import { readPng } from '../kit/png.ts';
import { type Digits, learnDigits } from '../kit/read-figures.ts';
import { type SaidBody, type Seen, see, untilPainted } from '../kit/seen.ts';
import { GAME, type ShotTrackerServer, startShotTrackerServer } from '../kit/shottracker-server.ts';
import { hasTracking, WITHOUT_TRACKING } from '../kit/tracking-data.ts';
import { JERSEYS, readTrackingGame, type TrackingGame } from '../kit/tracking-game.ts';

/** How far from the truth a dot may stand, in millimetres, and how far its instant may be off, in milliseconds. */
const PLACE_MM = 100;
const TIME_MS = 40;
/** The table says tenths, and says them twice a second. */
const CLOCK_MS = 150;
/** Behind live, as an output is that waits for its camera: long enough for a busy machine. */
const DELAY_MS = 3_000;
const LOOKS = 20;
const LOOK_EVERY_MS = 1_100;

const CUES = [
  { cue: 'take', graphic: 'scorebug' },
  { cue: 'take', graphic: 'shot-clock' },
  // The whole floor: a camera that does not move; nothing on it but players.
  { cue: 'take', graphic: 'player-dots', options: { view: 'full', trails: false, showBall: false } },
  { cue: 'take', graphic: 'shot-chart' },
];

type Stand = {
  readonly game: TrackingGame;
  readonly server: ShotTrackerServer;
  readonly tab: Page;
  readonly complaints: readonly string[];
  readonly digits: Digits;
};

/** The command of the README reads the rehearsal server, and all four graphics are on air. */
async function onAir(browser: Browser): Promise<Stand> {
  const game = readTrackingGame();
  const server = await startShotTrackerServer();
  onTestFinished(() => server.stop());
  for (const { source, data } of game.prelude(Date.now())) server.say(source, data);
  const relay = await startCommand(['serve', '--feed', 'shottracker', '--url', server.liveUrl], {
    env: { SHOTTRACKER_TOKEN: server.issue(GAME.event_id) },
  });
  await server.whenOpened(1);
  for (const cue of CUES) {
    const body = JSON.stringify(cue);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${relay.url}/api/v1/cues`, { method: 'POST', headers, body })).status).toBe(200);
  }
  const { tab, complaints } = await openTab(browser, `${relay.url}/out?renderer=canvas&delay=${DELAY_MS}`);
  onTestFinished(() => tab.close());
  await tab.waitForFunction(() => (window.courtside?.painted().graphics.length ?? 0) === 4, null, {
    timeout: 60_000,
  });
  return { game, server, tab, complaints, digits: await learnDigits(tab) };
}

/** The least distance between a body and where that player was, at any time near the instant. */
function missMm(game: TrackingGame, { id, xMm, yMm }: SaidBody, atMs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let offMs = -TIME_MS; offMs <= TIME_MS; offMs += 2) {
    const place = game.truthAt(atMs + offMs).get(Number(id));
    if (place) least = Math.min(least, Math.hypot(place.x - xMm, place.y - yMm));
  }
  return least;
}

type Point = { readonly mm: number; readonly pixel: number };

/** Millimetres by which each point misses the straight line through all of them, at the worst. */
function worstMissMm(points: readonly Point[]): number {
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [mm, pixel] = [mean((point) => point.mm), mean((point) => point.pixel)];
  const slope =
    mean((point) => (point.mm - mm) * (point.pixel - pixel)) / mean((point) => (point.mm - mm) ** 2);
  return Math.max(
    ...points.map((point) => Math.abs(pixel + slope * (point.mm - mm) - point.pixel) / Math.abs(slope)),
  );
}

const clockText = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** What a clock may show near an instant. */
const near = (text: (atMs: number) => string, atMs: number): readonly string[] =>
  [-CLOCK_MS, 0, CLOCK_MS].map((offMs) => text(atMs + offMs));

/** Looks at the page again and again while the game is played, at instants of the picture's own. */
async function watch({ game, server, tab }: Stand): Promise<{ startMs: number; seen: readonly Seen[] }> {
  const startMs = Date.now() + 300;
  const playing = playLines(game.play(startMs), startMs, server.say);
  onTestFinished(() => playing.stop());
  const seen: Seen[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await untilPainted(tab, startMs + 1_000 + look * LOOK_EVERY_MS);
    seen.push(await see(tab));
  }
  await playing.done;
  return { startMs, seen };
}

describe.skipIf(!hasTracking)(hasTracking ? 'a real game' : WITHOUT_TRACKING, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('stands on the page as it was: players in place, numbers and colours, clocks, then the score and the zones', async () => {
    const stand = await onAir(browser);
    const { game, server, tab, digits } = stand;
    const { startMs, seen } = await watch(stand);
    const worn = new Map(
      [...game.rosters.home.players, ...game.rosters.away.players].map(({ id, number }) => [
        String(id),
        String(number),
      ]),
    );
    const along: Point[] = [];
    const across: Point[] = [];
    const found = new Set<string>();

    for (const { png, instantMs, bodies, faults } of seen) {
      const atMs = instantMs - startMs;
      expect(faults).toEqual([]);
      expect(bodies).toHaveLength(10);
      for (const body of bodies) {
        expect(missMm(game, body, atMs), `player ${body.id} at ${Math.round(atMs)} ms`).toBeLessThanOrEqual(
          PLACE_MM,
        );
        expect(body.number).toBe(worn.get(body.id));
      }
      const picture = readPng(png);
      for (const side of ['home', 'away'] as const)
        for (const { number, x, y } of freeDiscs(picture, JERSEYS[side], digits)) {
          const body = bodies.find((one) => one.side === side && one.number === number);
          expect(body, `${side} ${number} is on the floor at ${Math.round(atMs)} ms`).toBeDefined();
          if (!body) continue;
          found.add(body.id);
          along.push({ mm: body.yMm, pixel: x });
          across.push({ mm: body.xMm, pixel: y });
        }
      const { scores, clock } = readBug(picture, digits);
      expect(scores).toEqual(['0', '0']);
      expect(near((ms) => clockText(game.clocksAt(ms).gameMs), atMs)).toContain(clock);
      if (game.clocksAt(atMs).shotMs > 11_000)
        expect(near((ms) => String(Math.floor(game.clocksAt(ms).shotMs / 1000)), atMs)).toContain(
          readShotClock(picture, digits),
        );
    }
    // All ten were seen in their own colour and number, and one floor plan holds for all the discs of all the pictures.
    expect(found.size).toBe(10);
    expect(worstMissMm(along)).toBeLessThanOrEqual(PLACE_MM);
    expect(worstMissMm(across)).toBeLessThanOrEqual(PLACE_MM);

    const summary = game.summary({ period: 4, remainingMs: 0 }, Date.now(), 'Q1');
    server.say('broadcastsummary', summary);
    const { shots } = summary.game_stats.home.team;
    // As soon as it has been heard, and nothing rolls or fades any more.
    await waitFor(async () => {
      const picture = readPng((await see(tab)).png);
      expect(readBug(picture, digits).scores).toEqual(['106', '94']);
      for (const colour of ['#d62828', '#f4b43c', '#2e60b4']) {
        const lit = shots.filter(({ R, G, B }) => colour === `#${((R << 16) | (G << 8) | B).toString(16)}`);
        expect(litZones(picture, colour), `zones of ${colour}`).toBe(lit.length);
      }
    });
    expect(stand.complaints).toEqual([]);
  }, 300_000);
});
