// A tape that is played to a history, by time turned by hand: what a relay makes of it, without the relay.
import type { GistSource } from '../../src/feeds/tape/gist.ts';
import { makeTapeFeed, type TapeFeed } from '../../src/feeds/tape/tape-feed.ts';
import { type Course, gameAt, LIVE_COURSE } from '../../src/game/course.ts';
import type { Fault } from '../../src/game/fault.ts';
import type { Message, Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import type { Order, TransportInfo } from '../../src/game/transport.ts';
import { openTape } from '../../src/tape/open.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import type { Moment } from '../../src/time/moment.ts';
import { makeTimeline, type Timeline } from '../../src/time/timeline.ts';
import { type ManualTime, makeManualTime } from './manual-time.ts';

export type TapeRig = {
  readonly feed: TapeFeed;
  readonly time: ManualTime;
  readonly timeline: Timeline;
  /** Everything said since the last jump, in order, as it was said. */
  readonly said: Said[];
  readonly statuses: string[];
  readonly faults: Fault[];
  readonly jumps: () => number;
  readonly info: () => TransportInfo;
  readonly order: (order: Order) => Fault | null;
  /** The position on the tape's own time line. */
  readonly tapeMs: () => number;
  /** What is true now, on the tape's own time line: without what counts changes, and what is said of feeds. */
  readonly seen: () => unknown;
};

/** A Moment as a value, `backMs` earlier: without the count of its changes. */
export function momentValue(moment: Moment, backMs = 0): unknown {
  const { version: _version, bodies, bodyCount, ball, game, ...rest } = moment;
  const moved = (value: unknown, key = ''): unknown => {
    if (typeof value === 'number')
      return /^(atMs|sinceMs|said|summaryScoreAtMs)$/.test(key) ? value - backMs : value;
    if (Array.isArray(value)) return value.map((one) => moved(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, moved(one, key === 'said' ? key : name)]),
    );
  };
  const { feeds: _feeds, ...known } = game;
  const places = bodies.slice(0, bodyCount).sort((a, b) => (a.id < b.id ? -1 : 1));
  return moved(structuredClone({ ...rest, game: known, bodies: places, ball }));
}

/** Plays these bytes once they are wholly read; its time begins where the tape does, or `awayMs` after. */
export async function playTape(
  bytes: Uint8Array,
  {
    speed = 1,
    awayMs = 0,
    reachMs = 10_000,
    gist,
  }: { speed?: number; awayMs?: number; reachMs?: number; gist?: GistSource } = {},
): Promise<TapeRig> {
  const zstd = await loadZstd();
  const tape = await openTape(memoryFile(bytes), zstd);
  if (tape.about === null) throw new Error('no tape');
  const time = makeManualTime((tape.about.fromMs ?? tape.firstMs) + awayMs);
  const { rules } = tape.about;
  const feed = makeTapeFeed({ time, rules, tape, file: 'game.mcap', zstd, speed, ...(gist && { gist }) });
  const timeline = makeTimeline({ rules: rulesOf(rules) });
  const said: Said[] = [];
  const statuses: string[] = [];
  const faults: Fault[] = [];
  let course: Course = LIVE_COURSE;
  let jumps = 0;
  let seq = 0;
  const numbered = (one: Said): Message => {
    seq += 1;
    return { ...one, seq } as Message;
  };
  feed.start({
    words: () => {},
    message(one) {
      said.push(one);
      timeline.push(numbered(one));
    },
    status: (status) => statuses.push(status),
    fault: (fault) => faults.push(fault),
    jump({ game, messages, transport }) {
      jumps += 1;
      course = transport.course;
      said.length = 0;
      const all = messages.map(numbered);
      timeline.reset({
        game,
        facts: all.filter((one) => one.kind !== 'frame'),
        frames: all.filter((one) => one.kind === 'frame'),
      });
    },
    transport(info) {
      course = info.course;
    },
    reachMs: () => reachMs,
  });
  // A tape in memory is read without a clock.
  while (feed.transport.info().readMs < feed.transport.info().toMs)
    await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  const gameNow = (): number => gameAt(course, time.now());
  return {
    feed,
    time,
    timeline,
    said,
    statuses,
    faults,
    jumps: () => jumps,
    info: () => feed.transport.info(),
    order: (order) => feed.transport.order(order),
    tapeMs: () => gameNow() - feed.transport.info().offsetMs,
    seen: () => momentValue(timeline.at(gameNow()), feed.transport.info().offsetMs),
  };
}
