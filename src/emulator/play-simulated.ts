// A simulated game served as a live one, at the full level of its summaries; after its end it stands as it ended.
import type { Timekeeper } from '../feeds/feed.ts';
import { COMETS, HERONS } from '../feeds/simulator/cast.ts';
import { runGame, type StartAt } from '../feeds/simulator/run-game.ts';
import type { RuleSetName } from '../game/rules.ts';
import type { Emulator } from './emulator.ts';
import type { HostedGame } from './hosted-game.ts';

export type SimulatedOptions = {
  readonly time: Timekeeper;
  readonly seed: number;
  readonly rules: RuleSetName;
  readonly speed: number;
  readonly startAt: StartAt;
  readonly gameId?: string | undefined;
};

/** Offers a game and plays it. `over` is called after its last word. */
export function playSimulated(
  emulator: Emulator,
  options: SimulatedOptions,
  over: () => void,
): { readonly hosted: HostedGame; stop(): void } {
  const { time, seed, gameId = `sim-${seed}` } = options;
  const hosted = emulator.offer({
    event_id: gameId,
    tipoff_at: Math.round(time.now()),
    status: 'ACTIVE',
    location_id: 'main-court@courtside-arena',
    facility_name: 'Courtside Arena',
    court_name: 'main court',
    source: 'SIMULATOR',
    home_team_id: HERONS.id,
    home_team_name: HERONS.name,
    away_team_id: COMETS.id,
    away_team_name: COMETS.name,
  });
  const running = runGame(
    { ...options, gameId, level: 'full' },
    {
      hear: (text, source) => hosted.hear(source, text),
      over() {
        hosted.list({ status: 'COMPLETED' });
        over();
      },
    },
  );
  return { hosted, stop: () => running.stop() };
}
