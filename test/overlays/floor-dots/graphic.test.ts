import { describe, expect, it } from 'vitest';
import { floorDots } from '../../../overlays/floor-dots/graphic.ts';
import { hallCameras } from '../../kit/hall-moments.ts';
import { aMoment, aPlayer } from '../../kit/moments.ts';

const pick = (options: object, cameras = hallCameras()) =>
  floorDots.pick(
    aMoment({ cameras, home: { players: { h1: aPlayer('h1', { number: '12', lastName: 'Reed ' }) } } }),
    floorDots.options.parse(options),
  );

describe('players on the floor', () => {
  it('are shown in the camera that is named, or in the first by name', () => {
    const cameras = hallCameras();
    expect(pick({ camera: 'main' })?.matrix).toEqual(cameras.main?.matrix);
    expect(pick({})?.matrix).toEqual(cameras.corner?.matrix);
  });

  it('are not shown in a camera that nobody taught', () => {
    expect(pick({ camera: 'Main' })).toBeNull();
    expect(pick({}, {})).toBeNull();
    expect(pick({ camera: 'constructor' }, {})).toBeNull();
  });

  it('are named by number and surname', () => {
    expect(pick({})?.players).toEqual([{ id: 'h1', side: 'home', number: '12', surname: 'REED' }]);
  });

  it('take a full set of options from nothing', () => {
    expect(floorDots.options.parse({})).toMatchObject({ camera: '', names: 'surname', teams: 'both' });
  });
});
