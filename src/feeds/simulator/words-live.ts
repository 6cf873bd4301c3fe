// `location`, `clock` and the jersey marker: what is true at one instant. Source: Live Data V2, location, clock, marker.
import type { Body } from './body.ts';
import { periodWord } from './words-summary.ts';
import { type Athlete, everybody, type World } from './world.ts';

/** What names a game in every message. */
export type GameIds = {
  readonly gameId: string;
  readonly sessionId: string;
  readonly facilityId: string;
  readonly courtId: string;
};

/** A sensor is worn at the waist. */
const WAIST_MM = 1_000;

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Where a body was `backMs` ago, within the last step: it moved evenly. */
const playerWords = ({ player, body, side }: Athlete, world: World, t: number, backMs: number) => ({
  t,
  type: 'PLAYER',
  pid: player.id,
  tid: world[side].team.id,
  x: Math.round(body.x - body.vx * backMs),
  y: Math.round(body.y - body.vy * backMs),
  z: WAIST_MM,
  speed: hundredths(speedOf(body)),
  dist: Math.round(body.coveredM * 100),
  vx: hundredths(body.vx),
  vy: hundredths(body.vy),
  vz: 0,
});

const speedOf = ({ vx, vy }: Body): number => Math.sqrt(vx * vx + vy * vy);

export type Spot = { readonly x: number; readonly y: number; readonly z: number };

export type FrameOptions = {
  readonly world: World;
  readonly ids: GameIds;
  /** The frame's stamp, and how long before the world's instant it lies. */
  readonly t: number;
  readonly backMs: number;
  /** The ball one step ago. */
  readonly ballBefore: Spot;
  readonly stepMs: number;
};

function ballWords({ world, t, backMs, ballBefore, stepMs }: FrameOptions) {
  const { ball } = world;
  const part = 1 - backMs / stepMs;
  const vx = (ball.x - ballBefore.x) / stepMs;
  const vy = (ball.y - ballBefore.y) / stepMs;
  const vz = (ball.z - ballBefore.z) / stepMs;
  return {
    t,
    type: 'BALL',
    bid: 'ball-1',
    x: Math.round(ballBefore.x + (ball.x - ballBefore.x) * part),
    y: Math.round(ballBefore.y + (ball.y - ballBefore.y) * part),
    z: Math.round(ballBefore.z + (ball.z - ballBefore.z) * part),
    speed: hundredths(Math.sqrt(vx * vx + vy * vy)),
    dist: 0,
    vx: hundredths(vx),
    vy: hundredths(vy),
    vz: hundredths(vz),
  };
}

/** The data of one `location`. */
export function locationWords(options: FrameOptions) {
  const { world, ids, t, backMs } = options;
  const { table } = world;
  const runMs = table.running ? backMs : 0;
  return {
    gcms: Math.round(table.gameMs + runMs),
    scms: table.shotOn ? Math.round(table.shotMs + (table.shotRuns ? runMs : 0)) : null,
    cr: table.running,
    period: periodWord(table.period),
    facilityId: ids.facilityId,
    courtId: ids.courtId,
    sessionId: ids.sessionId,
    locations: [
      ...everybody(world).map((athlete) => playerWords(athlete, world, t, backMs)),
      ballWords(options),
    ],
  };
}

const TENTH_MS = 100;
const two = (value: number): string => String(value).padStart(2, '0');

/** The data of one `clock`: tenths, cut off, as a table's clock sends them. */
export function clockWords({ table }: World, { gameId }: GameIds) {
  const tenths = Math.floor(table.gameMs / TENTH_MS);
  const shotTenths = Math.floor(table.shotMs / TENTH_MS);
  return {
    gid: gameId,
    period: periodWord(table.period),
    type: 'GAME_SHOT_CLOCK',
    state: table.running ? 'STARTED' : 'STOPPED',
    source: 'OFFICIAL',
    min: two(Math.floor(tenths / 600)),
    sec: two(Math.floor(tenths / 10) % 60),
    subSec: String(tenths % 10),
    shotSec: table.shotOn ? two(Math.floor(shotTenths / 10)) : null,
    shotSubSec: table.shotOn ? String(shotTenths % 10) : null,
    controllerId: null,
  };
}

/** What both teams wear. Home is the first team. */
export type Jerseys = { readonly home: string; readonly away: string };

/** The data of the marker that says what both teams wear. */
export const jerseyWords = ({ home, away }: World, ids: GameIds, jerseys: Jerseys, t: number) => ({
  t,
  gameId: ids.gameId,
  status: 'JERSEY_COLOR',
  data: {
    facilityId: ids.facilityId,
    courtId: ids.courtId,
    team1Id: String(home.team.id),
    team1JerseyColor: jerseys.home,
    team2Id: String(away.team.id),
    team2JerseyColor: jerseys.away,
  },
});
