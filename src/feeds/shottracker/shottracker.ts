// ShotTracker Live Data V2 as a feed: all nine sources over one WebSocket, resumed where it broke off.
import { CAPABILITIES } from '../../game/capability.ts';
import { readBase, restBaseOf } from '../address.ts';
import { makeBackoff } from '../backoff.ts';
import type { Feed, FeedOptions } from '../feed.ts';
import type { KeepAliveOptions } from '../keep-alive.ts';
import { makeSecrets } from '../secrets.ts';
import { type Dial, Session } from '../session.ts';
import { makeTeller } from '../teller.ts';
import { ShotTrackerHandshake } from './handshake.ts';
import { makeReader } from './reader.ts';
import { makeRest } from './rest.ts';
import { SOURCES, type Source } from './sources.ts';
import { makeTokens } from './tokens.ts';

export type ShotTrackerOptions = FeedOptions & {
  /** The whole base address of the WebSocket, to which only query parameters are added. */
  readonly url: string;
  /** The game's event id: needed to fetch a token; messages that name another are refused. */
  readonly gameId?: string | undefined;
  /** A subscription token, given. Without it one is fetched, if there are a username, a secret and a game. */
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly secret?: string | undefined;
  /** Base of the REST calls; by default the host of `url`. */
  readonly restUrl?: string | undefined;
  /** All nine by default. */
  readonly sources?: readonly Source[] | undefined;
  readonly keepAlive?: KeepAliveOptions | undefined;
  /** Chance for the waits between tries; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
  readonly dial?: Dial | undefined;
};

/**
 * The feed, not yet started.
 * @throws FaultError `bad-url` when `url` is no address.
 */
export function makeShotTracker(options: ShotTrackerOptions): Feed {
  const { time, rules, gameId, token, username, secret, keepAlive = {}, random = Math.random } = options;
  const sources = options.sources ?? SOURCES;
  const base = readBase(options.url);
  const secrets = makeSecrets([token, secret, base.password, base.searchParams.get('token') ?? undefined]);
  const rest =
    username === undefined || secret === undefined
      ? null
      : makeRest({ base: options.restUrl ?? restBaseOf(base), username, secret, time });
  const tokens = makeTokens({ given: token, rest, gameId, secrets });
  let stopLife = (): Promise<void> => Promise.resolve();

  return {
    name: 'shottracker',
    // Live Data V2 says all of it.
    capabilities: CAPABILITIES,
    start(to) {
      const teller = makeTeller(to, secrets);
      const reader = makeReader({ rules, to: teller, gameId, sources });
      const backoff = makeBackoff({ random });
      const own = { base, sources, time, backoff, keepAlive, reader, tokens, teller };
      const handshake = new ShotTrackerHandshake(own);
      const stands = teller.status.bind(teller);
      const session = new Session({ handshake, time, random, backoff, teller, stands, dial: options.dial });
      stopLife = () => {
        teller.mute();
        return session.stop();
      };
      session.start();
    },
    stop: () => stopLife(),
  };
}
