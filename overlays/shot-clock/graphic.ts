// The shot clock on its own, large: the venue's figures where the director wants them.
import { z } from 'zod';
import { shotAlarm } from '../../src/game/shot-alarm.ts';
import { isDim } from '../../src/stage/dim.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { PLACES, type ShotClockView, SIZES } from './view.ts';

const options = z.object({
  place: z.enum(PLACES).default('bottom-right').describe('Where it sits'),
  size: z.enum(SIZES).default('regular').describe('How large it is'),
});
export type ShotClockOptions = z.infer<typeof options>;

export const shotClock = defineGraphic<ShotClockOptions, ShotClockView>({
  id: 'shot-clock',
  name: 'Shot clock',
  layer: 'clock',
  needs: ['shot-clock'],
  options,
  pick: (moment, { place, size }) => {
    const { shotClock: reading } = moment;
    const dim = isDim(moment, 'shotClock');
    return {
      place,
      size,
      text: reading?.text ?? null,
      alarm: !dim && reading !== null && shotAlarm(reading.remainingMs),
      expired: !dim && reading !== null && reading.remainingMs <= 0,
      dim,
    };
  },
  scene: async () => (await import('./scene.ts')).makeShotClock,
});
