// Two witnesses of one clock: the scorer's table at 2 Hz, and what rides on every position. The table is law; the other one is quicker.
//
// While the table speaks, the second witness is heard only when it says that the clock has started or stopped, and only where the table's own figures do
// not contradict it: so a stop shows at the positions' rate instead of half a second late. When the table falls silent, the second one speaks for it.
import type { ClockTick, ClockTrack } from './clock-track.ts';

/** The table beats every 500 ms: silent for three beats, it is not there. Milliseconds. */
const SILENT_MS = 1_500;
/** How far the two may differ and still speak of one clock. Milliseconds. */
const AGREE_MS = 300;
/** While it stands in for the table, the second witness is written down this often. Milliseconds. */
const STAND_IN_MS = 100;
/** Positions carry milliseconds; what they print is as fine as their own beat. */
const RESOLUTION_MS = 20;

export class TwoWitnesses {
  readonly #track: ClockTrack;
  #tableMs = Number.NEGATIVE_INFINITY;
  #tableResolutionMs = 100;
  #heardMs = Number.NEGATIVE_INFINITY;
  #writtenMs = Number.NEGATIVE_INFINITY;
  #running: boolean | null = null;

  constructor(track: ClockTrack) {
    this.#track = track;
  }

  /** The table's word: always taken. */
  table(tick: ClockTick): void {
    this.#track.push(tick);
    if (tick.atMs < this.#tableMs) return;
    this.#tableMs = tick.atMs;
    this.#tableResolutionMs = tick.resolutionMs;
  }

  /** The second witness' word. An older one than the last is passed by. */
  tracking(atMs: number, remainingMs: number, running: boolean): void {
    if (atMs <= this.#heardMs) return;
    this.#heardMs = atMs;
    const turned = this.#running !== null && running !== this.#running;
    this.#running = running;
    if (atMs - this.#tableMs > SILENT_MS) this.#standIn(atMs, remainingMs, running, turned);
    else if (turned && this.#agrees(atMs, remainingMs))
      this.#write(atMs, remainingMs, running, running ? RESOLUTION_MS : this.#tableResolutionMs);
  }

  #standIn(atMs: number, remainingMs: number, running: boolean, turned: boolean): void {
    if (turned || atMs - this.#writtenMs >= STAND_IN_MS)
      this.#write(atMs, remainingMs, running, RESOLUTION_MS);
  }

  #agrees(atMs: number, remainingMs: number): boolean {
    const read = this.#track.read(atMs);
    return read.known && !read.off && Math.abs(read.remainingMs - remainingMs) <= AGREE_MS;
  }

  #write(atMs: number, remainingMs: number, running: boolean, resolutionMs: number): void {
    this.#writtenMs = atMs;
    const cut = running ? remainingMs : Math.floor(remainingMs / resolutionMs + 1e-6) * resolutionMs;
    this.#track.push({ atMs, remainingMs: cut, running, resolutionMs, off: false, weak: true });
  }

  clear(): void {
    this.#track.clear();
    this.#tableMs = Number.NEGATIVE_INFINITY;
    this.#heardMs = Number.NEGATIVE_INFINITY;
    this.#writtenMs = Number.NEGATIVE_INFINITY;
    this.#running = null;
  }
}
