// Tinted pictures on a 2D canvas, found by the number of their colour: Pixi looks each of them up by a string that it makes at every drawing.
import { canvasUtils, type Texture } from 'pixi.js';

type FindTinted = typeof canvasUtils.getTintedCanvas;

/** A copy of a texture in a colour, and what that texture held then. */
type Tinted = { readonly picture: ReturnType<FindTinted>; readonly resourceId: number };

/** Bears this: it is ours already. */
const BY_NUMBER = Symbol('finds tints by number');

/**
 * Lets Pixi find them so, on the whole page: the same pictures, without the garbage. May be called twice. NOTE: a tint cost 300 bytes at each drawing of each
 * sprite in Pixi 8.22, a third of all that painting left behind.
 */
export function findTintsByNumber(): void {
  const find = canvasUtils.getTintedCanvas;
  if (!(BY_NUMBER in find))
    canvasUtils.getTintedCanvas = Object.assign(remembering(find), { [BY_NUMBER]: true });
}

function remembering(find: FindTinted): FindTinted {
  const known = new WeakMap<Texture, Map<number, Tinted>>();
  const coloursOf = (texture: Texture): Map<number, Tinted> => {
    const colours = known.get(texture) ?? new Map<number, Tinted>();
    known.set(texture, colours);
    return colours;
  };
  return (sprite, colour) => {
    const { texture } = sprite;
    const resourceId = texture.source._resourceId;
    const last = known.get(texture)?.get(colour);
    if (last?.resourceId === resourceId) return last.picture;
    const picture = find(sprite, colour);
    coloursOf(texture).set(colour, { picture, resourceId });
    return picture;
  };
}
