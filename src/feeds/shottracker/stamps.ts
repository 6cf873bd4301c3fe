// The provider's stamps on the relay's time line. Positions and summaries are live, so each tells its own clock's offset; events may be replayed and only use it.
import type { Body } from '../../game/message.ts';
import type { FeedOffset } from '../feed.ts';
import { makeOffset, type Offset, stampMs } from '../offset.ts';
import type { Fact, FactOf, Told } from '../told.ts';
import type { Source } from './sources.ts';

/** A stamp that lies further back than this, or ahead, is of no clock that we know. Milliseconds. */
export const OLDEST_MS = 12 * 3_600_000;

export type Stamped = { readonly fact: Fact; readonly atMs: number };

export type Stamps = {
  /** Puts one told fact, and the stamps inside it, on the relay's time line: never later than `heardMs`. */
  put(told: Told, source: Source, heardMs: number): Stamped;
  /** The clock of the positions against ours, else that of the summary; null before either was heard. */
  offset(): FeedOffset | null;
};

const place = (body: Body, shiftMs: number, heardMs: number): Body => {
  const atMs = body.atMs + shiftMs;
  return { ...body, atMs: Number.isFinite(atMs) ? Math.min(heardMs, atMs) : heardMs };
};

/** A frame whose bodies' stamps are moved so far, none later than `heardMs`; one without a stamp has that. */
export function laid(fact: FactOf<'frame'>, shiftMs: number, heardMs: number): FactOf<'frame'> {
  const bodies = fact.bodies.map((body) => place(body, shiftMs, heardMs));
  return fact.ball === undefined
    ? { ...fact, bodies }
    : { ...fact, bodies, ball: place(fact.ball, shiftMs, heardMs) };
}

export function makeStamps(): Stamps {
  const tracking = makeOffset();
  const summary = makeOffset();

  const live = (source: Source): Offset | null =>
    source === 'location' ? tracking : source === 'broadcastsummary' ? summary : null;

  /**
   * A stamp of an event, which may be as old as the game. Assumed: events bear the clock of the positions, else that of the summary, and before either
   * was heard one that is right.
   */
  const ofEvent = (saidMs: number, heardMs: number): number => {
    for (const mapped of [tracking.map(saidMs), summary.map(saidMs), saidMs])
      if (mapped !== null && Math.abs(heardMs - mapped) < OLDEST_MS) return Math.min(heardMs, mapped);
    return heardMs;
  };

  const inside = (fact: Fact, shiftMs: number, heardMs: number): Fact => {
    if (fact.kind === 'possession' && fact.startedAtMs !== undefined)
      return { ...fact, startedAtMs: ofEvent(stampMs(fact.startedAtMs), heardMs) };
    return fact.kind === 'frame' ? laid(fact, shiftMs, heardMs) : fact;
  };

  const offset = (): FeedOffset | null => {
    for (const { offsetMs, errorMs } of [tracking, summary])
      if (offsetMs !== null) return { offsetMs, errorMs };
    return null;
  };

  return {
    offset,
    put({ fact, saidMs }, source, heardMs) {
      if (saidMs === undefined) return { fact: inside(fact, 0, heardMs), atMs: heardMs };
      const stamp = stampMs(saidMs);
      const atMs = live(source)?.hear(stamp, heardMs) ?? ofEvent(stamp, heardMs);
      return { fact: inside(fact, atMs - stamp, heardMs), atMs };
    },
  };
}
