// A copy of what stands still on a 2D canvas, in its own pixels: laid down again without scaling, it costs a fraction of drawing that anew.
import { clearCanvas } from './canvas-clear.ts';

export class Still {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #isKept = false;

  constructor(document: Document) {
    this.#canvas = document.createElement('canvas');
    const context = this.#canvas.getContext('2d');
    if (!context) throw new Error('a 2D canvas context cannot be had');
    this.#context = context;
    // A canvas whose context was lost comes back empty.
    this.#canvas.addEventListener('contextrestored', () => this.forget());
  }

  /** False once what it copied is old. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Copies all that is on a canvas now. */
  keep(drawn: HTMLCanvasElement): void {
    const { width, height } = drawn;
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    clearCanvas(this.#context);
    this.#context.drawImage(drawn, 0, 0);
    this.#isKept = true;
  }

  /** Lays it down on an empty canvas as large as the one that it copied, without transform. */
  lay(context: CanvasRenderingContext2D): void {
    context.globalAlpha = 1;
    context.drawImage(this.#canvas, 0, 0);
  }

  forget(): void {
    this.#isKept = false;
  }
}
