// What every scene draws with, made once a page: fonts loaded, one atlas a face, one cache of pictures.
import type { Renderer, Texture } from 'pixi.js';
import { type Fault, fault } from '../game/fault.ts';
import { makeBackdrop } from './backdrop.ts';
import { CanvasFlock } from './canvas-flock.ts';
import { canvasTexture, unitCanvas } from './canvas-texture.ts';
import { type FigureAtlas, makeFigureAtlas } from './figure-atlas.ts';
import { makeFigures } from './figures.ts';
import { smallestOf } from './fit.ts';
import { SpriteFlock } from './flock.ts';
import { fontFiles, loadFonts } from './fonts.ts';
import { makeLabel } from './label.ts';
import { MarkBook } from './mark-book.ts';
import { MarkImages } from './mark-images.ts';
import { readyPlates } from './plate.ts';
import type { OutputFacts, PictureOptions, StageKit, TextFace } from './stage-kit.ts';
import type { Theme } from './theme.ts';
import { measureTypeface, type Typeface } from './typeface.ts';

export type StageKitOptions = {
  readonly theme: Theme;
  /** Its `resolution` is taken as the pixels a unit where `pixelsPerUnit` is not given; its `name` says who draws, `texture` loads ahead. */
  readonly renderer: Pick<Renderer, 'resolution'> & Partial<Pick<Renderer, 'name' | 'texture'>>;
  /** Device pixels a unit: 1 at 1080p, 2 at 2160p. */
  readonly pixelsPerUnit?: number;
  readonly document?: Document;
  readonly output?: OutputFacts;
  /** The page's logos; its own by default, loaded anew for each kit. */
  readonly marks?: MarkImages;
  /** Told when a logo has come: the picture must be drawn again. */
  readonly onChanged?: () => void;
  /** Told of each font that could not be loaded; the system's face stands in. */
  readonly onFault?: (fault: Fault) => void;
};

/** A kit with something to release: every texture that it made. */
export type OwnedStageKit = StageKit & { dispose(): void };

/**
 * Textures are drawn at a whole multiple of the screen's pixels: at twice the pixels, each screen pixel is the mean of exactly four, so that edges are as true
 * as multisampling makes them; from two pixels a unit on they are fine enough as they are.
 */
export const textureResolution = (pixelsPerUnit: number): number =>
  pixelsPerUnit >= 2 ? pixelsPerUnit : pixelsPerUnit * 2;

/** Loads the fonts and makes a kit. Never rejects for a font. */
export async function makeStageKit(options: StageKitOptions): Promise<OwnedStageKit> {
  const { theme, renderer, document = globalThis.document, onFault, onChanged = () => {} } = options;
  const { display, text: words } = theme.font;
  const files = fontFiles([display.family, words.family]);
  for (const { family, weight, url } of await loadFonts(document, files))
    onFault?.(fault('font-missing', url, `${family} ${weight}`, 'no such font: the system face stands in'));
  const pixelsPerUnit = options.pixelsPerUnit ?? renderer.resolution;
  const resolution = textureResolution(pixelsPerUnit);
  if (renderer.name === 'canvas') readyPlates(Object.values(theme.colour));
  const measure = unitCanvas(document, { width: 1, height: 1, resolution: 1 }).context;
  const typefaces = new Map<string, Typeface>();
  const atlases = new Map<string, FigureAtlas>();
  const pictures = new Map<string, Texture>();

  const images = options.marks ?? new MarkImages({ document, ...(onFault ? { onFault } : {}) });
  const marks = new MarkBook({ document, images, resolution, onChanged });

  const typefaceOf = (face: TextFace): Typeface =>
    remembered(typefaces, faceKey(face), () => measureTypeface(measure, face, theme));

  const atlasOf = (face: TextFace): FigureAtlas =>
    remembered(atlases, faceKey(face), () =>
      makeFigureAtlas({
        document,
        typeface: typefaceOf(face),
        resolution,
        measure,
        tints: renderer.name !== 'canvas',
      }),
    );

  const picture = ({ key, width, height, draw }: PictureOptions): Texture =>
    remembered(pictures, `${key} ${width} ${height}`, () => {
      const made = canvasTexture(document, { width, height, resolution, draw, anchor: 0.5 });
      // Now, and not in the tick that first shows it.
      renderer.texture?.initSource(made.source);
      return made;
    });

  return {
    theme,
    ...(options.output ? { output: options.output } : {}),
    figures: ({ face, ...how }) => makeFigures({ atlas: atlasOf(face), colour: face.colour, ...how }),
    label: ({ face, maxWidth, align, text = '', plate }) => {
      const typeface = typefaceOf(face);
      const label = makeLabel({
        document,
        typeface,
        resolution,
        measure,
        maxWidth,
        smallest: smallestOf(face.sizePx),
        align,
        colour: face.colour,
        ...(plate ? { plate: { ...plate, shape: theme.shape } } : {}),
        inCapitals: theme.font[face.family].case === 'upper',
        changes: text === '',
        prepare: (source) => renderer.texture?.initSource(source),
      });
      label.set(text);
      return label;
    },
    picture,
    sketch: (given) => canvasTexture(document, { ...given, resolution }),
    mark: (given) => marks.mark(given),
    flock: () => (renderer.name === 'canvas' ? new CanvasFlock() : new SpriteFlock()),
    backdrop: (size) =>
      renderer.name === 'canvas' ? makeBackdrop({ document, ...size, pixelsPerUnit }) : null,
    dispose: () => {
      for (const atlas of atlases.values()) atlas.dispose();
      for (const texture of pictures.values()) texture.destroy(true);
      atlases.clear();
      pictures.clear();
      marks.dispose();
    },
  };
}

const faceKey = ({ family, weight, sizePx, spacing = 0 }: TextFace): string =>
  `${family} ${weight} ${sizePx} ${spacing}`;

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const held = known.get(key);
  if (held !== undefined) return held;
  const made = make();
  known.set(key, made);
  return made;
}
