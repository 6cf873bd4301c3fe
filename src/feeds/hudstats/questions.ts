// Asks for the state of the channels again and again: LiveData numbers nothing, so the state that is asked for is all that heals what was lost; and an answer
// that never comes tells that words get lost.
import { makeAsking } from '../asking.ts';
import type { Timekeeper } from '../feed.ts';
import type { Channel } from './channels.ts';

/** Assumed: one may ask so often; the document names no limit. Milliseconds. */
export const EVERY_MS = 4_000;
/** What is not answered for so long is asked again. Milliseconds. */
export const ANSWERED_MS = 1_500;
/** After the last answer: so long without another that is due, and it was lost. Milliseconds. */
export const LOST_MS = 2_000;
/** In-game words that came so lately need not be asked for: they are newer than any answer. Milliseconds. */
const LATELY_MS = 2_000;
const LOOK_MS = 500;

export type QuestionsOptions = {
  readonly time: Timekeeper;
  /** Asks for the state of these channels. */
  readonly ask: (channels: readonly Channel[]) => void;
  /** Channels that tell something: the others have no state. */
  readonly speaking: ReadonlySet<Channel>;
  /** An answer was lost, and so may other words have been, since that instant. */
  readonly lost: (sinceMs: number) => void;
};

export type Questions = {
  /** In-game words came by themselves. */
  ticked(): void;
  /** A question for that channel was answered. */
  answered(channel: Channel): void;
  /** What was heard was broken: ask soon. */
  doubt(): void;
  /** Asks for the whole state now. */
  now(): void;
  stop(): void;
};

/** The outbound messages are not read: nobody asks for them. */
const STATE: readonly Channel[] = ['teams', 'score', 'in-game', 'incidents'];

/** Questions of one connection. The first is asked `EVERY_MS` from now. */
export function makeQuestions({ time, ask, speaking, lost }: QuestionsOptions): Questions {
  const asking = makeAsking();
  /** Questions without an answer, by channel. */
  const due = new Map<Channel, number>();
  /** Channels of the newest round that are not answered yet. */
  const open = new Set<Channel>();
  /** Channels that have ever answered: of the others nothing is missed. */
  const answering = new Set<Channel>();
  let askedMs = time.now();
  /** The newest question before which nothing is known to be lost. */
  let soundMs = askedMs;
  let answerMs = Number.NEGATIVE_INFINITY;
  let tickedMs = Number.NEGATIVE_INFINITY;
  let soonMs = Number.POSITIVE_INFINITY;
  let cancel = (): void => undefined;

  const put = (channels: readonly Channel[]): void => {
    askedMs = time.now();
    open.clear();
    for (const channel of channels) {
      due.set(channel, (due.get(channel) ?? 0) + 1);
      open.add(channel);
    }
    if (channels.length > 0) ask(channels);
  };
  const round = (): void => {
    const isFresh = time.now() - tickedMs < LATELY_MS;
    put(STATE.filter((channel) => speaking.has(channel) && !(channel === 'in-game' && isFresh)));
  };
  const isMissed = (channels: Iterable<Channel>): boolean =>
    [...channels].some((channel) => answering.has(channel) && (due.get(channel) ?? 0) > 0);

  /** An answer came after the newest question, and for a while none more: what is still due was lost. */
  const judge = (nowMs: number): void => {
    if (answerMs < askedMs || nowMs - answerMs < LOST_MS) return;
    const isLost = isMissed(due.keys());
    due.clear();
    open.clear();
    if (isLost) lost(soundMs);
    soundMs = askedMs;
  };

  const look = (): void => {
    cancel = time.after(LOOK_MS, look);
    const nowMs = time.now();
    judge(nowMs);
    const sinceMs = nowMs - askedMs;
    if (nowMs >= soonMs) {
      soonMs = Number.POSITIVE_INFINITY;
      asking.asked(nowMs);
      round();
    } else if (sinceMs >= EVERY_MS || (sinceMs >= ANSWERED_MS && isMissed(open))) round();
  };

  cancel = time.after(LOOK_MS, look);
  return {
    ticked() {
      tickedMs = time.now();
    },
    answered(channel) {
      answering.add(channel);
      open.delete(channel);
      answerMs = time.now();
      due.set(channel, Math.max(0, (due.get(channel) ?? 0) - 1));
    },
    doubt() {
      soonMs = Math.min(soonMs, time.now() + asking.waitMs(time.now()));
    },
    now: () => put(STATE),
    stop: () => cancel(),
  };
}
