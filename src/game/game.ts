// What is true about a game after some messages: one immutable value, safe to send as JSON.
import type { ClockSaid, FeedStatus, MessageOf, Player, ShotPlace, ShotType, ZoneSaid } from './message.ts';
import type { Field, Owned } from './owners.ts';
import type { Period } from './period.ts';
import type { Efficiency, LineupLine, StatLine } from './stat-line.ts';

/** A clock's anchor: what it said, and when that was true. */
export type Anchor = ClockSaid & { readonly atMs: number };

/** Zone map of a team or a player, for one type of shot. */
export type ZoneMap = {
  readonly zones: readonly ZoneSaid[];
  readonly makes: readonly ShotPlace[];
  readonly misses: readonly ShotPlace[];
};

export type PlayerInGame = Player & {
  readonly line: StatLine;
  readonly zones: Readonly<Partial<Record<ShotType, ZoneMap>>>;
};

export type Team = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What the team wears, as the feed says it; null until it says so. */
  readonly colour: string | null;
  /** The operator gave the colour: it is shown as it is. */
  readonly colourFixed?: true;
  /** Address of the team's logo on the relay; absent where there is none. */
  readonly mark?: string;
  readonly score: number | null;
  /** The score before the last change, and when it changed: what a scene needs to show a change, or a correction (`score < before`). */
  readonly scoreChange: { readonly before: number; readonly atMs: number } | null;
  /** Team fouls in this period; null while not known. */
  readonly fouls: number | null;
  /** The fouls before the last change within this period, and when it changed. */
  readonly foulsChange: { readonly before: number; readonly atMs: number } | null;
  /** Left. No ShotTracker source says it: given by the operator. */
  readonly timeouts: number | null;
  readonly players: Readonly<Record<string, PlayerInGame>>;
  /** Ids of who is on the floor; empty while not known. */
  readonly onFloor: readonly string[];
  readonly line: StatLine;
  readonly periodLines: Readonly<Partial<Record<Period, StatLine>>>;
  readonly zones: Readonly<Partial<Record<ShotType, ZoneMap>>>;
  readonly periodZones: Readonly<Partial<Record<Period, Readonly<Partial<Record<ShotType, ZoneMap>>>>>>;
  readonly efficiency: readonly Efficiency[];
  readonly lineups: readonly LineupLine[];
};

export type Shot = Omit<MessageOf<'shot'>, 'kind' | 'seq' | 'heardMs' | 'deleted'>;
export type Play = Omit<MessageOf<'play'>, 'kind' | 'seq' | 'heardMs'>;

/** A feed's last status. `downMs`: since when it has not been live, though it has spoken before and the game is not over. */
export type FeedTold = {
  readonly status: FeedStatus;
  readonly detail?: string;
  readonly atMs: number;
  readonly downMs?: number;
};

export type Game = {
  /** Instant of the newest fact in here; 0 before the first. */
  readonly atMs: number;
  readonly period: Period | null;
  readonly clock: Anchor | null;
  /** Null: off, or never said (`clock` tells which: it is null too). */
  readonly shotClock: Anchor | null;
  readonly homeId: string | null;
  readonly awayId: string | null;
  readonly teams: Readonly<Record<string, Team>>;
  /** By id, in the order in which they were taken. */
  readonly shots: Readonly<Record<string, Shot>>;
  /** The last plays, oldest first, at most `PLAYS_KEPT`. */
  readonly plays: readonly Play[];
  readonly possession: { readonly teamId: string; readonly sinceMs: number } | null;
  /** Whose the next held ball is: the possession arrow. Given by the operator. */
  readonly arrow: string | null;
  readonly feeds: Readonly<Record<string, FeedTold>>;
  /** Which of two feeds a field is taken from; empty where there is one. */
  readonly owners: Readonly<Partial<Record<Field, Owned>>>;
  /** When each thing was last said, also where it said the same: by `saidOf`; absent before the first time. */
  readonly said: Readonly<Record<string, number>>;
  /** Instant of the last score that came from a summary: it outranks events for `SUMMARY_OWNS_MS`. */
  readonly summaryScoreAtMs: number | null;
  /** The quarter, half or overtime that was played last or is played now; null before the first. */
  readonly played: Period | null;
  /** Team fouls of the game when each period began, by period and team: what its fouls are counted from. Absent where we were not there. */
  readonly foulsBefore: Readonly<Partial<Record<Period, Readonly<Record<string, number>>>>>;
};

/** How many plays a Game remembers. */
export const PLAYS_KEPT = 60;
/** How long after a summary an event's score or stats of the same field are passed by. One owner of a field. */
export const SUMMARY_OWNS_MS = 10_000;

export const noGame: Game = {
  atMs: 0,
  period: null,
  clock: null,
  shotClock: null,
  homeId: null,
  awayId: null,
  teams: {},
  shots: {},
  plays: [],
  possession: null,
  arrow: null,
  feeds: {},
  owners: {},
  said: {},
  summaryScoreAtMs: null,
  played: null,
  foulsBefore: {},
};

export const home = (game: Game): Team | null =>
  game.homeId === null ? null : (game.teams[game.homeId] ?? null);
export const away = (game: Game): Team | null =>
  game.awayId === null ? null : (game.teams[game.awayId] ?? null);

/** `home`, `away`, or null for a team that is neither. */
export const sideOf = (game: Game, teamId: string | undefined): 'home' | 'away' | null =>
  teamId === undefined ? null : teamId === game.homeId ? 'home' : teamId === game.awayId ? 'away' : null;
