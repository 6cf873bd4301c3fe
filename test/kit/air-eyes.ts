// What a viewer makes of an output's picture: who stands where on the floor, what the scorebug and the shot clock say, which zones are lit.
import { type Blob, type Box, blobsIn, distance, everywhere, middle } from './blobs.ts';
import type { Picture } from './png.ts';
import { type Digits, readFigures } from './read-figures.ts';

/** The house's colour of text, and of the ball. */
const TEXT = '#f5f7fa';
const BALL = '#f58a2a';
/** How far ink is from what it stands on, at the least: the channel that differs most. */
const CONTRAST = 190;
/** The smallest figures of a score or a clock on the scorebug, in pixels. */
const LARGE_PX = 28;
/** Where a dot's number stands at most, as shares of its radius. */
const NUMBER = { across: 0.8, down: 0.66 };

/** A dot that nothing covers: its middle in pixels, and the number on it. */
export type Disc = { readonly x: number; readonly y: number; readonly number: string };

/** The free discs of a jersey's colour whose numbers can be read; one half hidden is no witness. */
export function freeDiscs(picture: Picture, colour: string, digits: Digits): readonly Disc[] {
  const isColour = (pixel: number): boolean => distance(picture, pixel, colour) <= 8;
  return blobsIn(picture, isColour, { box: everywhere(picture), leastPixels: 300 })
    .filter((blob) => isFree(picture, blob, colour))
    .map((blob) => {
      const { x, y } = middle(blob);
      const ink = (pixel: number): number => {
        const { across, down } = from(picture, blob, pixel);
        return across < NUMBER.across && down < NUMBER.down
          ? Math.min(1, distance(picture, pixel, colour) / CONTRAST)
          : 0;
      };
      const [figures] = readFigures(picture, ink, blob.box, digits);
      return { x, y, number: figures?.text ?? '' };
    })
    .filter(({ number }) => /^\d+$/.test(number));
}

/** How far a pixel is from a disc's middle, as shares of its radius. */
function from({ width }: Picture, blob: Blob, pixel: number) {
  const { x, y } = middle(blob);
  const radius = (blob.box.right - blob.box.left + 1) / 2;
  const across = Math.abs((pixel % width) + 0.5 - x) / radius;
  const down = Math.abs(Math.floor(pixel / width) + 0.5 - y) / radius;
  return { across, down, away: Math.hypot(across, down) };
}

/** Round, without the ball on it, and nothing but its own colour around its number. */
function isFree(picture: Picture, blob: Blob, colour: string): boolean {
  const { left, top, right, bottom } = blob.box;
  if (Math.abs(right - left - (bottom - top)) > 1 || right - left < 24 || right - left > 60) return false;
  const isBall = (pixel: number): boolean => distance(picture, pixel, BALL) <= 10;
  const isForeign = (pixel: number): boolean => {
    const { across, down, away } = from(picture, blob, pixel);
    const isAround = away < 0.9 && (across > NUMBER.across || down > NUMBER.down);
    return isAround && distance(picture, pixel, colour) > 60;
  };
  return (
    blobsIn(picture, isBall, { box: blob.box, leastPixels: 10 }).length === 0 &&
    blobsIn(picture, isForeign, { box: blob.box }).length === 0
  );
}

const largeFigures = (picture: Picture, box: Box, leastPx: number, digits: Digits): readonly string[] => {
  const ink = (pixel: number): number => Math.max(0, 1 - distance(picture, pixel, TEXT) / CONTRAST);
  return readFigures(picture, ink, box, digits)
    .filter(({ heightPx }) => heightPx >= leastPx)
    .map(({ text }) => text);
};

/** What the scorebug says in large figures: the visitors' score, the hosts', and the game clock. */
export function readBug(picture: Picture, digits: Digits) {
  const texts = largeFigures(picture, { left: 300, top: 930, right: 1600, bottom: 1040 }, LARGE_PX, digits);
  return {
    scores: texts.filter((text) => /^\d+$/.test(text)),
    clock: texts.find((text) => text.includes(':')) ?? '',
  };
}

/** What the shot clock beside it says; empty when it is off. */
export const readShotClock = (picture: Picture, digits: Digits): string =>
  largeFigures(picture, { left: 1620, top: 900, right: 1840, bottom: 1040 }, 48, digits)[0] ?? '';

/** How many zones of the shot chart are of that colour. The court's faint lines do not part a zone, the gaps between zones do. */
export const litZones = (picture: Picture, colour: string): number =>
  blobsIn(picture, (pixel) => distance(picture, pixel, colour) <= 70, {
    box: { left: 1100, top: 270, right: 1860, bottom: 920 },
    leastPixels: 700,
  }).length;
