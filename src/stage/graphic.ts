// What a graphic is: one definition from which its form, its picture and its motion are made. Types only; a folder in overlays/ fills them.
import type { Container } from 'pixi.js';
import type { z } from 'zod';
import type { Capability } from '../game/capability.ts';
import type { Game } from '../game/game.ts';
import type { Moment } from '../time/moment.ts';
import type { Changed } from './changed.ts';
import type { Motion } from './motion.ts';
import type { StageKit } from './stage-kit.ts';

/** Z-order, bottom first. A layer holds at most one graphic on program; `paint` lies on the real floor, under those who stand on it. */
export const LAYERS = ['paint', 'floor', 'chart', 'full', 'lower', 'bug', 'clock', 'test'] as const;
export type LayerName = (typeof LAYERS)[number];

/**
 * A graphic's definition. `pick` is pure: it says what is shown at a moment, as plain data that compares by value; null means that there is
 * nothing to show yet (the graphic stays unseen, on air, until there is). `scene` loads the drawing, which alone knows Pixi.
 */
export type Graphic<Options = unknown, View = unknown> = {
  /** Stable, kebab-case, the folder's name: it stands in URLs, cues and host packages. */
  readonly id: string;
  readonly name: string;
  readonly layer: LayerName;
  /** Without these it is not worth showing. */
  readonly needs: readonly Capability[];
  /** Without these a part of it stays empty; none where absent. */
  readonly uses?: readonly Capability[];
  /** The operator's form; every field has a default, so that `options.parse({})` is a full set. */
  readonly options: z.ZodType<Options>;
  /** An option that is one of several words: where a host has a "next step", each step shows another of them, beginning with the one that is chosen. */
  readonly steps?: keyof Options & string;
  pick(moment: Moment, options: Options): View | null;
  /** All of the game that `pick` looks at, where it looks at nothing else of a Moment but its rules and what is stale: it is then asked only when one of these has changed. */
  readonly heeds?: readonly (keyof Game)[];
  /**
   * The next instant at which `pick` may say something else although nothing new is heard and no clock moves (what was news is no longer); infinity for
   * none. A graphic without it is picked again only when something has changed.
   */
  untilMs?(moment: Moment, options: Options): number;
  readonly scene: () => Promise<MakeScene<View>>;
};

export type MakeScene<View> = (kit: StageKit) => Scene<View>;

/**
 * A graphic being drawn, in the frame's 1920 x 1080 units. The stage adds `view` to the layer and calls the rest. `show` sets the settled picture
 * at once, `hide` puts it as it is before it comes: nothing is seen. `enter`, `update`, `exit` return motion, which the stage plays, seeks, or jumps to
 * the end of; it must be right at any time asked, in any order.
 *
 * A motion begins with the pose that its targets have as it is made, wherever an older one has brought them (see `glide`); from then on the older one moves
 * them no longer. So a scene remembers no motion: `enter` also turns round what is leaving, `exit` what is entering. `update` is called for each
 * changed View while it is on air; it sets at once what changes without ceremony (a clock's figures) and returns a Motion for the rest, or null.
 * A scene is made once a page and kept: after its exit it may enter again; `show` and `hide` come before each `enter` from nothing.
 */
export interface Scene<View> {
  readonly view: Container;
  show(view: View): void;
  hide(): void;
  /** To the settled picture of what was shown last. */
  enter(): Motion;
  update(next: View, last: View): Motion | null;
  /** To nothing. */
  exit(): Motion;
  /** Moves what moves at every tick (dots). Says what of the picture changed. Allocates nothing. */
  tick?(moment: Moment): Changed;
  dispose(): void;
}

/** Keeps a definition's types while it is put among others. */
export const defineGraphic = <Options, View>(graphic: Graphic<Options, View>): Graphic<Options, View> =>
  graphic;
