// A newcomer's first words: history as far back as he asked, and how things stand.
import { forOutput } from '../show/show.ts';
import { type Health, type Hello, packFrame, type Snapshot, WIRE_VERSION } from '../wire/wire.ts';
import type { Standing } from './standing.ts';

/** What hosts hold besides our outputs is the operator's business. */
function healthFor(standing: Standing, role: Hello['role']): Health {
  const { hosts, ...health } = standing.health();
  return role === 'desk' && hosts ? { ...health, hosts } : health;
}

/** The snapshot for a page that wants so much history (ms), and the highest `seq` that it stands for. */
export function snapshotOf(
  standing: Standing,
  historyMs: number,
  role: Hello['role'],
): { readonly down: Snapshot; readonly seq: number } {
  const relayMs = standing.now();
  const transport = standing.transport();
  // Played backwards, all that there is is about to be seen.
  const isBackwards = transport !== null && transport.course.rate < 0;
  const sinceMs = isBackwards ? Number.NEGATIVE_INFINITY : standing.gameNow() - historyMs;
  const { game, facts, frames } = standing.history(sinceMs);
  const down: Snapshot = {
    type: 'snapshot',
    version: WIRE_VERSION,
    relayMs,
    rules: standing.rules.name,
    show: role === 'desk' ? standing.show() : forOutput(standing.show()),
    look: standing.look(),
    game,
    facts,
    // A desk reads no places, and may ask for minutes.
    frames: role === 'desk' ? [] : frames.map(packFrame),
    graphics: standing.graphics.infos,
    health: healthFor(standing, role),
    ...(transport && { transport }),
  };
  return { down, seq: standing.seq() };
}
