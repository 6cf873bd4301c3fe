// One simulated game told as time passes, from where a listener comes in to its end; what happened before is told first, in portions.
import type { Timekeeper } from '../feed.ts';
import { isSequenced, type Source } from '../shottracker/sources.ts';
import { stampsFrom } from './play-game.ts';
import { makeTeller, type Teller, type TellerOptions } from './teller.ts';
import type { StampOf, Utterance } from './utterance.ts';
import { STEP_MS } from './world.ts';

/** `midgame`: a good part of the first half is played. `closing`: two minutes are left of regular time. */
export const STARTS = ['pregame', 'tipoff', 'midgame', 'closing'] as const;
export type StartAt = (typeof STARTS)[number];

export type RunOptions = TellerOptions & {
  readonly time: Timekeeper;
  /** How fast the game goes; 1 by default. */
  readonly speed?: number;
  /** Where a listener comes in: some seconds before the tip, at the tip, with a good part of the first half played (by default), or near the end. */
  readonly startAt?: StartAt;
};

/** Who hears a game: each text as the provider would send it, and in the end that it is over. */
export type RunReader = {
  /** `heardMs` never falls. */
  hear(text: string, source: Source, heardMs: number): void;
  over(teller: Teller): void;
};

export type Running = { readonly teller: Teller; stop(): void };

/** The game moves on this often, in milliseconds of the timekeeper. */
const BEAT_MS = 20;
/** A process that slept for longer than this does not play what it missed: the game stood still meanwhile. Milliseconds. */
const CATCH_UP_MS = 1_000;
/** What happened before somebody came in is told in portions, so that nothing else has to wait. */
const BACKLOG_PORTION = 60;
/** How much of the first half is played when somebody comes in at mid-game, and what must at least be left of the period. */
const PLAYED = 0.3;
const LEFT_MS = 60_000;
const CLOSING_MS = 120_000;

/** Whether play goes on and a listener should come in now. */
function isSeen({ world }: Teller, startAt: StartAt): boolean {
  const { table, rules, playedMs } = world;
  if (startAt === 'pregame') return true;
  if (!table.running) return false;
  const regularMs = rules.periodMs * rules.periods.length;
  if (startAt === 'closing') return playedMs >= regularMs - CLOSING_MS;
  return startAt === 'tipoff' || (playedMs >= regularMs * PLAYED && table.gameMs > LEFT_MS);
}

/** Plays on unseen until a listener should come in. Returns what happened meanwhile. */
function playUpTo(teller: Teller, startAt: StartAt): Utterance[] {
  const missed: Utterance[] = [];
  while (!teller.over && !isSeen(teller, startAt)) for (const one of teller.step(true)) missed.push(one);
  return missed;
}

/** Runs a game until it is over or stopped. */
export function runGame(options: RunOptions, reader: RunReader): Running {
  const { time, speed = 1, startAt = 'midgame' } = options;
  const teller = makeTeller(options);
  const backlog = playUpTo(teller, startAt);
  let startMs = time.now();
  let heardMs = startMs;
  const fromSimMs = teller.world.nowMs;
  let stampOf: StampOf = stampsFrom(startMs, fromSimMs, speed);
  let cancel = (): void => {};
  let stopped = false;

  const tell = (utterance: Utterance): void => {
    if (stopped) return;
    // What is told late is heard late: nothing is heard before what was told before it.
    heardMs = Math.max(stampOf(utterance.simMs), heardMs);
    reader.hear(utterance.text(stampOf), utterance.source, heardMs);
  };

  /** What has a sequence waits until everything before it is told; the rest is of the instant. */
  const pass = (utterance: Utterance): void => {
    if (backlog.length > 0 && isSequenced(utterance.source)) backlog.push(utterance);
    else tell(utterance);
  };

  const simNow = (): number => fromSimMs + (time.now() - startMs) * speed;

  const beat = (): void => {
    const behindMs = simNow() - teller.world.nowMs;
    if (behindMs > CATCH_UP_MS * speed) {
      // The stamps go on with the timekeeper; the game goes on from where it stood.
      startMs += (behindMs - STEP_MS) / speed;
      stampOf = stampsFrom(startMs, fromSimMs, speed);
    }
    // Asked once: a machine that plays slower than time goes by would never come to the end of it.
    const untilMs = simNow() - STEP_MS;
    while (!stopped && !teller.over && teller.world.nowMs <= untilMs) teller.step().forEach(pass);
    for (const utterance of backlog.splice(0, BACKLOG_PORTION)) tell(utterance);
    if (stopped) return;
    if (teller.over && backlog.length === 0) {
      reader.over(teller);
      return;
    }
    cancel = time.after(BEAT_MS, beat);
  };

  beat();
  return {
    teller,
    stop() {
      stopped = true;
      cancel();
    },
  };
}
