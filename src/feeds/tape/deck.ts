// What takes orders for a tape: play, pause, rate, seek, step, marks, loop; and says how it stands.
import { type Fault, fault } from '../../game/fault.ts';
import type { Outline } from '../../game/outline.ts';
import {
  EVENT_LEAD_MS,
  type Order,
  SHORTEST_LOOP_MS,
  STEP_FPS,
  type TransportInfo,
} from '../../game/transport.ts';
import type { OpenTape } from '../../tape/open.ts';
import { beginOf } from '../../tape/tape.ts';
import type { FeedReader, Timekeeper, Transport } from '../feed.ts';
import type { Drawing } from './drawing.ts';
import { INSTANT_FORMS, readInstant } from './instant.ts';
import { type Bounds, LOOKAHEAD_MS, Player } from './player.ts';
import type { Reel } from './reel.ts';

/** An event that has just been gone to is not the one before; nor is it the next. Milliseconds. */
const HERE_MS = 1_000;
/** How far the tape is known is told again when it is so much further, as a share of its length. */
const TELL_SHARE = 0.05;

export type DeckOptions = {
  readonly tape: OpenTape;
  /** Name of the file. */
  readonly file: string;
  readonly reel: Reel;
  readonly drawing: Drawing;
  readonly time: Timekeeper;
  readonly rate: number;
  readonly to: FeedReader;
};

type Goal = { readonly tapeMs: number; readonly isPlaying: boolean };

const refusal = (where: string, expected: string, found: string): Fault =>
  fault('transport-refused', where, expected, found);

export class Deck implements Transport {
  readonly #options: DeckOptions;
  readonly #player: Player;
  readonly #fromMs: number;
  readonly #toMs: number;
  #rate: number;
  #isPlaying = true;
  #isEnded = false;
  /** Where to go once that is read. */
  #goal: Goal | null = null;
  #inMs: number | null = null;
  #outMs: number | null = null;
  #loop = false;
  #toldReadMs = Number.NEGATIVE_INFINITY;

