// What an output shows at an instant, from what the relay has said so far. It looks at no clock and draws nothing.
import { type Course, gameAt, isLiveCourse, LIVE_COURSE } from '../../game/course.ts';
import { rulesOf } from '../../game/rules.ts';
import { type Delayed, instantOf, LIVE, type Playhead, reachMs } from '../../show/playhead.ts';
import { SeenMoment } from '../../show/seen-moment.ts';
import { emptyShow, playheadOf, type Show } from '../../show/show.ts';
import { nextChangeMs, showAt } from '../../show/show-at.ts';
import type { Graphic } from '../../stage/graphic.ts';
import type { StageTick } from '../../stage/stage.ts';
import { PAST_MS } from '../../time/moment.ts';
import { Playout } from '../../time/playout.ts';
import { HISTORY_MS, makeTimeline, type Timeline } from '../../time/timeline.ts';
import { type Look, noLook } from '../../wire/look.ts';
import { type Down, type PackedFrame, type Snapshot, unpackFrame } from '../../wire/wire.ts';
import type { OutputAddress } from './address.ts';
import { type LayerWishes, standing, wishesOf } from './layer-wishes.ts';

/** One picture's worth, and what is told of it. Reused: valid until the next call. */
export type Shown = StageTick & {
  /** Of the Show that is shown. */
  readonly revision: number;
  /** The highest `seq` of what was heard. */
  readonly seq: number;
  readonly delayMs: number;
};

type OpenShown = { -readonly [Key in keyof Shown]: Shown[Key] };

/** History beyond the delay, in milliseconds: what a picture hangs on, and more than the longest live playout. */
export const HISTORY_MARGIN_MS = PAST_MS + 2_000;
/** The weight of one frame in the estimate of how long the wire takes: a page's own stall makes a burst of long ones, which must not count. */
const SHORTER_WEIGHT = 0.05;
const LONGER_WEIGHT = 0.002;
/** The most that is believed of it. Milliseconds. */
const LONGEST_TRANSIT_MS = 100;

const fixedAt = (delayMs: number): Delayed => ({ ...LIVE, delayMs });

/** Where an output plays: its own place where it was sent somewhere, else that of whom it is played as. */
function playedAs(show: Show, name: string, as: string): Playhead {
  const own = playheadOf(show, name);
  return own.kind === 'delayed' && own.delayMs === 0 ? playheadOf(show, as) : own;
}

/** How far back an output asks for history before it knows what delay the operator has set. */
export const firstHistoryMs = ({ delayMs }: OutputAddress): number =>
  Math.min(HISTORY_MS, (delayMs ?? 0) + HISTORY_MARGIN_MS);

export class Playback {
  readonly #address: OutputAddress;
  readonly #standing: LayerWishes | null;
  readonly #playout = new Playout();
  readonly #seen = new SeenMoment();
  #timeline: Timeline | null = null;
  #show: Show = emptyShow;
  #as: string;
  #look: Look = noLook;
  #layers: LayerWishes = {};
  #playhead: Playhead = LIVE;
  #course: Course = LIVE_COURSE;
  #nextChangeMs = Number.POSITIVE_INFINITY;
  #transitMs = 0;
  #askedMs: number;
  #replaced = false;
  #shown: OpenShown | null = null;

  constructor(address: OutputAddress, graphics: ReadonlyMap<string, Graphic>) {
    this.#address = address;
    this.#as = address.name;
    this.#standing = address.graphics && standing(address.graphics, graphics);
    this.#askedMs = firstHistoryMs(address);
  }

  get show(): Show {
    return this.#show;
  }

  /** The themes that there are, and what is known of teams; nothing before the first snapshot. */
  get look(): Look {
    return this.#look;
  }

  /** What each layer should show; empty before the first snapshot. */
  get layers(): LayerWishes {
    return this.#layers;
  }

  /** Takes a message of the relay, heard at `nowMs` of its clock. */
  hear(down: Down, nowMs: number): void {
    switch (down.type) {
      case 'snapshot':
        return this.#reset(down);
      case 'facts':
        for (const fact of down.facts) this.#timeline?.push(fact);
        return;
      case 'frame':
        return this.#frame(down.frame, nowMs);
      case 'show':
        return this.#follow(down.show);
      case 'look':
        return this.#wear(down.look);
      case 'transport':
        this.#course = down.transport.course;
        return;
      case 'health':
      case 'echo':
      case 'refused':
        return;
      default: {
        const never: never = down;
        return never;
      }
    }
  }

