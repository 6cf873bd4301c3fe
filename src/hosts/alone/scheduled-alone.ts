// One graphic that a host asks for instants: the picture at each follows from a schedule, a tape and what the host told, whichever way the host came there.
import { type Fault, fault } from '../../game/fault.ts';
import type { Viewport } from '../../stage/frame-fit.ts';
import type { Graphic } from '../../stage/graphic.ts';
import type { Alone, AloneOptions, CustomAnswer, PlayWish } from './alone.ts';
import { AloneStage } from './alone-stage.ts';
import { changeBy } from './custom-action.ts';
import { type FormField, formOf } from './form.ts';
import { type HostData, HostReader } from './host-data.ts';
import { atRest, type Hosted, play, stop, update } from './hosted.ts';
import { readMessageLines } from './message-lines.ts';
import { ToldGame } from './told-game.ts';

export type ScheduledAction =
  | { readonly type: 'update'; readonly data: unknown; readonly skipAnimation: boolean }
  | ({ readonly type: 'play' } & PlayWish)
  | { readonly type: 'stop'; readonly skipAnimation: boolean }
  | {
      readonly type: 'custom';
      readonly id: string;
      readonly payload: unknown;
      readonly skipAnimation: boolean;
    };
/** `timestampMs` on the host's own line, which begins with 0. */
export type Scheduled = { readonly timestampMs: number; readonly action: ScheduledAction };

/** All motion that a picture can hold has begun no longer ago: so much is gone through before a picture that does not follow the last. Milliseconds. */
const RUN_UP_MS = 5_200;
/** A picture so little later than the last goes on from it. Milliseconds. */
const FOLLOWS_MS = 480;
/** Between pictures the stage is moved at every whole multiple of these: coarsely, then as finely as trails are drawn. Milliseconds. */
const COARSE_MS = 200;
const FINE_MS = 20;
const FINE_FOR_MS = 2_000;
/** What the host's 0 is where no tape says it. Milliseconds since 1970. */
const ORIGIN_MS = 1_000_000_000_000;

type Tape = { readonly address: string; readonly text: string };

export class ScheduledAlone implements Alone {
  readonly graphic: Graphic;
  readonly #form: readonly FormField[];
  readonly #reader: HostReader;
  readonly #stage: AloneStage;
  #first: HostData;
  #schedule: readonly Scheduled[] = [];
  /** What was asked for at once, and so belongs where the host was. */
  #asked: readonly Scheduled[] = [];
  #tape: Tape = { address: '', text: '' };
  #originMs = ORIGIN_MS;
  #game = new ToldGame();
  /** In order; `states[n]` is how it stands after n of them. */
  #actions: readonly Scheduled[] = [];
  #states: readonly Hosted[];
  #atMs = 0;
  /** Up to where the stage has been moved; NaN: it must be brought up from nothing. */
  #movedMs = Number.NaN;
  #queue: Promise<void> = Promise.resolve();

  constructor({ graphic, element, viewport, renderer }: AloneOptions) {
    this.graphic = graphic;
    this.#form = formOf(graphic);
    this.#reader = new HostReader(graphic);
    this.#first = this.#reader.defaults;
    this.#states = [atRest(this.#first)];
    const clock = (): number => globalThis.performance.now();
    // The same on every machine: no graphics card has a say in it.
    const kind = renderer === 'webgl' ? 'webgl' : 'canvas';
    this.#stage = new AloneStage({ graphic, element, viewport, renderer: kind, delayMs: () => 0 }, clock);
  }

  get step(): number | null {
    return this.#hostedAt(this.#atMs).step;
  }

  get faults(): readonly Fault[] {
    return this.#stage.faults;
  }

  async load(data: unknown): Promise<void> {
    this.#first = this.#reader.read(data, this.#reader.defaults);
    this.#asked = [];
    this.#atMs = 0;
    await this.#open();
    this.#plan();
    await this.#stage.ready();
    await this.goTo(0);
  }

  /** The picture of an instant, in milliseconds since the host's beginning; it stands when this resolves. */
  async goTo(timestampMs: number): Promise<void> {
    this.#queue = this.#queue.then(() => this.#put(timestampMs));
    await this.#queue;
  }

  /** Replaces what was scheduled before. */
  async schedule(schedule: readonly Scheduled[]): Promise<void> {
    this.#schedule = schedule;
    this.#plan();
  }

  update(data: unknown, skipAnimation = false): Promise<void> {
    return this.#ask({ type: 'update', data, skipAnimation });
  }

  play(wish: PlayWish = {}): Promise<void> {
    return this.#ask({ type: 'play', ...wish });
  }

  stop(skipAnimation = false): Promise<void> {
    return this.#ask({ type: 'stop', skipAnimation });
  }

