// OBS as this relay holds on to it: found and lost again, what of ours it has, which of it is on program, and every page in it watched. It goes on trying until it is stopped.
import { type Backoff, makeBackoff } from '../../feeds/backoff.ts';
import type { Timekeeper } from '../../feeds/feed.ts';
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import type { HostOrder, HostTally, ObsInfo } from '../../wire/hosts.ts';
import { hostsFor, type Listening, originFor } from '../hosts/origin.ts';
import { infoOf, tallyOf } from './obs-info.ts';
import { ObsAway, ObsLink } from './obs-link.ts';
import { ObsPages } from './obs-pages.ts';
import { type Asking, type ObsSeen, type Ours, readObs } from './read-obs.ts';
import { RollCall } from './roll-call.ts';
import { add, correct, wrongOf } from './set-up.ts';
import type { Report } from './watch.ts';
import { TALLY_EVENTS } from './words.ts';

/** OBS tells of most that changes; of what older ones do not tell, so much later. Milliseconds. */
export const READ_EVERY_MS = 10_000;
/** Between two tries: growing up to this; after a refused password this at once. Milliseconds. */
const MOST_WAIT_MS = 10_000;
const REFUSED_WAIT_MS = 60_000;

/** `ws://host:port`. `kind`: of the inputs that may show our outputs; browser sources by default. */
export type ObsGiven = {
  readonly url: string;
  readonly password: string | undefined;
  readonly kind?: string;
};

export type ObsHostOptions = ObsGiven & {
  readonly time: Timekeeper;
  readonly random?: () => number;
  /** Where this relay listens. */
  readonly listening: () => Listening;
  /** What the relay has heard of an output. */
  readonly report: (output: string) => Report;
  /** How many pages of an output are connected that OBS may hold. */
  readonly connected: (output: string) => number;
  readonly onFault: (told: Fault) => void;
  readonly line: (text: string) => void;
};

const refused = (where: string, expected: string, found: string): FaultError =>
  new FaultError(fault('obs-refused', where, expected, found));
const wordsOf = (why: unknown): string => (why instanceof Error ? why.message : String(why));

