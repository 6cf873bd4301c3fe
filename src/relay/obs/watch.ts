// Watches an output of OBS: its tally as OBS has it, and its page as the relay hears it; a page that has fallen silent is loaded anew.
import type { Timekeeper } from '../../feeds/feed.ts';
import { TRANSPARENT_CSS } from './browser-source.ts';
import { awaited, care, type Deed, type Health, LEAST_BETWEEN_MS, NEVER_SEEN, unheard } from './heal.ts';
import type { ObsAnswer, ObsLink } from './obs-link.ts';
import { REFRESH_BUTTON } from './words.ts';

/** How often the relay is asked: with a silence that is believed at the second look, a page is missed within two seconds. Milliseconds. */
export const LOOK_MS = 250;

/** What the relay has heard of an output. `silentMs`: since its last beat; null for a page that is not there, or paints too late. */
export type Report = {
  readonly silentMs: number | null;
  readonly connected: boolean;
  readonly hasPicture: boolean;
  readonly visible: boolean;
};

export type WatchOptions = {
  readonly obs: Pick<ObsLink, 'request'>;
  /** Of the source in OBS, and of the output. */
  readonly input: string;
  readonly output: string;
  /** What is heard of the output; null where the relay does not say. */
  readonly report: () => Promise<Report | null>;
  readonly time: Timekeeper;
  readonly line: (text: string) => void;
  readonly onDeed?: (deed: Deed) => void;
  /** True while OBS has put the source to sleep: nobody misses its page. */
  readonly isAsleep?: () => boolean;
  /** Its page is missed also when it was never seen: OBS may have tried to load it before the relay was there. */
  readonly isAwaited?: boolean;
};

type Listed = {
  readonly name: string;
  readonly lagging: boolean;
  readonly silentMs: number;
  readonly paintedRevision: number | null;
  readonly visible: boolean | null;
};

/** Of the pages of one name, the one that was heard last; no page is the silence of none. */
export function reportOf(outputs: readonly Listed[], output: string): Report {
  const [page] = outputs.filter(({ name }) => name === output).sort((a, b) => a.silentMs - b.silentMs);
  if (!page) return { silentMs: null, connected: false, hasPicture: false, visible: true };
  const { lagging, silentMs, paintedRevision, visible } = page;
  return {
    silentMs: lagging ? null : silentMs,
    connected: true,
    hasPicture: (paintedRevision ?? -1) >= 0,
    visible: visible ?? true,
  };
}

/** What a relay has heard of an output, by its health. */
export const reportOn = (relay: string, output: string) => async (): Promise<Report | null> => {
  try {
    const answer = await fetch(`${relay}/api/v1/health`);
    if (!answer.ok) return null;
    return reportOf(((await answer.json()) as { outputs: Listed[] }).outputs, output);
  } catch {
    // A relay that is away says nothing of a page.
    return null;
  }
};

export class ObsWatch {
  readonly #options: WatchOptions;
  #health: Health = NEVER_SEEN;
  #isActive: boolean | null = null;
  #stopped = false;
  #cancel = (): void => {};

  constructor(options: WatchOptions) {
    this.#options = options;
    if (options.isAwaited) this.#health = awaited(options.time.now());
  }

  async start(): Promise<void> {
    const { obs, input } = this.#options;
    const answer = await obs.request('GetSourceActive', { sourceName: input });
    if (answer.ok) this.#active(answer.data.videoActive === true);
    void this.#look();
  }

  /** May be called twice. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  /** Loads its page anew because an operator wishes it, and watches that it comes back; gives why not, or null. */
  async refresh(): Promise<string | null> {
    const { input, time } = this.#options;
    const nowMs = time.now();
    const leftMs = this.#health.mendedMs + LEAST_BETWEEN_MS - nowMs;
    if (leftMs > 0) return `${input} was loaded anew just now: once in ${LEAST_BETWEEN_MS / 1_000} s`;
    this.#health = { ...this.#health, mendedMs: nowMs, tries: 1, told: false };
    return (await this.#refresh()) ? null : `OBS cannot load ${input} anew`;
  }

  /** An event of OBS. */
  hear(type: string, { inputName, videoActive }: Readonly<Record<string, unknown>>): void {
    if (type === 'InputActiveStateChanged' && inputName === this.#options.input)
      this.#active(videoActive === true);
  }

  #active(isActive: boolean): void {
    if (isActive === this.#isActive) return;
    this.#isActive = isActive;
    this.#options.line(`OBS: ${this.#options.input} is ${isActive ? 'on program' : 'off program'}`);
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const { report: ask, isAsleep } = this.#options;
    const report = isAsleep?.() ? null : await ask();
    if (this.#stopped) return;
    if (report) await this.#care(report);
    else this.#health = unheard(this.#health, this.#options.time.now());
    if (!this.#stopped) this.#cancel = this.#options.time.after(LOOK_MS, () => void this.#look());
  }

  async #care({ silentMs, connected, hasPicture, visible }: Report): Promise<void> {
    const { input, output, time, line, onDeed } = this.#options;
    const nowMs = time.now();
    const reportedMs = silentMs === null ? null : nowMs - silentMs;
    const mayRest = !visible && this.#isActive === false;
    const { health, deed } = care(this.#health, { reportedMs, connected, hasPicture, mayRest }, nowMs);
    this.#health = health;
    if (deed) onDeed?.(deed);
    if (deed === 'back') line(`${output}: back`);
    if (deed === 'gone') line(`${output}: has not come back; look at ${input} in OBS`);
    if (deed === 'refresh') {
      line(`${output}: gone; ${input} is loaded anew`);
      await this.#refresh();
    }
    if (deed === 'remake') {
      line(`${output}: silent; ${input} is made anew`);
      await this.#remake();
    }
  }

  async #refresh(): Promise<boolean> {
    const { obs, input: inputName } = this.#options;
    const asked = obs.request('PressInputPropertiesButton', { inputName, propertyName: REFRESH_BUTTON });
    return (await this.#told(asked)) !== null;
  }

  /** OBS makes a browser anew when a setting other than its size changes: a blank at the end of its style changes nothing else. Source: obs-browser 2.26, BrowserSource::Update. */
  async #remake(): Promise<void> {
    const { obs, input } = this.#options;
    const found = await this.#told(obs.request('GetInputSettings', { inputName: input }));
    if (!found) return;
    const { css: said } = found.inputSettings;
    const css = typeof said === 'string' ? said : TRANSPARENT_CSS;
    const inputSettings = { css: css.endsWith(' ') ? css.trimEnd() : `${css} ` };
    await this.#told(obs.request('SetInputSettings', { inputName: input, inputSettings, overlay: true }));
  }

  /** Null where it was refused, which is told. */
  async #told<Data>(asked: Promise<ObsAnswer<Data>>): Promise<Data | null> {
    const { input, line } = this.#options;
    const answer = await asked;
    if (answer.ok) return answer.data;
    line(`OBS: ${input} cannot be loaded anew: ${answer.why}`);
    return null;
  }
}
