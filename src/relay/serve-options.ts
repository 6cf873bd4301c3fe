// The options of `serve`, read from the command line into one value.
import { RULE_SETS, type RuleSetName } from '../game/rules.ts';
import { PLAYS } from '../wire/rehearsal.ts';
import { type Given, numberOf, type Option, oneOf, textOf, WrongUse } from './command.ts';
import { HOST_OPTIONS, type HostOptions, hostsIn } from './hosts/host-options.ts';

export const FEEDS = ['simulator', 'tape', 'shottracker', 'hudstats', 'imgarena'] as const;
export type FeedName = (typeof FEEDS)[number];

export const DEFAULT_PORT = 4747;
export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_DATA = './data';
/** Played times as fast, or as slow. */
export const SPEEDS = { min: 0.05, max: 100 };

/** A second feed of the same game. */
export type Backup = {
  readonly feed: FeedName;
  readonly url: string | undefined;
  readonly game: string | undefined;
};

export type ServeOptions = HostOptions & {
  readonly port: number;
  readonly host: string;
  readonly feed: FeedName;
  readonly url: string | undefined;
  /** The feed that falls in for the first one; undefined for none. */
  readonly backup: Backup | undefined;
  readonly game: string | undefined;
  /** Undefined: with the feed `tape` the sample. */
  readonly tape: string | undefined;
  readonly seed: number;
  readonly speed: number;
  /** Undefined: as the feed has it, else the NBA's. */
  readonly rules: RuleSetName | undefined;
  readonly data: string;
  /** What the rehearsal server plays from the start; undefined: it waits until it is asked for. */
  readonly rehearsal?: (typeof PLAYS)[number] | undefined;
  /** Where it listens; undefined: the usual port, or another that is free. */
  readonly rehearsalPort?: number | undefined;
  /** Origins as browsers write them, of pages that hosts have loaded. */
  readonly guests: readonly string[];
};

const text = (takes: string, says: string): Option => ({ type: 'string', takes, says });

/** Where and how the relay listens, whatever it plays. */
export const PLACE_OPTIONS: Readonly<Record<string, Option>> = {
  port: text('N', `the port to listen on (${DEFAULT_PORT})`),
  host: text(
    'ADDRESS',
    `the address to listen on (${DEFAULT_HOST}); beyond loopback COURTSIDE_TOKEN must be set`,
  ),
  rules: text('SET', `${RULE_SETS.join(', ')} (nba, or as the tape says)`),
  data: text('DIR', `where tapes and the show are kept (${DEFAULT_DATA})`),
  speed: text('X', 'play so many times as fast: tape, simulator (1)'),
  rehearsal: text(
    'WHAT',
    `a rehearsal server from the start: ${PLAYS.join(', ')}; the workshop's page starts one too`,
  ),
  'rehearsal-port': text(
    'N',
    'the port it listens on, on this machine alone (4848, or another that is free)',
  ),
  ...HOST_OPTIONS,
  guest: {
    type: 'string',
    multiple: true,
    takes: 'ORIGIN',
    says: 'lets graphics in another host listen: http://localhost:5660, file:// (may be given again)',
  },
};

export const SERVE_OPTIONS: Readonly<Record<string, Option>> = {
  feed: { type: 'string', multiple: true, takes: 'NAME', says: `${FEEDS.join(', ')} (simulator)` },
  url: text('URL', "the provider's whole base address; only query parameters are added to it"),
  game: text('ID', "the provider's id of the game"),
  backup: text('NAME', 'a second feed of the same game, to fall back on (or a second --feed)'),
  'backup-url': text('URL', 'its base address (as --url, where it is the same provider)'),
  'backup-game': text('ID', 'its id of the game (as --game, where it is the same provider)'),
  tape: text('FILE', 'the tape to play, with --feed tape (a short sample)'),
  seed: text('N', 'which simulated game (1)'),
  ...PLACE_OPTIONS,
};

/** The feeds that are named, main first. */
function feedsOf(given: Given): readonly FeedName[] {
  const { feed, backup } = given.values;
  const named = [feed, backup].flat().filter((one) => one !== undefined);
  const feeds = named.map((one) => {
    const known = FEEDS.find((name) => name === one);
    if (known === undefined)
      throw new WrongUse(`--feed takes one of ${FEEDS.join(', ')}, not ${String(one)}`);
    return known;
  });
  if (feeds.length > 2) throw new WrongUse('There are two feeds at most: main, then backup');
  if (backup !== undefined && feeds.length < 2) throw new WrongUse('--backup goes with --feed');
  return feeds;
}

function backupOf(given: Given, [main, feed]: readonly FeedName[]): Backup | undefined {
  const [url, game] = [urlOf(given, 'backup-url'), textOf(given, 'backup-game')];
  if (feed === undefined) {
    if (url !== undefined || game !== undefined)
      throw new WrongUse('--backup-url and --backup-game go with a second feed');
    return undefined;
  }
  // What is said of one connection to a provider holds for another, unless it is said otherwise.
  const isSame = feed === main;
  return {
    feed,
    url: url ?? (isSame ? urlOf(given, 'url') : undefined),
    game: game ?? (isSame ? textOf(given, 'game') : undefined),
  };
}

function guestsOf({ values }: Given): readonly string[] {
  return [values.guest].flat().flatMap((guest) => {
    if (typeof guest !== 'string') return [];
    if (!/^([a-z]+:\/\/[^/\s]*|null)$/i.test(guest))
      throw new WrongUse(`--guest takes an origin such as http://localhost:5660 or file://, not ${guest}`);
    return [guest];
  });
}

function urlOf(given: Given, name: 'url' | 'backup-url'): string | undefined {
  const url = textOf(given, name);
  if (url === undefined) return undefined;
  // The address itself is not repeated: it might hold a token after all.
  if (!URL.canParse(url) || !/^(wss?|https?):$/.test(new URL(url).protocol))
    throw new WrongUse(`--${name} takes a whole address that begins with ws:, wss:, http: or https:`);
  return url;
}

/** @throws WrongUse when an option cannot be read, or does not go with another. */
export function serveOptionsOf(given: Given): ServeOptions {
  const feeds = feedsOf(given);
  const [feed = 'simulator'] = feeds;
  const tape = textOf(given, 'tape');
  if (feed !== 'tape' && tape !== undefined) throw new WrongUse('--tape FILE goes with --feed tape');
  const host = textOf(given, 'host') ?? DEFAULT_HOST;
  if (host === '') throw new WrongUse('--host takes an address or a name');
  return {
    port: numberOf(given, 'port', { min: 0, max: 65535, whole: true }) ?? DEFAULT_PORT,
    host,
    feed,
    url: urlOf(given, 'url'),
    backup: backupOf(given, feeds),
    game: textOf(given, 'game'),
    tape,
    seed: numberOf(given, 'seed', { min: 0, max: 0xffffffff, whole: true }) ?? 1,
    speed: numberOf(given, 'speed', SPEEDS) ?? 1,
    rules: oneOf(given, 'rules', RULE_SETS),
    data: textOf(given, 'data') ?? DEFAULT_DATA,
    rehearsal: oneOf(given, 'rehearsal', PLAYS),
    rehearsalPort: numberOf(given, 'rehearsal-port', { min: 0, max: 65535, whole: true }),
    guests: guestsOf(given),
    ...hostsIn(given),
  };
}
