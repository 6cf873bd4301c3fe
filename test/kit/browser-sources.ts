// Browser sources as OBS has them, in a real Chromium: one page each, loaded anew at a press, made anew when a setting other than its size changes.
// Source: obs-browser 2.26, BrowserSource::Update and BrowserSource::Refresh.
import type { Browser, CDPSession, Page } from 'playwright';

type Settings = Readonly<Record<string, unknown>>;

/** A browser whose pages may use no more memory than that: one that takes more is ended by Chromium itself. */
export const LITTLE_MEMORY = '--js-flags=--max-old-space-size=96';

/** How a page ends. */
export type End = 'dies' | 'hangs' | 'runs out of memory';
const SCRIPTS: Readonly<Record<Exclude<End, 'dies'>, string>> = {
  hangs: 'setTimeout(() => { for (;;); }); 0',
  'runs out of memory':
    'const all = []; setTimeout(() => { for (;;) all.push(new Array(100_000).fill(all.length + 0.5)); }); 0',
};

/** What makes OBS make a browser anew. */
const withoutSize = ({ width: _width, height: _height, ...rest }: Settings): string => JSON.stringify(rest);

export class BrowserSources {
  readonly #browser: Browser;
  readonly #first: string;
  readonly #made = new Map<string, string>();
  /** Of the last making: a source that is made anew meanwhile waits for it. */
  readonly #screens = new Map<string, Promise<{ readonly tab: Page; readonly words: CDPSession }>>();

  /** `first` runs in every page before its own scripts. */
  constructor(browser: Browser, first = '') {
    this.#browser = browser;
    this.#first = first;
  }

  /** The source of that name is set so. */
  set(input: string, settings: Settings): void {
    const as = withoutSize(settings);
    if (this.#made.get(input) === as) return;
    this.#made.set(input, as);
    this.#screens.set(input, this.#make(settings, this.#screens.get(input)));
  }

  /** As ReloadIgnoreCache does: a page that hangs stays as it is. */
  refresh(input: string): void {
    void this.#words(input).then((words) => words.send('Page.reload', { ignoreCache: true }).catch(() => {}));
  }

  /** The page of that name comes to its end. */
  async end(input: string, how: End): Promise<void> {
    const words = await this.#words(input);
    if (how !== 'dies') return void (await words.send('Runtime.evaluate', { expression: SCRIPTS[how] }));
    // What dies gives no answer.
    void words.send('Page.crash').catch(() => {});
  }

  /** The value of an expression in the page that is there now; null where there is none to say it. */
  async value(input: string, expression: string): Promise<unknown> {
    const words = await this.#words(input);
    const said = await words.send('Runtime.evaluate', { expression, returnByValue: true }).catch(() => null);
    return said?.result.value ?? null;
  }

  /** What the page draws, as PNG with alpha. */
  async picture(input: string): Promise<Buffer> {
    const words = await this.#words(input);
    await words.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
    const { data } = await words.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** Ends them all. */
  async close(): Promise<void> {
    for (const screen of this.#screens.values()) await (await screen).tab.close().catch(() => {});
  }

  async #words(input: string): Promise<CDPSession> {
    const screen = await this.#screens.get(input);
    if (!screen) throw new Error(`no source ${input}`);
    return screen.words;
  }

  async #make(settings: Settings, before: Promise<{ readonly tab: Page }> | undefined) {
    await before?.then(({ tab }) => tab.close().catch(() => {}));
    const { width = 800, height = 600, url } = settings;
    const viewport = { width: Number(width), height: Number(height) };
    const tab = await this.#browser.newPage({ viewport, deviceScaleFactor: 1 });
    const words = await tab.context().newCDPSession(tab);
    await words.send('Page.enable');
    await words.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#first });
    await words.send('Page.navigate', { url: String(url) });
    return { tab, words };
  }
}
