import { describe, expect, it } from 'vitest';
import { cameraNamed } from '../../src/game/floor-camera.ts';
import { MOST_CAMERAS } from '../../src/show/cameras.ts';
import { applyCue, type Cue, cueSchema } from '../../src/show/cue.ts';
import { emptyShow, type Show, showSchema } from '../../src/show/show.ts';
import { GANTRIES, pointsOf } from '../kit/floor-cameras.ts';

const camera = (name: string, gantry = GANTRIES.main): Cue => ({
  cue: 'camera',
  name,
  court: 'nba',
  points: pointsOf(gantry),
});
const answer = (show: Show, cue: Cue) => applyCue(show, cue, 1_000, new Map());
const after = (show: Show, ...cues: Cue[]): Show =>
  cues.reduce((last, cue) => {
    const granted = answer(last, cue);
    if ('fault' in granted) throw new Error(JSON.stringify(granted.fault));
    return granted.show;
  }, show);

describe('a camera', () => {
  it('is kept under its name, solved, and over what was kept there', () => {
    const show = after(emptyShow, camera('Main'), camera('Main', GANTRIES.corner));
    expect(Object.keys(show.cameras)).toEqual(['Main']);
    expect(show.cameras.Main?.points).toEqual(pointsOf(GANTRIES.corner));
    expect(show.cameras.Main?.rmsPx).toBeLessThan(1e-3);
    expect(show.revision).toBe(2);
  });

  it('is forgotten when asked, and only if there is one', () => {
    const show = after(emptyShow, camera('Main'), camera('Low'));
    expect(Object.keys(after(show, { cue: 'forget-camera', name: 'Main' }).cameras)).toEqual(['Low']);
    expect(answer(show, { cue: 'forget-camera', name: 'constructor' })).toMatchObject({
      fault: { where: 'name', found: 'constructor' },
    });
  });

  it('that cannot be is refused with the reason, and the one before stays', () => {
    const before = after(emptyShow, camera('Main'));
    const frozen = structuredClone(before);
    const mirrored = pointsOf(GANTRIES.main).map((point) => ({ ...point, x: 1920 - point.x }));
    const refused = answer(before, { cue: 'camera', name: 'Main', court: 'nba', points: mirrored });
    expect(refused).toMatchObject({
      fault: { code: 'floor-points', found: expect.stringContaining('mirror') },
    });
    expect(before).toEqual(frozen);
  });

  it('is as it was after it was written down and read again', () => {
    const show = after(emptyShow, camera('Main'), camera('Low 2', GANTRIES.corner));
    expect(showSchema.parse(JSON.parse(JSON.stringify(show)))).toEqual(show);
  });

  it('is missing in a show that was kept before there were any, and that is a show still', () => {
    const { cameras: _none, ...old } = emptyShow;
    expect(showSchema.parse(old)).toEqual(emptyShow);
  });

  it('beyond the most that are kept is refused, but one of them may change', () => {
    const names = Array.from({ length: MOST_CAMERAS }, (_, i) => `Camera ${i + 1}`);
    const full = after(emptyShow, ...names.map((name) => camera(name)));
    expect(answer(full, camera('One more'))).toMatchObject({ fault: { where: 'name', found: 'One more' } });
    expect(after(full, camera('Camera 3', GANTRIES.roof)).cameras['Camera 3']?.points).toEqual(
      pointsOf(GANTRIES.roof),
    );
  });

  it.each(['', '__proto__', ' Main', 'a/b', 'x'.repeat(41)])('named %j is no cue', (name) => {
    expect(cueSchema.safeParse(camera(name)).success).toBe(false);
  });

  it.each(['Main', 'Kamera Süd', '2', 'CAM 1.b'])('may be named %j', (name) => {
    expect(cueSchema.parse(camera(name))).toEqual(camera(name));
  });
});

describe('without a name', () => {
  it('the first by name is meant; with one, that or none', () => {
    const { cameras } = after(emptyShow, camera('Main'), camera('Low'));
    expect(cameraNamed(cameras, '')).toBe(cameras.Low);
    expect(cameraNamed(cameras, 'Main')).toBe(cameras.Main);
    expect(cameraNamed(cameras, 'constructor')).toBeNull();
    expect(cameraNamed({}, '')).toBeNull();
  });
});
