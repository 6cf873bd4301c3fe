// What everything that is written owes its viewers, read from the ink itself: whole, on its plate, off everything else, large enough.
import { FRAME } from '../../src/stage/theme.ts';
import { type Edges, inkIn, isSeen, type Written } from './ink.ts';
import type { Bench } from './scene-bench.ts';

/** Smallest sizes and scale of what is read, in units (LOOK.md, Type). */
const LEAST = { figures: 24, label: 20, scale: 0.85 } as const;
/** A hair, in units: what is scaled to its least may miss by rounding. */
const HAIR = 0.01;

export type Ground =
  /** Each line stands on one colour: it reaches into no other cell, over no rule. */
  | 'plain'
  /** Lines of a court run under what is written: it must be opaque, and no more. */
  | 'drawn';

type Line = {
  readonly kind: Written['kind'];
  readonly text: string;
  readonly scale: number;
  readonly sizePx: number;
  readonly box: Edges;
  readonly isCut: boolean;
};

/** What is to be read in the scene as it stands. */
export function linesIn(written: readonly Written[], pixelsPerUnit: number): readonly Line[] {
  return written.flatMap((line) => {
    const { kind, view, face } = line;
    const ink = isSeen(view) ? inkIn(view, pixelsPerUnit) : null;
    return ink === null ? [] : [{ kind, sizePx: face.sizePx, ...ink, ...line.shown() }];
  });
}

const told = ({ text, box }: Line): string =>
  `"${text}" at ${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')}`;

const isOutside = ({ box }: Line): boolean =>
  box.left < 0 || box.top < 0 || box.right > FRAME.width || box.bottom > FRAME.height;

function formFaults(line: Line): string[] {
  const { kind, text, scale, sizePx, isCut } = line;
  return [
    // Figures are cells of one picture: neighbours there are no edge.
    ...(kind === 'label' && isCut ? [`clipped: ${told(line)}`] : []),
    ...(text.endsWith('…') ? [`cut short: ${told(line)}`] : []),
    ...(scale < LEAST.scale - HAIR ? [`scaled to ${scale}: ${told(line)}`] : []),
    ...(isOutside(line) ? [`outside the frame: ${told(line)}`] : []),
    ...(sizePx * scale < LEAST[kind] - HAIR ? [`${sizePx * scale} units high: ${told(line)}`] : []),
  ];
}

/** The scene without what is written, as far as that reaches, in units. */
type Bare = { readonly image: ImageData; readonly from: { readonly x: number; readonly y: number } };

function bareOf(bench: Bench, written: readonly Written[], lines: readonly Line[]): Bare {
  const were = written.map(({ view }) => view.renderable);
  for (const { view } of written) view.renderable = false;
  // By threes: a pixel's edge at every size.
  const down = (units: number): number => Math.floor(units / 3) * 3;
  const up = (units: number): number => Math.ceil(units / 3) * 3;
  const x = down(Math.min(...lines.map(({ box }) => box.left)));
  const y = down(Math.min(...lines.map(({ box }) => box.top)));
  const width = up(Math.max(...lines.map(({ box }) => box.right))) - x;
  const height = up(Math.max(...lines.map(({ box }) => box.bottom))) - y;
  const image = bench.picture(null, { x, y, width, height });
  written.forEach(({ view }, index) => {
    view.renderable = were[index] ?? true;
  });
  return { image, from: { x, y } };
}

function groundFaults(lines: readonly Line[], { image, from }: Bare, pixelsPerUnit: number, on: Ground) {
  return lines.flatMap((line): string[] => {
    const { left, right, top, bottom } = line.box;
    const colours = new Set<number>();
    let holes = 0;
    for (let y = Math.floor((top - from.y) * pixelsPerUnit); y < (bottom - from.y) * pixelsPerUnit; y += 1)
      for (
        let x = Math.floor((left - from.x) * pixelsPerUnit);
        x < (right - from.x) * pixelsPerUnit;
        x += 1
      ) {
        const at = (y * image.width + x) * 4;
        const [red = 0, green = 0, blue = 0, alpha] = image.data.subarray(at, at + 4);
        if (alpha !== 255) holes += 1;
        colours.add((red << 16) | (green << 8) | blue);
      }
    if (holes > 0) return [`off its plate: ${told(line)}`];
    return on === 'plain' && colours.size > 1 ? [`on ${colours.size} colours: ${told(line)}`] : [];
  });
}

function overlaps(lines: readonly Line[]): string[] {
  return lines.flatMap((a, index) =>
    lines.slice(0, index).flatMap((b) => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      return across > 0 && down > 0 ? [`${told(a)} lies on ${told(b)}`] : [];
    }),
  );
}

/** All that is wrong with what is written in the scene that a bench shows; empty for nothing. */
export function fitFaults(
  bench: Bench,
  written: readonly Written[],
  { pixelsPerUnit, on }: { readonly pixelsPerUnit: number; readonly on: Ground },
): { readonly lines: number; readonly faults: readonly string[] } {
  const lines = linesIn(written, pixelsPerUnit);
  if (lines.length === 0) return { lines: 0, faults: [] };
  const bare = bareOf(bench, written, lines);
  const faults = [
    ...lines.flatMap(formFaults),
    ...groundFaults(lines, bare, pixelsPerUnit, on),
    ...overlaps(lines),
  ];
  return { lines: lines.length, faults };
}
