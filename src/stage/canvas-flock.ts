// A flock on a 2D canvas: its pieces are laid down by the canvas itself, past the renderer's display list, which costs more than the drawing does.
import { type CanvasRenderer, Matrix, RenderContainer, type Renderer } from 'pixi.js';
import { type Flock, type Piece, sortByDepth } from './flock.ts';

/** What of a canvas' context it draws with. */
type Context = Pick<
  CanvasRenderingContext2D,
  'globalAlpha' | 'imageSmoothingEnabled' | 'setTransform' | 'drawImage'
>;

/** Alpha in the renderer's own steps, so that a piece looks as a sprite would. */
const STEPS = 255;

/** A flock's place among what the renderer draws. */
export class CanvasFlockView extends RenderContainer {
  readonly flock: CanvasFlock;

  constructor(flock: CanvasFlock) {
    super({ render: (renderer) => flock.render(renderer) });
    this.flock = flock;
  }
}

export class CanvasFlock implements Flock {
  readonly view = new CanvasFlockView(this);
  /** True while it is left out of what the renderer draws: it learns where it lies, and is drawn by `draw` alone. */
  isHeld = false;
  readonly #pieces: Piece[] = [];
  /** Where it lay in the renderer's last picture, in pixels, and how much of it was seen. */
  readonly #base = new Matrix();
  #alpha = 0;

  add(piece: Piece): void {
    this.#pieces.push(piece);
  }

  remove(piece: Piece): void {
    const index = this.#pieces.indexOf(piece);
    if (index >= 0) this.#pieces.splice(index, 1);
  }

  lay(): void {
    sortByDepth(this.#pieces);
  }

  /** Called by the renderer, where its view has its turn. */
  render(renderer: Renderer): void {
    // NOTE: it is made for this renderer alone, and Pixi's type says no more than that it is one.
    const { canvasContext, globalUniforms } = renderer as CanvasRenderer;
    const { worldTransformMatrix, worldColor } = globalUniforms.globalUniformData;
    const { activeResolution } = canvasContext;
    this.#base
      .copyFrom(worldTransformMatrix)
      .append(this.view.relativeGroupTransform)
      .scale(activeResolution, activeResolution);
    this.#alpha = this.view.groupAlpha * ((worldColor >>> 24) / STEPS);
    if (this.isHeld) return;
    canvasContext.setBlendMode('normal');
    this.draw(canvasContext.activeContext);
  }

  /** Lays its pieces on a canvas, where the renderer's last picture had it. Allocates nothing. */
  draw(context: Context): void {
    const { a, b, c, d, tx, ty } = this.#base;
    const pieces = this.#pieces;
    let last = -1;
    context.imageSmoothingEnabled = true;
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i] as Piece;
      // A small whole number: no garbage.
      const seen = (this.#alpha * piece.alpha * STEPS) | 0;
      if (seen <= 0) continue;
      const { x, y, scaleX, scaleY, cos, sin, texture } = piece;
      const { width, height } = texture;
      // Most are as the one before them.
      if (seen !== last) context.globalAlpha = seen / STEPS;
      last = seen;
      context.setTransform(
        (a * cos + c * sin) * scaleX,
        (b * cos + d * sin) * scaleX,
        (c * cos - a * sin) * scaleY,
        (d * cos - b * sin) * scaleY,
        a * x + c * y + tx,
        b * x + d * y + ty,
      );
      context.drawImage(texture.source.resource as HTMLCanvasElement, -width / 2, -height / 2, width, height);
    }
  }
}
