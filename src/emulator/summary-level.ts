// A summary as large as a client asked for. Source: Live Data V2, broadcast_summary_level.
import { inside, type Line, parsed } from './line.ts';

/** The only level that the document names. Assumed: any other word gets the whole summary. */
const GAME_STATS = 'game_stats';

/** Cuts each summary once for all who asked for less; remembers the newest only. */
export class SummaryCutter {
  #whole = '';
  #cut = '';

  /** The text of a line at that level; null asks for everything. What cannot be read stays as it is. */
  textOf({ source, text }: Line, level: string | null): string {
    if (source !== 'broadcastsummary' || level !== GAME_STATS) return text;
    if (text !== this.#whole) {
      this.#cut = cutText(text);
      this.#whole = text;
    }
    return this.#cut;
  }
}

const PART = /"(?:half|quarter|ot)_\d+_stats"\s*:/;

function cutText(text: string): string {
  // Most tapes hold summaries that are small already: those keep their very bytes.
  if (!PART.test(text)) return text;
  const message = parsed(text);
  const data = inside(message, 'data');
  if (typeof message !== 'object' || typeof data !== 'object' || data === null) return text;
  const kept = Object.entries(data).filter(([name]) => !name.endsWith('_stats') || name === GAME_STATS);
  return JSON.stringify({ ...message, data: Object.fromEntries(kept) });
}
