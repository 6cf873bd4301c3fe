// What a ShotTracker server has said of one game: one sequence over all sources that have one, and the latest of those that have none.

/** Source: Live Data V2, table of sources. */
export const SEQUENCED: ReadonlySet<string> = new Set([
  'marker',
  'boxscorestatsv2',
  'chart',
  'possessions',
  'possessionstats',
  'lineupstats',
]);

/** One message as it goes over the wire; `seq` only where its source has one. */
export type Envelope = {
  readonly type: 'data';
  readonly source: string;
  readonly seq?: number;
  readonly data: unknown;
};

/** What a client asked for by its query. `null`: everything, from the beginning. */
export type Wish = { readonly sources: ReadonlySet<string> | null; readonly lastSeq: number | null };

/** Whether the message with `last_seq` itself is sent again: the documents do not say, so clients must stand both. */
export type Resumes = 'after' | 'at';

export const wants = ({ sources }: Wish, source: string): boolean => sources === null || sources.has(source);

/** Keeps what was said, and answers what a newcomer has to hear first. */
export function makeHistory(resumes: Resumes) {
  const sequenced: (Envelope & { seq: number })[] = [];
  const latest = new Map<string, Envelope>();
  let last = 0;
  return {
    add(source: string, data: unknown): Envelope {
      if (!SEQUENCED.has(source)) {
        const envelope = { type: 'data', source, data } as const;
        latest.set(source, envelope);
        return envelope;
      }
      last += 1;
      const envelope = { type: 'data', source, seq: last, data } as const;
      sequenced.push(envelope);
      return envelope;
    },
    /** The sequence from where the client left off, then the latest of each source without one. */
    firstWords(wish: Wish): readonly Envelope[] {
      const from = wish.lastSeq === null ? 1 : wish.lastSeq + (resumes === 'after' ? 1 : 0);
      return [...sequenced.filter(({ seq }) => seq >= from), ...latest.values()].filter(({ source }) =>
        wants(wish, source),
      );
    },
    get lastSeq(): number {
      return last;
    },
  };
}
