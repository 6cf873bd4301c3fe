// What is written in a scene and where its ink lies, read from the pixels that it was drawn with.
import { type Container, Sprite } from 'pixi.js';
import { capitals } from '../../src/game/capitals.ts';
import { fitText, smallestOf } from '../../src/stage/fit.ts';
import type { OwnedStageKit } from '../../src/stage/kit.ts';
import { lineWidth } from '../../src/stage/lettering.ts';
import type { Figures, Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { measureTypeface, type Typeface } from '../../src/stage/typeface.ts';

/** Edges, in units of the frame. */
export type Edges = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** One line that a scene has made: a label, or figures. */
export type Written = {
  readonly kind: 'label' | 'figures';
  readonly view: Container;
  readonly face: TextFace;
  /** As it stands: the text, and the part of its size that it is scaled to. */
  shown(): { readonly text: string; readonly scale: number };
};

/** A kit that remembers every line that is made with it, in `written`. */
export function remembering(kit: OwnedStageKit): {
  readonly kit: OwnedStageKit;
  readonly written: Written[];
} {
  const written: Written[] = [];
  const fits = fitting(kit.theme);
  const label: StageKit['label'] = (options) => {
    const made = kit.label(options);
    const { face, maxWidth, text = '' } = options;
    let said: string | readonly string[] = text;
    const shown = () => fits(face, maxWidth, said);
    written.push({ kind: 'label', view: made.view, face, shown });
    return spied<Label>(made, (next) => {
      said = next;
    });
  };
  const figures: StageKit['figures'] = (options) => {
    const made = kit.figures(options);
    let text = '';
    const shown = () => ({ text, scale: made.view.children[0]?.scale.x ?? 1 });
    written.push({ kind: 'figures', view: made.view, face: options.face, shown });
    return spied<Figures>(made, (next) => {
      text = typeof next === 'string' ? next : next.join();
    });
  };
  return { kit: { ...kit, label, figures }, written };
}

function spied<Line extends Label | Figures>(
  made: Line,
  told: (text: string | readonly string[]) => void,
): Line {
  const set = made.set.bind(made) as (text: string | readonly string[]) => void;
  made.set = (text: string | readonly string[]) => {
    told(text);
    set(text);
  };
  return made;
}

/** How a label says what it is given, by the rule that it follows itself. */
function fitting(theme: Theme) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2D context');
  const typefaces = new Map<TextFace, Typeface>();
  return (face: TextFace, maxWidth: number, said: string | readonly string[]) => {
    const typeface = typefaces.get(face) ?? measureTypeface(context, face, theme);
    typefaces.set(face, typeface);
    const forms = typeof said === 'string' ? [said] : said;
    const words = theme.font[face.family].case === 'upper' ? forms.map(capitals) : forms;
    return fitText(words, maxWidth, (text) => lineWidth(context, typeface, text), smallestOf(face.sizePx));
  };
}

/** Whether it is there to be read: neither it nor what it lies in is hidden, or nearly. */
export function isSeen(view: Container): boolean {
  let alpha = 1;
  for (let one: Container | null = view; one !== null; one = one.parent) {
    if (!one.visible || !one.renderable) return false;
    alpha *= one.alpha;
  }
  return alpha > 0.2;
}

/** What of a pixel is ink. */
const LEAST_ALPHA = 24;

type Inside = { readonly edges: Edges; readonly isCut: boolean };

/** Ink of a sprite's own picture, in pixels of it; null for none. */
function inkOf(sprite: Sprite): Inside | null {
  const { frame, source } = sprite.texture;
  const canvas: unknown = source.resource;
  if (!(canvas instanceof HTMLCanvasElement)) return null;
  const { resolution } = source;
  const [x, y, width, height] = [frame.x, frame.y, frame.width, frame.height].map((units) =>
    Math.round(units * resolution),
  ) as [number, number, number, number];
  const pixels = canvas.getContext('2d')?.getImageData(x, y, width, height).data;
  if (!pixels) return null;
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let index = 3; index < pixels.length; index += 4) {
    if ((pixels[index] ?? 0) < LEAST_ALPHA) continue;
    const pixel = (index - 3) / 4;
    const [column, row] = [pixel % width, Math.floor(pixel / width)];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  if (right === 0) return null;
  const isCut = left === 0 || right === width || top === 0 || bottom === height;
  return { edges: { left, right, top, bottom }, isCut };
}

const around = (boxes: readonly Edges[]): Edges => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  top: Math.min(...boxes.map(({ top }) => top)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

export type Ink = { readonly box: Edges; readonly isCut: boolean };

/** Where a line's ink lies in the frame; null where there is none. `isCut`: it reaches the edge of the picture that it was drawn in. */
export function inkIn(view: Container, pixelsPerUnit: number): Ink | null {
  const boxes: Edges[] = [];
  let isCut = false;
  const visit = (one: Container): void => {
    if (!one.visible) return;
    if (one instanceof Sprite) {
      const ink = inkOf(one);
      if (ink === null) return;
      isCut ||= ink.isCut;
      const { resolution } = one.texture.source;
      const off = { x: one.anchor.x * one.texture.frame.width, y: one.anchor.y * one.texture.frame.height };
      const { edges } = ink;
      const place = (x: number, y: number) =>
        one.toGlobal({ x: x / resolution - off.x, y: y / resolution - off.y });
      const [from, to] = [place(edges.left, edges.top), place(edges.right, edges.bottom)];
      boxes.push({
        left: from.x / pixelsPerUnit,
        top: from.y / pixelsPerUnit,
        right: to.x / pixelsPerUnit,
        bottom: to.y / pixelsPerUnit,
      });
    }
    for (const child of one.children) visit(child);
  };
  visit(view);
  return boxes.length === 0 ? null : { box: around(boxes), isCut };
}