  async custom(id: string, payload: unknown, skipAnimation = false): Promise<CustomAnswer> {
    const { told } = this.#hostedAt(this.#atMs).data;
    const answer = changeBy(this.#form, { id, payload, told, hasRelay: false });
    if ('why' in answer) return { done: false, why: answer.why };
    await this.#ask({ type: 'custom', id, payload, skipAnimation });
    return { done: true };
  }

  resize(viewport: Viewport): void {
    this.#stage.resize(viewport);
  }

  dispose(): void {
    this.#stage.dispose();
  }

  async #ask(action: ScheduledAction): Promise<void> {
    this.#asked = [...this.#asked, { timestampMs: this.#atMs, action }];
    this.#plan();
    await this.goTo(this.#atMs);
  }

  async #open(): Promise<void> {
    const { tape: address } = this.#first.source;
    if (address === this.#tape.address) return;
    let text = '';
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      text = await answer.text();
    } catch (why) {
      const found = why instanceof Error ? why.message : String(why);
      this.#stage.tell(fault('tape', address, 'a tape exported as messages', found));
    }
    this.#tape = { address, text };
  }

  /** Works out anew how all stands at every action. */
  #plan(): void {
    const { rules, fromMs, messages } = readMessageLines(this.#tape.text);
    this.#originMs = fromMs ?? ORIGIN_MS;
    const told = rules ? { ...this.#first.told, rules } : this.#first.told;
    const data = { ...this.#first, told };
    this.#game = new ToldGame(told.rules);
    for (const message of messages) this.#game.push(message);
    this.#game.tell(told, this.#originMs);
    const actions = [...this.#asked, ...this.#schedule];
    this.#actions = actions.sort((a, b) => a.timestampMs - b.timestampMs);
    const states = [atRest(data)];
    for (const scheduled of this.#actions) states.push(this.#after(states.at(-1) ?? atRest(data), scheduled));
    this.#states = states;
    this.#movedMs = Number.NaN;
    const { theme } = data.source;
    this.#stage.wear({ pinned: theme.trim() || null, chosen: 'house' }, []);
  }

  #after(hosted: Hosted, { timestampMs: atMs, action }: Scheduled): Hosted {
    const how = { atMs, skipAnimation: action.skipAnimation === true };
    switch (action.type) {
      case 'play':
        return play(hosted, this.graphic, { ...how, goto: action.goto, delta: action.delta });
      case 'stop':
        return stop(hosted, how);
      case 'update':
        return this.#told(hosted, action.data, how);
      case 'custom': {
        const { id, payload } = action;
        const answer = changeBy(this.#form, { id, payload, told: hosted.data.told, hasRelay: false });
        return 'why' in answer ? hosted : this.#told(hosted, answer.change, how);
      }
      default: {
        const never: never = action;
        return never;
      }
    }
  }

  #told(hosted: Hosted, given: unknown, how: { atMs: number; skipAnimation: boolean }): Hosted {
    const data = this.#reader.read(given, hosted.data);
    if (data.told !== hosted.data.told) this.#game.tell(data.told, this.#instantOf(how.atMs));
    return update(hosted, this.graphic, data, how);
  }

  #instantOf(timestampMs: number): number {
    return this.#originMs + this.#first.source.tapeFromMs + timestampMs;
  }

  #hostedAt(timestampMs: number): Hosted {
    const after = this.#actions.filter((one) => one.timestampMs <= timestampMs).length;
    return this.#states[after] ?? atRest(this.#first);
  }

  async #put(timestampMs: number): Promise<void> {
    this.#atMs = timestampMs;
    const follows = timestampMs >= this.#movedMs && timestampMs - this.#movedMs <= FOLLOWS_MS;
    if (!follows) this.#move(timestampMs - RUN_UP_MS, true);
    for (const ms of this.#between(follows ? this.#movedMs : timestampMs - RUN_UP_MS, timestampMs))
      this.#move(ms, false);
    const moment = this.#game.at(this.#instantOf(timestampMs));
    await this.#stage.put(this.#hostedAt(timestampMs), timestampMs, { moment, settled: false });
    this.#movedMs = timestampMs;
  }

  #move(ms: number, settled: boolean): void {
    this.#stage.tick(this.#hostedAt(ms), ms, { moment: this.#game.at(this.#instantOf(ms)), settled });
  }

  /** Where the stage is moved on its way: always the same instants, and every action's own. */
  #between(fromMs: number, toMs: number): readonly number[] {
    const stops = new Set<number>();
    for (let ms = fromMs; ms < toMs; ) {
      const stepMs = toMs - ms > FINE_FOR_MS ? COARSE_MS : FINE_MS;
      ms = (Math.floor(ms / stepMs) + 1) * stepMs;
      if (ms < toMs) stops.add(ms);
    }
    for (const { timestampMs } of this.#actions)
      if (timestampMs > fromMs && timestampMs < toMs) stops.add(timestampMs);
    return [...stops].sort((a, b) => a - b);
  }
}
