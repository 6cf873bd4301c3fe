// One graphic that a host plays in real time: drawn at every frame of the screen, from the relay's game where there is a relay, else from what the host says.
import { type Fault, fault } from '../../game/fault.ts';
import type { Viewport } from '../../stage/frame-fit.ts';
import type { Graphic } from '../../stage/graphic.ts';
import { chooseRenderer, probeWebgl } from '../../stage/renderer-choice.ts';
import type { Moment } from '../../time/moment.ts';
import type { Painted } from '../../wire/wire.ts';
import { Pace } from '../output/pace.ts';
import { newest, Picture } from '../output/picture.ts';
import type { Alone, AloneOptions, CustomAnswer, PlayWish } from './alone.ts';
import { AloneStage } from './alone-stage.ts';
import { changeBy } from './custom-action.ts';
import { type FormField, formOf } from './form.ts';
import { HostReader } from './host-data.ts';
import { atRest, type Hosted, play, stop, update } from './hosted.ts';
import { RelaySource, wireOf } from './relay-source.ts';
import { ToldGame } from './told-game.ts';

/** A relay that has not answered by then is not waited for any longer: it is taken when it comes. Milliseconds. */
export const RELAY_PATIENCE_MS = 1_500;
/** An out that no picture has ended is taken for over, so that no host waits for ever. Milliseconds. */
export const OUT_PATIENCE_MS = 2_500;
/** As the wire allows. */
const MOST_FAULTS = 8;

export class LiveAlone implements Alone {
  readonly graphic: Graphic;
  readonly #options: AloneOptions;
  readonly #window: Window;
  readonly #form: readonly FormField[];
  readonly #reader: HostReader;
  readonly #stage: AloneStage;
  readonly #picture = new Picture();
  readonly #pace = new Pace();
  readonly #ends = new AbortController();
  #hosted: Hosted;
  #told = new ToldGame();
  #relay: RelaySource | null = null;
  /** Of other fields than the one in use: it takes over once it has spoken. */
  #nextRelay: RelaySource | null = null;
  /** What the last picture was made of. */
  #from: unknown = null;
  #looping = false;
  /** Takes begin when all is there: none is half over before it can be seen. */
  #isReady = false;
  #whenGone: (() => void)[] = [];

