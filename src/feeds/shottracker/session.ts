// The life of the feed between start and stop: obtain a token, connect, listen, wait, and again. It never gives up and never throws.
import { type Fault, fault } from '../../game/fault.ts';
import type { FeedStatus } from '../../game/message.ts';
import { printable } from '../address.ts';
import type { Backoff } from '../backoff.ts';
import { type Connection, connect, type Ending } from '../connect.ts';
import { endingSentence, isRefusal } from '../ending.ts';
import type { Timekeeper } from '../feed.ts';
import type { KeepAliveOptions } from '../keep-alive.ts';
import type { Teller } from '../teller.ts';
import { connectionAddress } from './address.ts';
import { makeAsking } from './asking.ts';
import { type Beat, watchBeat } from './beat.ts';
import type { Reader } from './reader.ts';
import { refusalSentence } from './sentences.ts';
import type { Source } from './sources.ts';
import type { Tokens } from './tokens.ts';

/** Between tries that will hardly help (a refused token, a completed game), at most so long, in milliseconds. */
export const SLOW_MS = 30_000;
/** A complaint about the token that no words follow for so long ends the connection. Milliseconds. */
const COMPLAINT_MS = 3_000;
/** Refusals in a row, each of a fresh token, after which tries become slow. */
const REFUSALS = 2;

export type SessionOptions = {
  readonly base: URL;
  readonly sources: readonly Source[];
  readonly time: Timekeeper;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly keepAlive: KeepAliveOptions;
  readonly reader: Reader;
  readonly tokens: Tokens;
  readonly teller: Teller;
};

/** What belongs to one connection and ends with it. */
type Talk = {
  readonly connection: Connection;
  readonly hasToken: boolean;
  beat: Beat | null;
  /** Words came. */
  hasWords: boolean;
  /** A complaint about the token, and no words since. */
  refusal: string | null;
  cancelResync: (() => void) | null;
  cancelComplaint: () => void;
};

const nothing = (): void => undefined;

export class Session {
  readonly #options: SessionOptions;
  readonly #asking = makeAsking();
  #talk: Talk | null = null;
  #cancelWait: () => void = nothing;
  #stopped = false;
  #wasLive = false;
  #refusals = 0;

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
    const obtained = await this.#options.tokens.obtain();
    if (this.#stopped) return;
    if (obtained.kind === 'token') {
      this.#open(obtained.token);
      return;
    }
    this.#options.teller.fault(obtained.fault);
    this.#status('lost', `No subscription token was given out: ${obtained.fault.found}.`);
    this.#wait(obtained.hopeless ? this.#slowMs() : this.#options.backoff.next());
  }

  #open(token: string | undefined): void {
    const { base, sources, reader, time, keepAlive } = this.#options;
    const address = connectionAddress(base, { token, sources, lastSeq: reader.resumeFrom });
    const events = {
      opened: () => this.#opened(),
      text: (text: string) => this.#hear(text),
      fault: (told: Fault) => this.#options.teller.fault(told),
      sent: (what: string, text: string) => this.#options.teller.sent(what, text),
      ended: (ending: Ending) => this.#ended(ending),
    };
    this.#talk = {
      connection: connect(address, events, { ...keepAlive, time }),
      hasToken: address.searchParams.has('token'),
      beat: null,
      hasWords: false,
      refusal: null,
      cancelResync: null,
      cancelComplaint: nothing,
    };
  }

  #opened(): void {
    const { reader, time } = this.#options;
    const talk = this.#talk;
    if (talk === null) return;
    reader.resumed();
    talk.beat = watchBeat({
      time,
      expects: (atMs) => reader.expectsWords(atMs),
      stale: () => this.#status('stale', 'Nothing was heard for 1.5 s while the clock runs.'),
      cut: () => talk.connection.drop('silent while the clock runs'),
    });
    this.#status(this.#wasLive ? 'stale' : 'connecting', 'Connected; nothing was said yet.');
  }

  #hear(text: string): void {
    const { reader, teller, time, backoff } = this.#options;
    const talk = this.#talk;
    const heard = reader.hear(teller.redact(text), time.now());
    if (heard === null || talk === null) return;
    if (heard.refusal !== undefined) this.#complain(talk, heard.refusal);
    if (heard.isControl) return;
    talk.hasWords = true;
    talk.refusal = null;
    talk.cancelComplaint();
    talk.beat?.heard();
    backoff.reset();
    this.#refusals = 0;
    this.#wasLive = true;
    if (teller.isFinal) this.#status('ended', 'The game is completed.');
    else this.#status('live');
    if (reader.worthResuming) this.#resync(talk);
  }

  /** An error may speak of a token by chance: it counts when nothing else is said. */
  #complain(talk: Talk, refusal: string): void {
    talk.refusal = refusal;
    talk.cancelComplaint();
    const drop = (): void => talk.connection.drop('refused');
    if (talk.hasWords) talk.cancelComplaint = this.#options.time.after(COMPLAINT_MS, drop);
    else drop();
  }

  #resync(talk: Talk): void {
    const { reader, time } = this.#options;
    talk.cancelResync ??= time.after(this.#asking.waitMs(time.now()), () => {
      talk.cancelResync = null;
      if (!reader.worthResuming) return;
      this.#asking.asked(time.now());
      talk.connection.drop('messages are missing');
    });
  }

  #end(talk: Talk): void {
    this.#talk = null;
    talk.beat?.stop();
    talk.cancelComplaint();
    talk.cancelResync?.();
  }

  #ended(ending: Ending): void {
    const talk = this.#talk;
    if (talk === null || this.#stopped) return;
    this.#end(talk);
    if (talk.refusal !== null || isRefusal(ending)) this.#refused(ending, talk);
    else if (this.#options.teller.isFinal) {
      this.#status('ended', `The game is completed. ${endingSentence(ending)}`);
      this.#wait(this.#slowMs());
    } else {
      if (ending.status !== null)
        this.#options.teller.fault(
          fault('handshake-refused', '--url', 'a WebSocket (status 101)', `status ${ending.status}`),
        );
      this.#status('lost', `${endingSentence(ending)} Trying again.`);
      this.#wait(this.#options.backoff.next());
    }
  }

  #refused(ending: Ending, { refusal, hasToken }: Talk): void {
    const { tokens, teller, backoff } = this.#options;
    const renews = tokens.refuse();
    this.#refusals += 1;
    teller.fault(
      fault('token-refused', 'token', 'a token that the provider accepts', refusal ?? endingSentence(ending)),
    );
    this.#status('lost', refusalSentence(hasToken, renews));
    this.#wait(renews && this.#refusals <= REFUSALS ? backoff.next() : this.#slowMs());
  }

  #slowMs(): number {
    return SLOW_MS / 2 + this.#options.random() * (SLOW_MS / 2);
  }

  #wait(ms: number): void {
    this.#cancelWait = this.#options.time.after(ms, () => void this.#attempt());
  }
}
