// How play goes on after whatever has just ended. Each stretch of play is begun by one of these and ends with the next.
import type { Place } from '../../game/court.ts';
import type { Athlete, Side } from './world.ts';

/** Where a team got the ball from: what it may make of it. */
export type Source = 'rebound' | 'steal' | 'tip' | 'throw-in' | 'basket';

export type Restart =
  /** Play never stopped: that one has the ball now. */
  | { readonly kind: 'live'; readonly side: Side; readonly handler: Athlete; readonly source: Source }
  /** After a basket: from behind the end line. The clock may run. */
  | { readonly kind: 'basket'; readonly side: Side }
  /** From the edge of the floor nearest to `at`, in the court's frame. `shotMs`: what the shot clock is given; absent: it keeps what it has. */
  | {
      readonly kind: 'throw-in';
      readonly side: Side;
      readonly at: Place;
      readonly shotMs?: number;
      readonly afterTurnover: boolean;
    }
  | {
      readonly kind: 'free-throws';
      readonly side: Side;
      readonly shooter: Athlete;
      readonly throws: number;
      readonly oneAndOne: boolean;
    }
  | { readonly kind: 'jump' }
  | { readonly kind: 'horn' };
