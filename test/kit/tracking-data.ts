// The real 24.1 seconds of tracking and the league's record of that game, read from where research copies may lie; nothing of it is part of this project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/data/tracking');

/** Whether the data is on this machine. */
export const hasTracking = existsSync(join(FOLDER, 'det-atl-25hz.ndjson'));
/** Why a test that needs it is skipped. */
export const WITHOUT_TRACKING =
  'skipped: the tracking data has no licence to be shipped and is not on this machine';

/** Feet of the league's frame to millimetres of the court's: origin at the centre, x across, y along, z up. */
const FOOT_MM = 304.8;

type TrackedBody = {
  readonly id: number;
  readonly teamId: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
};

/** One sample: `atMs` since the first; `game` and `shot` in milliseconds, where the source has them. The ball's id is -1. */
export type TrackedFrame = {
  readonly atMs: number;
  readonly gameMs: number | null;
  readonly shotMs: number | null;
  readonly bodies: readonly TrackedBody[];
};

type Line = {
  unix_ms: number;
  game_clock: number | null;
  shot_clock: number | null;
  rows: readonly (readonly [number, number, number, number, number])[];
};

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const toMs = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds * 1000);

/** The 603 frames, oldest first. */
export function readFrames(): readonly TrackedFrame[] {
  const lines = read('det-atl-25hz.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const startMs = lines[0]?.unix_ms ?? 0;
  return lines.map(({ unix_ms, game_clock, shot_clock, rows }) => ({
    atMs: unix_ms - startMs,
    gameMs: toMs(game_clock),
    shotMs: toMs(shot_clock),
    bodies: rows.map(([teamId, id, x, y, z]) => ({
      id,
      teamId,
      x: (25 - y) * FOOT_MM,
      y: (x - 47) * FOOT_MM,
      z: z * FOOT_MM,
    })),
  }));
}

export type TrackedPlayer = {
  readonly id: number;
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly position: string;
};
export type TrackedTeam = {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly players: readonly TrackedPlayer[];
};

type RosterFile = {
  readonly [side in 'home' | 'visitor']: {
    name: string;
    teamid: number;
    abbreviation: string;
    players: readonly {
      playerid: number;
      jersey: string;
      firstname: string;
      lastname: string;
      position: string;
    }[];
  };
};

/** Both teams and all who dressed. */
export function readRosters(): { readonly home: TrackedTeam; readonly away: TrackedTeam } {
  const file = JSON.parse(read('det-atl-rosters.json')) as RosterFile;
  const team = ({ name, teamid, abbreviation, players }: RosterFile['home']): TrackedTeam => ({
    id: teamid,
    name,
    code: abbreviation,
    players: players.map((player) => ({
      id: player.playerid,
      number: Number(player.jersey),
      firstName: player.firstname,
      lastName: player.lastname,
      position: player.position.slice(0, 1),
    })),
  });
  return { home: team(file.home), away: team(file.visitor) };
}

/** Rows of a comma-separated file without quotes, by the names of its first line. */
function readTable(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = read(name).trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}

/** The league's record of the game, event by event. */
export const readPlays = () => readTable('det-atl-play-by-play.csv');
/** Every field goal attempt with its place and the league's name of its zone. */
export const readShots = () => readTable('det-atl-shots.csv');
