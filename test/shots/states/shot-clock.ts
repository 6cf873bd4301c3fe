// The shot clock from full to nothing, and in each of its places.
import { aMoment } from '../../kit/moments.ts';
import { at, type State } from '../state.ts';

const reading = (name: string, shotClockMs: number | null, options: Readonly<Record<string, unknown>> = {}) =>
  at(name, () => aMoment({ shotClockMs }), options);

export const states: readonly State[] = [
  reading('full', 24_000),
  reading('below five', 4_900),
  reading('below one', 300),
  reading('violation', 0),
  reading('large, in a corner', 14_000, { size: 'large', place: 'top-right' }),
  reading('top left', 8_000, { place: 'top-left' }),
  reading('bottom left', 8_000, { place: 'bottom-left' }),
  reading('above the bug', 3_200, { place: 'above-bug' }),
  {
    name: 'the violation lights, 0.1 s',
    moving: true,
    pose: (scene) => {
      scene.show(aMoment({ shotClockMs: 100 }));
      scene.update(aMoment({ shotClockMs: 0, version: 2 }), 0.1);
    },
  },
];
