// A feed that says what a test tells it to, when it is told.
import type { Feed, FeedReader } from '../../src/feeds/feed.ts';

export type ScriptFeed = Feed & {
  /** Speak through this; throws while the feed is not started, or after it has stopped. */
  readonly say: FeedReader;
};

/** A feed of that name that can say everything. */
export function makeScriptFeed(name = 'script'): ScriptFeed {
  let reader: FeedReader | null = null;
  const listener = (): FeedReader => {
    if (!reader) throw new Error('nobody listens to this feed');
    return reader;
  };
  return {
    name,
    capabilities: ['score', 'clock', 'shot-clock', 'positions', 'zones', 'stats', 'plays', 'fouls'],
    say: {
      words: (words) => listener().words(words),
      message: (said) => listener().message(said),
      status: (status, detail) => listener().status(status, detail),
      fault: (fault) => listener().fault(fault),
      offset: (offset) => listener().offset?.(offset),
    },
    start(given) {
      reader = given;
    },
    async stop() {
      reader = null;
    },
  };
}
