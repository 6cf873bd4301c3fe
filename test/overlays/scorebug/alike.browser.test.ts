// The same strip from both renderers and at every size.
import { expect, it } from 'vitest';
import { scorebug } from '../../../overlays/scorebug/graphic.ts';
import { TAB_HEIGHT } from '../../../overlays/scorebug/layout.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';
import { benchScene, difference, makeBench } from '../../kit/scene-bench.ts';
import { AROUND, benchBug, ORDINARY, scored, WIDEST } from './bug-bench.ts';

const strip = benchBug();

/** The same region in units of three: at 720 lines its edges are whole pixels too. */
const THIRDS = {
  x: Math.floor(AROUND.x / 3) * 3,
  y: Math.floor(AROUND.y / 3) * 3,
  width: Math.ceil(AROUND.width / 3) * 3,
  height: Math.ceil(AROUND.height / 3) * 3,
};

it('is drawn alike by both renderers with its tab, at rest and while one follows another', async () => {
  const players = { 7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: { points: 14 } }) };
  const basket = (teamId: string): MomentWish => ({
    home: { ...ORDINARY.home, players },
    away: { ...ORDINARY.away, players },
    game: {
      plays: [{ id: 'b', classification: 'TWO_POINT_MAKE', teamId, playerId: '7', atMs: aMoment().atMs }],
    },
  });
  const region = { ...AROUND, y: AROUND.y - TAB_HEIGHT, height: AROUND.height + TAB_HEIGHT };
  const canvas = await makeBench({ renderer: 'canvas' });
  const other = await benchScene(canvas, scorebug);
  for (const seconds of [0, 0.05, 0.2, 10]) {
    for (const scene of [strip.bug(), other]) {
      scene.show(aMoment(basket(HOME_ID)));
      scene.update(aMoment(basket(AWAY_ID)), seconds);
    }
    const pictures = [strip.picture(region), canvas.picture(null, region)] as const;
    expect(difference(...pictures, 40), String(seconds)).toBeLessThan(0.006);
  }
  canvas.dispose();
});

it('is drawn alike by both renderers, at rest and while a score rolls', async () => {
  const canvas = await makeBench({ renderer: 'canvas' });
  const other = await benchScene(canvas, scorebug);
  for (const wish of [ORDINARY, WIDEST]) {
    other.show(aMoment(wish));
    expect(difference(strip.settled(wish), canvas.picture(null, AROUND), 40)).toBeLessThan(0.002);
  }
  for (const seconds of [0.03, 0.12, 0.4]) {
    for (const scene of [strip.bug(), other]) {
      scene.show(aMoment(ORDINARY));
      scene.update(aMoment(scored(88, 90)), seconds);
    }
    expect(difference(strip.picture(), canvas.picture(null, AROUND), 40)).toBeLessThan(0.004);
  }
  canvas.dispose();
});

it('is the same layout at 720 lines and at 2160', async () => {
  const reference = strip.settled(WIDEST, THIRDS);
  for (const pixelsPerUnit of [2 / 3, 2]) {
    const scaled = await makeBench({ pixelsPerUnit });
    const other = await benchScene(scaled, scorebug);
    other.show(aMoment(WIDEST));
    const big = scaled.picture(null, THIRDS);
    const small = document.createElement('canvas');
    small.width = reference.width;
    small.height = reference.height;
    const context = small.getContext('2d', { willReadFrequently: true });
    const bitmap = await createImageBitmap(big, {
      resizeWidth: small.width,
      resizeHeight: small.height,
      resizeQuality: 'high',
    });
    context?.drawImage(bitmap, 0, 0);
    const resized = context?.getImageData(0, 0, small.width, small.height);
    expect(resized && difference(resized, reference, 100), String(pixelsPerUnit)).toBeLessThan(0.02);
    scaled.dispose();
  }
});
