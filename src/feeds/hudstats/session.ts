// The life of the feed between start and stop: obtain a token, connect, subscribe, listen, wait, and again. It never gives up and never throws.
import { type Fault, fault } from '../../game/fault.ts';
import type { FeedStatus } from '../../game/message.ts';
import { printable } from '../address.ts';
import type { Backoff } from '../backoff.ts';
import { type Connection, connect, type Ending } from '../connect.ts';
import { endingSentence, isRefusal } from '../ending.ts';
import type { FeedMark, Timekeeper } from '../feed.ts';
import type { Teller } from '../teller.ts';
import { type Action, CHANNELS, type Channel, commandText } from './channels.ts';
import { type Quiet, watchQuiet } from './quiet.ts';
import type { Heard, Reader } from './reader.ts';
import { isTokenRefused, marksOf, marksSentence, refusalSentence } from './sentences.ts';
import type { Tokens } from './tokens.ts';

/** Between tries that will hardly help (a refused token, an unknown fixture, a fixture that is over), at most so long, in milliseconds. */
export const SLOW_MS = 30_000;
/** Assumed: one may ask before the greeting came; it is waited for so long. Milliseconds. */
export const GREETING_MS = 1_000;
/** A connection that has stood for so long, and spoken, was a good one: the next wait is short again. Milliseconds. */
export const STEADY_MS = 10_000;
/** Refusals in a row after which tries become slow. */
const REFUSALS = 2;
/** What a silent feed is asked for. A `get` of incidents would not tell how many were missed. */
const STATE_CHANNELS = ['teams', 'score', 'in-game'] as const;

export type SessionOptions = {
  readonly base: URL;
  readonly gameId: string;
  readonly time: Timekeeper;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly reader: Reader;
  readonly tokens: Tokens;
  readonly teller: Teller;
};

const nothing = (): void => undefined;

/** What belongs to one connection and ends with it. */
type Talk = {
  readonly connection: Connection;
  readonly quiet: Quiet;
  /** Channels that tell something. */
  readonly speaking: Set<Channel>;
  /** Channels whose action failed, to be asked again. */
  readonly failed: Set<Channel>;
  hasAsked: boolean;
  isRefused: boolean;
  readonly cancels: Record<'greeting' | 'steady' | 'again', () => void>;
};

