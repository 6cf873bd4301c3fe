// Motions of one scene that run side by side. Where two would move the same thing, the newer one alone moves it, from where the older one left it.
import { giveWay, type Motion, seek, settle } from './motion.ts';

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
  #running: Running[] = [];

  /** True while there is none to play. */
  get areAtRest(): boolean {
    return this.#running.length === 0;
  }

  /** True until a motion has been played to its end. */
  runs(motion: Motion | null): boolean {
    return this.#running.some((running) => running.motion === motion);
  }

  /** Starts a motion; it shows with the next `play`. Older ones give way to it. */
  add(motion: Motion, drive: Drive, startMs: number): void {
    for (const older of this.#running) giveWay(older.motion, motion);
    this.#running.push({ motion, drive, startMs, atSeconds: Number.NaN });
  }

  /** Puts each motion where it should be. True when one moved. */
  play(nowMs: number, instantMs: number): boolean {
    if (this.#running.length === 0) return false;
    let moved = false;
    let ended = false;
    for (const running of this.#running) {
      const { motion, drive, startMs } = running;
      const passedMs = (drive === 'now' ? nowMs : instantMs) - startMs;
      const seconds = Math.min(Math.max(0, passedMs / SECOND_MS), motion.duration());
      if (seconds >= motion.duration()) ended = true;
      if (seconds === running.atSeconds) continue;
      seek(motion, seconds);
      running.atSeconds = seconds;
      moved = true;
    }
    if (ended) this.#running = this.#running.filter(({ motion, atSeconds }) => atSeconds < motion.duration());
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
