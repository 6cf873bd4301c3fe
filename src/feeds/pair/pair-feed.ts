// Two feeds of one game as one feed: it starts and stops both, tells both's words to the tape, and says what the two say together.
import type { Capability } from '../../game/capability.ts';
import type { FeedStatus } from '../../game/message.ts';
import { LANES, type Lane, type Match, type Owners } from '../../game/owners.ts';
import type { Feed, FeedMark, FeedReader, Pair, Timekeeper } from '../feed.ts';
import type { Beats } from './lane-state.ts';
import { Merger, STEP_MS } from './merger.ts';
import { pairInfo } from './pair-info.ts';

/** One of the two, as it stands. */
type Standing = {
  readonly status: FeedStatus;
  readonly detail: string | undefined;
  readonly heardMs: number | null;
};

export type PairFeedOptions = {
  readonly time: Timekeeper;
  readonly main: Feed;
  readonly backup: Feed;
  /** Of what each says all the time, and how long it may be silent of it. */
  readonly beats: Readonly<Record<Lane, Beats>>;
};

const WAITING: Standing = { status: 'connecting', detail: undefined, heardMs: null };

/** The pair, not yet started. */
export function makePairFeed({ time, main, backup, beats }: PairFeedOptions): Feed & { readonly pair: Pair } {
  const feeds: Readonly<Record<Lane, Feed>> = { main, backup };
  const standing: Record<Lane, Standing> = { main: WAITING, backup: WAITING };
  const marked: Record<Lane, readonly FeedMark[]> = { main: [], backup: [] };
  let merger: Merger | null = null;
  let chosen: { readonly owners: Owners; readonly match: Match | null } = { owners: {}, match: null };
  let cancel = (): void => undefined;

  const listen = (lane: Lane, to: FeedReader, merged: Merger): FeedReader => ({
    words(words) {
      standing[lane] = { ...standing[lane], heardMs: words.heardMs };
      to.words(lane === 'main' ? words : { ...words, lane });
    },
    message: (said) => merged.hear(lane, said),
    status(status, detail) {
      standing[lane] = { ...standing[lane], status, detail };
      to.lane?.({ lane, status, ...(detail === undefined ? {} : { detail }) });
      merged.status(lane, status, time.now());
      const both = together(standing);
      to.status(both.status, both.detail);
    },
    fault: (told) => to.fault(lane === 'main' ? told : { ...told, where: `backup ${told.where}` }),
    sent: (what, text) => to.sent?.(lane === 'main' ? what : `backup ${what}`, text),
    // A replay on either side must not be taken for the game.
    marks(marks) {
      marked[lane] = marks;
      to.marks?.([...new Set([...marked.main, ...marked.backup])]);
    },
    offset: (offset) => lane === 'main' && to.offset?.(offset),
  });

  const beat = (): void => {
    merger?.advance(time.now());
    cancel = time.after(STEP_MS - (time.now() % STEP_MS), beat);
  };

  return {
    name: main.name,
    capabilities: [...new Set<Capability>([...main.capabilities, ...backup.capabilities])],
    start(reader) {
      const merged = new Merger({
        capabilities: { main: main.capabilities, backup: backup.capabilities },
        beats,
        say: (said) => reader.message(said),
      });
      merger = merged;
      merged.advance(time.now());
      merged.choose(chosen.owners, chosen.match, time.now());
      for (const lane of LANES) feeds[lane].start(listen(lane, reader, merged));
      beat();
    },
    async stop() {
      cancel();
      await Promise.all(LANES.map((lane) => feeds[lane].stop()));
    },
    pair: {
      choose(owners, match) {
        chosen = { owners, match };
        merger?.choose(owners, match, time.now());
      },
      info: () => ({
        feeds: LANES.map((lane) => laneInfo(lane, feeds[lane].name, standing[lane])),
        ...pairInfo(merger, chosen.owners, time.now()),
      }),
    },
  };
}

const laneInfo = (lane: Lane, name: string, { status, detail, heardMs }: Standing) => ({
  lane,
  name,
  status,
  heardMs,
  ...(detail === undefined ? {} : { detail }),
});

/** How the two stand together: live while one of them is. */
function together({ main, backup }: Readonly<Record<Lane, Standing>>): Pick<Standing, 'status' | 'detail'> {
  const why = ({ status, detail }: Standing): string =>
    detail === undefined ? `${status}.` : `${status}: ${detail}`;
  if (main.status === 'live')
    return {
      status: 'live',
      detail: backup.status === 'live' ? main.detail : `The backup is ${why(backup)}`,
    };
  if (main.status !== 'ended' && backup.status === 'live')
    return { status: 'live', detail: `The backup speaks. Main is ${why(main)}` };
  return { status: main.status, detail: main.detail };
}
