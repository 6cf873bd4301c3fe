// The shot chart of either team and of a player, by kind of shot, by period, and with each shot marked.
import { home } from '../../../src/game/game.ts';
import type { Played } from '../played-game.ts';
import { chosen, marked, type State } from '../state.ts';

/** The host with the most shots in his zones. */
function shooter({ moment }: Played): string {
  const shots = (id: string): number =>
    (home(moment.game)?.players[id]?.zones.all?.zones ?? []).reduce(
      (sum, { attempted = 0 }) => sum + attempted,
      0,
    );
  const ids = Object.keys(home(moment.game)?.players ?? {});
  const [most] = ids.sort((a, b) => shots(b) - shots(a) || (a < b ? -1 : 1));
  if (most === undefined) throw new Error('nobody has shot');
  return most;
}

export const states: readonly State[] = [
  chosen('one player', (played) => ({ player: shooter(played), marks: 'makes and misses' })),
  chosen('the visitors', { side: 'away' }),
  chosen('catch and shoot', { shots: 'catch-and-shoot' }),
  chosen('off the dribble', { shots: 'off-the-dribble' }),
  chosen('makes and misses', { marks: 'makes and misses' }),
  chosen('centred', { position: 'centre' }),
  marked(),
];
