// What an operator reads about LiveData: one sentence each, without a secret.
import type { FeedMark } from '../feed.ts';
import type { Marks } from './words.ts';

/** What a live feed must not hide: that it is no live game, or no official source. */
export const marksOf = ({ replay, sourceData }: Marks): readonly FeedMark[] => [
  ...(replay === true ? (['replay'] as const) : []),
  ...(sourceData?.toLowerCase() === 'unofficial' ? (['unofficial'] as const) : []),
];

const MARK_SENTENCES: Readonly<Record<FeedMark, string>> = {
  replay: 'This is a replay, by the provider’s own word.',
  unofficial: 'The data is unofficial.',
};

/** The same in a sentence. Undefined where there is nothing to tell. */
export function marksSentence(marks: Marks): string | undefined {
  const told = marksOf(marks).map((mark) => MARK_SENTENCES[mark]);
  return told.length === 0 ? undefined : told.join(' ');
}

/** What is done about a refused token, or what the operator must do. */
export const refusalSentence = (renews: boolean): string =>
  renews
    ? 'The token was refused; asking for a new one.'
    : 'The token was refused; set another HUDSTATS_TOKEN, or HUDSTATS_USERNAME and HUDSTATS_PASSWORD.';

/** Assumed: an error that is about the token names it or the right to it; no document prints one. */
const REFUSED = /token|unauthori[sz]ed|forbidden|expired|not allowed|denied|authenticat|\b40[13]\b/i;

/** True when an error's text is about our token. */
export const isTokenRefused = (text: string): boolean => REFUSED.test(text);
