// What an operator reads about LiveData: one sentence each, without a secret.
import type { Marks } from './words.ts';

/** What a live feed must not hide: that it is no live game, or no official source. Undefined where there is nothing to tell. */
export function marksSentence({ replay, sourceData }: Marks): string | undefined {
  const told = [
    ...(replay === true ? ['This is a replay, by the provider’s own word.'] : []),
    ...(sourceData?.toLowerCase() === 'unofficial' ? ['The data is unofficial.'] : []),
  ];
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
