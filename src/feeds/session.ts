// The life of a connection between start and stop, whoever provides it: get ready, connect, talk, wait, and again. It never gives up and never throws.
import { type Fault, fault } from '../game/fault.ts';
import type { FeedStatus } from '../game/message.ts';
import type { Backoff } from './backoff.ts';
import { type Connection, type ConnectOptions, connect, type Ending } from './connect.ts';
import { endingSentence, isRefusal } from './ending.ts';
import type { Timekeeper } from './feed.ts';
import type { Teller } from './teller.ts';

/** Between tries that will hardly help (a refused token, a game that is over), at most so long, in milliseconds. */
export const SLOW_MS = 30_000;
/** Refusals in a row, each of a fresh token, after which tries become slow. */
const REFUSALS = 2;

/** How a connection is opened: `connect`, or what stands for it in a test. */
export type Dial = typeof connect;

/** Where to connect; or why there is nobody to connect as. `hopeless`: trying again soon is in vain. */
export type Ready =
  | { readonly is: 'ready'; readonly address: URL }
  | { readonly is: 'trouble'; readonly fault: Fault; readonly detail: string; readonly hopeless: boolean };

/** What is done about a refusal. `renews`: another token can be had. */
export type Refused = { readonly fault: Fault; readonly detail: string; readonly renews: boolean };

/** One connection, as the talk on it sees it. */
export type Line = {
  send(text: string): void;
  /** Ends it as broken; the next one is made after a wait. */
  drop(why: string): void;
  /** Ends it, and makes the next one at once: what is missing is asked for again. */
  again(why: string): void;
  /** Words came: the feed is live, or over. */
  spoke(detail?: string): void;
  /** Something came that is no words of the game: live again, where it ever was. */
  alive(): void;
  /** Connected, and it says nothing of the game: stale where it ever was live, else still connecting. */
  waits(detail: string): void;
  stale(detail: string): void;
};

/** What is said and heard on one connection, and ends with it. */
export type Talk = {
  opened(): void;
  hear(text: string): void;
  /** What was watched and waited for is let go of. */
  end(): void;
  /** What of the provider's words says that he will not have our token; null where none does. */
  readonly refusal: string | null;
};

/** What is a provider's own in all this. */
export interface Handshake {
  /** What is told at the start. */
  readonly beginning: string;
  /** What is told of a game that is over; null while it is not. */
  readonly over: string | null;
  /** Where a refused handshake is told to be: an option, a stream. */
  readonly where: string;
  readonly connectOptions: Omit<ConnectOptions, 'time'>;
  /** Called before each connection. Never rejects. */
  ready(): Promise<Ready>;
  talk(line: Line): Talk;
  refused(words: string): Refused;
  /** Lets go of what `ready` waits for. */
  stop(): void;
}

export type SessionOptions = {
  readonly handshake: Handshake;
  readonly time: Timekeeper;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly teller: Pick<Teller, 'fault' | 'sent'>;
  /** Hears how it stands, whenever that may have changed. */
  readonly stands: (status: FeedStatus, detail?: string) => void;
  readonly dial?: Dial | undefined;
};

type Standing = { readonly connection: Connection; readonly talk: Talk; again: string | null };

const nothing = (): void => undefined;

export class Session {
  readonly #options: SessionOptions;
  #standing: Standing | null = null;
  #cancelWait: () => void = nothing;
  #stopped = false;
  #wasLive = false;
  #refusals = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#status('connecting', this.#options.handshake.beginning);
    void this.#attempt();
  }

  /** Nothing is told after this was called; resolves when the socket is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelWait();
    this.#options.handshake.stop();
    const standing = this.#standing;
    if (standing === null) return;
    this.#standing = null;
    standing.talk.end();
    await standing.connection.close();
  }

  #status(status: FeedStatus, detail?: string): void {
    if (!this.#stopped) this.#options.stands(status, detail);
  }

  async #attempt(): Promise<void> {
    const { handshake, backoff, teller } = this.#options;
    const ready = await handshake.ready();
    if (this.#stopped) return;
    if (ready.is === 'ready') {
      this.#open(ready.address);
      return;
    }
    teller.fault(ready.fault);
    this.#status('lost', ready.detail);
    this.#wait(ready.hopeless ? this.#slowMs() : backoff.next());
  }

  #open(address: URL): void {
    const { handshake, teller, time, dial = connect } = this.#options;
    const line = this.#line(() => standing);
    const talk = handshake.talk(line);
    const isOn = (): boolean => this.#standing === standing;
    const events = {
      opened: () => {
        if (!isOn()) return;
        line.waits('Connected; nothing was said yet.');
        talk.opened();
      },
      text: (text: string) => {
        if (isOn()) talk.hear(text);
      },
      fault: (told: Fault) => teller.fault(told),
      sent: (what: string, text: string) => teller.sent(what, text),
      ended: (ending: Ending) => this.#ended(standing, ending),
    };
    const connection = dial(address, events, { ...handshake.connectOptions, time });
    const standing: Standing = { connection, talk, again: null };
    this.#standing = standing;
  }

  #line(standing: () => Standing): Line {
    const { handshake } = this.#options;
    const waits = (detail: string): void => this.#status(this.#wasLive ? 'stale' : 'connecting', detail);
    const live = (detail?: string): void => {
      const { over } = handshake;
      if (over === null) this.#status('live', detail);
      else this.#status('ended', over);
    };
    return {
      send: (text) => standing().connection.send(text),
      drop: (why) => standing().connection.drop(why),
      again: (why) => {
        standing().again = why;
        standing().connection.drop(why);
      },
      spoke: (detail) => {
        this.#wasLive = true;
        this.#refusals = 0;
        live(detail);
      },
      alive: () => {
        if (this.#wasLive) live();
      },
      waits,
      stale: (detail) => this.#status('stale', detail),
    };
  }

  #ended(standing: Standing, ending: Ending): void {
    if (this.#standing !== standing || this.#stopped) return;
    this.#standing = null;
    standing.talk.end();
    const { handshake } = this.#options;
    const { refusal } = standing.talk;
    if (refusal !== null || isRefusal(ending)) this.#refused(refusal ?? endingSentence(ending));
    else if (standing.again !== null) {
      this.#status('stale', `${standing.again} Asking again.`);
      void this.#attempt();
    } else if (handshake.over !== null) {
      this.#status('ended', `${handshake.over} ${endingSentence(ending)}`);
      this.#wait(this.#slowMs());
    } else this.#lost(ending);
  }

  #lost(ending: Ending): void {
    const { handshake, teller, backoff } = this.#options;
    if (ending.status !== null)
      teller.fault(
        fault('handshake-refused', handshake.where, 'a WebSocket (status 101)', `status ${ending.status}`),
      );
    this.#status('lost', `${endingSentence(ending)} Trying again.`);
    this.#wait(backoff.next());
  }

  #refused(words: string): void {
    const { handshake, teller, backoff } = this.#options;
    const { fault: told, detail, renews } = handshake.refused(words);
    this.#refusals += 1;
    teller.fault(told);
    this.#status('lost', detail);
    this.#wait(renews && this.#refusals <= REFUSALS ? backoff.next() : this.#slowMs());
  }

  #slowMs(): number {
    return SLOW_MS / 2 + this.#options.random() * (SLOW_MS / 2);
  }

  #wait(ms: number): void {
    this.#cancelWait = this.#options.time.after(ms, () => void this.#attempt());
  }
}
