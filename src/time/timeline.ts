// The bounded history of one game, asked for an instant. Facts are exact at their instant; places and clocks are interpolated.
import { fold } from '../game/fold.ts';
import { type Game, noGame } from '../game/game.ts';
import type { Fact, Frame, Message, MessageOf } from '../game/message.ts';
import type { Rules } from '../game/rules.ts';
import type { TeamTable } from '../game/team-table.ts';
import { ClockTrack } from './clock-track.ts';
import { FactLog } from './fact-log.ts';
import { FrameLog } from './frame-log.ts';
import type { Moment } from './moment.ts';
import { MomentMaker } from './moment-maker.ts';
import { TwoWitnesses } from './two-witnesses.ts';

export type TimelineOptions = {
  readonly rules: Rules;
  /** How far back history goes, in milliseconds of `atMs`; 5 minutes by default. */
  readonly historyMs?: number;
  /** Upper bound of the frames' size, and of the facts', in bytes, roughly; 64 MiB by default. The oldest go first. */
  readonly maxBytes?: number;
};

/** What another Timeline needs to go on from here. */
export type History = {
  readonly game: Game;
  readonly facts: readonly Fact[];
  readonly frames: readonly Frame[];
};

export interface Timeline {
  readonly rules: Rules;
  /** Takes a Message in any order of `atMs`; the same `seq` twice counts once. */
  push(message: Message): void;
  /** What was true at that instant. The Moment is reused: valid until the next call. Instants before the history give its start. */
  at(instantMs: number): Moment;
  /** What teams are called, wear and are marked with, over what the feed says of them; `history` stays the feed's. */
  setTeams(teams: TeamTable): void;
  /** Replaces everything by a history (a snapshot). */
  reset(history: History): void;
  /** History from `sinceMs` on: the game as it was then, what was said since. */
  history(sinceMs: number): History;
  /** Instant of the newest message of any kind, and of the newest frame; 0 before the first. */
  readonly newestMs: number;
  readonly newestFrameMs: number;
  /** Highest `seq` pushed. */
  readonly seq: number;
}

/** How far back history goes where nobody says otherwise, in milliseconds. */
export const HISTORY_MS = 300_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** History is cut in steps of this, not at every message. Milliseconds. */
const TRIM_STEP_MS = 5_000;

/** An empty Timeline. */
export function makeTimeline({
  rules,
  historyMs = HISTORY_MS,
  maxBytes = MAX_BYTES,
}: TimelineOptions): Timeline {
  const facts = new FactLog(maxBytes);
  const frames = new FrameLog(maxBytes);
  const game = new ClockTrack();
  const shot = new ClockTrack({ resetsMs: [rules.shotClock.fullMs, rules.shotClock.shortMs] });
  const gameWitnesses = new TwoWitnesses(game);
  const shotWitnesses = new TwoWitnesses(shot);
  const moments = new MomentMaker({ rules, facts, frames, game, shot });
  let newestMs = 0;
  let seq = 0;
  let trimmedMs = Number.NEGATIVE_INFINITY;

  const tick = ({
    atMs,
    game: said,
    shot: shotSaid,
  }: Pick<MessageOf<'clock'>, 'atMs' | 'game' | 'shot'>): void => {
    gameWitnesses.table({ ...said, atMs, off: false });
    if (shotSaid === undefined) return;
    shotWitnesses.table(
      shotSaid
        ? { ...shotSaid, atMs, off: false }
        : { atMs, remainingMs: 0, running: false, resolutionMs: 1000, off: true },
    );
  };

  /** The clocks as they stood when a history begins. */
  const stand = ({ clock, shotClock }: Game): void => {
    if (clock) tick({ atMs: clock.atMs, game: clock, shot: shotClock });
  };

  const trim = (): void => {
    const beforeMs = newestMs - historyMs;
    if (beforeMs - trimmedMs < TRIM_STEP_MS) return;
    trimmedMs = beforeMs;
    facts.trim(beforeMs);
    frames.trim(beforeMs);
    game.trim(beforeMs);
    shot.trim(beforeMs);
  };

  const hearFrame = (frame: Frame): void => {
    frames.push(frame);
    const { clock } = frame;
    if (!clock || clock.running === null) return;
    if (clock.gameMs !== null) gameWitnesses.tracking(frame.atMs, clock.gameMs, clock.running);
    if (clock.shotMs !== null) shotWitnesses.tracking(frame.atMs, clock.shotMs, clock.running);
  };

  /** The clocks of the game before are nobody's. */
  const unset = (atMs: number): void => {
    const off = { atMs, remainingMs: 0, running: false, resolutionMs: 1000, off: true };
    gameWitnesses.table(off);
    shotWitnesses.table(off);
  };

  const push = (message: Message): void => {
    if (message.kind === 'frame') hearFrame(message);
    else if (message.kind === 'begin') {
      if (facts.push(message)) unset(message.atMs);
    } else if (facts.push(message) && message.kind === 'clock' && message.witness === 'official')
      tick(message);
    seq = Math.max(seq, message.seq);
    newestMs = Math.max(newestMs, message.atMs);
    trim();
  };

  return {
    rules,
    push,
    at: (instantMs) => moments.at(instantMs),
    setTeams: (teams) => moments.setTeams(teams),
    reset(history) {
      facts.reset(history.game);
      frames.clear();
      gameWitnesses.clear();
      shotWitnesses.clear();
      newestMs = 0;
      seq = 0;
      trimmedMs = Number.NEGATIVE_INFINITY;
      stand(history.game);
      for (const fact of history.facts) push(fact);
      for (const frame of history.frames) push(frame);
    },
    history: (sinceMs) => ({ ...facts.since(sinceMs), frames: frames.since(sinceMs) }),
    get newestMs() {
      return newestMs;
    },
    get newestFrameMs() {
      return frames.newestMs;
    },
    get seq() {
      return seq;
    },
  };
}

/** The game after facts, in the order of (`atMs`, `seq`), from `base`. For tests and tools that have all facts at hand. */
export const foldAll = (facts: readonly Fact[], base: Game = noGame): Game =>
  [...facts].sort((a, b) => a.atMs - b.atMs || a.seq - b.seq).reduce(fold, base);
