// How the pictures look: the theme that all outputs wear, and for each team what it is called by and which logo was found.
import { markOf, type TeamTable } from '../game/team-table.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import type { Readout, Side, TeamReadout } from './readout.ts';

const SIDES = ['away', 'home'] as const;

/** Theme and teams. */
export function LookPanel({ desk }: PanelProps) {
  const { heard } = desk.state.value;
  const table = heard?.look.table;
  return (
    <section class="panel wardrobe" aria-label="Look">
      <h2>
        Look <small>worn by every output</small>
      </h2>
      <ThemeChoice desk={desk} />
      <ul class="rows">
        {table &&
          SIDES.map((side) => <TeamRow key={side} side={side} table={table} readout={desk.readout.value} />)}
      </ul>
    </section>
  );
}

/** What the tab wants looked at: a theme that is gone. */
export function lookWants({ heard }: DeskState): string {
  if (!heard || heard.look.themes.length === 0) return '';
  return heard.look.themes.some(({ id }) => id === heard.show.theme) ? '' : 'theme missing';
}

function ThemeChoice({ desk }: { readonly desk: Desk }) {
  const { heard } = desk.state.value;
  if (!heard) return null;
  const { theme } = heard.show;
  const { themes } = heard.look;
  const isKnown = themes.some(({ id }) => id === theme);
  return (
    <label class="look-theme">
      <span>Theme</span>
      <select
        aria-label="Theme"
        value={theme}
        onChange={(event) => void desk.send({ cue: 'theme', theme: event.currentTarget.value })}
      >
        {isKnown || <option value={theme}>{theme} (missing)</option>}
        {themes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type TeamRowProps = { readonly side: Side; readonly table: TeamTable; readonly readout: Readout };

function TeamRow({ side, table, readout }: TeamRowProps) {
  const team = readout[side];
  if (!team) return <li class="none">No {side} team yet</li>;
  const { file, address } = markOf(table, team);
  return (
    <li class="look-team">
      <span class="look-mark" style={{ background: team.colour ?? 'transparent' }}>
        {address === null ? team.code : <img src={address} alt={`Logo of ${team.code || team.name}`} />}
      </span>
      <b>{team.code || '–'}</b>
      <span>{team.name}</span>
      <small class="figures">team id {team.id}</small>
      <small class={file !== null && address === null ? 'look' : undefined}>
        {markWords(team, file, address)}
      </small>
    </li>
  );
}

/** Which file, or which would be taken. */
function markWords({ id, code }: TeamReadout, file: string | null, address: string | null): string {
  if (file !== null) return address === null ? `${file} is missing` : file;
  return `no logo: marks/${code || id}.svg or .png`;
}
