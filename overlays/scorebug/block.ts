// One block of the strip: plates that wipe in from its left edge, and ink that follows them.
import { Container } from 'pixi.js';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';

export type Block = {
  readonly view: Container;
  readonly plates: Container;
  /** Opens the plates from the block's left edge. */
  readonly wipe: Wipe;
  /** Moved and faded by a wipe; at rest at 0, opaque. */
  readonly ink: Container;
};

/** An empty block at `x`. */
export function makeBlock(x: number): Block {
  const view = new Container({ x });
  const plates = new Container();
  const ink = new Container();
  view.addChild(plates, ink);
  return { view, plates, wipe: wipeOf(plates, 'x'), ink };
}
