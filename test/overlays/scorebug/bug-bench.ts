// The strip as its tests see it: on a bench, with some air about it.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { scorebug } from '../../../overlays/scorebug/graphic.ts';
import { CLOCK_WIDTH, cornerOf, HEIGHT, SHOT_WIDTH, TEAM_WIDTH } from '../../../overlays/scorebug/layout.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { AWAY_ID } from '../../kit/messages.ts';
import { aMoment, type MomentWish } from '../../kit/moments.ts';
import { type Bench, benchScene, makeBench, type Region } from '../../kit/scene-bench.ts';

export const WIDTH = TEAM_WIDTH * 2 + CLOCK_WIDTH + SHOT_WIDTH;
export const CORNER = cornerOf(HOUSE_THEME, 'bottom-centre', true);
/** The strip with some air about it, so that what leaves it is seen. */
export const AIR = 16;
export const AROUND: Region = {
  x: CORNER.x - AIR,
  y: CORNER.y - AIR,
  width: WIDTH + AIR * 2,
  height: HEIGHT + AIR * 2,
};
export const CLOCK_X = TEAM_WIDTH * 2;
export const SHOT_X = CLOCK_X + CLOCK_WIDTH;

/** Within the picture. */
export const SHOT_FIGURES: Region = { x: SHOT_X + AIR, y: AIR, width: SHOT_WIDTH, height: HEIGHT };
export const CLOCK_FIGURES: Region = { x: CLOCK_X + AIR, y: AIR, width: CLOCK_WIDTH, height: HEIGHT };

export const ORDINARY: MomentWish = { home: { fouls: 4, timeouts: 3 }, away: { fouls: 5, timeouts: 5 } };
export const WIDEST: MomentWish = {
  home: { score: 188, fouls: 12, timeouts: 7, code: 'WWWW' },
  away: { score: 188, fouls: 12, timeouts: 7, code: 'MMMM' },
  game: { period: 'OT4', arrow: AWAY_ID },
  rules: 'ncaa-men',
  clockMs: 600_000,
  shotClockMs: 4_800,
};
export const scored = (before: number, score: number): MomentWish => ({
  ...ORDINARY,
  home: { ...ORDINARY.home, score, scoreChange: { before, atMs: aMoment().atMs } },
});

export type BugScene = Awaited<ReturnType<typeof benchScene>>;

/** A bench for the file and a strip for each of its tests. */
export function benchBug() {
  let bench: Bench;
  let bug: BugScene;
  beforeAll(async () => {
    bench = await makeBench();
  });
  afterAll(() => bench.dispose());
  beforeEach(async () => {
    bug = await benchScene(bench, scorebug);
  });
  afterEach(() => bug.dispose());
  const picture = (region: Region = AROUND): ImageData => bench.picture(null, region);
  return {
    bench: (): Bench => bench,
    bug: (): BugScene => bug,
    picture,
    /** The settled picture of a moment. */
    settled: (wish: MomentWish, region: Region = AROUND): ImageData => {
      bug.show(aMoment(wish));
      return picture(region);
    },
  };
}
