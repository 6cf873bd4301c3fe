// Where the feed connects: the given base as it is, and the documented query parameters added to it.
import type { Source } from './sources.ts';

export type AddressOptions = {
  readonly token?: string | undefined;
  readonly sources: readonly Source[];
  /** Goes on after this number; null starts at the beginning of the event. */
  readonly lastSeq: number | null;
};

/** The address of one connection. What the base's own query says stands: its sources, its level, its token where we have none. Source: Live Data V2, Query parameters. */
export function connectionAddress(base: URL, { token, sources, lastSeq }: AddressOptions): URL {
  const url = new URL(base);
  if (token !== undefined) url.searchParams.set('token', token);
  if (!base.searchParams.has('source'))
    for (const source of sources) url.searchParams.append('source', source);
  if (!base.searchParams.has('broadcast_summary_level'))
    url.searchParams.set('broadcast_summary_level', 'game_stats');
  if (lastSeq !== null) url.searchParams.set('last_seq', String(lastSeq));
  return url;
}
