// One block of the strip: plates that wipe in from its left edge, and ink that follows them.
import { Container } from 'pixi.js';

export type Block = {
  readonly view: Container;
  /** Scaled about the block's left edge by a wipe. */
  readonly plates: Container;
  /** Moved and faded by a wipe; at rest at 0, opaque. */
  readonly ink: Container;
};

/** An empty block at `x`. */
export function makeBlock(x: number): Block {
  const view = new Container({ x });
  const plates = new Container();
  const ink = new Container();
  view.addChild(plates, ink);
  return { view, plates, ink };
}
