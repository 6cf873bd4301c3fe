// What a feed says becomes the relay's Messages: numbered in the order in which they were heard, cleaned of secrets.

import type {
  Feed,
  FeedMark,
  FeedOffset,
  Jump,
  LaneTold,
  Pair,
  Timekeeper,
  Transport,
  Words,
} from '../feeds/feed.ts';
import { type Capability, givenBy } from '../game/capability.ts';
import type { Fault } from '../game/fault.ts';
import type { Fact, FeedStatus, Frame, Message, Said } from '../game/message.ts';
import type { TransportInfo } from '../game/transport.ts';
import type { History } from '../time/timeline.ts';
import type { FeedInfo, SourceInfo } from '../wire/wire.ts';
import type { Redact } from './redact.ts';
import { makeSourceMeter } from './source-meter.ts';

export interface Intake {
  /** Messages are numbered from the number after this one on. */
  start(afterSeq: number): void;
  /** Nothing comes after it has resolved. */
  stop(): Promise<void>;
  readonly info: () => FeedInfo;
  /** How each of its sources speaks. */
  readonly sources: () => SourceInfo[];
  /** What an operator sees and decides of two feeds; null where there is one. */
  readonly pair: () => Pair | null;
  /** How it is played; null for what is no tape. */
  readonly transport: () => TransportInfo | null;
  /** Who takes orders for it; null for what is no tape, and before it plays. */
  readonly player: () => Transport | null;
}

export type IntakeOptions = {
  readonly feed: Feed;
  readonly time: Timekeeper;
  readonly redact: Redact;
  /** Nothing real is played: a tape, or a simulated game. */
  readonly rehearsal: boolean;
  readonly onMessage: (message: Message) => void;
  readonly onWords: (words: Words) => void;
  /** What we said to the provider; `heardMs`: when. */
  readonly onSent: (words: Words) => void;
  /** How one of two feeds stands. */
  readonly onLane: (told: LaneTold) => void;
  /** `words`: those in which it was found; null where it was found in none. */
  readonly onFault: (fault: Fault, words: Words | null) => void;
  /** All that was said before gives way to this. */
  readonly onJump: (history: History, info: TransportInfo) => void;
  readonly onTransport: (info: TransportInfo) => void;
  readonly reachMs: () => number;
};

/** Listens to one feed from `start` on. */
export function makeIntake(options: IntakeOptions): Intake {
  const { feed, time, redact, rehearsal, onMessage, onWords, onFault } = options;
  const meter = makeSourceMeter();
  let seq = 0;
  let heardMs: number | null = null;
  let status: FeedStatus = 'connecting';
  let detail: string | undefined;
  let offset: FeedOffset | null = null;
  const told = new Set<Capability>();
  let marks: readonly FeedMark[] = [];
  let stopped = false;
  let reading: Words | null = null;
  let transport: TransportInfo | null = null;

  const numbered = (said: Said): Message => {
    seq += 1;
    return { ...said, seq } as Message;
  };

  const say = (said: Said): void => {
    if (stopped) return;
    for (const one of givenBy(said)) told.add(one);
    onMessage(numbered(said));
  };

  /** The history, with how the feed stands. */
  const jumped = ({ game, messages }: Jump): History => {
    const facts: Fact[] = [];
    const frames: Frame[] = [];
    for (const message of messages.map(numbered))
      if (message.kind === 'frame') frames.push(message);
      else facts.push(message);
    const stands = { status, atMs: time.now(), ...(detail === undefined ? {} : { detail }) };
    return { game: { ...game, feeds: { [feed.name]: stands } }, facts, frames };
  };

  return {
    start(afterSeq) {
      seq = afterSeq;
      feed.start({
        words(words) {
          if (stopped) return;
          heardMs = words.heardMs;
          meter.heard(
            words.lane === undefined ? words.source : `${words.lane} ${words.source}`,
            words.heardMs,
          );
          const text = redact(words.text);
          const clean = text === words.text ? words : { ...words, text };
          onWords(clean);
          reading = clean;
          // What is wrong with words is told in the turn in which they are read.
          queueMicrotask(() => {
            if (reading === clean) reading = null;
          });
        },
        message: say,
        status(next, why) {
          status = next;
          detail = why === undefined ? undefined : redact(why);
          const nowMs = time.now();
          say({
            kind: 'status',
            atMs: nowMs,
            heardMs: nowMs,
            feed: feed.name,
            status,
            ...(detail === undefined ? {} : { detail }),
          });
        },
        lane({ detail: why, ...told }) {
          if (!stopped) options.onLane({ ...told, ...(why === undefined ? {} : { detail: redact(why) }) });
        },
        sent(what, text) {
          const nowMs = time.now();
          if (!stopped) options.onSent({ source: what, text: redact(text), heardMs: nowMs });
        },
        marks(next) {
          marks = next;
        },
        offset(next) {
          offset = next;
        },
        fault: (told) => {
          if (!stopped) onFault(told, reading);
        },
        jump(jump) {
          transport = jump.transport;
          if (!stopped) options.onJump(jumped(jump), transport);
        },
        transport(info) {
          transport = info;
          if (!stopped) options.onTransport(info);
        },
        reachMs: () => options.reachMs(),
      });
    },
    async stop() {
      stopped = true;
      await feed.stop();
    },
    sources: () => meter.infos(time.now()),
    pair: () => feed.pair ?? null,
    transport: () => transport,
    player: () => (transport && feed.transport) ?? null,
    info: () => ({
      name: feed.name,
      status,
      ...(detail === undefined ? {} : { detail }),
      heardMs,
      capabilities: [...feed.capabilities],
      told: [...told],
      ...(marks.length === 0 ? {} : { marks: [...marks] }),
      offset: offset && { offsetMs: Math.round(offset.offsetMs), errorMs: Math.round(offset.errorMs) },
      rehearsal,
    }),
  };
}
