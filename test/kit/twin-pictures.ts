// Two output pages that must come to the same picture: one at a relay that is killed again and again, one at a twin that lives on.
import type { Browser, Page } from 'playwright';
import { readBug } from './air-eyes.ts';
import { openTab } from './browser.ts';
import { waitFor } from './patience.ts';
import { readPng } from './png.ts';
import { type Digits, learnDigits } from './read-figures.ts';
import { see } from './seen.ts';

/** What both are to show: painted from this revision, of this instant or a later one. */
export type Wanted = {
  readonly revision: number;
  readonly sinceMs: number;
  readonly graphics: readonly string[];
};

/** The picture as the page's PNG, byte for byte, and what a viewer reads in it. */
export type AtRest = { readonly png: Buffer; readonly scores: readonly string[]; readonly clock: string };

const address = (url: string): string => `${url}/out?renderer=canvas&name=program`;

/** What a page shows now, or why it is not what was wanted yet. */
async function look(tab: Page, { revision, sinceMs, graphics }: Wanted): Promise<Buffer | string> {
  const link = await tab.evaluate(() => window.courtside?.link().status);
  const seen = await see(tab);
  const found = [...seen.graphics].sort().join();
  if (link !== 'open') return `its link is ${link}`;
  if (seen.revision !== revision) return `revision ${seen.revision} and not ${revision}`;
  if (seen.instantMs < sinceMs) return `${sinceMs - seen.instantMs} ms before the instant`;
  if (found !== [...graphics].sort().join()) return `${found} and not ${graphics.join()}`;
  return seen.faults.length === 0 ? seen.png : JSON.stringify(seen.faults);
}

/** How many pixels differ. */
function differing(one: Buffer, other: Buffer): number {
  const [left, right] = [one, other].map((png) => readPng(png).rgba);
  if (!left || !right) return 0;
  let count = 0;
  for (let i = 0; i < left.length; i += 4)
    if ([0, 1, 2, 3].some((channel) => left[i + channel] !== right[i + channel])) count += 1;
  return count;
}

export class TwinPictures {
  readonly #tab: Page;
  readonly #twin: Page;
  #digits: Digits | null = null;

  private constructor(tab: Page, twin: Page) {
    this.#tab = tab;
    this.#twin = twin;
  }

  /** Opens a page at each. */
  static async open(browser: Browser, url: string, twinUrl: string): Promise<TwinPictures> {
    const [{ tab }, { tab: twin }] = await Promise.all([
      openTab(browser, address(url)),
      openTab(browser, address(twinUrl)),
    ]);
    return new TwinPictures(tab, twin);
  }

  /** The killed relay's page is begun anew, as OBS does when it is started. */
  async reload(): Promise<void> {
    await this.#tab.reload();
  }

  /** Waits until both show what is wanted, in one and the same picture: no pixel may differ. @throws Error when they never do, with what they show instead. */
  async rest(wanted: Wanted): Promise<AtRest> {
    const png = await waitFor(async () => {
      const [one, other] = await Promise.all([look(this.#tab, wanted), look(this.#twin, wanted)]);
      if (typeof one === 'string') throw new Error(`the killed relay's page: ${one}`);
      if (typeof other === 'string') throw new Error(`the twin's page: ${other}`);
      if (!one.equals(other)) throw new Error(`${differing(one, other)} pixels differ`);
      return one;
    });
    this.#digits ??= await learnDigits(this.#twin);
    return { png, ...readBug(readPng(png), this.#digits) };
  }
}
