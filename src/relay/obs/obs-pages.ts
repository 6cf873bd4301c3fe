// The pages in OBS's sources of ours, each watched by itself, and how each is: it reports, it is silent, it was loaded anew, it did not come back, or OBS has put it to sleep.
import type { Timekeeper } from '../../feeds/feed.ts';
import { type Fault, fault } from '../../game/fault.ts';
import type { Deed } from './heal.ts';
import type { PageState } from './obs-info.ts';
import { type Asking, type ObsSource, sleeps } from './read-obs.ts';
import { ObsWatch, type Report } from './watch.ts';

export type ObsPagesOptions = {
  readonly obs: Asking;
  readonly time: Timekeeper;
  /** What the relay has heard of an output; null while OBS is not there. */
  readonly report: (output: string) => Report | null;
  readonly onFault: (told: Fault) => void;
  readonly line: (text: string) => void;
};

type Page = { readonly watch: ObsWatch; source: ObsSource; state: PageState };

export class ObsPages {
  readonly #options: ObsPagesOptions;
  /** By the source's name in OBS. They outlive a connection: what was loaded anew just now is not again at once. */
  readonly #pages = new Map<string, Page>();

  constructor(options: ObsPagesOptions) {
    this.#options = options;
  }

  /** These are all the sources there are now. */
  are(sources: readonly ObsSource[]): void {
    for (const [input, { watch }] of this.#pages) {
      if (sources.some((source) => source.input === input)) continue;
      watch.stop();
      this.#pages.delete(input);
    }
    for (const source of sources) {
      const page = this.#pages.get(source.input);
      if (page) page.source = source;
      else this.#watch(source);
    }
  }

  /** An event of OBS. */
  hear(type: string, data: Readonly<Record<string, unknown>>): void {
    for (const { watch } of this.#pages.values()) watch.hear(type, data);
  }

  state(input: string): PageState {
    const page = this.#pages.get(input);
    return page ? this.#stateOf(page) : 'silent';
  }

  /** Gives why its page is not loaded anew, or null. */
  async refresh(input: string): Promise<string | null> {
    const page = this.#pages.get(input);
    if (!page) return 'it is no source of ours';
    const why = await page.watch.refresh();
    if (why === null) page.state = 'refreshed';
    return why;
  }

  /** May be called twice. */
  stop(): void {
    for (const { watch } of this.#pages.values()) watch.stop();
  }

  #watch(source: ObsSource): void {
    const { obs, time, line } = this.#options;
    const { input, output } = source;
    const watch = new ObsWatch({
      obs,
      input,
      output,
      time,
      line,
      isAwaited: true,
      isAsleep: () => sleeps(page.source),
      onDeed: (deed) => this.#did(deed, page),
      report: () => Promise.resolve(this.#heard(page)),
    });
    const page: Page = { watch, source, state: 'silent' };
    this.#pages.set(input, page);
    void watch.start();
  }

  #heard(page: Page): Report | null {
    const report = this.#options.report(page.source.output);
    const isWaitedFor = page.state === 'refreshed' || page.state === 'gone';
    if (report && !isWaitedFor) page.state = report.silentMs === null ? 'silent' : 'reports';
    return report;
  }

  #stateOf({ source, state }: Page): PageState {
    return sleeps(source) ? 'asleep' : state;
  }

  #did(deed: Deed, page: Page): void {
    const { input, output } = page.source;
    page.state = deed === 'back' ? 'reports' : deed === 'gone' ? 'gone' : 'refreshed';
    const told = (code: string, expected: string, found: string): void =>
      this.#options.onFault(fault(code, `output ${output}`, expected, found));
    if (deed === 'gone') told('output-gone', 'a page that comes back', `none: look at ${input} in OBS`);
    if (deed === 'refresh' || deed === 'remake')
      told('output-mended', 'a page that reports', `silence: ${input} was loaded anew`);
  }
}
