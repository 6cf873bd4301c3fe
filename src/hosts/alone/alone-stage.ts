// The stage of one graphic in an element of a host: whatever happens to its contexts it goes on being drawn, in the theme that is wanted.
import { type Fault, fault } from '../../game/fault.ts';
import type { Viewport } from '../../stage/frame-fit.ts';
import type { Graphic } from '../../stage/graphic.ts';
import { makeStageKit } from '../../stage/kit.ts';
import { MarkImages } from '../../stage/mark-images.ts';
import type { RendererKind } from '../../stage/renderer-choice.ts';
import { makeStage, type Stage, type StageTick } from '../../stage/stage.ts';
import { THEMES } from '../../stage/theme.ts';
import type { Moment } from '../../time/moment.ts';
import type { ThemeDocument } from '../../wire/look.ts';
import { StageKeeper } from '../output/stage-keeper.ts';
import { ThemeChoice, type ThemeWish } from '../output/theme-choice.ts';
import type { Hosted } from './hosted.ts';

export type AloneStageOptions = {
  readonly graphic: Graphic;
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  readonly renderer: RendererKind;
  /** How far behind live it is drawn, for a test card. */
  readonly delayMs: () => number;
};

/** What is built in, where no relay says which themes there are. */
const BUILT_IN: readonly ThemeDocument[] = Object.values(THEMES);
/** How long is waited between two looks at what is being loaded, in milliseconds. */
const LOOK_AGAIN_MS = 4;
/** Nothing is waited for longer than this: what is there is shown. Milliseconds. */
export const LOAD_PATIENCE_MS = 20_000;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class AloneStage {
  readonly #graphic: Graphic;
  readonly #keeper: StageKeeper;
  readonly #themes = new ThemeChoice((told) => this.tell(told));
  readonly #marks: MarkImages;
  readonly #faults: Fault[] = [];
  readonly #clock: () => number;

  constructor({ graphic, element, viewport, renderer, delayMs }: AloneStageOptions, clock: () => number) {
    const { ownerDocument } = element;
    this.#graphic = graphic;
    this.#clock = clock;
    this.#marks = new MarkImages({ document: ownerDocument, onFault: (told) => this.tell(told) });
    this.#keeper = new StageKeeper({
      renderer,
      viewport,
      onFault: (told) => this.tell(told),
      make: (kind, size) =>
        makeStage({
          element,
          viewport: size,
          renderer: kind,
          graphics: new Map([[graphic.id, graphic]]),
          makeKit: (made, redraw) =>
            makeStageKit({
              theme: this.#themes.theme,
              renderer: made,
              document: ownerDocument,
              marks: this.#marks,
              onChanged: redraw,
              output: { name: graphic.name, renderer: kind, delayMs },
              onFault: (told) => this.tell(told),
            }),
        }),
    });
    this.#keeper.prepare([graphic.id]);
  }

  /** Null before it is there. */
  get stage(): Stage | null {
    return this.#keeper.stage;
  }

  get contextsLost(): number {
    return this.#keeper.contextsLost;
  }

  /** What went wrong, the newest last. */
  get faults(): readonly Fault[] {
    return [...this.#faults, ...(this.stage?.faults ?? [])];
  }

  tell(told: Fault): void {
    if (!this.#faults.some(({ code, where }) => code === told.code && where === told.where))
      this.#faults.push(told);
  }

  /** The theme that is wanted; one that there is not is told. */
  wear(wish: ThemeWish, themes: readonly ThemeDocument[]): void {
    if (this.#themes.choose(wish, themes.length > 0 ? themes : BUILT_IN)) this.#keeper.remake();
  }

  /** Logos that could not be had are asked for again. */
  retryMarks(): void {
    this.#marks.retry();
  }

  /** Puts the picture of an instant; `nowMs` is what takes run by. True when it stands. */
  tick(hosted: Hosted, nowMs: number, { moment, settled }: { moment: Moment; settled: boolean }): boolean {
    return this.#keeper.tick(this.#tickOf(hosted, nowMs, { moment, settled }), this.#clock());
  }

  /** Sees to it that there is a stage while there is nothing to be drawn. */
  watch(): void {
    this.#keeper.watch(this.#clock());
  }

  /** Resolves when the stage and the scene are there, or cannot be had. */
  async ready(): Promise<void> {
    const sinceMs = this.#clock();
    // A scene's own file comes apart from the stage.
    await this.#graphic.scene().catch((why: unknown) => {
      const found = why instanceof Error ? why.message : String(why);
      this.tell(fault('scene-failed', this.#graphic.id, 'a scene that loads', found));
    });
    const isReady = (): boolean => this.stage?.isPrepared(this.#graphic.id) === true;
    while (!isReady() && this.#clock() - sinceMs < LOAD_PATIENCE_MS) {
      this.watch();
      this.stage?.prepare([this.#graphic.id]);
      await later(LOOK_AGAIN_MS);
    }
  }

  /** Puts the picture of an instant, with all that it needs, when it resolves. */
  async put(
    hosted: Hosted,
    nowMs: number,
    { moment, settled }: { moment: Moment; settled: boolean },
  ): Promise<void> {
    const sinceMs = this.#clock();
    let stands = this.tick(hosted, nowMs, { moment, settled });
    while ((!stands || this.#marks.loading) && this.#clock() - sinceMs < LOAD_PATIENCE_MS) {
      await later(LOOK_AGAIN_MS);
      stands = this.tick(hosted, nowMs, { moment, settled: false });
    }
  }

  resize(viewport: Viewport): void {
    this.#keeper.resize(viewport, this.#clock());
  }

  redraw(): void {
    this.#keeper.redraw();
  }

  /** May be called twice. */
  dispose(): void {
    this.#keeper.dispose();
  }

  #tickOf(
    { onAir, leaving }: Hosted,
    nowMs: number,
    { moment, settled }: { moment: Moment; settled: boolean },
  ): StageTick {
    return { nowMs, moment, layers: { [this.#graphic.layer]: { onAir, leaving } }, settled };
  }
}