export class Session {
  readonly #options: SessionOptions;
  #talk: Talk | null = null;
  #cancelWait: () => void = nothing;
  #stopped = false;
  #wasLive = false;
  #refusals = 0;
  #marks = '';

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#status('connecting', `Connecting to ${printable(this.#options.base)}.`);
    void this.#attempt();
  }

  /** Nothing is told after this was called; resolves when the socket is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelWait();
    this.#options.tokens.stop();
    const talk = this.#talk;
    if (talk === null) return;
    this.#end(talk);
    await talk.connection.close();
  }

  #status(status: FeedStatus, detail?: string): void {
    if (!this.#stopped) this.#options.teller.status(status, detail);
  }

  async #attempt(): Promise<void> {
    const token = await this.#token();
    if (this.#stopped || token === null) return;
    this.#open();
  }

  /** A token, or null after having told why there is none and begun to wait for the next try. */
  async #token(): Promise<string | null> {
    const { tokens, teller, backoff } = this.#options;
    const obtained = await tokens.obtain();
    if (obtained.is === 'token') return obtained.token;
    if (this.#stopped) return null;
    teller.fault(obtained.fault);
    this.#status('lost', `No token was given out: ${obtained.fault.found}.`);
    this.#wait(obtained.hopeless ? this.#slowMs() : backoff.next());
    return null;
  }

  #open(): void {
    const { base, reader, teller, time } = this.#options;
    reader.resumed();
    const events = {
      opened: () => this.#opened(),
      text: (text: string) => this.#hear(text),
      fault: (told: Fault) => teller.fault(told),
      sent: (what: string, text: string) => teller.sent(what, text),
      ended: (ending: Ending) => this.#ended(ending),
    };
    const connection = connect(base, events, { time, pingText: null });
    const quiet = watchQuiet({
      time,
      expects: () => reader.running && this.#talk?.speaking.size !== 0,
      stale: () => {
        this.#status('stale', 'Nothing was heard while the clock runs; asking.');
        void this.#ask('get', STATE_CHANNELS);
      },
      dead: () => connection.drop('silent while the clock runs'),
    });
    const cancels = { greeting: nothing, steady: nothing, again: nothing };
    const more = { speaking: new Set<Channel>(), failed: new Set<Channel>(), cancels };
    this.#talk = { connection, quiet, hasAsked: false, isRefused: false, ...more };
  }

  #opened(): void {
    const { time, backoff } = this.#options;
    const talk = this.#talk;
    if (talk === null) return;
    this.#status(this.#wasLive ? 'stale' : 'connecting', 'Connected; nothing was said yet.');
    talk.cancels.greeting = time.after(GREETING_MS, () => this.#subscribe(talk));
    talk.cancels.steady = time.after(STEADY_MS, () => {
      if (talk.speaking.size > 0) backoff.reset();
    });
  }

  #subscribe(talk: Talk): void {
    if (talk.hasAsked) return;
    talk.hasAsked = true;
    talk.cancels.greeting();
    void this.#ask('subscribe', CHANNELS);
  }

  /** Asks with the token of now. Where none can be had the connection is given up, and the next one brings it. */
  async #ask(action: Action, channels: readonly Channel[]): Promise<void> {
    const { tokens, gameId } = this.#options;
    const talk = this.#talk;
    const obtained = await tokens.obtain();
    if (talk === null || this.#talk !== talk) return;
    if (obtained.is === 'trouble') {
      talk.connection.drop('there is no token');
      return;
    }
    for (const channel of channels)
      talk.connection.send(commandText({ action, channel, token: obtained.token, fixture: gameId }));
  }

  #hear(text: string): void {
    const { reader, teller, time } = this.#options;
    const talk = this.#talk;
    const heard = reader.hear(teller.redact(text), time.now());
    if (talk === null) return;
    // Whatever is heard first is the greeting: as the document prints it, it is no JSON.
    this.#subscribe(talk);
    this.#weigh(heard, talk);
  }

  #weigh(heard: Heard, talk: Talk): void {
    switch (heard.is) {
      case 'words':
        talk.quiet.heard(heard.channel === 'in-game');
        talk.speaking.add(heard.channel);
        this.#wasLive = true;
        this.#refusals = 0;
        this.#mark(marksOf(heard.marks));
        if (this.#isOver) this.#status('ended', 'The game is completed.');
        else this.#status('live', marksSentence(heard.marks));
        return;
      case 'warning':
        if (heard.channel !== null) talk.speaking.delete(heard.channel);
        // A warning completes the action: we are subscribed, and it comes alive by itself.
        if (talk.speaking.size === 0) this.#waiting(`Waiting: ${heard.text}`);
        return;
      case 'error':
        this.#complained(heard.text, heard.channel, talk);
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

  get #isOver(): boolean {
    const { reader, teller } = this.#options;
    return reader.isOver || teller.isFinal;
  }

  #mark(marks: readonly FeedMark[]): void {
    const told = marks.join();
    if (told === this.#marks) return;
    this.#marks = told;
    this.#options.teller.marks?.(marks);
  }

  #waiting(detail: string): void {
    this.#status(this.#wasLive ? 'stale' : 'connecting', detail);
  }

  /** A refused token ends the connection; any other refused action is tried again, slowly. */
  #complained(text: string, channel: Channel | null, talk: Talk): void {
    if (isTokenRefused(text)) {
      talk.isRefused = true;
      talk.connection.drop('the token was refused');
      return;
    }
    if (channel !== null) {
      talk.speaking.delete(channel);
      talk.failed.add(channel);
    }
    if (talk.speaking.size === 0) this.#waiting(`The provider refuses: ${text}`);
    talk.cancels.again();
    talk.cancels.again = this.#options.time.after(this.#slowMs(), () => {
      const again = talk.failed.size === 0 ? CHANNELS : [...talk.failed];
      talk.failed.clear();
      void this.#ask('subscribe', again);
    });
  }

  #end(talk: Talk): void {
    this.#talk = null;
    talk.quiet.stop();
    for (const cancel of Object.values(talk.cancels)) cancel();
  }

  #ended(ending: Ending): void {
    const { teller, backoff } = this.#options;
    const talk = this.#talk;
    if (talk === null || this.#stopped) return;
    this.#end(talk);
    if (talk.isRefused || isRefusal(ending)) this.#refused();
    else if (this.#isOver) {
      this.#status('ended', `The game is completed. ${endingSentence(ending)}`);
      this.#wait(this.#slowMs());
    } else {
      if (ending.status !== null)
        teller.fault(
          fault('handshake-refused', '--url', 'a WebSocket (status 101)', `status ${ending.status}`),
        );
      this.#status('lost', `${endingSentence(ending)} Trying again.`);
      this.#wait(backoff.next());
    }
  }

  #refused(): void {
    const { tokens, teller, backoff } = this.#options;
    const renews = tokens.refuse();
    this.#refusals += 1;
    teller.fault(fault('token-refused', 'token', 'a token that the provider accepts', 'one that it refused'));
    this.#status('lost', refusalSentence(renews));
    this.#wait(renews && this.#refusals <= REFUSALS ? backoff.next() : this.#slowMs());
  }

  #slowMs(): number {
    return SLOW_MS / 2 + this.#options.random() * (SLOW_MS / 2);
  }

  #wait(ms: number): void {
    this.#cancelWait = this.#options.time.after(ms, () => void this.#attempt());
  }
}
