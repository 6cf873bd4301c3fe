// A flock on a 2D canvas: its pieces are laid down by the canvas itself, past the renderer's display list, which costs more than the drawing does.
import { type CanvasRenderer, Matrix, RenderContainer, type Renderer } from 'pixi.js';
import { type Flock, type Piece, sortByDepth } from './flock.ts';

/** Alpha in the renderer's own steps, so that a piece looks as a sprite would. */
const STEPS = 255;

export class CanvasFlock implements Flock {
  readonly view = new RenderContainer({ render: (renderer) => this.#render(renderer) });
  readonly #pieces: Piece[] = [];
  readonly #base = new Matrix();

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

  #render(renderer: Renderer): void {
    // NOTE: it is made for this renderer alone, and Pixi's type says no more than that it is one.
    const { canvasContext, globalUniforms } = renderer as CanvasRenderer;
    const { worldTransformMatrix, worldColor } = globalUniforms.globalUniformData;
    const base = this.#base.copyFrom(worldTransformMatrix).append(this.view.relativeGroupTransform);
    const alpha = this.view.groupAlpha * ((worldColor >>> 24) / STEPS);
    canvasContext.setBlendMode('normal');
    const context = canvasContext.activeContext;
    context.imageSmoothingEnabled = true;
    this.#draw(context, base.scale(canvasContext.activeResolution, canvasContext.activeResolution), alpha);
  }

  #draw(
    context: CanvasRenderer['canvasContext']['activeContext'],
    { a, b, c, d, tx, ty }: Matrix,
    alpha: number,
  ): void {
    const pieces = this.#pieces;
    let last = -1;
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i] as Piece;
      // A small whole number: no garbage.
      const seen = (alpha * piece.alpha * STEPS) | 0;
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