export class ObsHost {
  readonly #options: ObsHostOptions;
  readonly #backoff: Backoff;
  /** Asks whoever is connected: a watch outlives a connection. */
  readonly #asking: Asking = {
    request: (type, data) =>
      this.#link?.request(type, data) ?? Promise.resolve({ ok: false, code: 0, why: 'OBS is not there' }),
  };
  readonly #pages: ObsPages;
  readonly #rollCall: RollCall;
  #link: ObsLink | null = null;
  #state: Pick<ObsInfo, 'link' | 'why'> = { link: 'looking', why: '' };
  #seen: ObsSeen | null = null;
  #connecting: Promise<void> | null = null;
  #reading: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #cancel = (): void => {};

  constructor(options: ObsHostOptions) {
    this.#options = options;
    this.#pages = new ObsPages({
      ...options,
      obs: this.#asking,
      report: (output) => (this.#link ? options.report(output) : null),
    });
    this.#rollCall = new RollCall({ ...options, sources: () => this.#seen?.sources ?? null });
    this.#backoff = makeBackoff({
      minMs: 1_000,
      maxMs: MOST_WAIT_MS,
      random: options.random ?? Math.random,
    });
  }

  start(): void {
    this.#rollCall.start();
    void this.#connect();
  }

  /** May be called twice. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
    this.#link?.stop();
    this.#pages.stop();
    this.#rollCall.stop();
  }

  info(): ObsInfo {
    const at = new URL(this.#options.url).host;
    const page = (input: string) => this.#pages.state(input);
    return infoOf({ at, ...this.#state, seen: this.#seen, page, short: this.#rollCall.short });
  }

  /** Null where OBS is not there, or has no source that shows it. `isOne`: of one source alone. */
  tally(output: string): { readonly tally: HostTally; readonly isOne: boolean } | null {
    const sources = this.#seen?.sources.filter((source) => source.output === output) ?? [];
    const state = tallyOf(sources);
    return state && { tally: { state, by: 'OBS' }, isOne: sources.length === 1 };
  }

  /** Gives what was done, a sentence each. @throws FaultError where it is refused. */
  async order(order: HostOrder): Promise<readonly string[]> {
    if (order.do === 'look') return this.#lookAgain();
    if (!this.#link || !this.#seen)
      throw refused('obs', 'a connection to OBS', this.#state.why || 'none yet');
    try {
      const told = await this.#do(order, this.#seen);
      await this.#read();
      return told;
    } catch (why) {
      throw why instanceof FaultError ? why : refused(order.do, 'OBS to do so', wordsOf(why));
    }
  }

  async #do(order: Exclude<HostOrder, { do: 'look' }>, seen: ObsSeen): Promise<readonly string[]> {
    if (order.do === 'add') {
      const origin = originFor(this.#options.url, this.#options.listening());
      if (origin === null)
        throw refused(
          'origin',
          'a relay that OBS can reach',
          'OBS is on another machine, and this relay listens on its own alone: start it with --host',
        );
      const { output, scene } = order;
      return (await add(this.#asking, { origin, output, scene, ...this.#kind() })).told;
    }
    const source = seen.sources.find(({ input }) => input === order.input);
    if (!source) throw refused('input', 'a source that shows an output of this relay', order.input);
    if (order.do === 'correct')
      return correct(this.#asking, source.input, wrongOf(source.settings, seen.canvas));
    const why = await this.#pages.refresh(source.input);
    if (why !== null) throw refused(source.input, 'a source that may be loaded anew', why);
    return [`${source.input} is loaded anew.`];
  }

  #ours(): Ours {
    return { hosts: hostsFor(this.#options.url, this.#options.listening()), ...this.#kind() };
  }

  #kind(): Pick<Ours, 'kind'> {
    const { kind } = this.#options;
    return kind === undefined ? {} : { kind };
  }

  async #lookAgain(): Promise<readonly string[]> {
    if (this.#link) await this.#read();
    else {
      this.#backoff.reset();
      this.#cancel();
      await this.#connect();
    }
    return [this.#link ? 'OBS was asked anew.' : this.#state.why];
  }

  /** One try at a time. */
  #connect(): Promise<void> {
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  async #open(): Promise<void> {
    const { url, password, time } = this.#options;
    if (this.#stopped) return;
    let held: ObsLink | null = null;
    try {
      const link = await ObsLink.open({
        url,
        password,
        time,
        onEvent: (type, data) => this.#hear(type, data),
        onEnd: () => held && this.#lost(held, 'OBS has gone'),
      });
      held = link;
      if (this.#stopped) return link.stop();
      this.#link = link;
      await this.#read();
      if (this.#link !== link) return;
      this.#backoff.reset();
      this.#is('open', '');
    } catch (why) {
      const isRefused = why instanceof ObsAway && why.refused;
      this.#is(isRefused ? 'refused' : 'looking', wordsOf(why));
      this.#after(isRefused ? REFUSED_WAIT_MS : this.#backoff.next(), () => void this.#connect());
    }
  }

  #lost(link: ObsLink, why: string): void {
    if (this.#link !== link) return;
    this.#link = null;
    this.#seen = null;
    link.stop();
    this.#is('looking', why);
    this.#after(this.#backoff.next(), () => void this.#connect());
  }

  #is(link: ObsInfo['link'], why: string): void {
    if (link !== this.#state.link) this.#options.line(`OBS: ${link === 'open' ? 'connected' : why}`);
    this.#state = { link, why };
  }

  #after(ms: number, action: () => void): void {
    this.#cancel();
    if (!this.#stopped) this.#cancel = this.#options.time.after(ms, action);
  }

  #hear(type: string, data: Readonly<Record<string, unknown>>): void {
    const [active, shown] = TALLY_EVENTS;
    if (type !== active && type !== shown) return void this.#read();
    this.#pages.hear(type, data);
    // What is being read may be older.
    this.#again ||= this.#reading !== null;
    if (!this.#seen) return;
    const change =
      type === active ? { isActive: data.videoActive === true } : { isShown: data.videoShowing === true };
    this.#seen = {
      ...this.#seen,
      sources: this.#seen.sources.map((one) => (one.input === data.inputName ? { ...one, ...change } : one)),
    };
  }

  /** Reads all of it; once more where something changed meanwhile. */
  #read(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    while (this.#again && this.#link) {
      this.#again = false;
      const link = this.#link;
      try {
        const seen = await readObs(link, this.#ours());
        if (this.#link !== link) return;
        this.#seen = seen;
        this.#pages.are(seen.sources);
        this.#after(READ_EVERY_MS, () => void this.#read());
      } catch (why) {
        // It does not answer as it should: begun anew, for nothing better is known.
        if (this.#link === link) this.#lost(link, wordsOf(why));
      }
    }
  }
}
