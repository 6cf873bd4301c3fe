// A game that is taken up where another relay left it stands still: nothing is known of it since, until the feed speaks again.
import type { ClockSaid, Fact } from '../game/message.ts';
import type { Moment } from '../time/moment.ts';
import type { Timeline } from '../time/timeline.ts';
import { type KeptGame, newestMs } from './game-file.ts';

/** More than the relay before said in what was not kept of it: its numbers are not given again. */
const SEQ_GAP = 100_000;
/** A clock that is made to stand stands on what it read, to the millisecond. */
const EXACT_MS = 1;

/** A clock's reading as a clock that stands. */
const stood = ({ remainingMs }: { readonly remainingMs: number }): ClockSaid => ({
  remainingMs,
  running: false,
  resolutionMs: EXACT_MS,
});

/** The clocks that ran, stopped at that instant. */
function stops({ clock, shotClock }: Moment, base: Stamps): readonly Fact[] {
  if (!clock?.running && !shotClock?.running) return [];
  if (!clock) return [];
  const shot = shotClock ? { shot: stood(shotClock) } : {};
  return [{ ...base, kind: 'clock', witness: 'official', game: stood(clock), ...shot }];
}

/** That no feed speaks, by all that had not come to their end. */
const silences = ({ game }: Moment, base: Stamps): readonly Fact[] =>
  Object.entries(game.feeds)
    .filter(([, { status }]) => status !== 'ended')
    .map(([feed]) => ({
      ...base,
      kind: 'status',
      feed,
      status: 'lost',
      detail: 'the relay was started again, and nothing has been heard since',
    }));

type Stamps = { readonly seq: number; readonly atMs: number; readonly heardMs: number };

/** Puts a kept game on an empty Timeline. Gives the highest `seq` that is in use then. */
export function takeUp(kept: KeptGame, timeline: Timeline): number {
  timeline.reset({ ...kept, frames: [] });
  const atMs = newestMs(kept);
  let seq = timeline.seq + SEQ_GAP;
  const moment = timeline.at(atMs);
  const base = { seq: 0, atMs, heardMs: atMs };
  for (const fact of [...stops(moment, base), ...silences(moment, base)]) {
    seq += 1;
    timeline.push({ ...fact, seq });
  }
  return seq;
}
