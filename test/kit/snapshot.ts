// A relay's first word to a page, for tests: of nothing, unless they say more.
import { noGame } from '../../src/game/game.ts';
import { emptyShow } from '../../src/show/show.ts';
import { noLook } from '../../src/wire/look.ts';
import { type Snapshot, WIRE_VERSION } from '../../src/wire/wire.ts';

/** A snapshot of nothing yet. */
export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  type: 'snapshot',
  version: WIRE_VERSION,
  relayMs: 1_700_000_000_000,
  rules: 'nba',
  show: emptyShow,
  look: noLook,
  game: noGame,
  facts: [],
  frames: [],
  graphics: [],
  health: {
    feed: {
      name: 'test',
      status: 'live',
      heardMs: null,
      capabilities: [],
      told: [],
      offset: null,
      rehearsal: false,
    },
    outputs: [],
    faults: [],
    tape: null,
    sources: [],
    relay: { version: '0', startedMs: 0, loopLagMs: 0, logChanges: 0 },
  },
  ...more,
});
