// A game that is taken up where another relay left it goes on from what was last said: its clocks run from their own stamps, as they do on every page that has
// gone on drawing meanwhile, and all of it is marked as an outage until the feed speaks again.
import type { Fact } from '../game/message.ts';
import type { Moment } from '../time/moment.ts';
import type { Timeline } from '../time/timeline.ts';
import { type KeptGame, newestMs } from './game-file.ts';

/** More than the relay before said in what was not kept of it: its numbers are not given again. */
const SEQ_GAP = 100_000;

type Stamps = { readonly seq: number; readonly atMs: number; readonly heardMs: number };

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

/** Puts a kept game on an empty Timeline. Gives the highest `seq` that is in use then. */
export function takeUp(kept: KeptGame, timeline: Timeline): number {
  timeline.reset({ ...kept, frames: [] });
  const atMs = newestMs(kept);
  let seq = timeline.seq + SEQ_GAP;
  for (const fact of silences(timeline.at(atMs), { seq: 0, atMs, heardMs: atMs })) {
    seq += 1;
    timeline.push({ ...fact, seq });
  }
  return seq;
}
