import { describe, expect, it } from 'vitest';
import { againstBest } from '../kit/joining.ts';
import { haveTracks, realTracks } from '../kit/tracks.ts';

describe.skipIf(!haveTracks)('joining real places (skipped where the tracking data is not at hand)', () => {
  const tracks = haveTracks ? realTracks() : [];
  it.each([
    [2, 0],
    [3, 0],
    [5, 0],
    [2, 30],
    [3, 30],
    [5, 30],
  ])(
    'at 25 Hz thinned by %i with %i mm of noise misses by at most 1.05 of the best method',
    (step, noiseMm) => {
      expect(againstBest(tracks, step, noiseMm)).toBeLessThan(1.05);
    },
  );
});
