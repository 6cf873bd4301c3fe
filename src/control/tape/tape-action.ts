// What a key or a button asks of the tape, and the order to the player that it means.
import { type Order, RATES, type TransportInfo } from '../../game/transport.ts';

/** `back`: backwards, or forwards again. `cut-minute`: the last minute as a tape of its own. */
export const TAPE_WISHES = [
  'toggle',
  'back',
  'slower',
  'faster',
  'frame-back',
  'frame-on',
  'event-back',
  'event-on',
  'mark-in',
  'mark-out',
  'loop',
  'cut-minute',
] as const;
export type TapeWish = (typeof TAPE_WISHES)[number];

/** The rates that are stepped through, without their sign. */
export const STEPS = [0.1, 0.25, 0.5, 1, 2, 4, 10, 25, 50] as const;

/** The next faster or slower rate, the same way. */
export function steppedRate(rate: number, by: 1 | -1): number {
  const size = Math.abs(rate);
  const faster = STEPS.find((step) => step > size + 1e-6) ?? RATES.fastest;
  const slower = [...STEPS].reverse().find((step) => step < size - 1e-6) ?? RATES.slowest;
  return Math.sign(rate) * (by > 0 ? faster : slower);
}

/** The order; null for what the player has no part in. `fps`: of the pictures that are stepped through. */
export function orderOf(wish: TapeWish, { rate, loop }: TransportInfo, fps: number): Order | null {
  switch (wish) {
    case 'toggle':
      return { do: 'toggle' };
    case 'back':
      return { do: 'play', rate: -rate };
    case 'slower':
      return { do: 'rate', rate: steppedRate(rate, -1) };
    case 'faster':
      return { do: 'rate', rate: steppedRate(rate, 1) };
    case 'frame-back':
      return { do: 'step', frames: -1, fps };
    case 'frame-on':
      return { do: 'step', frames: 1, fps };
    case 'event-back':
      return { do: 'event', by: -1 };
    case 'event-on':
      return { do: 'event', by: 1 };
    case 'mark-in':
      return { do: 'mark', which: 'in' };
    case 'mark-out':
      return { do: 'mark', which: 'out' };
    case 'loop':
      return { do: 'loop', on: !loop };
    case 'cut-minute':
      return null;
    default: {
      const never: never = wish;
      return never;
    }
  }
}

/** `2x`, `0.25x`, `4x back`. */
export const rateText = (rate: number): string => `${Math.abs(rate)}x${rate < 0 ? ' back' : ''}`;