  constructor(options: AloneOptions) {
    const { graphic, element, viewport, renderer = null } = options;
    const { ownerDocument } = element;
    this.graphic = graphic;
    this.#options = options;
    this.#window = ownerDocument.defaultView ?? globalThis.window;
    this.#form = formOf(graphic);
    this.#reader = new HostReader(graphic);
    this.#hosted = atRest(this.#reader.defaults);
    this.#stage = new AloneStage(
      {
        graphic,
        element,
        viewport,
        renderer: chooseRenderer(probeWebgl(ownerDocument), renderer),
        delayMs: () => this.#picture.painted.delayMs,
      },
      () => this.#window.performance.now(),
    );
    ownerDocument.addEventListener(
      'visibilitychange',
      () => (ownerDocument.hidden ? this.#pace.pause() : this.#stage.redraw()),
      { signal: this.#ends.signal },
    );
  }

  get step(): number | null {
    return this.#hosted.step;
  }

  get faults(): readonly Fault[] {
    return this.#stage.faults;
  }

  /** True while it is in the picture, settled or moving. */
  get shown(): boolean {
    return (this.#stage.stage?.shown.length ?? 0) > 0;
  }

  get renderer(): string | null {
    return this.#stage.stage?.renderer ?? null;
  }

  async load(data: unknown): Promise<void> {
    this.#told = new ToldGame();
    this.#hosted = atRest(this.#reader.defaults);
    this.#take(this.#reader.read(data, this.#hosted.data), true);
    this.#loop();
    const relay = this.#nextRelay ?? this.#relay;
    await Promise.all([
      this.#stage.ready(),
      relay && Promise.race([relay.settled, this.#after(RELAY_PATIENCE_MS)]),
    ]);
    const { onAir } = this.#hosted;
    if (!this.#isReady && onAir)
      this.#hosted = { ...this.#hosted, onAir: { ...onAir, sinceMs: this.#nowMs() } };
    this.#isReady = true;
  }

  async update(data: unknown, skipAnimation = false): Promise<void> {
    this.#take(this.#reader.read(data, this.#hosted.data), skipAnimation);
  }

  async play({ goto, delta, skipAnimation = false }: PlayWish = {}): Promise<void> {
    const how = { goto, delta, skipAnimation, atMs: this.#nowMs() };
    this.#hosted = play(this.#hosted, this.graphic, how);
    if (this.#hosted.onAir === null) await this.#gone();
  }

  async stop(skipAnimation = false): Promise<void> {
    this.#hosted = stop(this.#hosted, { skipAnimation, atMs: this.#nowMs() });
    await this.#gone();
  }

  async custom(id: string, payload: unknown, skipAnimation = false): Promise<CustomAnswer> {
    const { told } = this.#hosted.data;
    const answer = changeBy(this.#form, { id, payload, told, hasRelay: this.#relay?.isOpen === true });
    if ('why' in answer) return { done: false, why: answer.why };
    await this.update(answer.change, skipAnimation);
    return { done: true };
  }

  resize(viewport: Viewport): void {
    this.#stage.resize(viewport);
  }

  dispose(): void {
    this.#ends.abort();
    this.#relay?.stop();
    this.#nextRelay?.stop();
    this.#stage.dispose();
    this.#letGo();
  }

  readonly #frame = (): void => {
    if (this.#ends.signal.aborted) return;
    // Asked for first: whatever happens in this one, there is a next.
    this.#window.requestAnimationFrame(this.#frame);
    this.#pace.tick(this.#window.performance.now());
    this.#tick();
  };

  #loop(): void {
    if (this.#looping) return;
    this.#looping = true;
    this.#window.requestAnimationFrame(this.#frame);
  }

  #tick(): void {
    if (this.#nextRelay?.isOpen) {
      this.#relay?.stop();
      this.#relay = this.#nextRelay;
      this.#nextRelay = null;
    }
    if (!this.#isReady) {
      if (this.#hosted.onAir === null) this.#letGo();
      return this.#stage.watch();
    }
    const nowMs = this.#nowMs();
    const shown = this.#relay?.isOpen ? this.#relay.at() : null;
    const from = shown ? this.#relay : this.#told;
    const moment: Moment = shown?.moment ?? this.#told.at(nowMs);
    const settled = shown?.settled === true || (this.#from !== null && from !== this.#from);
    this.#from = from;
    const stands = this.#stage.tick(this.#hosted, nowMs, { moment, settled });
    if (stands) this.#picture.stands({ revision: 0, seq: 0, delayMs: 0, ...shown, moment });
    const isGone = this.#hosted.onAir === null && (this.#stage.stage?.shown.length ?? 0) === 0;
    if (isGone && this.#whenGone.length > 0) this.#letGo();
  }

  /** All that follows from other data. */
  #take(data: Hosted['data'], skipAnimation: boolean): void {
    const last = this.#hosted.data;
    const atMs = this.#nowMs();
    this.#hosted = update(this.#hosted, this.graphic, data, { atMs, skipAnimation });
    if (this.#told.isEmpty || this.#told.told !== data.told) this.#told.tell(data.told, atMs);
    if (data.source !== last.source || (!this.#relay && !this.#nextRelay)) this.#connect();
    this.#wear();
  }

  #connect(): void {
    const { source } = this.#hosted.data;
    const wire = wireOf(source.relay);
    this.#nextRelay?.stop();
    this.#nextRelay = null;
    if (wire === null) {
      this.#relay?.stop();
      this.#relay = null;
      if (source.relay.trim() !== '')
        this.#stage.tell(fault('address', 'relay', "Courtside's address", source.relay));
      return;
    }
    const { connect } = this.#options;
    this.#nextRelay = new RelaySource(wire, {
      source,
      name: `${source.output || 'program'}: ${this.graphic.id}`.slice(0, 64),
      onLook: () => this.#wear(),
      onFault: (told) => this.#stage.tell(told),
      painted: () => this.#painted(),
      ...(connect ? { connect } : {}),
    });
  }

  #wear(): void {
    const relay = this.#nextRelay?.isOpen ? this.#nextRelay : this.#relay;
    const { theme } = this.#hosted.data.source;
    this.#stage.retryMarks();
    const wish = { pinned: theme.trim() || null, chosen: relay?.theme ?? 'house' };
    this.#stage.wear(wish, relay?.look.themes ?? []);
  }

  #painted(): Omit<Painted, 'offsetMs' | 'offsetErrorMs'> {
    const { stage, contextsLost, faults } = this.#stage;
    const { performance, document } = this.#window;
    const painted = {
      ...this.#picture.painted,
      fps: this.#pace.fps(performance.now()),
      lateMs: this.#pace.lateMs,
      renderer: stage?.renderer ?? ('none' as const),
      visible: !document.hidden,
      contextsLost,
      graphics: [...(stage?.shown ?? [])],
      faults: newest(faults, MOST_FAULTS),
    };
    this.#pace.mark(performance.now());
    return painted;
  }

  #gone(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#whenGone.push(resolve));
    return Promise.race([gone, this.#after(OUT_PATIENCE_MS)]);
  }

  #letGo(): void {
    for (const resolve of this.#whenGone.splice(0)) resolve();
  }

  #after(ms: number): Promise<void> {
    return new Promise((resolve) => this.#window.setTimeout(resolve, ms));
  }

  /** One clock for takes and for what is told: milliseconds since 1970 that never run back. */
  #nowMs(): number {
    const { timeOrigin } = this.#window.performance;
    return timeOrigin + this.#window.performance.now();
  }
}
