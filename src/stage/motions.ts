// Motions of one scene that run side by side. Where two move the same thing the newer one has its way, until all older ones have ended.
import { hold, type Motion, seek, settle } from './motion.ts';

/** What drives a motion: a take runs on the relay's clock, a change in the game on the instant that is shown. */
export type Drive = 'now' | 'instant';

type Running = {
  readonly motion: Motion;
  readonly drive: Drive;
  readonly startMs: number;
  atSeconds: number;
};

const SECOND_MS = 1_000;

export class Motions {
  /** Oldest first. */
  #running: Running[] = [];

  get moving(): boolean {
    return this.#running.length > 0;
  }

  /** Starts a motion; it shows with the next `play`. */
  add(motion: Motion, drive: Drive, startMs: number): void {
    this.#running.push({ motion, drive, startMs, atSeconds: Number.NaN });
  }

  /** Puts each motion where it should be. True when one moved. */
  play(nowMs: number, instantMs: number): boolean {
    let moved = false;
    for (const running of this.#running) {
      const passedMs = (running.drive === 'now' ? nowMs : instantMs) - running.startMs;
      const seconds = Math.min(Math.max(0, passedMs / SECOND_MS), running.motion.duration());
      if (seconds === running.atSeconds && !moved) continue;
      // What an older one has just moved is moved back, also by one that stands at its end.
      if (moved || Number.isNaN(running.atSeconds)) hold(running.motion, seconds);
      else seek(running.motion, seconds);
      running.atSeconds = seconds;
      moved = true;
    }
    while (this.#running[0] && this.#running[0].atSeconds >= this.#running[0].motion.duration())
      this.#running.shift();
    return moved;
  }

  /** Puts every motion at its end and forgets it. */
  settle(): void {
    for (const { motion } of this.#running) settle(motion);
    this.#running = [];
  }

  /** Forgets every motion where it stands. */
  drop(): void {
    this.#running = [];
  }
}
