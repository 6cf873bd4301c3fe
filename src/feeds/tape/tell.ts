// The Messages of a tape's entries, without a clock: what its provider's reader makes of them, numbered as a relay numbers them.
import type { Fault } from '../../game/fault.ts';
import type { Message, Said } from '../../game/message.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { type About, type Entry, sourceOf } from '../../tape/tape.ts';
import type { FeedReader } from '../feed.ts';
import { makeReader as makeHudStatsReader } from '../hudstats/reader.ts';
import { makeReader as makeImgArenaReader } from '../imgarena/reader.ts';
import { makeReader as makeShotTrackerReader } from '../shottracker/reader.ts';

/** What reads a provider's words off a tape. */
export type TapeReader = { hear(text: string, heardMs: number): unknown };
type ReaderOptions = {
  readonly rules: RuleSetName;
  readonly gameId: string | undefined;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault'>;
};

/** Each provider's own reader. */
const READERS: Readonly<Record<string, (options: ReaderOptions) => TapeReader>> = {
  shottracker: makeShotTrackerReader,
  hudstats: makeHudStatsReader,
  imgarena: makeImgArenaReader,
};

/** Whose words can be read. */
export const PLAYABLE: readonly string[] = Object.keys(READERS);

/** The reader of a provider's words. @throws Error when this version has none. */
export function makeTapeReader(words: string, options: ReaderOptions): TapeReader {
  const make = Object.hasOwn(READERS, words) ? READERS[words] : undefined;
  if (make === undefined) throw new Error(`This version cannot read words of ${words}`);
  return make(options);
}

export type Teller = {
  /** What an entry says, in order; nothing for one of our own. Never throws. */
  tell(entry: Entry): readonly Message[];
};

/** A teller for one tape from its beginning. @throws Error when its words cannot be read by this version. */
export function makeTapeTeller(
  about: About,
  { rules = about.rules, onFault = () => {} }: { rules?: RuleSetName; onFault?: (fault: Fault) => void } = {},
): Teller {
  let fresh: Message[] = [];
  let seq = 0;
  const reader = makeTapeReader(about.words, {
    rules,
    gameId: about.game,
    to: {
      words: () => {},
      message: (said: Said) => {
        seq += 1;
        fresh.push({ ...said, seq } as Message);
      },
      fault: onFault,
    },
  });
  return {
    tell(entry) {
      if (sourceOf(entry) === null) return [];
      fresh = [];
      reader.hear(entry.text, entry.heardMs);
      return fresh;
    },
  };
}
