// When a shot clock is shown as nearly gone.

/** Below this the figures turn red, as on the board over the basket. Milliseconds. */
export const SHOT_ALARM_MS = 5_000;

/** True below five seconds, and at zero. */
export const shotAlarm = (remainingMs: number): boolean => remainingMs < SHOT_ALARM_MS;
