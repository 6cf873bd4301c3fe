// What tests of cues tell a relay, and how they read what came of it.
import type { LogEntry } from '../../src/relay/log.ts';
import type { Show } from '../../src/show/show.ts';
import { HOME_ID } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import type { RelayRig } from '../kit/relay-rig.ts';

/** What was answered, read as JSON. */
export const json = async (response: Response | Promise<Response>) =>
  (await (await response).json()) as Record<string, unknown>;
/** A cue that is granted. */
export const TAKE = { cue: 'take', graphic: 'scorebug' };

/** A home team with so many points, true now. */
export function tellScore({ feed, time }: RelayRig, points: number): void {
  const at = { atMs: time.now(), heardMs: time.now() };
  feed.say.message({
    kind: 'roster',
    ...at,
    teamId: HOME_ID,
    side: 'home',
    code: 'HOM',
    name: 'Home',
    players: [],
  });
  feed.say.message({ kind: 'score', from: 'summary', ...at, scores: [{ teamId: HOME_ID, points }] });
}

/** The show as a page of that role is told it. */
export async function showOf({ port }: RelayRig, role: 'desk' | 'output' = 'desk'): Promise<Show> {
  const page = await openPage(port, { role });
  const { show } = await page.snapshot();
  page.socket.terminate();
  return show;
}

/** All that the log holds. */
export const logOf = async (rig: RelayRig) =>
  (await json(rig.get('/api/v1/log'))).entries as readonly LogEntry[];
