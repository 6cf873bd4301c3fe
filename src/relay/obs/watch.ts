// Watches an output of OBS: its tally as OBS has it, and its page as the relay hears it; a page that has fallen silent is loaded anew.
import type { Timekeeper } from '../../feeds/feed.ts';
import { care, type Health, NEVER_SEEN } from './heal.ts';
import type { ObsLink } from './obs-link.ts';

/** How often the relay is asked. Milliseconds. */
export const LOOK_MS = 500;

export type WatchOptions = {
  readonly obs: Pick<ObsLink, 'request'>;
  /** Of the source in OBS, and of the output. */
  readonly input: string;
  readonly output: string;
  /** Whether the output reports; null where the relay does not say. */
  readonly isReporting: () => Promise<boolean | null>;
  readonly time: Timekeeper;
  readonly line: (text: string) => void;
};

/** Whether an output of a relay reports, by its health. */
export const reporting = (relay: string, output: string) => async (): Promise<boolean | null> => {
  try {
    const answer = await fetch(`${relay}/api/v1/health`);
    if (!answer.ok) return null;
    const { outputs } = (await answer.json()) as { outputs: { name: string; lagging: boolean }[] };
    return outputs.some(({ name, lagging }) => name === output && !lagging);
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
    const isReporting = await this.#options.isReporting();
    if (isReporting !== null) await this.#care(isReporting);
    if (!this.#stopped) this.#cancel = this.#options.time.after(LOOK_MS, () => void this.#look());
  }

  async #care(isReporting: boolean): Promise<void> {
    const { obs, input, output, time, line } = this.#options;
    const { health, deed } = care(this.#health, isReporting, time.now());
    this.#health = health;
    if (deed === 'back') line(`${output}: back`);
    if (deed === 'gone') line(`${output}: has not come back; look at ${input} in OBS`);
    if (deed !== 'refresh') return;
    line(`${output}: silent; ${input} is loaded anew`);
    const answer = await obs.request('PressInputPropertiesButton', {
      inputName: input,
      propertyName: 'refreshnocache',
    });
    if (!answer.ok) line(`OBS: ${input} cannot be loaded anew: ${answer.why}`);
  }
}
