// What a client asks for by the query of its address, and what is wrong with it. Source: Live Data V2, Query parameters.
import { isSource, SOURCES, type Source } from '../feeds/shottracker/sources.ts';

/** `sources`: null asks for all. `lastSeq`: null asks for the beginning. `level`: null asks for the whole summary. */
export type Wish = {
  readonly sources: ReadonlySet<Source> | null;
  readonly lastSeq: number | null;
  readonly level: string | null;
};

/** Whether a client hears that source. */
export const wants = ({ sources }: Wish, source: Source): boolean => sources === null || sources.has(source);

/** A Wish, or one sentence that says what is wrong. Assumed: an unknown source and a number that is none are refused: the document does not say. */
export function wishOf(query: URLSearchParams): Wish | string {
  const named = query.getAll('source');
  const sources = named.filter(isSource);
  const unknown = named.find((name) => !isSource(name));
  if (unknown !== undefined)
    return `source is one of ${SOURCES.join(', ')}, not ${JSON.stringify(unknown.slice(0, 64))}`;
  const lastText = query.get('last_seq');
  const lastSeq = lastText === null || lastText === '' ? null : Number(lastText);
  if (lastSeq !== null && !(Number.isSafeInteger(lastSeq) && lastSeq >= 0))
    return 'last_seq is the number of the last message heard';
  return {
    sources: named.length === 0 ? null : new Set(sources),
    lastSeq,
    level: query.get('broadcast_summary_level'),
  };
}
