// What `serve` gives a relay beside its feed: a rehearsal server at hand, games of the provider's schedule, and his account.
import { readBase, restBaseOf } from '../../feeds/address.ts';
import type { Feed } from '../../feeds/feed.ts';
import { LIVE_URL } from '../../feeds/hudstats/hudstats.ts';
import { makeShotTracker } from '../../feeds/shottracker/shottracker.ts';
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { type Chosen, chooseFeed } from '../choose-feed.ts';
import type { Context } from '../command.ts';
import type { Account, CalendarAccount, EventApiOptions } from '../event-api/event-api.ts';
import type { ServeOptions } from '../serve-options.ts';
import { makeShelf } from '../tapes/shelf.ts';
import type { Tuning } from '../tuner.ts';
import type { WorkshopGiven } from '../workshop.ts';
import type { Tunings } from './listener.ts';
import { GUEST, makeRehearsal, type OnOffer, REHEARSAL_PORT, type Rehearsal } from './rehearsal.ts';

/** Where the provider answers calls unless an address is given. Source: Event API. */
const PROVIDER = 'https://api.shottracker.com';
const SHOTTRACKER = 'shottracker';
const HUDSTATS = 'hudstats';

export type RehearsingOptions = {
  readonly options: ServeOptions;
  readonly rules: RuleSetName;
  readonly context: Context;
  readonly tuningOf: (chosen: Chosen, options: ServeOptions, context: Context) => Promise<Tuning>;
};

/** The feed under the name by which a page shows it. */
const called = (name: string, feed: Feed): Feed => ({
  name,
  capabilities: feed.capabilities,
  start: (reader) => feed.start(reader),
  stop: () => feed.stop(),
});

/** The address of ShotTracker's own, where one was given: with a feed that has no address, `--url` can only be his. */
const hisUrl = ({ feed, url }: ServeOptions): string | undefined =>
  feed === 'hudstats' || feed === 'imgarena' ? undefined : url;

/** HudStats' own address, where one was given. */
const hudStatsUrl = ({ feed, url }: ServeOptions): string | undefined =>
  feed === HUDSTATS ? url : undefined;

/** Who asks HudStats for its calendar. */
const calendarOf = (options: ServeOptions, env: Context['env']) => (): CalendarAccount | Fault => {
  const { HUDSTATS_TOKEN: token, HUDSTATS_USERNAME: username, HUDSTATS_PASSWORD: password } = env;
  const base = restBaseOf(readBase(hudStatsUrl(options) ?? LIVE_URL));
  if (username && password) return { base, key: { username, password } };
  if (token) return { base, key: { token } };
  return fault('no-account', 'environment', 'HUDSTATS_USERNAME and HUDSTATS_PASSWORD', 'none');
};

function tunings({ options, rules, context, tuningOf }: RehearsingOptions): Tunings {
  const { time } = context;
  /** What stands in the way of a feed is told to whoever asked for it. */
  const fresh = async (wanted: ServeOptions, env: Context['env']): Promise<Tuning> => {
    try {
      return await tuningOf(await chooseFeed(wanted, { ...context, env }), wanted, { ...context, env });
    } catch (error) {
      if (error instanceof FaultError) throw error;
      const found = error instanceof Error ? error.message : String(error);
      throw new FaultError(fault('refused', 'to', 'a feed that can be listened to', found));
    }
  };
  return {
    main: () => fresh(options, context.env),
    game(gameId, of) {
      if (of === 'hudstats') {
        const his = { feed: of, url: hudStatsUrl(options), game: gameId, backup: undefined } as const;
        return fresh({ ...options, ...his, rules }, context.env);
      }
      // A token in the environment is for the game that the relay was started with.
      const { SHOTTRACKER_TOKEN: _another, ...env } = context.env;
      const own = { feed: SHOTTRACKER, url: hisUrl(options), game: gameId, backup: undefined } as const;
      return fresh({ ...options, ...own, rules }, env);
    },
    rehearsal: ({ id, token, url }: OnOffer) => {
      const feed = called('rehearsal', makeShotTracker({ time, rules, url, token, gameId: id }));
      return tuningOf(
        { feed, rules, rehearsal: true, words: SHOTTRACKER },
        { ...options, game: id },
        context,
      );
    },
  };
}

const accounts =
  (options: ServeOptions, env: Context['env'], rehearsal: Rehearsal): EventApiOptions['account'] =>
  (server) => {
    if (server === 'rehearsal') {
      const base = rehearsal.info()?.calls;
      return base === undefined
        ? fault('no-account', 'rehearsal', 'a rehearsal server that runs', 'none')
        : { base, ...GUEST };
    }
    const { SHOTTRACKER_USERNAME: username, SHOTTRACKER_SECRET: secret } = env;
    if (!username || !secret)
      return fault('no-account', 'environment', 'SHOTTRACKER_USERNAME and SHOTTRACKER_SECRET', 'none');
    const url = hisUrl(options);
    const base = url === undefined ? PROVIDER : restBaseOf(readBase(url));
    return { base, username, secret } satisfies Account;
  };

/** Nothing of it is started before it is asked for. */
export function rehearsing(given: RehearsingOptions): WorkshopGiven {
  const { options, rules, context } = given;
  const { time, emulate, env } = context;
  const rehearsalServer = makeRehearsal({
    time,
    rules,
    emulate,
    port: options.rehearsalPort ?? REHEARSAL_PORT,
    seed: options.seed,
    shelf: makeShelf({ folder: options.data, sample: context.sampleTape }),
    log: (line) => context.err(line),
  });
  return {
    tunings: tunings(given),
    rehearsalServer,
    ...(options.rehearsal && { rehearse: { play: options.rehearsal } }),
    account: accounts(options, env, rehearsalServer),
    calendar: calendarOf(options, env),
  };
}