  constructor(options: DeckOptions) {
    const { tape, reel, time, to, rate } = options;
    this.#options = options;
    this.#rate = rate;
    this.#fromMs = beginOf(tape.about, tape.firstMs);
    this.#toMs = Math.max(this.#fromMs, tape.lastMs);
    this.#player = new Player({
      reel,
      time,
      to,
      fromMs: this.#fromMs,
      onBound: () => this.#atBound(),
      onCourse: () => this.#tell(),
      onJump: (jump) => to.jump?.({ ...jump, transport: this.info() }),
    });
  }

  /** Begins to play. */
  start(): void {
    this.#player.begin(this.#rate, this.#bounds);
  }

  stop(): void {
    this.#player.stop();
  }

  /** More of the tape is on the reel. */
  more(): void {
    if (this.#goal && this.#isRead(this.#goal.tapeMs)) this.#go(this.#goal);
    else this.#player.turn();
    const { readMs, isWhole } = this.#options.reel;
    if (isWhole || readMs - this.#toldReadMs > (this.#toMs - this.#fromMs) * TELL_SHARE) this.#tell();
  }

  info(): TransportInfo {
    const { tape, file, reel } = this.#options;
    const { what } = tape.about;
    return {
      status: this.#goal ? 'reading' : this.#isEnded ? 'ended' : this.#isPlaying ? 'playing' : 'paused',
      rate: this.#rate,
      course: this.#player.course,
      offsetMs: this.#player.offsetMs,
      file,
      ...(what === undefined ? {} : { what }),
      fromMs: this.#fromMs,
      toMs: this.#toMs,
      readMs: reel.isWhole ? this.#toMs : Math.min(this.#toMs, reel.readMs),
      inMs: this.#inMs,
      outMs: this.#outMs,
      loop: this.#loop,
    };
  }

  outline(): Outline {
    const { reel, drawing } = this.#options;
    return drawing.outline(reel.isWhole ? this.#toMs : reel.readMs);
  }

  order(order: Order): Fault | null {
    switch (order.do) {
      case 'play':
        return this.#play(order.rate ?? this.#rate);
      case 'pause':
        return this.#pause();
      case 'toggle':
        return this.#isPlaying ? this.#pause() : this.#play(this.#rate);
      case 'rate':
        return this.#setRate(order.rate);
      case 'seek':
        return this.#seek(order.to);
      case 'skip':
        return this.#moveTo(this.#player.tapeMs + order.byMs);
      case 'event':
        return this.#toEvent(order.by);
      case 'step':
        this.#isPlaying = false;
        return this.#moveTo(this.#player.tapeMs + (order.frames * 1_000) / (order.fps ?? STEP_FPS));
      case 'mark':
        return this.#mark(order.which, order.atMs);
      case 'loop':
        this.#loop = order.on;
        return this.#again();
      default: {
        const never: never = order;
        return never;
      }
    }
  }

  get #bounds(): Bounds {
    return this.#loop
      ? { lowMs: this.#inMs ?? this.#fromMs, highMs: this.#outMs ?? this.#toMs }
      : { lowMs: this.#fromMs, highMs: this.#toMs };
  }

  #isRead(tapeMs: number): boolean {
    const { reel } = this.#options;
    return reel.isWhole || reel.readMs > tapeMs + LOOKAHEAD_MS;
  }

  #within = (tapeMs: number): number => Math.max(this.#fromMs, Math.min(this.#toMs, tapeMs));

  /** Goes there, once it is read. */
  #go(goal: Goal): void {
    const isRead = this.#isRead(goal.tapeMs);
    this.#goal = isRead ? null : goal;
    this.#isPlaying = goal.isPlaying;
    if (this.#isEnded) this.#options.to.status('live');
    this.#isEnded = false;
    if (isRead) this.#player.go(goal.tapeMs, goal.isPlaying ? this.#rate : 0, this.#bounds);
    else this.#player.go(this.#player.tapeMs, 0, this.#bounds);
  }

  #moveTo(tapeMs: number): null {
    this.#go({ tapeMs: this.#within(tapeMs), isPlaying: this.#isPlaying });
    return null;
  }

  /** The same place, by what has been set since. */
  #again(): null {
    return this.#moveTo(this.#goal?.tapeMs ?? this.#player.tapeMs);
  }

  #play(rate: number): null {
    const { lowMs, highMs } = this.#bounds;
    this.#rate = rate;
    this.#isPlaying = true;
    const tapeMs = this.#goal?.tapeMs ?? this.#player.tapeMs;
    // From its end a tape is played from its beginning.
    if (rate > 0 && tapeMs >= highMs) return this.#moveTo(lowMs);
    if (rate < 0 && tapeMs <= lowMs) return this.#moveTo(highMs);
    return this.#moveTo(tapeMs);
  }

  #pause(): null {
    this.#isPlaying = false;
    return this.#again();
  }

  #setRate(rate: number): null {
    this.#rate = rate;
    return this.#isEnded ? this.#tell() : this.#again();
  }

  #seek(to: number | string): Fault | null {
    const toMs = typeof to === 'number' ? to : this.#instantOf(to);
    return typeof toMs === 'number' ? this.#moveTo(toMs) : toMs;
  }

  /** The instant that words mean. */
  #instantOf(text: string): number | Fault {
    const instant = readInstant(text.trim());
    if (instant === null) return refusal('to', INSTANT_FORMS, text);
    if (instant.is === 'wall') return instant.atMs;
    if (instant.is === 'edge') return instant.afterMs + (instant.of === 'begin' ? this.#fromMs : this.#toMs);
    const atMs = this.#options.drawing.clockAt(instant.period, instant.remainingMs);
    if (atMs !== null) return atMs;
    const { isWhole } = this.#options.reel;
    return refusal('to', isWhole ? 'a time that the clock showed' : 'a time that is read by now', text);
  }

  #toEvent(by: 1 | -1): Fault | null {
    const places = this.outline().events.map(({ atMs }) => this.#within(atMs - EVENT_LEAD_MS));
    const hereMs = this.#goal?.tapeMs ?? this.#player.tapeMs;
    const found =
      by > 0
        ? places.find((atMs) => atMs > hereMs + 1)
        : places.filter((atMs) => atMs < hereMs - HERE_MS).at(-1);
    return found === undefined ? refusal('event', 'an event that way', 'none') : this.#moveTo(found);
  }

  #mark(which: 'in' | 'out', given: number | null | undefined): null {
    const atMs = given === undefined ? this.#player.tapeMs : given;
    const markMs = atMs === null ? null : this.#within(atMs);
    if (which === 'in') this.#inMs = markMs;
    else this.#outMs = markMs;
    // The mark that was set last holds.
    if (this.#inMs !== null && this.#outMs !== null && this.#outMs - this.#inMs < SHORTEST_LOOP_MS) {
      if (which === 'in') this.#outMs = null;
      else this.#inMs = null;
    }
    return this.#loop ? this.#again() : this.#tell();
  }

  #atBound(): void {
    const { lowMs, highMs } = this.#bounds;
    const tapeMs = this.#player.rate < 0 ? lowMs : highMs;
    if (this.#loop) return this.#go({ tapeMs: tapeMs === lowMs ? highMs : lowMs, isPlaying: true });
    // Its last words are heard before it is over.
    if (!this.#options.reel.isWhole) return;
    this.#isPlaying = false;
    this.#isEnded = tapeMs === this.#toMs;
    this.#player.go(tapeMs, 0, this.#bounds);
    if (this.#isEnded) this.#options.to.status('ended', 'the tape is over');
  }

  #tell(): null {
    this.#toldReadMs = this.#options.reel.readMs;
    this.#options.to.transport?.(this.info());
    return null;
  }
}
