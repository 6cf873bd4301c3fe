// An output page: it hears the relay, asks its history for one instant at every frame of the screen, and has that drawn. What stands is never cleared.
import { graphics } from '../../../overlays/catalogue.ts';
import { type Fault, fault } from '../../game/fault.ts';
import { type Link, type LinkOptions, type LinkState, openLink } from '../../link/link.ts';
import type { Viewport } from '../../stage/frame-fit.ts';
import { makeStageKit } from '../../stage/kit.ts';
import { MarkImages } from '../../stage/mark-images.ts';
import { chooseRenderer, probeWebgl, type RendererKind } from '../../stage/renderer-choice.ts';
import { makeStage, type Stage } from '../../stage/stage.ts';
import { type Down, type Health, type Painted, WIRE_VERSION } from '../../wire/wire.ts';
import { type OutputAddress, readAddress } from './address.ts';
import { wished } from './layer-wishes.ts';
import { hearObs } from './obs-ear.ts';
import { Pace } from './pace.ts';
import { newest, Picture, type SeenBody } from './picture.ts';
import { hearPlayAs } from './play-as.ts';
import { firstHistoryMs, Playback } from './playback.ts';
import { StageKeeper } from './stage-keeper.ts';
import { ThemeChoice } from './theme-choice.ts';

/** As the wire allows. */
const MOST_FAULTS = 8;
const MOST_GRAPHICS = 32;
/** All other graphics are loaded so long after the first picture, in milliseconds: a take is then never late for its scene. */
const PREPARE_ALL_MS = 1_500;
/** A page of another version than its relay's is loaded anew, at most so often: some hosts stop painting when they are refreshed too fast. */
const RELOAD_MS = 30_000;
/** What a clock that is not known at all is said to err by, in milliseconds. */
const UNKNOWN_ERROR_MS = 60_000;

/** For a test, or an operator at the console. Read only. */
export type OutputWindow = {
  readonly address: OutputAddress;
  painted(): Painted;
  bodies(): readonly SeenBody[];
  ball(): SeenBody | null;
  clocks(): { readonly clock: string | null; readonly shotClock: string | null };
  link(): LinkState;
  stage(): { readonly draws: number; readonly lost: boolean; readonly faults: readonly Fault[] } | null;
};

declare global {
  interface Window {
    courtside?: OutputWindow;
  }
}

const viewportOf = ({ innerWidth, innerHeight, devicePixelRatio }: Window): Viewport => ({
  width: innerWidth,
  height: innerHeight,
  pixelRatio: devicePixelRatio,
});

export type OutputOptions = {
  readonly window: Window;
  /** Of its address; the window's own by default. */
  readonly query?: string;
  readonly connect?: NonNullable<LinkOptions['connect']>;
};

/** Runs an output in a window until it is stopped, or the window ends. */
export class Output {
  readonly #window: Window;
  readonly #ends = new AbortController();
  readonly #address: OutputAddress;
  readonly #playback: Playback;
  readonly #keeper: StageKeeper;
  readonly #link: Link;
  readonly #themes = new ThemeChoice((told) => this.#told(told));
  readonly #marks = new MarkImages({ onFault: (told) => this.#told(told) });
  readonly #heardOfObs: ReturnType<typeof hearObs>;
  readonly #picture = new Picture();
  readonly #pace = new Pace();
  readonly #faults: Fault[];
  #linkState: LinkState = { status: 'connecting', attempt: 1 };
  #allPrepared = false;
  #reloading = false;

