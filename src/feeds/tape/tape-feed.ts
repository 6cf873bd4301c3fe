// A tape played as a feed: the provider's own words, in the rhythm in which they came, through the provider's own reader.

import { readTape } from '../../tape/reader.ts';
import type { Survey } from '../../tape/survey.ts';
import { type About, beginOf, type Entry, sourceOf } from '../../tape/tape.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { Capability, Feed, FeedOptions, FeedReader } from '../feed.ts';
import { makeShift, type Shift, shifted } from './shift.ts';
import { makeTapeReader } from './tell.ts';

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
  /** What is on the tape: read once before, so that its length and its sources are known. */
  readonly survey: Survey & { readonly about: About };
  /** The tape's bytes from the start. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  readonly zstd: Zstd;
  /** So many times as fast; 1 by default. */
  readonly speed?: number;
};

function capabilitiesOf({ topics, about }: TapeFeedOptions['survey']): readonly Capability[] {
  const given = [...topics.keys()].flatMap((topic) => GIVES[topic.slice(about.words.length + 1)] ?? []);
  return [...new Set(given)];
}

/** Plays from the first entry on, once. After the last the feed is `ended`. */
export function makeTapeFeed(options: TapeFeedOptions): Feed {
  const { time, survey } = options;
  let stopped = false;
  let wake = (): void => {};
  let playing: Promise<void> = Promise.resolve();

  const until = (dueMs: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = time.after(dueMs - time.now(), resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const play = async (reader: FeedReader): Promise<void> => {
    const shift = makeShift(beginOf(survey.about, survey.firstMs), time.now(), options.speed ?? 1);
    const hear = makeEar(options, reader, shift);
    let isLive = false;
    for await (const piece of readTape(options.bytes(), options.zstd)) {
      if (piece.kind === 'end' && piece.fault && !stopped) reader.fault(piece.fault);
      if (piece.kind !== 'entry') continue;
      const dueMs = shift(piece.entry.heardMs);
      if (dueMs > time.now()) await until(dueMs);
      if (stopped) return;
      if (!isLive) reader.status('live');
      isLive = true;
      hear(piece.entry);
    }
    if (!stopped) reader.status('ended', 'the tape is over');
  };

  return {
    name: 'tape',
    capabilities: capabilitiesOf(survey),
    start(reader) {
      reader.status('connecting');
      playing = play(reader).catch((error: unknown) => {
        if (stopped) return;
        const why = error instanceof Error ? error.message : String(error);
        reader.status('lost', `the tape cannot be read on: ${why}`);
      });
    },
    async stop() {
      stopped = true;
      wake();
      await playing;
    },
  };
}

/** Hears the provider's entries through his reader, which lives on the tape's own time; ours are passed by. */
function makeEar(
  { rules, survey }: TapeFeedOptions,
  reader: FeedReader,
  shift: Shift,
): (entry: Entry) => void {
  const words = makeTapeReader(survey.about.words, {
    rules,
    gameId: survey.about.game,
    to: {
      words: (words) => reader.words({ ...words, heardMs: shift(words.heardMs) }),
      message: (said) => reader.message(shifted(said, shift)),
      fault: (fault) => reader.fault(fault),
    },
  });
  return (entry) => {
    if (sourceOf(entry) !== null) words.hear(entry.text, entry.heardMs);
  };
}
