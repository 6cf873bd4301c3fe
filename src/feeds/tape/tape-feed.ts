// A tape played as a feed: the provider's own words, in the rhythm in which they came, through the provider's own reader; and sent to any instant of it.
import type { Capability } from '../../game/capability.ts';
import type { OpenTape } from '../../tape/open.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { Feed, FeedOptions, FeedReader, Transport } from '../feed.ts';
import { Deck } from './deck.ts';
import { Drawing } from './drawing.ts';
import type { GistSource } from './gist.ts';
import { gistHere } from './make-gist.ts';
import { Reel } from './reel.ts';

/** What each source gives: ShotTracker's, then the channels of HudStats, then the streams of IMG Arena. */
const GIVES: Readonly<Record<string, readonly Capability[]>> = {
  clock: ['clock', 'shot-clock'],
  location: ['positions'],
  broadcastsummary: ['score', 'stats', 'fouls'],
  boxscorestatsv2: ['stats'],
  chart: ['zones'],
  marker: ['plays'],
  score: ['score'],
  incidents: ['clock', 'plays', 'fouls'],
  'in-game': ['clock', 'positions'],
  actions: ['score', 'clock', 'plays', 'fouls'],
  statistics: ['stats'],
};

export type TapeFeedOptions = FeedOptions & {
  readonly tape: OpenTape;
  /** Name of its file. */
  readonly file: string;
  readonly zstd: Zstd;
  /** What the tape says; found out here while it is played, where nobody knows it. */
  readonly gist?: GistSource;
  /** So many times as fast; 1 by default. */
  readonly speed?: number;
  /** Gives the tape's file back. */
  readonly close?: () => Promise<void>;
};

/** A feed that takes orders. */
export type TapeFeed = Feed & { readonly transport: Transport };

function capabilitiesOf({ topics, about }: OpenTape): readonly Capability[] {
  const given = [...topics.keys()].flatMap((topic) => GIVES[topic.slice(about.words.length + 1)] ?? []);
  return [...new Set(given)];
}

/** Nothing is read yet of what it is asked for. */
const NOT_STARTED = 'The tape is not played yet';

/** Plays from its beginning on, until it is sent elsewhere. After the last entry the feed is `ended`. */
export function makeTapeFeed(options: TapeFeedOptions): TapeFeed {
  const { time, rules, tape, file, zstd, speed = 1, close = async () => {} } = options;
  const reel = new Reel({ tape, rules, zstd });
  const drawing = new Drawing(zstd);
  const gist = options.gist ?? gistHere({ tape, rules, zstd });
  let deck: Deck | null = null;
  let stopped: Promise<void> | null = null;
  let reading = { stop: (): Promise<void> => Promise.resolve() };
  const running = (): Deck => {
    if (!deck) throw new Error(NOT_STARTED);
    return deck;
  };

  return {
    name: 'tape',
    capabilities: capabilitiesOf(tape),
    transport: {
      info: () => running().info(),
      outline: () => running().outline(),
      order: (order) => running().order(order),
    },
    start(reader: FeedReader) {
      reader.status('connecting');
      const started = new Deck({ tape, file, reel, drawing, time, rate: speed, to: reader });
      deck = started;
      started.start();
      let isLive = false;
      const onMore = (): void => {
        if (stopped) return;
        if (!isLive) reader.status('live');
        isLive = true;
        started.more();
      };
      let isAtOnce = true;
      reading = gist({
        block(block) {
          reel.add(block);
          drawing.add(block.drawn);
          if (!isAtOnce) onMore();
        },
        end() {
          reel.end();
          if (!isAtOnce) onMore();
        },
      });
      isAtOnce = false;
      if (reel.isWhole) onMore();
    },
    stop() {
      stopped ??= (async () => {
        deck?.stop();
        await reading.stop();
        await close();
      })();
      return stopped;
    },
  };
}
