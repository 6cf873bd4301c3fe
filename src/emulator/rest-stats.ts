// What was said of a game so far, by REST: for a client that catches up. Source: Event API, GET /v1/data/games/{event_id} and /v1/data/stats/games/{event_id}/{resources}.
import type { Source } from '../feeds/shottracker/sources.ts';
import type { History } from './history.ts';
import { inside, parsed } from './line.ts';

/** Resources that may be joined by commas, and the source that tells each. */
const RESOURCES: Readonly<Record<string, Source>> = {
  shots: 'chart',
  details: 'boxscorestatsv2',
  possessions: 'possessions',
};
const STATS = 'stats';

/** Every message of a source so far, oldest first. */
function saidBy(history: History, source: Source): readonly unknown[] {
  const said: unknown[] = [];
  for (let next = history.at(0); next !== null; next = history.at(next.place + 1))
    if (next.line.source === source) said.push(inside(parsed(next.line.text), 'data'));
  return said;
}

/** Shots as they stand: the last word of each, the deleted ones gone. */
function shotsOf(history: History): readonly unknown[] {
  const byId = new Map<unknown, unknown>();
  for (const shot of saidBy(history, 'chart')) {
    const id = inside(shot, 'eid');
    if (inside(shot, 's') === 'DELETED') byId.delete(id);
    else byId.set(id, shot);
  }
  return [...byId.values()];
}

function summaryOf(history: History): unknown {
  for (const { source, text } of history.latest)
    if (source === 'broadcastsummary') return inside(inside(parsed(text), 'data'), 'game_stats') ?? null;
  return null;
}

/**
 * What is asked for by that last part of the path (`shots`, `shots,details`), each under its name; null where one of them is none.
 * Assumed: the documents show the entries, not what they are wrapped in.
 */
export function statsOf(history: History, resources: string): Readonly<Record<string, unknown>> | null {
  const answer: Record<string, unknown> = {};
  for (const name of resources.split(',')) {
    const source = Object.hasOwn(RESOURCES, name) ? RESOURCES[name] : undefined;
    if (name === STATS) answer[name] = summaryOf(history);
    else if (source === undefined) return null;
    else answer[name] = name === 'shots' ? shotsOf(history) : saidBy(history, source);
  }
  return answer;
}
