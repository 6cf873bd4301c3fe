// What a scene is given to draw with: the theme, figures that never jitter, labels that fit. It makes every texture up front, so that play makes none.
import type { Container, Texture } from 'pixi.js';
import type { Backdrop } from './backdrop.ts';
import type { Flock } from './flock.ts';
import type { Theme } from './theme.ts';

export type TextFace = {
  readonly family: 'display' | 'text';
  /** 400 to 800. */
  readonly weight: number;
  readonly sizePx: number;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Extra space between letters, in units. */
  readonly spacing?: number;
};

export type Align = 'left' | 'centre' | 'right';

/** Figures in fixed cells: nothing moves when 1:11 becomes 1:10. Draws `0-9 : . - − + / %` as sprites of one prepared atlas: alike in WebGL and Canvas. */
export interface Figures {
  readonly view: Container;
  /** Width of the widest text that `maxLength` allows, in units. */
  readonly width: number;
  set(text: string): void;
  setColour(colour: string): void;
}

/** A line of text that shortens by rule to fit: the first of `candidates` that fits at full size, else the last scaled to at least 85 %, else cut with an ellipsis. */
export interface Label {
  readonly view: Container;
  /** Width as drawn, in units. */
  readonly width: number;
  set(candidates: string | readonly string[]): void;
  setColour(colour: string): void;
}

/** An opaque plate that a label brings with it, drawn once with its words: for what is written over lines and pictures. */
export type LabelPlate = {
  /** `#rrggbb`. */
  readonly colour: string;
  /** At least; it is higher where a script reaches further. Even, in units. */
  readonly height: number;
  /** From its ends to the words, in whole units. */
  readonly padding: number;
};

export type PictureOptions = {
  /** Names what is drawn, with everything that changes how it looks: the same key and size give the same texture. */
  readonly key: string;
  /** Whole units, with room for soft edges. */
  readonly width: number;
  readonly height: number;
  /** Draws in units, from the upper left corner; in white where a sprite's `tint` is to colour it. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
};

export type MarkOptions = {
  /** The box that a logo is fitted into, in whole units. */
  readonly width: number;
  readonly height: number;
  /** A logo that was waited for has come, and is `shown` from now on: what lies beside it makes room. */
  readonly onArrived?: () => void;
};

/** What a logo lies on, and what reads on that; `#rrggbb`. */
export type MarkGround = { readonly fill: string; readonly ink: string };

/** A team's logo in its box, about the box's middle. Nothing while it is not there yet, is missing, or cannot be shown: a code then stands in. */
export interface Mark {
  readonly view: Container;
  readonly shown: boolean;
  /** `address` is a team's `mark`; null for none. A logo that has not come is never waited for. */
  set(address: string | null, ground: MarkGround): void;
}

/** The output that a picture is drawn for, as its host knows it. */
export type OutputFacts = {
  readonly name: string;
  readonly renderer: string;
  /** How far behind live it last painted, in milliseconds. */
  readonly delayMs: () => number;
};

export interface StageKit {
  readonly theme: Theme;
  /** For the crew, never for viewers; absent where there is no output, as in a picture rendered to a file. */
  readonly output?: OutputFacts;
  /** Figures laid out about x = 0 by `align`, the middle of the digits' height at y = 0. `maxLength` counts characters; `colours` are what
   * `setColour` may give it later. */
  figures(options: { face: TextFace; maxLength: number; align: Align; colours?: readonly string[] }): Figures;
  /** A label about x = 0 by `align`, the middle of its capitals' height at y = 0, at most `maxWidth` wide: with its plate, where it has one. */
  label(options: {
    face: TextFace;
    maxWidth: number;
    align: Align;
    text?: string;
    plate?: LabelPlate;
  }): Label;
  /** A shape drawn once by a 2D canvas: smooth in WebGL without multisampling, alike in Canvas. Its sprites lie about their middle. The kit owns it. */
  picture(options: PictureOptions): Texture;
  /** The same, made anew at each call, from its upper left corner, for shapes that no key names: the scene destroys it with its source. */
  sketch(options: Omit<PictureOptions, 'key'>): Texture;
  /** Pictures that all move at every tick. It goes with its view. */
  flock(): Flock;
  /** A place for a team's logo. The kit owns its textures. */
  mark(options: MarkOptions): Mark;
  /** A large picture in the screen's own pixels, for what stands still; null where a graphics card scales for nothing. The scene disposes of it. */
  backdrop(options: { width: number; height: number }): Backdrop | null;
}
