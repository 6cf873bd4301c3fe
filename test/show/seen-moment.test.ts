import { expect, it } from 'vitest';
import { SeenMoment } from '../../src/show/seen-moment.ts';
import { aMoment } from '../kit/moments.ts';

it('cameras come with the moment, and a change of them is a change of it', () => {
  const seen = new SeenMoment();
  const moment = aMoment();
  const none = { overrides: {}, policies: {}, cameras: {} };
  const before = seen.of(moment, none).version;
  expect(seen.of(moment, none).version).toBe(before);
  const cameras = {};
  const after = seen.of(moment, { ...none, cameras });
  expect(after.cameras).toBe(cameras);
  expect(after.version).toBe(before + 1);
});
