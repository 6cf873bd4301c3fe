// Between our show and an overlay channel of vMix: a take starts the overlay, the overlay takes what is ready, and the tally is told.
import type { Timekeeper } from '../../feeds/feed.ts';
import {
  type Both,
  type Deed,
  type Followed,
  type Leads,
  NOTHING_KNOWN,
  overlayIs,
  showIs,
} from './follow.ts';
import { VmixLink } from './link.ts';
import { functionLine, inputNumber, type Tally, type VmixWords } from './words.ts';

/** Source: vMix, Web Scripting. */
export const VMIX_HTTP_PORT = 8088;
/** An out has left the picture by then: the overlay is not cut under it. Milliseconds. */
export const OUT_MS = 700;

/** Where vMix is. */
export type VmixAt = { readonly host: string; readonly tcpPort?: number; readonly httpPort?: number };

export type BridgeOptions = {
  readonly vmix: VmixAt;
  /** The browser input, by title, key or number; and the overlay channel, from 1. */
  readonly input: string;
  readonly overlay: number;
  readonly leads: Leads;
  /** Sends a cue to the show; gives why it was refused, or null. */
  readonly cue: (cue: { readonly cue: 'take' | 'clear' }) => Promise<string | null> | string | null;
  readonly time: Timekeeper;
  readonly random?: () => number;
  readonly line: (text: string) => void;
};

/** How it stands. `why`: what is not as it should be; empty for nothing. */
export type BridgeStands = {
  readonly isOpen: boolean;
  readonly why: string;
  readonly number: number | null;
  readonly tally: Tally | null;
};

export class VmixBridge {
  readonly #options: BridgeOptions;
  readonly #vmix: VmixLink;
  #both: Both = NOTHING_KNOWN;
  #number: number | null = null;
  #tally: Tally | null = null;
  #isOpen = false;
  #why = 'vMix is not there, or its TCP port is shut';
  /** As last heard, of every input; it may come before it is known which is ours. */
  #tallies: readonly Tally[] = [];
  #cancelOut = (): void => {};

  constructor(options: BridgeOptions) {
    const { vmix, time, random } = options;
    this.#options = options;
    this.#vmix = new VmixLink({
      host: vmix.host,
      ...(vmix.tcpPort === undefined ? {} : { port: vmix.tcpPort }),
      ...(random ? { random } : {}),
      time,
      onWords: (words) => this.#hear(words),
      onState: (isOpen) => this.#opened(isOpen),
    });
  }

  start(): void {
    this.#vmix.connect();
  }

  stop(): void {
    this.#cancelOut();
    this.#vmix.stop();
  }

  stands(): BridgeStands {
    const tally = this.#isOpen ? this.#tally : null;
    return { isOpen: this.#isOpen, why: this.#why, number: this.#number, tally };
  }

  /** Something of ours is on air, or nothing any more; null: that is not known now. */
  showIs(isOnAir: boolean | null): void {
    if (isOnAir === null) this.#both = { ...this.#both, show: null };
    else this.#do(showIs(this.#both, isOnAir, this.#options.leads));
  }

  #opened(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#why = isOpen ? '' : 'vMix is not there, or its TCP port is shut';
    this.#options.line(isOpen ? 'vMix: connected' : 'vMix: not there');
    // What was switched meanwhile is not known.
    this.#both = { ...this.#both, overlay: null };
    this.#tally = null;
    if (isOpen) void this.#find();
  }

  /** The number of the input, and whether its overlay is on, from vMix itself. */
  async #find(): Promise<void> {
    const { vmix, input, overlay } = this.#options;
    try {
      const answer = await fetch(`http://${vmix.host}:${vmix.httpPort ?? VMIX_HTTP_PORT}/api/`);
      const xml = await answer.text();
      this.#number = inputNumber(xml, input);
      if (this.#number === null) return this.#trouble(`there is no input ${input}`);
      const on = new RegExp(`<overlay number="${overlay}"[^>]*>(\\d+)</overlay>`).exec(xml)?.[1];
      this.#do(overlayIs(this.#both, Number(on) === this.#number, this.#options.leads));
      this.#tell();
    } catch (why) {
      const found = why instanceof Error ? why.message : String(why);
      this.#trouble(`its HTTP API does not answer: ${found}`);
      this.#number = inputNumber('', input);
    }
  }

  #hear(words: VmixWords): void {
    const { overlay, leads, line } = this.#options;
    if (words.kind === 'refused') line(`vMix: ${words.what} refused: ${words.why}`);
    if (words.kind === 'tally') {
      this.#tallies = words.inputs;
      this.#tell();
    }
    if (words.kind !== 'acts' || words.what !== `Overlay${overlay}`) return;
    const isOurs = words.input === null || this.#number === null || words.input === this.#number;
    // Another input in its place puts ours out.
    if (isOurs || words.isOn) this.#do(overlayIs(this.#both, isOurs && words.isOn, leads));
  }

  #tell(): void {
    const tally = this.#number === null ? null : (this.#tallies[this.#number - 1] ?? 'off');
    if (tally === null || tally === this.#tally) return;
    this.#tally = tally;
    this.#options.line(`vMix: ${this.#options.input} is ${tally === 'off' ? 'off' : `on ${tally}`}`);
  }

  #do({ both, deed }: Followed): void {
    this.#both = both;
    if (deed === null) return;
    if (deed === 'take' || deed === 'clear') return void this.#cue(deed);
    this.#cancelOut();
    if (deed === 'in') return this.#switch('In');
    this.#cancelOut = this.#options.time.after(OUT_MS, () => this.#switch('Out'));
  }

  #switch(way: 'In' | 'Out'): void {
    const { overlay, input } = this.#options;
    const which = way === 'In' ? { Input: String(this.#number ?? input) } : {};
    this.#vmix.send(functionLine(`OverlayInput${overlay}${way}`, which));
  }

  #trouble(why: string): void {
    this.#why = why;
    this.#options.line(`vMix: ${why}`);
  }

  async #cue(deed: Extract<Deed, 'take' | 'clear'>): Promise<void> {
    const refused = await this.#options.cue({ cue: deed });
    if (refused !== null) this.#options.line(`relay: ${deed} refused: ${refused}`);
  }
}
