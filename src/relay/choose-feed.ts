// Which feed the options ask for, made ready; and what goes with it: whose words it speaks, which rules it plays by.
import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Feed, Timekeeper } from '../feeds/feed.ts';
import { type Corners, readCorners } from '../feeds/hudstats/calibration.ts';
import { makeHudStats } from '../feeds/hudstats/hudstats.ts';
import { makeImgArena } from '../feeds/imgarena/imgarena.ts';
import { beatsOf } from '../feeds/pair/beats.ts';
import { makePairFeed } from '../feeds/pair/pair-feed.ts';
import { makeShotTracker } from '../feeds/shottracker/shottracker.ts';
import { makeSimulator } from '../feeds/simulator/simulator.ts';
import { PLAYABLE } from '../feeds/tape/provider-reader.ts';
import { makeTapeFeed } from '../feeds/tape/tape-feed.ts';
import { FaultError, faultText } from '../game/fault.ts';
import { type RuleSetName, rulesOf } from '../game/rules.ts';
import { openTape } from '../tape/open.ts';
import { loadZstd } from '../tape/zstd.ts';
import { type Context, WrongUse } from './command.ts';
import { makeLogoKeeper } from './keep-logo.ts';
import type { ServeOptions } from './serve-options.ts';
import { diskFile } from './tape-files.ts';
import { gistsFolder, gistsIn } from './tapes/gists.ts';

export type Chosen = {
  readonly feed: Feed;
  readonly rules: RuleSetName;
  /** Nothing real is played. */
  readonly rehearsal: boolean;
  /** Whose words a tape of it holds; null when it is not recorded: a tape is not copied by playing it. */
  readonly words: string | null;
  /** Of two feeds: whose words the backup speaks, and its game. */
  readonly backup?: { readonly words: string; readonly game: string | undefined };
  /** The tape that is played, with its folder. */
  readonly played?: string;
};

const DEFAULT_RULES: RuleSetName = 'nba';
const SHOTTRACKER = 'shottracker';
const HUDSTATS = 'hudstats';
const IMGARENA = 'imgarena';
/** In the data folder: where HudStats sees the court's corners. */
const CORNERS_FILE = 'hudstats-court.json';

/** What is set, and only that. */
const given = <K extends string>(
  entries: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value)) as Partial<Record<K, string>>;

function shotTracker(
  { url, game, rules = DEFAULT_RULES }: ServeOptions,
  env: Context['env'],
  time: Timekeeper,
): Chosen {
  if (url === undefined)
    throw new WrongUse("--feed shottracker needs --url, the provider's whole base address");
  const secrets = given({
    gameId: game,
    token: env.SHOTTRACKER_TOKEN,
    username: env.SHOTTRACKER_USERNAME,
    secret: env.SHOTTRACKER_SECRET,
  });
  return {
    feed: makeShotTracker({ time, rules, url, ...secrets }),
    rules,
    rehearsal: false,
    words: SHOTTRACKER,
  };
}

/** Undefined where there is no such file. @throws WrongUse when it does not say where the corners are */
async function cornersIn(folder: string, rules: RuleSetName): Promise<Corners | undefined> {
  const file = join(folder, CORNERS_FILE);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return undefined;
  try {
    return readCorners(text, file, rulesOf(rules).court);
  } catch (error) {
    throw error instanceof FaultError ? new WrongUse(faultText(error.fault)) : error;
  }
}

async function hudStats(
  { url, game, data, rules = DEFAULT_RULES }: ServeOptions,
  env: Context['env'],
  time: Timekeeper,
): Promise<Chosen> {
  const { HUDSTATS_TOKEN: token, HUDSTATS_USERNAME: username, HUDSTATS_PASSWORD: password } = env;
  if (game === undefined)
    throw new WrongUse("--feed hudstats needs --game, the provider's id of the fixture");
  if (!token && !(username && password))
    throw new WrongUse('--feed hudstats needs HUDSTATS_TOKEN, or HUDSTATS_USERNAME and HUDSTATS_PASSWORD');
  const account = username && password ? { username, password } : undefined;
  const own = { url, gameId: game, token: token || undefined, account };
  const corners = await cornersIn(data, rules);
  const keepLogo = makeLogoKeeper({ folder: data, time, fetch });
  return {
    feed: makeHudStats({ time, rules, ...own, corners, keepLogo }),
    rules,
    rehearsal: false,
    words: HUDSTATS,
  };
}

