// One who listens to a feed and remembers everything, in order.
import type { FeedMark, Words } from '../../src/feeds/feed.ts';
import type { Fault } from '../../src/game/fault.ts';
import type { FeedStatus, Kind, Said } from '../../src/game/message.ts';

type SaidOf<K extends Kind> = Extract<Said, { kind: K }>;

/** Remembers until it is let go of. */
export function makeListener() {
  const heard: Words[] = [];
  const said: Said[] = [];
  const faults: Fault[] = [];
  const marked: (readonly FeedMark[])[] = [];
  const statuses: { readonly status: FeedStatus; readonly detail: string | undefined }[] = [];
  return {
    heard,
    said,
    faults,
    statuses,
    marked,
    marks: (marks: readonly FeedMark[]): void => {
      marked.push(marks);
    },
    words: (words: Words): void => {
      heard.push(words);
    },
    message: (one: Said): void => {
      said.push(one);
    },
    status: (status: FeedStatus, detail?: string): void => {
      statuses.push({ status, detail });
    },
    fault: (one: Fault): void => {
      faults.push(one);
    },
    /** What was said of one kind. */
    of: <K extends Kind>(kind: K): SaidOf<K>[] => said.filter((one): one is SaidOf<K> => one.kind === kind),
    /** Codes of the Faults, in order. */
    codes: (): string[] => faults.map(({ code }) => code),
    /** The newest status. */
    standing: (): FeedStatus | undefined => statuses.at(-1)?.status,
  };
}
