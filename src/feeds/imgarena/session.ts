// The life of one stream between start and stop: connect, say the token, listen, wait, and again from where it broke off. It never gives up and never throws.
import { fault } from '../../game/fault.ts';
import type { FeedStatus } from '../../game/message.ts';
import type { Backoff } from '../backoff.ts';
import { type Connection, connect, type Ending } from '../connect.ts';
import { endingSentence, isRefusal } from '../ending.ts';
import type { Timekeeper } from '../feed.ts';
import type { Teller } from '../teller.ts';
import { type Stream, type StreamQuery, streamAddress } from './address.ts';
import type { Pace } from './pace.ts';
import { type Pulse, watchPulse } from './pulse.ts';
import type { Heard, Reader } from './reader.ts';

/** Between tries that will hardly help (a refused token, a finished match), at most so long, in milliseconds. */
export const SLOW_MS = 30_000;
/** A connection that stood for so long was a success: the next wait is a short one again. Milliseconds. */
export const STEADY_MS = 10_000;

/** Source: Media - Live statistics, Headers. */
const HEADERS = { Accept: 'application/vnd.imggaming.dde.api+json;version=1' };

export type Standing = { readonly status: FeedStatus; readonly detail: string };

export type SessionOptions = {
  readonly stream: Stream;
  readonly place: URL;
  readonly speed: StreamQuery['speed'];
  readonly token: string | undefined;
  readonly time: Timekeeper;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly pace: Pace;
  readonly reader: Reader;
  readonly teller: Teller;
  /** Called whenever the stream stands otherwise. */
  readonly stands: (standing: Standing) => void;
};

/** What belongs to one connection and ends with it. */
type Talk = {
  readonly connection: Connection;
  pulse: Pulse | null;
  /** Data came. */
  hasData: boolean;
  refusal: string | null;
  cancelSteady: () => void;
};

const nothing = (): void => undefined;

export class Session {
  readonly #options: SessionOptions;
  #talk: Talk | null = null;
  #cancelWait: () => void = nothing;
  #stopped = false;
  #wasLive = false;
  /** How many events of the stream's list were heard. */
  #position = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stand('connecting', 'Connecting.');
    this.#ask();
  }

  /** Nothing is told after this was called; resolves when the socket is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelWait();
    const talk = this.#talk;
    if (talk === null) return;
    this.#end(talk);
    await talk.connection.close();
  }

  #stand(status: FeedStatus, detail: string): void {
    if (!this.#stopped) this.#options.stands({ status, detail });
  }

  #ask(): void {
    this.#cancelWait = this.#options.pace.turn(() => this.#open());
  }

  #open(): void {
    const { place, stream, speed, time, teller } = this.#options;
    const address = streamAddress(place, stream, { startPosition: this.#position, speed });
    const connection = connect(
      address,
      {
        opened: () => this.#opened(),
        text: (text) => this.#hear(text),
        fault: (told) => teller.fault(told),
        sent: (what, text) => teller.sent(what, text),
        ended: (ending) => this.#ended(ending),
      },
      // Nothing but the token is said: the provider ignores the rest.
      { time, headers: HEADERS, pingText: null },
    );
    this.#talk = { connection, pulse: null, hasData: false, refusal: null, cancelSteady: nothing };
  }

  #opened(): void {
    const { time, token, backoff } = this.#options;
    const talk = this.#talk;
    if (talk === null) return;
    if (token !== undefined) talk.connection.send(JSON.stringify({ authToken: token }));
    talk.cancelSteady = time.after(STEADY_MS, () => backoff.reset());
    talk.pulse = watchPulse(time, {
      stale: () => this.#stand('stale', 'A heartbeat is late.'),
      dead: () => talk.connection.drop('no heartbeat'),
    });
    if (!this.#wasLive) this.#stand('connecting', 'Connected; nothing was said yet.');
  }

  #hear(text: string): void {
    const { reader, teller, time } = this.#options;
    const talk = this.#talk;
    if (talk === null) return;
    talk.pulse?.heard();
    const heard = reader.hear(teller.redact(text), time.now());
    if (heard.kind === 'data') this.#heardData(talk, heard);
    if (heard.refusal !== undefined && !talk.hasData) {
      talk.refusal = heard.refusal;
      talk.connection.drop('refused');
    } else if (this.#wasLive) this.#stand('live', '');
  }

  #heardData(talk: Talk, { isNew }: Heard): void {
    talk.hasData = true;
    this.#wasLive = true;
    // What is told twice is one event of the list: to ask for too early a place is harmless, for too late a one loses.
    if (isNew) this.#position += 1;
  }

  #end(talk: Talk): void {
    this.#talk = null;
    talk.pulse?.stop();
    talk.cancelSteady();
  }

  #ended(ending: Ending): void {
    const { teller, backoff, stream } = this.#options;
    const talk = this.#talk;
    if (talk === null || this.#stopped) return;
    this.#end(talk);
    if (talk.refusal !== null || isRefusal(ending)) this.#refused(talk.refusal ?? endingSentence(ending));
    else if (teller.isFinal) {
      this.#stand('ended', `The match is finished. ${endingSentence(ending)}`);
      this.#wait(this.#slowMs());
    } else {
      if (ending.status !== null)
        teller.fault(
          fault('handshake-refused', stream, 'a WebSocket (status 101)', `status ${ending.status}`),
        );
      this.#stand('lost', `${endingSentence(ending)} Trying again.`);
      this.#wait(backoff.next());
    }
  }

  #refused(words: string): void {
    const { teller, token, stream } = this.#options;
    teller.fault(fault('token-refused', `${stream} token`, 'a token that the provider accepts', words));
    this.#stand(
      'lost',
      token === undefined
        ? 'There is no access token: set IMGARENA_TOKEN.'
        : 'The access token was refused; set another IMGARENA_TOKEN.',
    );
    this.#wait(this.#slowMs());
  }

  #slowMs(): number {
    return SLOW_MS / 2 + this.#options.random() * (SLOW_MS / 2);
  }

  #wait(ms: number): void {
    this.#cancelWait = this.#options.time.after(ms, () => this.#ask());
  }
}