  constructor({ window, query = window.location.search, connect }: OutputOptions) {
    this.#window = window;
    this.#address = readAddress(query);
    this.#heardOfObs = hearObs(window, this.#ends.signal);
    this.#faults = [...this.#address.faults, ...unknownGraphics(this.#address)];
    this.#playback = new Playback(this.#address, graphics);
    this.#keeper = new StageKeeper({
      make: (renderer, viewport) => this.#makeStage(renderer, viewport),
      renderer: chooseRenderer(probeWebgl(window.document), this.#address.renderer),
      viewport: viewportOf(window),
      onFault: (told) => this.#told(told),
    });
    this.#link = openLink({
      hello: {
        type: 'hello',
        version: WIRE_VERSION,
        role: 'output',
        name: this.#address.name,
        bus: this.#address.bus,
        historyMs: firstHistoryMs(this.#address),
      },
      onDown: (down) => this.#hear(down),
      onState: (state) => {
        this.#linkState = state;
      },
      painted: () => this.#beat(),
      ...(connect ? { connect } : {}),
    });
    this.#prepare(this.#address.graphics ?? []);
    this.#listen();
    hearPlayAs(window, (output) => this.#playAs(output), this.#ends.signal);
    window.courtside = this.#forWindow();
    this.#frame();
  }

  /** May be called twice. */
  stop(): void {
    this.#ends.abort();
    this.#link.stop();
    this.#keeper.dispose();
  }

  readonly #frame = (): void => {
    if (this.#ends.signal.aborted) return;
    // Asked for first: whatever happens in this one, there is a next.
    this.#window.requestAnimationFrame(this.#frame);
    const clockMs = this.#window.performance.now();
    this.#pace.tick(clockMs);
    const nowMs = this.#link.relayNow();
    const shown = this.#playback.at(nowMs);
    if (!shown) return this.#keeper.watch(clockMs);
    if (this.#keeper.tick(shown, clockMs)) this.#picture.stands(shown);
  };

  #hear(down: Down): void {
    if (down.type === 'snapshot' ? down.version !== WIRE_VERSION : isOtherVersion(down))
      return this.#reload();
    const nowMs = this.#link.relayNow();
    this.#playback.hear(down, nowMs);
    if (down.type === 'snapshot') this.#begin(down.health);
    if (down.type === 'snapshot' || down.type === 'show' || down.type === 'look') this.#wear();
    if (down.type !== 'snapshot' && down.type !== 'show') return;
    this.#askMissing(nowMs);
    this.#prepare(wished(this.#playback.layers));
    if (!this.#allPrepared && this.#address.graphics === null) {
      this.#allPrepared = true;
      this.#window.setTimeout(() => this.#prepare(graphics.keys()), PREPARE_ALL_MS);
    }
  }

  #playAs(output: string): void {
    this.#playback.playAs(output);
    this.#askMissing(this.#link.relayNow());
  }

  #askMissing(nowMs: number): void {
    const missingMs = this.#playback.missingHistoryMs(nowMs);
    if (missingMs !== null) this.#link.askHistory(missingMs);
  }

  /** A rehearsal is told by the window's title: what is in the picture is for the program alone. */
  #begin({ feed }: Health): void {
    const title = `${this.#address.name} – Courtside`;
    this.#window.document.title = feed.rehearsal ? `REHEARSAL – ${title}` : title;
    this.#marks.retry();
  }

  #wear(): void {
    const { show, look } = this.#playback;
    const wish = { pinned: this.#address.theme, chosen: show.theme };
    if (this.#themes.choose(wish, look.themes)) this.#keeper.remake();
  }

  /** Loads scenes before they are asked for, and their files already while there is no stage yet. */
  #prepare(ids: Iterable<string>): void {
    for (const id of ids) {
      // A file that does not come is told when its graphic is taken.
      if (!this.#keeper.stage)
        graphics
          .get(id)
          ?.scene()
          .catch(() => {});
      this.#keeper.prepare([id]);
    }
  }

  #makeStage(renderer: RendererKind, viewport: Viewport): Promise<Stage> {
    return makeStage({
      element: this.#window.document.body,
      viewport,
      renderer,
      graphics,
      makeKit: (made, redraw) =>
        makeStageKit({
          theme: this.#themes.theme,
          renderer: made,
          marks: this.#marks,
          onChanged: redraw,
          output: {
            name: this.#address.name,
            renderer,
            delayMs: () => this.#picture.painted.delayMs,
          },
          onFault: (told) => this.#told(told),
        }),
    });
  }

  #listen(): void {
    const { document, performance } = this.#window;
    const { signal } = this.#ends;
    const resized = (): void => this.#keeper.resize(viewportOf(this.#window), performance.now());
    const hiddenOrBack = (): void => {
      if (document.hidden) this.#pace.pause();
      else this.#keeper.redraw();
    };
    this.#window.addEventListener('resize', resized, { signal });
    document.addEventListener('visibilitychange', hiddenOrBack, { signal });
  }

  #told(told: Fault): void {
    if (!this.#faults.some(({ code, where }) => code === told.code && where === told.where))
      this.#faults.push(told);
  }

  /** The page is older, or newer, than the relay that serves it. */
  #reload(): void {
    if (this.#reloading) return;
    this.#reloading = true;
    this.#window.setTimeout(() => this.#window.location.reload(), RELOAD_MS);
  }

  #beat(): Painted {
    const painted = this.#painted();
    this.#pace.mark(this.#window.performance.now());
    return painted;
  }

  #painted(): Painted {
    const { stage, contextsLost } = this.#keeper;
    const obs = this.#heardOfObs();
    return {
      ...this.#picture.painted,
      fps: this.#pace.fps(this.#window.performance.now()),
      lateMs: this.#pace.lateMs,
      renderer: stage?.renderer ?? 'none',
      visible: !this.#window.document.hidden,
      ...(obs && { obs }),
      contextsLost,
      offsetMs: this.#link.offsetMs,
      offsetErrorMs: Math.min(UNKNOWN_ERROR_MS, this.#link.offsetErrorMs),
      graphics: (stage?.shown ?? []).slice(0, MOST_GRAPHICS),
      faults: newest([...this.#faults, ...(stage?.faults ?? [])], MOST_FAULTS),
    };
  }

  #forWindow(): OutputWindow {
    return Object.freeze({
      address: this.#address,
      painted: () => this.#painted(),
      bodies: () => this.#picture.bodies,
      ball: () => this.#picture.ball,
      clocks: () => this.#picture.clocks,
      link: () => this.#linkState,
      stage: () => {
        const { stage } = this.#keeper;
        return stage && { draws: stage.draws, lost: stage.lost, faults: stage.faults };
      },
    });
  }
}

const isOtherVersion = (down: Down): boolean => down.type === 'refused' && down.fault.code === 'wire-version';

const unknownGraphics = ({ graphics: asked }: OutputAddress): Fault[] =>
  (asked ?? [])
    .filter((id) => !graphics.has(id))
    .map((id) => fault('address', 'graphics', [...graphics.keys()].join(', '), id));
