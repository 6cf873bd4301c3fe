// Who plays, as it is shown: names, codes and colours of the teams, each player's number and who he really is; edited in place, given back to the feed one by one.
import { useSignal } from '@preact/signals';
import type { InputHTMLAttributes } from 'preact';
import { corrected } from './corrections.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import type { SheetPlayer, TeamSheet } from './readout.ts';

/** Both teams, side by side. */
export function TeamsTab({ desk }: PanelProps) {
  const sheets = desk.sheets.value;
  return (
    <div class="teams-tab">
      {sheets.map((sheet) => (
        <Team key={sheet.side} desk={desk} sheet={sheet} />
      ))}
      {sheets.length === 0 && (
        <section class="panel" aria-label="Teams">
          <p class="none">The feed has named no team yet.</p>
        </section>
      )}
    </div>
  );
}

/** How many of these hold, for the tab. */
export function teamsWants({ heard }: DeskState): string {
  const held = Object.keys(heard?.show.overrides ?? {}).filter((field) =>
    /^(number|player)\.|\.(name|code|colour)$/.test(field),
  );
  return held.length > 0 ? `${held.length}` : '';
}

const SIDE_NAMES = { home: 'Home', away: 'Away' } as const;

function Team({ desk, sheet }: { readonly desk: Desk; readonly sheet: TeamSheet }) {
  const { side, name, code, colour, players } = sheet;
  const called = SIDE_NAMES[side];
  return (
    <section class="panel team-sheet" aria-label={`${called} team`}>
      <h2>
        {called} <small>{name}</small>
      </h2>
      <div class="team-words">
        <Edit desk={desk} field={`${side}.name`} feed={name} label={`${called} name`} maxLength={80} />
        <Edit desk={desk} field={`${side}.code`} feed={code} label={`${called} code`} maxLength={8} />
        <Edit
          desk={desk}
          field={`${side}.colour`}
          feed={colour ?? ''}
          label={`${called} colour`}
          kind="color"
        />
      </div>
      <ul class="rows">
        {players.map((player) => (
          <Player key={player.id} desk={desk} player={player} team={players} />
        ))}
        {players.length === 0 && <li class="none">No players are known.</li>}
      </ul>
    </section>
  );
}

type PlayerProps = {
  readonly desk: Desk;
  readonly player: SheetPlayer;
  readonly team: readonly SheetPlayer[];
};

function Player({ desk, player: { id, number, name }, team }: PlayerProps) {
  const field = `player.${id}`;
  const is = heldText(desk, field);
  const called = name || id;
  return (
    <li class="sheet-player">
      <Edit desk={desk} field={`number.${id}`} feed={number} label={`Number of ${called}`} maxLength={4} />
      <span class="sheet-name">{called}</span>
      <span class={is === null ? 'edit' : 'edit held'}>
        <select
          aria-label={`Who ${called} really is`}
          value={is ?? id}
          onChange={({ currentTarget }) =>
            void desk.send(
              currentTarget.value === id
                ? { cue: 'release', field }
                : corrected(desk.state.peek(), field, { value: currentTarget.value }),
            )
          }
        >
          {team.map((other) => (
            <option key={other.id} value={other.id}>
              {other.id === id ? 'himself' : `is ${other.number} ${other.name}`}
            </option>
          ))}
        </select>
        {is !== null && <GiveBack desk={desk} field={field} feed={called} />}
      </span>
    </li>
  );
}

function heldText(desk: Desk, field: string): string | null {
  const value = desk.state.value.heard?.show.overrides[field]?.value;
  return typeof value === 'string' ? value : null;
}

type EditProps = {
  readonly desk: Desk;
  readonly field: string;
  /** What the feed says. */
  readonly feed: string;
  readonly label: string;
  readonly maxLength?: number;
  readonly kind?: 'text' | 'color';
};

/** A field in place: what is shown; sent when it is left changed, with Enter or Tab. */
function Edit({ desk, field, feed, label, maxLength, kind = 'text' }: EditProps) {
  const typed = useSignal<string | null>(null);
  const held = heldText(desk, field);
  const shown = held ?? feed;
  const send = (value: string): void => {
    typed.value = null;
    if (value.trim() === '' || value === shown) return;
    void desk.send(corrected(desk.state.peek(), field, { value: value.trim() }));
  };
  const shared: Pick<InputHTMLAttributes, 'aria-label' | 'onInput' | 'onChange' | 'onKeyDown'> = {
    'aria-label': label,
    onInput: ({ currentTarget }) => {
      typed.value = currentTarget.value;
    },
    onChange: ({ currentTarget }) => send(currentTarget.value),
    onKeyDown: (event) => {
      if (event.key === 'Enter') event.currentTarget.blur();
    },
  };
  return (
    <span class={held === null ? 'edit' : 'edit held'}>
      {kind === 'color' ? (
        <input type="color" value={typed.value ?? (shown || '#808080')} {...shared} />
      ) : (
        <input type="text" value={typed.value ?? shown} maxLength={maxLength} {...shared} />
      )}
      {held !== null && <GiveBack desk={desk} field={field} feed={feed} />}
    </span>
  );
}

const GiveBack = ({ desk, field, feed }: Pick<EditProps, 'desk' | 'field' | 'feed'>) => (
  <button
    type="button"
    class="release"
    aria-label={`Release ${field}`}
    onClick={() => void desk.send({ cue: 'release', field })}
  >
    <span>Release</span>
    <small>feed {feed || '–'}</small>
  </button>
);
