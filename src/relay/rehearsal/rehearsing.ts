// What `serve` gives a relay beside its feed: a rehearsal server at hand, games of the provider's schedule, and his account.
import { readBase, restBaseOf } from '../../feeds/address.ts';
import type { Feed } from '../../feeds/feed.ts';
import { makeShotTracker } from '../../feeds/shottracker/shottracker.ts';
import { FaultError, fault } from '../../game/fault.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { type Chosen, chooseFeed } from '../choose-feed.ts';
import { type Context, WrongUse } from '../command.ts';
import type { Account, EventApiOptions } from '../event-api/event-api.ts';
import type { ServeOptions } from '../serve-options.ts';
import type { Tuning } from '../tuner.ts';
import type { WorkshopGiven } from '../workshop.ts';
import type { Tunings } from './listener.ts';
import { GUEST, makeRehearsal, type OnOffer, REHEARSAL_PORT, type Rehearsal } from './rehearsal.ts';

/** Where the provider answers calls unless an address is given. Source: Event API. */
const PROVIDER = 'https://api.shottracker.com';
const SHOTTRACKER = 'shottracker';

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

function tunings({ options, rules, context, tuningOf }: RehearsingOptions): Tunings {
  const { time, env } = context;
  const fresh = async (wanted: ServeOptions): Promise<Tuning> =>
    tuningOf(await chooseFeed(wanted, env, time), wanted, context);
  return {
    main: () => fresh(options),
    async game(gameId) {
      try {
        // A token in the environment is for the game that the relay was started with.
        const { SHOTTRACKER_TOKEN: _another, ...others } = env;
        const wanted: ServeOptions = {
          ...options,
          feed: SHOTTRACKER,
          game: gameId,
          rules,
          backup: undefined,
        };
        return await tuningOf(await chooseFeed(wanted, others, time), wanted, { ...context, env: others });
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error;
        throw new FaultError(fault('refused', 'game', 'a relay that can listen to it', error.message));
      }
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
  ({ url, feed }: ServeOptions, env: Context['env'], rehearsal: Rehearsal): EventApiOptions['account'] =>
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
    const base = url !== undefined && feed === SHOTTRACKER ? restBaseOf(readBase(url)) : PROVIDER;
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
    log: (line) => context.err(line),
  });
  return {
    tunings: tunings(given),
    rehearsalServer,
    ...(options.rehearsal && { rehearse: options.rehearsal }),
    account: accounts(options, env, rehearsalServer),
  };
}
