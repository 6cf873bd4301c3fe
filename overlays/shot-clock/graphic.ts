// The shot clock on its own, large: the venue's figures where the director wants them.
import { z } from 'zod';
import { shotAlarm } from '../../src/game/shot-alarm.ts';
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
  pick: ({ shotClock: reading }, { place, size }) => ({
    place,
    size,
    text: reading?.text ?? null,
    alarm: reading !== null && shotAlarm(reading.remainingMs),
    expired: reading !== null && reading.remainingMs <= 0,
  }),
  scene: async () => (await import('./scene.ts')).makeShotClock,
});
