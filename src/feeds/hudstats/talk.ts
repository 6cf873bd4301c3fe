// One connection to LiveData: the greeting is waited for, all channels are subscribed to, and their state is asked for again and again.
import type { Backoff } from '../backoff.ts';
import type { FeedMark, Timekeeper } from '../feed.ts';
import { type Line, SLOW_MS, type Talk } from '../session.ts';
import type { Teller } from '../teller.ts';
import { type Action, CHANNELS, type Channel, commandText } from './channels.ts';
import { makeQuestions, type Questions } from './questions.ts';
import { type Quiet, watchQuiet } from './quiet.ts';
import type { Heard, Reader } from './reader.ts';
import { isTokenRefused, marksOf, marksSentence } from './sentences.ts';
import type { Tokens } from './tokens.ts';

/** Assumed: one may ask before the greeting came; it is waited for so long. Milliseconds. */
export const GREETING_MS = 1_000;
/** A connection that has stood for so long, and spoken, was a good one: the next wait is short again. Milliseconds. */
export const STEADY_MS = 10_000;

export type TalkOptions = {
  readonly gameId: string;
  readonly time: Timekeeper;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly reader: Reader;
  readonly tokens: Tokens;
  readonly teller: Teller;
  /** Hears of what must not be taken for a live, official game. */
  readonly mark: (marks: readonly FeedMark[]) => void;
};

const nothing = (): void => undefined;

export class HudStatsTalk implements Talk {
  readonly #line: Line;
  readonly #options: TalkOptions;
  /** Channels that tell something. */
  readonly #speaking = new Set<Channel>();
  /** Channels whose action failed, to be asked again. */
  readonly #failed = new Set<Channel>();
  readonly #quiet: Quiet;
  readonly #questions: Questions;
  readonly #cancels = { greeting: nothing, steady: nothing, again: nothing };
  #hasAsked = false;
  #isOver = false;
  #refusal: string | null = null;

  constructor(line: Line, options: TalkOptions) {
    this.#line = line;
    this.#options = options;
    const { time, reader } = options;
    this.#quiet = watchQuiet({
      time,
      expects: () => reader.running && this.#speaking.size !== 0,
      stale: () => {
        line.stale('Nothing was heard while the clock runs; asking.');
        this.#questions.now();
      },
      dead: () => line.drop('silent while the clock runs'),
    });
    this.#questions = makeQuestions({
      time,
      speaking: this.#speaking,
      ask: (channels) => void this.#ask('get', channels),
      lost: (sinceMs) => reader.missed(sinceMs, time.now()),
    });
  }

  get refusal(): string | null {
    return this.#refusal;
  }

  opened(): void {
    const { time, backoff } = this.#options;
    this.#cancels.greeting = time.after(GREETING_MS, () => this.#subscribe());
    this.#cancels.steady = time.after(STEADY_MS, () => {
      if (this.#speaking.size > 0) backoff.reset();
    });
  }

  hear(text: string): void {
    const { reader, teller, time } = this.#options;
    const heard = reader.hear(teller.redact(text), time.now());
    // Whatever is heard first is the greeting: as the document prints it, it is no JSON.
    const isGreeting = !this.#hasAsked;
    this.#subscribe();
    if (heard.isBroken === true && !isGreeting) this.#questions.doubt();
    this.#weigh(heard);
  }

  end(): void {
    this.#isOver = true;
    this.#quiet.stop();
    this.#questions.stop();
    for (const cancel of Object.values(this.#cancels)) cancel();
  }

  #subscribe(): void {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    this.#cancels.greeting();
    void this.#ask('subscribe', CHANNELS);
  }

  /** Asks with the token of now. Where none can be had the connection is given up, and the next one brings it. */
  async #ask(action: Action, channels: readonly Channel[]): Promise<void> {
    const { tokens, gameId } = this.#options;
    const obtained = await tokens.obtain();
    if (this.#isOver) return;
    if (obtained.is === 'trouble') {
      this.#line.drop('there is no token');
      return;
    }
    for (const channel of channels)
      this.#line.send(commandText({ action, channel, token: obtained.token, fixture: gameId }));
  }

  #weigh(heard: Heard): void {
    switch (heard.is) {
      case 'words':
        this.#spoken(heard);
        return;
      case 'warning':
        if (heard.channel !== null) this.#speaking.delete(heard.channel);
        // A warning completes the action: we are subscribed, and it comes alive by itself.
        if (this.#speaking.size === 0) this.#line.waits(`Waiting: ${heard.text}`);
        return;
      case 'error':
        this.#complained(heard.text, heard.channel);
        return;
      case 'greeting':
      case 'other':
      case 'nothing':
        return;
      default: {
        const never: never = heard;
        return never;
      }
    }
  }

  #spoken({ channel, marks, isAnswer }: Extract<Heard, { is: 'words' }>): void {
    this.#quiet.heard(channel === 'in-game' && !isAnswer);
    if (isAnswer) this.#questions.answered(channel);
    else if (channel === 'in-game') this.#questions.ticked();
    this.#speaking.add(channel);
    this.#options.mark(marksOf(marks));
    this.#line.spoke(marksSentence(marks));
  }

  /** A refused token ends the connection; any other refused action is tried again, slowly. */
  #complained(text: string, channel: Channel | null): void {
    if (isTokenRefused(text)) {
      this.#refusal = text;
      this.#line.drop('the token was refused');
      return;
    }
    if (channel !== null) {
      this.#speaking.delete(channel);
      this.#failed.add(channel);
    }
    if (this.#speaking.size === 0) this.#line.waits(`The provider refuses: ${text}`);
    this.#cancels.again();
    const slowMs = SLOW_MS / 2 + this.#options.random() * (SLOW_MS / 2);
    this.#cancels.again = this.#options.time.after(slowMs, () => {
      const again = this.#failed.size === 0 ? CHANNELS : [...this.#failed];
      this.#failed.clear();
      void this.#ask('subscribe', again);
    });
  }
}
