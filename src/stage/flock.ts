// Small pictures that move at every tick: each is a handful of numbers that its owner writes, and all of them are drawn in one go. A tick makes nothing.
import { Container, Sprite, Texture } from 'pixi.js';

/** One picture of a flock: it lies about its middle. Write to it at will; it is drawn so from the flock's next `lay`. */
export class Piece {
  texture: Texture;
  /** Its middle, in units. */
  x = 0;
  y = 0;
  /** How much larger it is drawn, along its own axes. */
  scaleX = 1;
  scaleY = 1;
  /** Where its own x axis points: cosine and sine. */
  cos = 1;
  sin = 0;
  /** 0 to 1; at 0 it costs nothing. */
  alpha = 0;
  /** What has more lies over what has less; else what was added later lies over what was there. */
  depth = 0;

  constructor(texture: Texture = Texture.EMPTY) {
    this.texture = texture;
  }
}

export interface Flock {
  /** Has no bounds of its own: what holds it says how far it may reach (`boundsArea`). */
  readonly view: Container;
  add(piece: Piece): void;
  /** Passes by what is not in it. */
  remove(piece: Piece): void;
  /** Takes what has been written to its pieces. Call it once a tick. Allocates nothing. */
  lay(): void;
}

/** Puts pieces in the order in which they are drawn. They nearly are already. Allocates nothing. */
export function sortByDepth(pieces: Piece[]): void {
  for (let i = 1; i < pieces.length; i += 1) {
    const piece = pieces[i] as Piece;
    let j = i;
    while (j > 0 && (pieces[j - 1] as Piece).depth > piece.depth) {
      pieces[j] = pieces[j - 1] as Piece;
      j -= 1;
    }
    pieces[j] = piece;
  }
}

/** A flock of sprites: for WebGL. */
export class SpriteFlock implements Flock {
  readonly view = new Container();
  readonly #pieces: Piece[] = [];
  /** One for each piece; the first ones show those that are seen. */
  readonly #sprites: Sprite[] = [];
  /** The most that were ever seen: so many stay with the renderer, which goes through all of them whenever one comes or goes. */
  #most = 0;

  add(piece: Piece): void {
    this.#pieces.push(piece);
    const sprite = new Sprite();
    sprite.anchor.set(0.5);
    sprite.visible = false;
    this.#sprites.push(sprite);
    this.view.addChild(sprite);
  }

  remove(piece: Piece): void {
    const index = this.#pieces.indexOf(piece);
    if (index < 0) return;
    this.#pieces.splice(index, 1);
    this.#sprites.pop()?.destroy();
    this.#most = Math.min(this.#most, this.#sprites.length);
  }

  lay(): void {
    sortByDepth(this.#pieces);
    let seen = 0;
    for (let i = 0; i < this.#pieces.length; i += 1) {
      const piece = this.#pieces[i] as Piece;
      if (!(piece.alpha > 0)) continue;
      show(this.#sprites[seen] as Sprite, piece);
      seen += 1;
    }
    // A picture without a size costs no pixel.
    for (let i = seen; i < this.#most; i += 1) (this.#sprites[i] as Sprite).scale.set(0);
    for (let i = this.#most; i < seen; i += 1) (this.#sprites[i] as Sprite).visible = true;
    this.#most = Math.max(this.#most, seen);
  }
}

function show(sprite: Sprite, piece: Piece): void {
  if (sprite.texture !== piece.texture) sprite.texture = piece.texture;
  sprite.alpha = piece.alpha;
  sprite.position.set(piece.x, piece.y);
  sprite.scale.set(piece.scaleX, piece.scaleY);
  sprite.rotation = piece.sin === 0 && piece.cos > 0 ? 0 : Math.atan2(piece.sin, piece.cos);
}
