// What serves the pages beside the show: what is listened to, the rehearsal server, the provider's calls, and what passes between him and us.
import type { Feed, Timekeeper } from '../feeds/feed.ts';
import { fault } from '../game/fault.ts';
import type { Show } from '../show/show.ts';
import type { Play } from '../wire/rehearsal.ts';
import { type EventApiOptions, makeEventApi } from './event-api/event-api.ts';
import type { Place } from './place.ts';
import { type Listener, makeListener, type Tunings } from './rehearsal/listener.ts';
import { rehearsalPlaces } from './rehearsal/places.ts';
import type { Rehearsal } from './rehearsal/rehearsal.ts';
import type { Tuner } from './tuner.ts';
import { makeRing, type Ring } from './words/ring.ts';
import { makeViewers, type Viewers } from './words/viewers.ts';

/** What a relay may be given beside its feed. */
export type WorkshopGiven = {
  /** What else can be listened to; without it only the feed. */
  readonly tunings?: Tunings;
  /** A server that stands in for the provider; without it there is none. */
  readonly rehearsalServer?: Rehearsal;
  /** What it plays from the start; without it nothing before it is asked for. */
  readonly rehearse?: Play;
  /** The account with the provider; without it his calls cannot be tried. */
  readonly account?: EventApiOptions['account'];
  /** The account with HudStats; without it his calendar cannot be asked. */
  readonly calendar?: EventApiOptions['calendar'];
};

export type WorkshopOptions = WorkshopGiven & {
  readonly time: Timekeeper;
  /** What must never be told. */
  readonly secrets: readonly (string | undefined)[];
  readonly controlToken?: string | undefined;
  readonly tuner: () => Tuner;
  readonly show: () => Show;
  /** What the relay was started with. */
  readonly feed: Pick<Feed, 'name'>;
};

export interface Workshop {
  readonly ring: Ring;
  readonly listener: Listener;
  readonly viewers: Viewers;
  readonly places: ReadonlyMap<string, Place>;
  /** Starts what is there from the start. @throws Error when no port is to be had. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const noAccount = () => fault('no-account', 'event-api', 'an account with the provider', 'none');

/** Nobody works in it yet. */
export function makeWorkshop(options: WorkshopOptions): Workshop {
  const { time, tuner, show, tunings, rehearsalServer: rehearsal } = options;
  const secrets = [...options.secrets, options.controlToken];
  const main = options.feed.name;
  const ring = makeRing();
  const listener = makeListener({ turn: (next) => tuner().turn(next), tunings, rehearsal, show, main });
  const viewers = makeViewers({ time, ring });
  const eventApi = makeEventApi({
    time,
    secrets,
    account: options.account ?? noAccount,
    calendar: options.calendar ?? noAccount,
  });
  return {
    ring,
    listener,
    viewers,
    places: rehearsalPlaces(listener, eventApi),
    async start() {
      if (options.rehearse) await rehearsal?.start(options.rehearse);
    },
    async stop() {
      viewers.stop();
      await listener.stop();
    },
  };
}
