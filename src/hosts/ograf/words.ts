// What an OGraf renderer says and hears, as loosely as renderers say it: every argument may be missing, every figure may be text.
// Source: OGraf Graphics v1, Web Component interface.
import type { PlayWish } from '../alone/alone.ts';
import type { Scheduled, ScheduledAction } from '../alone/scheduled-alone.ts';

/** No other key: a renderer's check takes any other for an error. */
export type Answer = {
  readonly statusCode: number;
  readonly statusMessage?: string;
  /** From 0; undefined when it is past its last step. Only in the answer to `playAction`. */
  readonly currentStep?: number | undefined;
};

export const DONE: Answer = { statusCode: 200 };
export const failed = (statusCode: number, statusMessage: string): Answer => ({ statusCode, statusMessage });

type Params = Readonly<Record<string, unknown>>;

/** An object's fields, or none. */
export const paramsOf = (given: unknown): Params =>
  typeof given === 'object' && given !== null ? (given as Params) : {};

const YES = new Set<unknown>([true, 1, 'true', '1']);
export const isSkipping = (given: unknown): boolean => YES.has(paramsOf(given).skipAnimation);

/** A whole number, from text as well; undefined for none. */
function wholeOf(given: unknown): number | undefined {
  if (given === null || given === undefined || given === '') return undefined;
  const value = Number(given);
  return Number.isInteger(value) ? value : undefined;
}

export function playOf(given: unknown): PlayWish {
  const { goto: to, delta } = paramsOf(given);
  return { goto: wholeOf(to), delta: wholeOf(delta), skipAnimation: isSkipping(given) };
}

/** A resolution, where a renderer says one that can be drawn. */
export function resolutionOf(characteristics: unknown): { width: number; height: number } | null {
  const { width, height } = paramsOf(paramsOf(characteristics).resolution);
  const [across, down] = [Number(width), Number(height)];
  return across >= 1 && down >= 1 && across <= 16_384 && down <= 16_384
    ? { width: Math.round(across), height: Math.round(down) }
    : null;
}

/** Milliseconds from 0; null for what is none. */
export function timestampOf(given: unknown): number | null {
  const value = Number(given ?? Number.NaN);
  return Number.isFinite(value) ? Math.max(0, value) : null;
}

function actionOf(type: unknown, params: unknown): ScheduledAction | null {
  const skipAnimation = isSkipping(params);
  const { data, id, payload } = paramsOf(params);
  switch (type) {
    case 'playAction':
      return { type: 'play', ...playOf(params) };
    case 'stopAction':
      return { type: 'stop', skipAnimation };
    case 'updateAction':
      return { type: 'update', data, skipAnimation };
    case 'customAction':
      return { type: 'custom', id: String(id), payload, skipAnimation };
    default:
      return null;
  }
}

/** A schedule; an entry that is none is passed by. */
export function scheduleOf(given: unknown): readonly Scheduled[] {
  const { schedule } = paramsOf(given);
  if (!Array.isArray(schedule)) return [];
  return schedule.flatMap((one: unknown) => {
    const timestampMs = timestampOf(paramsOf(one).timestamp);
    const { type, params } = paramsOf(paramsOf(one).action);
    const action = actionOf(type, params);
    return timestampMs === null || action === null ? [] : [{ timestampMs, action }];
  });
}
