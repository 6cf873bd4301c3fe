// What is ShotTracker's own in a connection: a subscription token in the address, words that must beat, and gaps in the sequence that are asked for again.
import { fault } from '../../game/fault.ts';
import { printable } from '../address.ts';
import { makeAsking } from '../asking.ts';
import type { Backoff } from '../backoff.ts';
import type { Timekeeper } from '../feed.ts';
import type { KeepAliveOptions } from '../keep-alive.ts';
import type { Handshake, Line, Ready, Refused, Talk } from '../session.ts';
import type { Teller } from '../teller.ts';
import { connectionAddress } from './address.ts';
import { type Beat, watchBeat } from './beat.ts';
import type { Reader } from './reader.ts';
import { refusalSentence } from './sentences.ts';
import type { Source } from './sources.ts';
import type { Tokens } from './tokens.ts';

/** A complaint about the token that no words follow for so long ends the connection. Milliseconds. */
const COMPLAINT_MS = 3_000;

export type HandshakeOptions = {
  readonly base: URL;
  readonly sources: readonly Source[];
  readonly time: Timekeeper;
  readonly backoff: Backoff;
  readonly keepAlive: KeepAliveOptions;
  readonly reader: Reader;
  readonly tokens: Tokens;
  readonly teller: Teller;
};

const nothing = (): void => undefined;

export class ShotTrackerHandshake implements Handshake {
  readonly where = '--url';
  readonly #options: HandshakeOptions;
  readonly #asking = makeAsking();
  #hasToken = false;

  constructor(options: HandshakeOptions) {
    this.#options = options;
  }

  get beginning(): string {
    return `Connecting to ${printable(this.#options.base)}.`;
  }

  get over(): string | null {
    return this.#options.teller.isFinal ? 'The game is completed.' : null;
  }

  get connectOptions(): KeepAliveOptions {
    return this.#options.keepAlive;
  }

  async ready(): Promise<Ready> {
    const { base, sources, reader, tokens } = this.#options;
    const obtained = await tokens.obtain();
    if (obtained.kind === 'trouble') {
      const { fault: told, hopeless } = obtained;
      const detail = `No subscription token was given out: ${told.found}.`;
      return { is: 'trouble', fault: told, detail, hopeless };
    }
    const address = connectionAddress(base, { token: obtained.token, sources, lastSeq: reader.resumeFrom });
    this.#hasToken = address.searchParams.has('token');
    return { is: 'ready', address };
  }

  talk(line: Line): Talk {
    return new ShotTrackerTalk(line, { ...this.#options, asking: this.#asking });
  }

  refused(words: string): Refused {
    const renews = this.#options.tokens.refuse();
    const told = fault('token-refused', 'token', 'a token that the provider accepts', words);
    return { fault: told, detail: refusalSentence(this.#hasToken, renews), renews };
  }

  stop(): void {
    this.#options.tokens.stop();
  }
}

class ShotTrackerTalk implements Talk {
  readonly #line: Line;
  readonly #options: HandshakeOptions & { readonly asking: ReturnType<typeof makeAsking> };
  #beat: Beat | null = null;
  #hasWords = false;
  /** A complaint about the token, and no words since. */
  #refusal: string | null = null;
  #cancelResync: (() => void) | null = null;
  #cancelComplaint: () => void = nothing;

  constructor(line: Line, options: HandshakeOptions & { readonly asking: ReturnType<typeof makeAsking> }) {
    this.#line = line;
    this.#options = options;
  }

  get refusal(): string | null {
    return this.#refusal;
  }

  opened(): void {
    const { reader, time } = this.#options;
    reader.resumed();
    this.#beat = watchBeat({
      time,
      expects: (atMs) => reader.expectsWords(atMs),
      stale: () => this.#line.stale('Nothing was heard for 1.5 s while the clock runs.'),
      cut: () => this.#line.drop('silent while the clock runs'),
    });
  }

  hear(text: string): void {
    const { reader, teller, time, backoff } = this.#options;
    const heard = reader.hear(teller.redact(text), time.now());
    if (heard === null) return;
    if (heard.refusal !== undefined) this.#complain(heard.refusal);
    if (heard.isControl) return;
    this.#hasWords = true;
    this.#refusal = null;
    this.#cancelComplaint();
    this.#beat?.heard();
    backoff.reset();
    this.#line.spoke();
    if (reader.worthResuming) this.#resync();
  }

  end(): void {
    this.#beat?.stop();
    this.#cancelComplaint();
    this.#cancelResync?.();
  }

  /** An error may speak of a token by chance: it counts when nothing else is said. */
  #complain(refusal: string): void {
    this.#refusal = refusal;
    this.#cancelComplaint();
    const drop = (): void => this.#line.drop('refused');
    if (this.#hasWords) this.#cancelComplaint = this.#options.time.after(COMPLAINT_MS, drop);
    else drop();
  }

  #resync(): void {
    const { reader, time, asking } = this.#options;
    this.#cancelResync ??= time.after(asking.waitMs(time.now()), () => {
      this.#cancelResync = null;
      if (!reader.worthResuming) return;
      asking.asked(time.now());
      // Of a game that is over the next try would come too late.
      if (this.#options.teller.isFinal) this.#line.again('Messages are missing.');
      else this.#line.drop('messages are missing');
    });
  }
}