function imgArena(
  { url, game, speed, rules = DEFAULT_RULES }: ServeOptions,
  env: Context['env'],
  time: Timekeeper,
): Chosen {
  if (!env.IMGARENA_TOKEN) throw new WrongUse('--feed imgarena needs IMGARENA_TOKEN');
  try {
    const fast = speed > 1 ? 'fast' : 'normal';
    const own = { url, fixtureId: game, token: env.IMGARENA_TOKEN, speed: fast } as const;
    return { feed: makeImgArena({ time, rules, ...own }), rules, rehearsal: false, words: IMGARENA };
  } catch (error) {
    throw error instanceof FaultError ? new WrongUse(`--feed imgarena: ${faultText(error.fault)}`) : error;
  }
}

async function tape(
  { tape: file = '', speed, rules: wanted, data }: ServeOptions,
  { gistProgram = '' }: Pick<Context, 'gistProgram'>,
  time: Timekeeper,
): Promise<Chosen> {
  const zstd = await loadZstd();
  const handle = await open(file);
  try {
    const bytes = await diskFile(handle);
    const opened = await openTape(bytes, zstd);
    const { about } = opened;
    if (about === null)
      throw new Error(`${file} cannot be played${opened.fault ? `: ${faultText(opened.fault)}` : ''}`);
    if (!PLAYABLE.includes(about.words)) throw new Error(`This version cannot play words of ${about.words}`);
    const rules = wanted ?? about.rules;
    const close = (): Promise<void> => handle.close();
    const gistOf = gistsIn(gistsFolder(data), gistProgram);
    const played = { tape: opened, rules, zstd };
    const gist = await gistOf({ ...played, path: file, file: bytes, nowMs: time.now() });
    const feed = makeTapeFeed({ ...played, time, file: basename(file), gist, speed, close });
    return { feed, rules, rehearsal: true, words: null, played: file };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** A variable for the backup alone begins with this; without one it has main's. */
const BACKUP_ENV = 'BACKUP_';

/** The environment as the backup sees it. */
function backupEnv(env: Context['env']): Context['env'] {
  const own = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(BACKUP_ENV) && value ? [[name.slice(BACKUP_ENV.length), value] as const] : [],
  );
  return { ...env, ...Object.fromEntries(own) };
}

/**
 * The feed, or the two as one where there is a backup.
 * @throws WrongUse when this version has no such feed, or an option that it needs is missing.
 * @throws Error when a tape cannot be played.
 */
export async function chooseFeed(
  options: ServeOptions,
  context: Pick<Context, 'env' | 'time' | 'gistProgram'>,
): Promise<Chosen> {
  const { env, time } = context;
  const main = await chooseOne(options, context);
  const { backup } = options;
  if (backup === undefined) return main;
  if (options.feed === 'tape' || backup.feed === 'tape')
    throw new WrongUse('A tape is played alone: it has no backup, and is none');
  const own = { ...options, ...backup, rules: main.rules, backup: undefined };
  const second = await chooseOne(own, { ...context, env: backupEnv(env) });
  const words = second.words ?? backup.feed;
  const beats = { main: beatsOf(main.words ?? options.feed), backup: beatsOf(words) };
  return {
    ...main,
    feed: makePairFeed({ time, main: main.feed, backup: second.feed, beats }),
    backup: { words, game: backup.game },
  };
}

async function chooseOne(
  options: ServeOptions,
  context: Pick<Context, 'env' | 'time' | 'gistProgram'>,
): Promise<Chosen> {
  const { env, time } = context;
  const { seed, speed, rules = DEFAULT_RULES } = options;
  switch (options.feed) {
    case 'simulator':
      return {
        feed: makeSimulator({ time, rules, seed, speed }),
        rules,
        rehearsal: true,
        words: SHOTTRACKER,
      };
    case 'shottracker':
      return shotTracker(options, env, time);
    case 'tape':
      return tape(options, context, time);
    case 'hudstats':
      return hudStats(options, env, time);
    case 'imgarena':
      return imgArena(options, env, time);
    default: {
      const never: never = options.feed;
      return never;
    }
  }
}
