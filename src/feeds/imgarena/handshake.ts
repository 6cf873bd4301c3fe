// What is IMG Arena's own in a connection: the token said at once, heartbeats, and a list of events that is asked for again from where it was whole.
import { fault } from '../../game/fault.ts';
import type { Backoff } from '../backoff.ts';
import type { ConnectOptions } from '../connect.ts';
import type { Timekeeper } from '../feed.ts';
import type { Handshake, Line, Ready, Refused, Talk } from '../session.ts';
import type { Teller } from '../teller.ts';
import { type Stream, type StreamQuery, streamAddress } from './address.ts';
import { type Doubt, type Doubts, makeDoubts } from './doubts.ts';
import type { Heard } from './heard.ts';
import type { Pace } from './pace.ts';
import { type Pulse, watchPulse } from './pulse.ts';
import type { Reader } from './reader.ts';
import { makeWhole } from './whole.ts';

/** A connection that stood for so long was a success: the next wait is a short one again. Milliseconds. */
export const STEADY_MS = 10_000;

/** Source: Media - Live statistics, Headers. */
const HEADERS = { Accept: 'application/vnd.imggaming.dde.api+json;version=1' };

export type HandshakeOptions = {
  readonly stream: Stream;
  readonly place: URL;
  readonly speed: StreamQuery['speed'];
  readonly token: string | undefined;
  readonly time: Timekeeper;
  readonly backoff: Backoff;
  readonly pace: Pace;
  readonly reader: Reader;
  readonly teller: Teller;
  /** Words of this stream are missing: those of the other may be too. */
  readonly doubted: () => void;
};

/** What was told may be wrong: the list is asked for again from before it. */
const UNSURE: ReadonlySet<Doubt> = new Set(['score', 'ahead', 'late', 'broken']);

const nothing = (): void => undefined;

export class ImgArenaHandshake implements Handshake {
  readonly beginning = 'Connecting.';
  /** Nothing but the token is said: the provider ignores the rest. */
  readonly connectOptions: Omit<ConnectOptions, 'time'> = { headers: HEADERS, pingText: null };
  readonly #options: HandshakeOptions;
  readonly #whole = makeWhole();
  readonly #doubts: Doubts;
  #line: Line | null = null;
  /** The list is asked for once more: from one event before, which must come again. */
  #isAsking = false;
  #cancelTurn: () => void = nothing;

  constructor(options: HandshakeOptions) {
    this.#options = options;
    this.#doubts = makeDoubts({
      time: options.time,
      ask: (doubts) => {
        this.#isAsking = true;
        this.#line?.again('Something that was told is missing or wrong.');
        if (doubts.includes('gap') || doubts.includes('broken')) options.doubted();
      },
      accept: (doubt) => this.#accept(doubt),
    });
  }

  get stream(): Stream {
    return this.#options.stream;
  }

  get where(): string {
    return this.stream;
  }

  get backoff(): Backoff {
    return this.#options.backoff;
  }

  get over(): string | null {
    return this.#options.teller.isFinal ? 'The match is finished.' : null;
  }

  ready(): Promise<Ready> {
    const { pace, place, stream, speed } = this.#options;
    return new Promise((resolve) => {
      this.#cancelTurn = pace.turn(() => {
        const { position } = this.#whole;
        const startPosition = this.#isAsking ? Math.max(0, position - 1) : position;
        const address = streamAddress(place, stream, { startPosition, speed });
        resolve({ is: 'ready', address });
      });
    });
  }

  talk(line: Line): Talk {
    this.#line = line;
    this.#whole.resumed();
    if (this.#isAsking && this.#whole.position > 0) this.#doubts.raise('unanswered');
    this.#isAsking = false;
    return new ImgArenaTalk(line, this.#options, (heard) => this.#weigh(heard));
  }

  refused(words: string): Refused {
    const { token, stream } = this.#options;
    const told = fault('token-refused', `${stream} token`, 'a token that the provider accepts', words);
    const detail =
      token === undefined
        ? 'There is no access token: set IMGARENA_TOKEN.'
        : 'The access token was refused; set another IMGARENA_TOKEN.';
    return { fault: told, detail, renews: false };
  }

  stop(): void {
    this.#cancelTurn();
    this.#doubts.stop();
    this.#line = null;
  }

  /** Words may be missing here too: the other stream says that some are. */
  suspect(): void {
    this.#doubts.raise('other');
  }

  #accept(doubt: Doubt): void {
    const { teller, stream, reader } = this.#options;
    // That a stamp is what it is says nothing of what is missing.
    if (doubt === 'late') reader.acceptStamps();
    else this.#whole.accept();
    if (doubt === 'score') reader.acceptScore();
    if (doubt !== 'late')
      teller.fault(fault('still-doubted', stream, 'a list that comes to the same', doubt));
  }

  /** What speaks for something being missing or wrong is asked about; what has come to be whole is not. */
  #weigh(heard: Heard): void {
    const { kind, doubts, seq, isNew, isBroken } = heard;
    const isData = kind === 'data';
    const isDoubted = doubts.some((doubt) => UNSURE.has(doubt));
    if (isData && !isBroken) this.#whole.hear({ seq, isNew, isDoubted });
    // Each packet of statistics holds everything: one that was left out is not missed once another has come.
    if (this.#whole.hasGap && this.stream === 'statistics') this.#whole.accept();
    const { hasGap } = this.#whole;
    for (const doubt of hasGap ? (['gap', ...doubts] as const) : doubts)
      if (!this.#doubts.raise(doubt) && doubt === 'late') this.#options.reader.acceptStamps();
    if (isData) this.#settle(hasGap, doubts);
  }

  #settle(hasGap: boolean, doubts: readonly Doubt[]): void {
    // News may come before what was asked for: then it leaves a gap.
    if (!hasGap) for (const doubt of ['unanswered', 'gap'] as const) this.#doubts.settle(doubt);
    for (const doubt of ['score', 'late'] as const) if (!doubts.includes(doubt)) this.#doubts.settle(doubt);
  }
}

class ImgArenaTalk implements Talk {
  readonly #line: Line;
  readonly #options: HandshakeOptions;
  readonly #weigh: (heard: Heard) => void;
  #pulse: Pulse | null = null;
  #hasData = false;
  #refusal: string | null = null;
  #cancelSteady: () => void = nothing;

  constructor(line: Line, options: HandshakeOptions, weigh: (heard: Heard) => void) {
    this.#line = line;
    this.#options = options;
    this.#weigh = weigh;
  }

  get refusal(): string | null {
    return this.#refusal;
  }

  opened(): void {
    const { time, token, backoff, reader } = this.#options;
    reader.resumed(this.#options.stream);
    if (token !== undefined) this.#line.send(JSON.stringify({ authToken: token }));
    this.#cancelSteady = time.after(STEADY_MS, () => backoff.reset());
    this.#pulse = watchPulse(time, {
      stale: () => this.#line.stale('A heartbeat is late.'),
      dead: () => this.#line.drop('no heartbeat'),
    });
  }

  hear(text: string): void {
    const { reader, teller, time } = this.#options;
    this.#pulse?.heard();
    const heard = reader.hear(teller.redact(text), time.now());
    if (heard.kind === 'data') {
      this.#hasData = true;
      this.#line.spoke();
    } else this.#line.alive();
    if (heard.refusal !== undefined && !this.#hasData) {
      this.#refusal = heard.refusal;
      this.#line.drop('refused');
    } else this.#weigh(heard);
  }

  end(): void {
    this.#pulse?.stop();
    this.#cancelSteady();
  }
}
