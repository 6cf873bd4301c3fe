// What a translation of ShotTracker's words needs to know beside them.
import type { CourtName } from '../../game/court.ts';
import type { ClockSaid } from '../../game/message.ts';

export type Context = {
  readonly court: CourtName;
  /** What the official game clock reads now; null while it was never heard. A tick of the shot clock alone rests on it. */
  readonly gameClock: ClockSaid | null;
};
