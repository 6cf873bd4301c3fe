// HudStats LiveData as a feed: all five channels of one fixture over one WebSocket.
import type { Capability } from '../../game/capability.ts';
import type { Fault } from '../../game/fault.ts';
import { readBase, restBaseOf } from '../address.ts';
import { makeBackoff } from '../backoff.ts';
import type { Feed, FeedOptions } from '../feed.ts';
import { makeSecrets } from '../secrets.ts';
import { type Dial, Session } from '../session.ts';
import { makeTeller } from '../teller.ts';
import type { Corners } from './calibration.ts';
import { HudStatsHandshake } from './handshake.ts';
import { makeReader } from './reader.ts';
import { makeRest } from './rest.ts';
import { type Account, makeTokens } from './tokens.ts';

/** Where LiveData is. Source: HudStats LiveData, Connecting. */
export const LIVE_URL = 'wss://api.hudstats.com/live';

/** What LiveData can say of basketball. Positions come with in-game words, where a fixture has them. */
export const CAPABILITIES: readonly Capability[] = ['score', 'clock', 'positions', 'plays', 'fouls'];

export type HudStatsOptions = FeedOptions & {
  /** `LIVE_URL` by default. */
  readonly url?: string | undefined;
  /** The fixture: `esports:match:…`. */
  readonly gameId: string;
  /** A token, given; it is not renewed. Without it one is fetched for the account. */
  readonly token?: string | undefined;
  readonly account?: Account | undefined;
  /** Where the provider sees the court's corners, where somebody knows. */
  readonly corners?: Corners | undefined;
  /** Keeps the logo that lies at an address the provider says; gives what went wrong. Must not reject. */
  readonly keepLogo?: ((teamId: string, address: string) => Promise<Fault | null>) | undefined;
  /** Chance for the waits between tries; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
  readonly dial?: Dial | undefined;
};

/** No wait between two tries is longer, in milliseconds: five seconds after an outage all is as if there had been none. */
export const LONGEST_WAIT_MS = 4_000;

/**
 * The feed, not yet started.
 * @throws FaultError `bad-url` when `url` is no address.
 */
export function makeHudStats(options: HudStatsOptions): Feed {
  const { time, rules, gameId, token, account, corners, random = Math.random } = options;
  const base = readBase(options.url ?? LIVE_URL);
  const secrets = makeSecrets([token, account?.password, base.password]);
  let stopLife = (): Promise<void> => Promise.resolve();

  return {
    name: 'hudstats',
    capabilities: CAPABILITIES,
    start(to) {
      const teller = makeTeller(to, secrets);
      const backoff = makeBackoff({ random, maxMs: LONGEST_WAIT_MS });
      const tokens = makeTokens({
        given: token,
        account: account ?? null,
        rest: makeRest(restBaseOf(base), time),
        time,
        secrets,
        onFault: (told) => teller.fault(told),
      });
      const onLogo = async (teamId: string, address: string): Promise<void> => {
        const told = await options.keepLogo?.(teamId, address);
        if (told) teller.fault(told);
      };
      const reader = makeReader({
        rules,
        to: teller,
        gameId,
        corners,
        onLogo: (teamId, address) => void onLogo(teamId, address),
      });
      const own = { base, gameId, time, random, backoff, reader, tokens, teller };
      const handshake = new HudStatsHandshake(own);
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
