// The game of the pictures as it is kept: played once, written down as a Timeline's history, and the same in every browser from then on.
import { rulesOf } from '../../src/game/rules.ts';
import { type History, makeTimeline, type Timeline } from '../../src/time/timeline.ts';

/** Whose rules it is played by. */
export const RULES = 'nba';
/** The instant of every picture, in milliseconds since 1970. */
export const PICTURE_MS = Date.UTC(2026, 0, 10, 20, 41, 33);

/** The history in a JSON text packed by gzip: its bytes as they are kept. */
export async function unpacked(bytes: Response): Promise<History> {
  if (!bytes.body) throw new Error('the kept game is empty');
  const text = bytes.body.pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(text).json()) as History;
}

/** A Timeline that holds the kept game. */
export function timelineOf(history: History): Timeline {
  const timeline = makeTimeline({ rules: rulesOf(RULES) });
  timeline.reset(history);
  return timeline;
}