  /** From now on where the show has that output play, unless this one was sent somewhere by its own name. */
  playAs(output: string): void {
    this.#as = output;
    this.#follow(this.#show);
  }

  /** What to show at `nowMs` of the relay's clock; null before the first snapshot. */
  at(nowMs: number): Shown | null {
    const timeline = this.#timeline;
    if (!timeline) return null;
    const gameMs = gameAt(this.#course, nowMs);
    const instantMs = instantOf(this.#playhead, nowMs, this.#liveMs(nowMs), gameMs);
    const moment = this.#seen.of(timeline.at(instantMs), this.#show);
    this.#shown ??= { nowMs, moment, layers: {}, settled: false, revision: 0, seq: 0, delayMs: 0 };
    const shown = this.#shown;
    if (nowMs >= this.#nextChangeMs) this.#changeBy(nowMs);
    shown.nowMs = nowMs;
    shown.moment = moment;
    shown.layers = this.#layers;
    shown.settled = this.#replaced;
    shown.revision = this.#show.revision;
    shown.seq = timeline.seq;
    shown.delayMs = gameMs - instantMs;
    this.#replaced = false;
    return shown;
  }

  /** How far behind live plays here. What is stopped, slowed, or played fast or backwards is known beyond its instant: nothing is waited for. */
  #liveMs(nowMs: number): number {
    const liveMs = nowMs - this.#playout.instant(nowMs, this.#transitMs);
    return isLiveCourse(this.#course) ? liveMs : 0;
  }

  /** How far back history is missing for what is to be shown, in milliseconds; null while there is enough. Asked for once. */
  missingHistoryMs(nowMs: number): number | null {
    if (!this.#timeline) return null;
    const wantedMs = Math.min(HISTORY_MS, reachMs(this.#playhead, nowMs, HISTORY_MARGIN_MS));
    if (wantedMs <= this.#askedMs) return null;
    this.#askedMs = wantedMs;
    return wantedMs;
  }

  #reset({ rules, show, look, game, facts, frames, transport }: Snapshot): void {
    this.#course = transport?.course ?? LIVE_COURSE;
    const first = this.#timeline === null;
    if (this.#timeline?.rules.name !== rules) this.#timeline = makeTimeline({ rules: rulesOf(rules) });
    const unpacked = frames.map(unpackFrame);
    this.#timeline.reset({ game, facts, frames: unpacked });
    for (const frame of unpacked) this.#playout.heard(frame.atMs, frame.heardMs);
    this.#replaced = !first;
    this.#wear(look);
    this.#follow(show);
  }

  #wear(look: Look): void {
    this.#look = look;
    this.#timeline?.setTeams(look.table);
  }

  #frame(packed: PackedFrame, nowMs: number): void {
    const frame = unpackFrame(packed);
    this.#timeline?.push(frame);
    // What is not played as in life tells nothing of the way here.
    if (!isLiveCourse(this.#course)) return;
    this.#playout.heard(frame.atMs, frame.heardMs);
    const transitMs = Math.min(LONGEST_TRANSIT_MS, Math.max(0, nowMs - frame.heardMs));
    this.#transitMs +=
      (transitMs - this.#transitMs) * (transitMs < this.#transitMs ? SHORTER_WEIGHT : LONGER_WEIGHT);
  }

  /** What was taken for a time goes on time, and what was armed comes, whether or not the relay can still say so. */
  #changeBy(nowMs: number): void {
    const show = showAt(this.#show, nowMs);
    this.#layers = wishesOf(show, this.#address.bus);
    this.#nextChangeMs = nextChangeMs(show);
  }

  #follow(show: Show): void {
    const { bus, delayMs, name } = this.#address;
    this.#show = show;
    this.#layers = this.#standing ?? wishesOf(show, bus);
    this.#nextChangeMs = this.#standing ? Number.POSITIVE_INFINITY : nextChangeMs(show);
    // An address that says its delay keeps it; any other output plays where the show says.
    this.#playhead =
      delayMs === undefined || delayMs === null ? playedAs(show, name, this.#as) : fixedAt(delayMs);
  }
}
