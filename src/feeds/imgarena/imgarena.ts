// IMG Arena's media streams as a feed: actions and statistics of one fixture over two WebSockets, each resumed where it broke off.
import type { Capability } from '../../game/capability.ts';
import type { FeedStatus } from '../../game/message.ts';
import { makeBackoff } from '../backoff.ts';
import type { Feed, FeedOptions } from '../feed.ts';
import { makeSecrets } from '../secrets.ts';
import { type Dial, Session } from '../session.ts';
import { makeTeller } from '../teller.ts';
import { NEW_HOST, readPlace, STREAMS, type Stream, type StreamQuery } from './address.ts';
import { ImgArenaHandshake } from './handshake.ts';
import { makePace } from './pace.ts';
import { makeReader } from './reader.ts';
import { type Standing, standingOf } from './standing.ts';

/** What the two streams can say. No position, no place of a shot, no shot clock. */
export const CAPABILITIES: readonly Capability[] = [
  'score',
  'clock',
  'fouls',
  'possession',
  'stats',
  'plays',
];
/** No wait between two tries is shorter, in milliseconds. */
const LEAST_WAIT_MS = 500;
/** And none is longer: five seconds after an outage all is as if there had been none. Milliseconds. */
const LONGEST_WAIT_MS = 4_000;

export type ImgArenaOptions = FeedOptions & {
  /** The host, or the whole address of a fixture; the provider's new host by default. */
  readonly url?: string | undefined;
  /** The fixture's id; needed where `url` does not hold it. */
  readonly fixtureId?: string | undefined;
  readonly token?: string | undefined;
  /** How a match that is over is played; `normal` by default. */
  readonly speed?: StreamQuery['speed'] | undefined;
  /** Chance for the waits between tries; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
  readonly dial?: Dial | undefined;
};

const WAITING: Standing = { status: 'connecting', detail: 'Connecting.' };

/**
 * The feed, not yet started.
 * @throws FaultError `bad-url` when `url` is no address, `no-game` when no fixture is named.
 */
export function makeImgArena(options: ImgArenaOptions): Feed {
  const { time, rules, token, speed = 'normal', random = Math.random } = options;
  const { url: place, fixtureId } = readPlace(options.url ?? NEW_HOST, options.fixtureId);
  const secrets = makeSecrets([token, place.password]);
  let stopLife = (): Promise<void> => Promise.resolve();

  return {
    name: 'imgarena',
    capabilities: CAPABILITIES,
    start(to) {
      const teller = makeTeller(to, secrets);
      const reader = makeReader({ rules, to: teller, gameId: fixtureId });
      const pace = makePace(time);
      const standings: Record<Stream, Standing> = { actions: WAITING, statistics: WAITING };
      const handshakes = STREAMS.map((stream): ImgArenaHandshake => {
        const backoff = makeBackoff({ random, minMs: LEAST_WAIT_MS, maxMs: LONGEST_WAIT_MS });
        const doubted = (): void => {
          for (const other of handshakes) if (other.where !== stream) other.suspect();
        };
        const own = { stream, place, speed, token, time, backoff, pace, reader, teller, doubted };
        return new ImgArenaHandshake(own);
      });
      const sessions = handshakes.map((handshake) => {
        const stands = (status: FeedStatus, detail = ''): void => {
          standings[handshake.stream] = { status, detail };
          const all = standingOf(standings, teller.isFinal);
          teller.status(all.status, all.detail || undefined);
        };
        const { dial } = options;
        return new Session({ handshake, time, random, backoff: handshake.backoff, teller, stands, dial });
      });
      stopLife = async () => {
        teller.mute();
        await Promise.all(sessions.map((session) => session.stop()));
      };
      for (const session of sessions) session.start();
    },
    stop: () => stopLife(),
  };
}
