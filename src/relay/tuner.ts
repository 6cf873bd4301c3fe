// What the relay listens to, and what goes with it: the intake, the tape, the game that outlives the relay. It may be changed for another while the relay runs.
import type { Feed, LaneTold, Timekeeper, Words } from '../feeds/feed.ts';
import { gameAt } from '../game/course.ts';
import type { Fault } from '../game/fault.ts';
import { noGame } from '../game/game.ts';
import type { Message } from '../game/message.ts';
import type { TransportInfo } from '../game/transport.ts';
import type { Timeline } from '../time/timeline.ts';
import type { GameFile } from './game-file.ts';
import { type Intake, makeIntake } from './intake.ts';
import type { Recorder } from './recorder.ts';
import type { Redact } from './redact.ts';
import { takeUp } from './take-up.ts';
import type { CutSource } from './tapes/cuts.ts';

/** A feed, with what goes with it. */
export type Tuning = {
  readonly feed: Feed;
  /** Nothing real is played. */
  readonly rehearsal: boolean;
  /** Keeps what the feed has said of a game that is no rehearsal; without it nothing is known after a restart until the feed speaks. */
  readonly gameFile?: (onFault: (fault: Fault) => void) => GameFile;
  /** Records; without it there is no tape. */
  readonly recorder?: (onFault: (fault: Fault) => void) => Recorder;
  /** The tape that the feed plays, with its folder. */
  readonly played?: string;
};

export type TunerOptions = {
  readonly time: Timekeeper;
  readonly redact: Redact;
  readonly timeline: Timeline;
  readonly onWords: (words: Words) => void;
  /** What we said to the provider. */
  readonly onSent: (words: Words) => void;
  readonly onMessage: (message: Message) => void;
  /** How one of two feeds stands. */
  readonly onLane: (told: LaneTold) => void;
  /** `words`: those in which it was found; null where it was found in none. */
  readonly onFault: (fault: Fault, words: Words | null) => void;
  /** A tape has begun, where there is one; nothing was heard yet. */
  readonly onBegin: () => void;
  /** A tape is played otherwise from now on. `jumped`: the timeline holds another history. */
  readonly onTransport: (info: TransportInfo, jumped: boolean) => void;
  /** How far back anybody looks, in milliseconds. */
  readonly reachMs: () => number;
};

export class Tuner {
  readonly #options: TunerOptions;
  #intake: Intake;
  #recorder: Recorder | undefined;
  #gameFile: GameFile | undefined;
  #played: string | undefined;
  #seq = 0;
  #turns = 0;
  #stopped = false;
  #turning: Promise<void> = Promise.resolve();

  constructor(first: Tuning, options: TunerOptions) {
    this.#options = options;
    this.#intake = this.#take(first);
  }

  get intake(): Intake {
    return this.#intake;
  }

  /** How often another was listened to. */
  get turns(): number {
    return this.#turns;
  }

  /** Undefined where nothing is recorded. */
  get recorder(): Recorder | undefined {
    return this.#recorder;
  }

  /** The tape that is recorded, with all that was heard until now, or else played, and where it is now on its own time line. */
  async tapeSource(): Promise<CutSource | null> {
    const nowMs = this.#options.time.now();
    const recorder = this.#recorder;
    const path = recorder?.path() ?? null;
    if (path !== null) {
      await recorder?.saved();
      return { path, nowMs };
    }
    const transport = this.#intake.transport();
    if (this.#played === undefined || transport === null) return null;
    return { path: this.#played, nowMs: gameAt(transport.course, nowMs) - transport.offsetMs };
  }

  /** The game as a relay before this one left it is known from now on. */
  async prepare(): Promise<void> {
    const { timeline } = this.#options;
    const kept = await this.#gameFile?.load();
    if (kept) this.#seq = Math.max(this.#seq, takeUp(kept, timeline));
    await this.#gameFile?.start((sinceMs) => timeline.history(sinceMs));
  }

  /** Records and listens from now on. */
  async begin(): Promise<void> {
    await this.#recorder?.start();
    this.#options.onBegin();
    this.#intake.start(this.#seq);
  }

  /** Listens to another from now on. What was heard before is forgotten: it was of another game. One change at a time. */
  turn(next: Tuning): Promise<void> {
    const turned = this.#turning.then(() => this.#turn(next));
    // What became of one change is no reason not to make the next.
    this.#turning = turned.catch(() => undefined);
    return turned;
  }

  /** Nothing is heard any more, and what is kept is kept. May be called twice. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#turning;
    await this.#intake.stop();
  }

  /** Ends the kept game and the tape; what is noted until then stands on it. */
  async close(): Promise<void> {
    await this.#gameFile?.stop();
    await this.#recorder?.stop();
  }

  #take({ played, feed, rehearsal, recorder, gameFile }: Tuning): Intake {
    const { time, redact, timeline, onWords, onMessage, onFault, onTransport, reachMs } = this.#options;
    const tell = (told: Fault): void => onFault(told, null);
    this.#played = played;
    this.#recorder = recorder?.(tell);
    this.#gameFile = gameFile?.(tell);
    return makeIntake({
      feed,
      time,
      redact,
      rehearsal,
      onLane: this.#options.onLane,
      onFault,
      onSent: this.#options.onSent,
      onTransport: (info) => onTransport(info, false),
      reachMs,
      onJump: (history, info) => {
        timeline.reset(history);
        this.#seq = Math.max(this.#seq, timeline.seq);
        onTransport(info, true);
      },
      onWords: (words) => {
        this.#recorder?.words(words);
        onWords(words);
      },
      onMessage: (message) => {
        this.#seq = message.seq;
        if (message.kind !== 'frame') this.#gameFile?.fact(message);
        onMessage(message);
      },
    });
  }

  async #turn(next: Tuning): Promise<void> {
    if (this.#stopped) return;
    await this.#intake.stop();
    await this.close();
    this.#options.timeline.reset({ game: noGame, facts: [], frames: [] });
    this.#turns += 1;
    this.#intake = this.#take(next);
    await this.prepare();
    await this.begin();
  }
}
