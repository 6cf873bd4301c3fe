// The flat JSON for button panels (`WS /api/v1/events`): one level, keys of letters and underscores, so that a panel can name any of them.
import { byTally } from '../wire/air-outputs.ts';
import type { Standing } from './standing.ts';
import type { State, StateTeam } from './state.ts';
import { stateAt } from './state.ts';

export type Panel = Readonly<Record<string, string | number | boolean | null>>;

/** The key that says of a graphic whether it is `preview`, `on_air`, `painted`. */
export const panelKey = (what: 'preview' | 'on_air' | 'painted', graphic: string): string =>
  `${what}_${graphic.replaceAll(/[^a-zA-Z0-9]+/g, '_').toLowerCase()}`;

const teamKeys = (side: 'home' | 'away', team: StateTeam | null): Panel => ({
  [`${side}_name`]: team?.name ?? null,
  [`${side}_code`]: team?.code ?? null,
  [`${side}_score`]: team?.score ?? null,
  [`${side}_fouls`]: team?.fouls ?? null,
  [`${side}_colour`]: team?.colour ?? null,
});

function gameKeys({ period, clock, shotClock, home, away }: State): Panel {
  return {
    period,
    clock: clock?.text ?? null,
    clock_running: clock?.running ?? null,
    shot_clock: shotClock?.text ?? null,
    shot_clock_on: shotClock?.on ?? null,
    ...teamKeys('home', home),
    ...teamKeys('away', away),
  };
}

/** `on_air_*` and `preview_*` say what the operator took and made ready, for each graphic there is; `painted_*` that every output on program has it in its picture. */
function graphicKeys(standing: Standing): Panel {
  const layers = Object.values(standing.show().layers);
  const { shown: outputs } = byTally(standing.health().outputs);
  const keys: Record<string, boolean> = {};
  for (const { id } of standing.graphics.infos) {
    keys[panelKey('on_air', id)] = layers.some(({ program }) => program?.graphic === id);
    keys[panelKey('preview', id)] = layers.some(({ preview }) => preview?.graphic === id);
    keys[panelKey('painted', id)] =
      outputs.length > 0 && outputs.every(({ painted }) => painted?.graphics.includes(id) === true);
  }
  return keys;
}

/** Everything a panel may show, as of now. */
export function panelNow(standing: Standing): Panel {
  const health = standing.health();
  const outputs = health.outputs.filter(({ role }) => role === 'output');
  return {
    revision: standing.show().revision,
    theme: standing.show().theme,
    feed: health.feed.name,
    feed_status: health.feed.status,
    rehearsal: health.feed.rehearsal,
    ...gameKeys(stateAt(standing, standing.gameNow())),
    ...graphicKeys(standing),
    rundown_current: standing.show().rundown.current,
    rundown_standby: standing.show().rundown.standby,
    overrides: Object.keys(standing.show().overrides).sort().join(','),
    outputs: outputs.length,
    outputs_on_program: outputs.filter(({ tally }) => tally?.state === 'program').length,
    outputs_lagging: outputs.filter(({ lagging }) => lagging).length,
    recording: health.tape?.recording ?? false,
    faults: health.faults.length,
  };
}
