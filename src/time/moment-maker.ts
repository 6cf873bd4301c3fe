// Puts a Moment together from what a Timeline keeps, into one reused object: a tick allocates nothing but a changed figure.
import { type Cut, figure, gameFigureText, shotFigureText } from '../game/clock.ts';
import { NO_CAMERAS } from '../game/floor-camera.ts';
import { type Game, noGame } from '../game/game.ts';
import type { Rules } from '../game/rules.ts';
import { noTeams, type TeamTable, withTeams } from '../game/team-table.ts';
import type { ClockTrack } from './clock-track.ts';
import type { FactLog } from './fact-log.ts';
import type { FrameLog, SampledTrack } from './frame-log.ts';
import type { Moment, SampledBody } from './moment.ts';

export type MomentSources = {
  readonly rules: Rules;
  readonly facts: FactLog;
  readonly frames: FrameLog;
  readonly game: ClockTrack;
  readonly shot: ClockTrack;
};

/** Two ticks further apart than this are not one count. Milliseconds. */
const LONGEST_TICK_MS = 250;
/** More than this is no late start but a correction: it is shown at once. */
const MOST_TENTHS_BEHIND = 8;

/** One clock's part of a Moment, kept between ticks so that text is made only when the figures change. */
class ReadClock {
  readonly #track: ClockTrack;
  readonly #cut: Cut;
  readonly #text: (shown: number) => string;
  readonly reading = { remainingMs: 0, running: false, text: '' };
  #shown = Number.NaN;
  #atMs = Number.NaN;
  visible = false;

  constructor(track: ClockTrack, cut: Cut, text: (shown: number) => string) {
    this.#track = track;
    this.#cut = cut;
    this.#text = text;
  }

  /** A start that was heard late leaves tenths to catch up on: they are counted down one after the other, none is skipped. */
  #inTurn(shown: number, running: boolean, instantMs: number): number {
    const stepMs = instantMs - this.#atMs;
    const behind = this.#shown - shown;
    const flows = running && stepMs > 0 && stepMs <= LONGEST_TICK_MS && shown >= 0 && this.#shown >= 0;
    if (!flows || behind > MOST_TENTHS_BEHIND) return shown;
    return Math.max(shown, this.#shown - Math.max(1, Math.ceil(stepMs / 100)));
  }

  /**
   * True when anything but the remaining time changed. A reading above `offAboveMs` that only the second witness gives is not shown: it has no display to
   * mirror, and the rules say that there is none.
   */
  at(instantMs: number, offAboveMs: number): boolean {
    const { known, off, weak, running, remainingMs } = this.#track.read(instantMs);
    const visible = known && !off && !(weak && remainingMs > offAboveMs);
    let changed = visible !== this.visible;
    this.visible = visible;
    if (!visible) return changed;
    this.reading.remainingMs = remainingMs;
    if (this.reading.running !== running) {
      this.reading.running = running;
      changed = true;
    }
    const shown = this.#inTurn(figure(this.#cut, remainingMs), running, instantMs);
    this.#atMs = instantMs;
    if (shown === this.#shown) return changed;
    this.#shown = shown;
    this.reading.text = this.#text(shown);
    return true;
  }
}

type OpenMoment = { -readonly [K in keyof Moment]: Moment[K] } & { bodies: SampledBody[] };

export class MomentMaker {
  readonly #sources: MomentSources;
  readonly #clock: ReadClock;
  readonly #shotClock: ReadClock;
  readonly #moment: OpenMoment;
  /** As the feed said it, and as the table of teams has it. */
  #last: Game = noGame;
  #seen: Game = noGame;
  #teams: TeamTable = noTeams;

  constructor(sources: MomentSources) {
    this.#sources = sources;
    this.#clock = new ReadClock(sources.game, sources.rules.gameClock, gameFigureText);
    this.#shotClock = new ReadClock(sources.shot, sources.rules.shotClock, shotFigureText);
    this.#moment = {
      atMs: 0,
      version: 0,
      game: noGame,
      rules: sources.rules,
      clock: null,
      shotClock: null,
      bodies: [],
      bodyCount: 0,
      ball: null,
      past: sources.frames,
      // The feed knows none: whoever shows a Moment lays the operator's over it.
      cameras: NO_CAMERAS,
    };
  }

  /** From now on teams are called, dressed and marked as this table has them. */
  setTeams(teams: TeamTable): void {
    this.#teams = teams;
    this.#seen = withTeams(this.#last, teams);
    this.#moment.version += 1;
  }

  /** What was true at that instant. Reused: valid until the next call. */
  at(instantMs: number): Moment {
    const moment = this.#moment;
    const game = this.#sources.facts.at(instantMs);
    const gameChanged = game !== this.#last;
    const clockChanged = this.#clock.at(instantMs, Number.POSITIVE_INFINITY);
    const shotChanged = this.#shotClock.at(instantMs, this.#shotOffAboveMs());
    if (gameChanged || clockChanged || shotChanged) moment.version += 1;
    if (gameChanged) this.#seen = withTeams(game, this.#teams);
    this.#last = game;
    moment.atMs = instantMs;
    moment.game = this.#seen;
    moment.clock = this.#clock.visible ? this.#clock.reading : null;
    moment.shotClock = this.#shotClock.visible ? this.#shotClock.reading : null;
    this.#sampleBodies(instantMs);
    return moment;
  }

  #shotOffAboveMs(): number {
    const { offAboveGameClock } = this.#sources.rules.shotClock;
    return offAboveGameClock && this.#clock.visible
      ? this.#clock.reading.remainingMs
      : Number.POSITIVE_INFINITY;
  }

  #sampleBodies(instantMs: number): void {
    const moment = this.#moment;
    const { players, ball } = this.#sources.frames;
    let count = 0;
    for (let i = 0; i < players.length; i += 1) {
      const { track, body, rejoin } = players[i] as SampledTrack;
      if (!track.sample(instantMs, body)) continue;
      rejoin.lead(body, instantMs);
      moment.bodies[count] = body;
      count += 1;
    }
    moment.bodyCount = count;
    moment.ball = ball?.track.sample(instantMs, ball.body) ? ball.body : null;
  }
}
