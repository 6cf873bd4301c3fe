// Several sources of OBS may show one output: the pages of that output are counted against them, for one that dies alone is missed by nobody while another reports.
import type { Timekeeper } from '../../feeds/feed.ts';
import { type Fault, fault } from '../../game/fault.ts';
import type { ObsShort } from '../../wire/hosts.ts';
import { BACK_MS, FIRST_MS } from './heal.ts';
import { type ObsSource, sleeps } from './read-obs.ts';

/** How often it is counted. Milliseconds. */
const COUNT_EVERY_MS = 1_000;
/** One source alone is missed by its own watch. */
const FEWEST = 2;

export type RollCallOptions = {
  readonly time: Timekeeper;
  /** Null while OBS is not there. */
  readonly sources: () => readonly ObsSource[] | null;
  /** How many pages of that output are connected. */
  readonly connected: (output: string) => number;
  readonly onFault: (told: Fault) => void;
};

/** The outputs that have fewer pages than sources, of those with several sources. What OBS has shut down has no page. Pure. */
export function shortOf(
  sources: readonly ObsSource[],
  connected: (output: string) => number,
): readonly ObsShort[] {
  const awake = sources.filter((source) => !sleeps(source));
  const outputs = new Set(awake.map(({ output }) => output));
  return [...outputs].flatMap((output) => {
    const held = awake.filter((source) => source.output === output).length;
    const there = connected(output);
    return held >= FEWEST && there < held ? [{ output, sources: held, connected: there }] : [];
  });
}

/** A page has time to come, and to come back: an output that is short for longer is told once, and listed until it is not. */
export class RollCall {
  readonly #options: RollCallOptions;
  /** Since when each is short, by output. */
  readonly #since = new Map<string, number>();
  #short: readonly ObsShort[] = [];
  #foundMs: number | null = null;
  #stopped = false;
  #cancel = (): void => {};

  constructor(options: RollCallOptions) {
    this.#options = options;
  }

  start(): void {
    this.#count();
  }

  /** May be called twice. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  /** Those that lack a page now. */
  get short(): readonly ObsShort[] {
    return this.#short;
  }

  readonly #count = (): void => {
    if (this.#stopped) return;
    const { time, sources, connected } = this.#options;
    const nowMs = time.now();
    const held = sources();
    this.#foundMs = held ? (this.#foundMs ?? nowMs) : null;
    const lacking = held ? shortOf(held, connected) : [];
    for (const output of this.#since.keys())
      if (!lacking.some((one) => one.output === output)) this.#since.delete(output);
    for (const { output } of lacking) if (!this.#since.has(output)) this.#since.set(output, nowMs);
    const isSettled = nowMs - (this.#foundMs ?? nowMs) >= FIRST_MS;
    this.#tell(lacking.filter(({ output }) => isSettled && this.#isLong(output, nowMs)));
    this.#cancel = time.after(COUNT_EVERY_MS, this.#count);
  };

  #isLong(output: string, nowMs: number): boolean {
    return nowMs - (this.#since.get(output) ?? nowMs) >= BACK_MS;
  }

  #tell(short: readonly ObsShort[]): void {
    for (const { output, sources, connected } of short)
      if (!this.#short.some((one) => one.output === output))
        this.#options.onFault(
          fault('output-short', `output ${output}`, `${sources} pages in OBS`, `${connected} connected`),
        );
    this.#short = short;
  }
}
