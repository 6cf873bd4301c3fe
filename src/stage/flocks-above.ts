// Which flocks of a picture lie over all else of it: only these can be laid anew while the rest stays as it was drawn.
import type { Container } from 'pixi.js';
import { type CanvasFlock, CanvasFlockView } from './canvas-flock.ts';

/** All flocks that are drawn below `root`, in their order; null where anything else is drawn over one of them, or one is masked, or there is none. */
export function flocksAbove(root: Container): readonly CanvasFlock[] | null {
  const flocks: CanvasFlock[] = [];
  return areAbove(root, flocks) && flocks.length > 0 ? flocks : null;
}

/** Goes through what is drawn in its order, and adds its flocks. */
function areAbove(container: Container, flocks: CanvasFlock[]): boolean {
  if (!container.visible || !container.renderable) return true;
  const known = flocks.length;
  if (container instanceof CanvasFlockView) flocks.push(container.flock);
  // What draws by itself has a name for how: a mere group has none.
  else if (flocks.length > 0 && container.renderPipeId !== undefined) return false;
  if (!container.children.every((child) => areAbove(child as Container, flocks))) return false;
  return flocks.length === known || (container.effects ?? []).length === 0;
}
