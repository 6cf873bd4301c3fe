// In play only the dots are drawn anew: at any instant the picture is the one that drawing all of it gives, and nothing is left of who has gone.
import { afterEach, expect, test } from 'vitest';
import { playerDots } from '../../../overlays/player-dots/graphic.ts';
import type { Graphic } from '../../../src/stage/graphic.ts';
import { makeStageKit } from '../../../src/stage/kit.ts';
import { makeStage, type Stage } from '../../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import type { Moment } from '../../../src/time/moment.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody, aMoment, aPlayer } from '../../kit/moments.ts';
import { waitUntil } from '../../kit/patience.ts';
import { stagePicture } from '../../kit/stage-picture.ts';

const NOW_MS = 1_700_000_000_000;
const TICK_MS = 50;
const NUMBERS = [0, 1, 2, 3, 4];

const stages: Stage[] = [];
afterEach(() => {
  for (const stage of stages.splice(0)) stage.dispose();
});

const player = (side: string) =>
  Object.fromEntries(
    NUMBERS.map((i) => [
      `${side}${i}`,
      aPlayer(`${side}${i}`, { number: `${i + 4}`, lastName: `Surname${i}` }),
    ]),
  );
const game = aMoment({ home: { players: player('h') }, away: { players: player('a') } }).game;

/** Ten who run in circles, and a ball, that long after the start. */
function playAt(sinceMs: number): Moment {
  const place = (i: number): [number, number] => [
    6_000 * Math.cos(sinceMs / 2_500 + 2.1 * i),
    12_000 * Math.sin(sinceMs / 4_000 + 1.7 * i),
  ];
  const bodies = NUMBERS.flatMap((i) => [
    aBody(`h${i}`, HOME_ID, ...place(i)),
    aBody(`a${i}`, AWAY_ID, ...place(i + 5)),
  ]);
  const ball = aBody('ball', null, ...place(10), { zMm: 1_200 });
  return { ...aMoment({ bodies, ball }), game, version: 1, atMs: NOW_MS + sinceMs };
}

type Opened = { readonly stage: Stage; tick(moment: Moment): void };

async function open(options: object): Promise<Opened> {
  const stage = await makeStage({
    element: document.body,
    viewport: { width: 640, height: 360, pixelRatio: 1 },
    renderer: 'canvas',
    graphics: new Map([[playerDots.id, playerDots as Graphic]]),
    makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
  });
  stages.push(stage);
  const onAir = {
    graphic: playerDots.id,
    options: playerDots.options.parse(options),
    sinceMs: NOW_MS,
    cut: true,
  };
  const layers = { floor: { onAir, leaving: null } };
  const tick = (moment: Moment): void => {
    stage.tick({ nowMs: moment.atMs, moment, layers });
  };
  const isThere = (): boolean => {
    tick(playAt(0));
    return stage.shown.length > 0;
  };
  await waitUntil(isThere);
  return { stage, tick };
}

const pixels = ({ stage }: Opened): Uint8ClampedArray => {
  const context = stagePicture(stage);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data;
};

test.each([
  ['the whole floor', { view: 'full' }],
  ['a camera that follows', { view: 'auto' }],
  ['without trails', { view: 'full', trails: false }],
  ['with names', { view: 'full', names: 'surname' }],
  ['one who stands out', { view: 'full', selectedPlayer: 'h2' }],
])('%s', async (_what, options) => {
  const [ours, whole] = [await open(options), await open(options)];
  for (let ms = 0; ms <= 3_000; ms += TICK_MS) {
    ours.tick(playAt(ms));
    whole.stage.redraw();
    whole.tick(playAt(ms));
    if (ms % 750 > 0) continue;
    const drawn = pixels(whole);
    expect(pixels(ours).findIndex((channel, at) => channel !== drawn[at])).toBe(-1);
  }
});

test('when no place is known any more nothing of the floor is left', async () => {
  const ours = await open({ view: 'full' });
  for (let ms = 0; ms <= 1_000; ms += TICK_MS) ours.tick(playAt(ms));
  for (let ms = 1_000; ms <= 6_000; ms += TICK_MS)
    ours.tick({ ...playAt(ms), bodies: [], bodyCount: 0, ball: null });
  expect(pixels(ours).every((channel) => channel === 0)).toBe(true);
});
