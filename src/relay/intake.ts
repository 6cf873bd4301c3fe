// What a feed says becomes the relay's Messages: numbered in the order in which they were heard, cleaned of secrets.

import type { Feed, FeedOffset, Timekeeper, Words } from '../feeds/feed.ts';
import { type Capability, givenBy } from '../game/capability.ts';
import type { Fault } from '../game/fault.ts';
import type { FeedStatus, Message, Said } from '../game/message.ts';
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
}

export type IntakeOptions = {
  readonly feed: Feed;
  readonly time: Timekeeper;
  readonly redact: Redact;
  /** Nothing real is played: a tape, or a simulated game. */
  readonly rehearsal: boolean;
  readonly onMessage: (message: Message) => void;
  readonly onWords: (words: Words) => void;
  /** `words`: those in which it was found; null where it was found in none. */
  readonly onFault: (fault: Fault, words: Words | null) => void;
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
  let stopped = false;
  let reading: Words | null = null;

  const say = (said: Said): void => {
    if (stopped) return;
    seq += 1;
    for (const one of givenBy(said)) told.add(one);
    onMessage({ ...said, seq } as Message);
  };

  return {
    start(afterSeq) {
      seq = afterSeq;
      feed.start({
        words(words) {
          if (stopped) return;
          heardMs = words.heardMs;
          meter.heard(words.source, words.heardMs);
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
        offset(next) {
          offset = next;
        },
        fault: (told) => {
          if (!stopped) onFault(told, reading);
        },
      });
    },
    async stop() {
      stopped = true;
      await feed.stop();
    },
    sources: () => meter.infos(time.now()),
    info: () => ({
      name: feed.name,
      status,
      ...(detail === undefined ? {} : { detail }),
      heardMs,
      capabilities: [...feed.capabilities],
      told: [...told],
      offset: offset && { offsetMs: Math.round(offset.offsetMs), errorMs: Math.round(offset.errorMs) },
      rehearsal,
    }),
  };
}
