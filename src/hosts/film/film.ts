// A stage that is drawn instant by instant for whoever asks, with no clock of its own: each picture follows from what was told and from the instants asked for.
import { graphics } from '../../../overlays/catalogue.ts';
import { type Fault, faultText } from '../../game/fault.ts';
import type { Message } from '../../game/message.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import { instantOf } from '../../show/playhead.ts';
import { SeenMoment } from '../../show/seen-moment.ts';
import { emptyShow, playheadOf, type Show } from '../../show/show.ts';
import { showAt } from '../../show/show-at.ts';
import { fitFrame } from '../../stage/frame-fit.ts';
import { makeStageKit } from '../../stage/kit.ts';
import { MarkImages } from '../../stage/mark-images.ts';
import { makeStage, type Stage, type StageTick } from '../../stage/stage.ts';
import { makeTimeline, type Timeline } from '../../time/timeline.ts';
import type { Look } from '../../wire/look.ts';
import { wishesOf } from '../output/layer-wishes.ts';
import { ThemeChoice } from '../output/theme-choice.ts';

export type FilmSetup = {
  readonly rules: RuleSetName;
  readonly width: number;
  readonly height: number;
  /** Worn whatever the show wears; null: as the show. */
  readonly theme: string | null;
  /** Whose playhead is followed; null: each instant is drawn as itself. */
  readonly output: string | null;
};

/** What has been told since the last picture. */
export type FilmNews = {
  readonly messages: readonly Message[];
  readonly show?: Show;
  readonly look?: Look;
};

/** How long is waited between two looks at what is being loaded, in milliseconds. */
const LOOK_AGAIN_MS = 4;

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));

export class Film {
  readonly #setup: FilmSetup;
  readonly #timeline: Timeline;
  readonly #seen = new SeenMoment();
  readonly #faults: Fault[] = [];
  readonly #themes = new ThemeChoice((told) => this.#faults.push(told));
  readonly #marks = new MarkImages({ onFault: (told) => this.#faults.push(told) });
  readonly #canvas: HTMLCanvasElement;
  #show: Show = emptyShow;
  #stage: Stage | null = null;

  constructor(setup: FilmSetup) {
    this.#setup = setup;
    this.#timeline = makeTimeline({ rules: rulesOf(setup.rules) });
    this.#canvas = document.createElement('canvas');
    this.#canvas.width = setup.width;
    this.#canvas.height = setup.height;
  }

  /** What could not be drawn, or loaded: one sentence each. */
  get faults(): readonly string[] {
    return [...this.#faults, ...(this.#stage?.faults ?? [])].map(faultText);
  }

  /** Puts the picture of an instant; all that it needs has been loaded when it resolves. */
  async tick(nowMs: number, news: FilmNews): Promise<void> {
    for (const message of news.messages) this.#timeline.push(message);
    const isNew = await this.#wear(news);
    const stage = this.#stage;
    if (!stage) throw new Error('There is no stage before the first look');
    const { output } = this.#setup;
    const atMs = output === null ? nowMs : instantOf(playheadOf(this.#show, output), nowMs, 0);
    const tick = (): StageTick => ({
      nowMs,
      moment: this.#seen.of(this.#timeline.at(atMs), this.#show),
      layers: wishesOf(showAt(this.#show, nowMs), 'program'),
    });
    stage.tick({ ...tick(), settled: isNew });
    while (stage.loading || this.#marks.loading) {
      await later();
      stage.tick(tick());
    }
  }

  /** The picture as a PNG, with its alpha, in base64. */
  async png(): Promise<string> {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    const stage = this.#stage;
    if (!context || !stage) throw new Error('There is no picture yet');
    const { left, top } = fitFrame(stage.viewport);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    for (const canvas of stage.canvases) {
      const { display, left: x, top: y } = canvas.style;
      if (display !== 'none')
        context.drawImage(
          canvas,
          left + Math.round(Number.parseFloat(x)),
          top + Math.round(Number.parseFloat(y)),
        );
    }
    const blob = await new Promise<Blob | null>((resolve) => this.#canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser makes no PNG of this size');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  }

  dispose(): void {
    this.#stage?.dispose();
    this.#stage = null;
  }

  /** True when the stage is a new one: another theme. */
  async #wear({ show, look }: FilmNews): Promise<boolean> {
    if (look) this.#timeline.setTeams(look.table);
    if (show) this.#show = show;
    if (!look && this.#stage) return false;
    const wish = { pinned: this.#setup.theme, chosen: this.#show.theme };
    const changed = this.#themes.choose(wish, look?.themes ?? []);
    if (this.#stage && !changed) return false;
    this.#stage?.dispose();
    this.#stage = await this.#makeStage();
    return true;
  }

  #makeStage(): Promise<Stage> {
    const { width, height } = this.#setup;
    return makeStage({
      element: document.body,
      viewport: { width, height, pixelRatio: 1 },
      // The same on every machine: no graphics card has a say in it.
      renderer: 'canvas',
      graphics,
      onFault: (told) => this.#faults.push(told),
      makeKit: (renderer, redraw) =>
        makeStageKit({
          theme: this.#themes.theme,
          renderer,
          marks: this.#marks,
          onChanged: redraw,
          output: { name: 'film', renderer: 'canvas', delayMs: () => 0 },
          onFault: (told) => this.#faults.push(told),
        }),
    });
  }
}
