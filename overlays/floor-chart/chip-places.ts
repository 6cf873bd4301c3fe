// Where the words of zones stand so that none covers another: each as near its zone's middle as can be, those near the camera first, shorter where they must.

/** A chip's wish: the middle of its zone in the picture, its sizes there in units. */
export type ChipWish = {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly widthLong: number;
  readonly widthShort: number;
};

/** Where it stands; null where there is no room at all. */
export type ChipPlace = { readonly x: number; readonly y: number; readonly isLong: boolean } | null;

const AIR = 4;
/** How far from its place a chip may stand, in parts of its size: along the picture, and down it. */
const AWAY = [
  [0, 0],
  [0, 0.5],
  [0, -0.5],
  [0.35, 0],
  [-0.35, 0],
  [0, 1],
  [0, -1],
  [0.35, 0.6],
  [-0.35, 0.6],
  [0.35, -0.6],
  [-0.35, -0.6],
] as const;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const cross = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + AIR &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 + AIR;

/** Lays out all; `room` is what they may stand in. */
export function placeChips(
  wishes: readonly ChipWish[],
  room: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): readonly ChipPlace[] {
  const placed: Box[] = [];
  const places: ChipPlace[] = wishes.map(() => null);
  const nearFirst = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => b.wish.y - a.wish.y);
  for (const { wish, index } of nearFirst) {
    const { x, y, height, widthLong, widthShort } = wish;
    const tries = [true, false].flatMap((isLong) => {
      const width = isLong ? widthLong : widthShort;
      return AWAY.map(([across, down]) => ({
        isLong,
        box: { x: Math.round(x + across * width), y: Math.round(y + down * height), width, height },
      }));
    });
    const fits = tries.find(
      ({ box }) =>
        box.x - box.width / 2 >= room.left &&
        box.x + box.width / 2 <= room.right &&
        box.y - height / 2 >= room.top &&
        box.y + height / 2 <= room.bottom &&
        placed.every((other) => !cross(box, other)),
    );
    if (!fits) continue;
    placed.push(fits.box);
    places[index] = { x: fits.box.x, y: fits.box.y, isLong: fits.isLong };
  }
  return places;
}
