// Each provider's own reader, for words that come off a tape.
import type { RuleSetName } from '../../game/rules.ts';
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
