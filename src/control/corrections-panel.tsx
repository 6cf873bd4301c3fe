// The operator's values over the feed's: two presses correct a figure, and while a correction holds it is seen, with what the feed says and its Release.
import type { OverrideField } from '../show/overrides.ts';
import { Key, shortcutOf } from './button.tsx';
import { heldFields, periodsOf, shownValue, stepped, TEAM_FIGURES } from './corrections.ts';
import type { Desk } from './desk.ts';
import { JerseyLine } from './jersey-line.tsx';
import { keyLabel } from './keys.ts';

const NONE = '–';
const ARROWS = [
  { side: 'away', sign: '◀', name: 'Arrow to the away team' },
  { side: null, sign: '○', name: 'No arrow' },
  { side: 'home', sign: '▶', name: 'Arrow to the home team' },
] as const;

/** Score, fouls and timeouts of both teams, the period, the possession arrow. */
export function CorrectionsPanel({ desk }: { readonly desk: Desk }) {
  const { away, home } = desk.readout.value;
  const { rows } = desk.state.value;
  const held = heldFields(desk.state.value).length;
  return (
    <section class={`panel corrections${held > 0 ? ' holding-any' : ''}`} aria-label="Corrections">
      <h2>
        Corrections
        <small class={held > 0 ? 'look' : undefined}>
          {held > 0 ? `${held} over the feed` : 'key, then + or −'}
        </small>
        <span class="panel-keys">
          <Key label={keyLabel(rows, { do: 'step', by: 1 })} />{' '}
          <Key label={keyLabel(rows, { do: 'step', by: -1 })} /> step{' '}
          <Key label={keyLabel(rows, { do: 'release' })} /> release
        </span>
      </h2>
      <div class="correction-row">
        <b class="side-code">{away?.code || 'Away'}</b>
        <span />
        <b class="side-code">{home?.code || 'Home'}</b>
      </div>
      {TEAM_FIGURES.map(({ name, label }) => (
        <div key={name} class="correction-row">
          <Stepper desk={desk} field={`away.${name}`} name={`Away ${name}`} />
          <span class="correction-name">{label}</span>
          <Stepper desk={desk} field={`home.${name}`} name={`Home ${name}`} />
        </div>
      ))}
      <div class="correction-row pair">
        <Period desk={desk} />
        <span />
        <Arrow desk={desk} />
      </div>
      <JerseyLine desk={desk} />
    </section>
  );
}

type Of = { readonly desk: Desk; readonly field: OverrideField; readonly name: string };

/** The field's key: pressing arms it for + and -. */
function Armer({ desk, field, name }: Of) {
  const key = keyLabel(desk.state.value.rows, { do: 'arm', field });
  return (
    <button
      type="button"
      class="armer"
      aria-pressed={desk.state.value.armed === field}
      aria-keyshortcuts={shortcutOf(key)}
      aria-label={`Correct ${name}`}
      onClick={() => desk.act({ do: 'arm', field })}
    >
      <Key label={key} />
    </button>
  );
}

/** Its own button while a value holds; what the feed says stands on it. Its place is kept, so that nothing moves under a finger. */
function Release({ desk, field }: Omit<Of, 'name'>) {
  const { held, feed } = shownValue(desk.state.value, desk.readout.value, field);
  if (!held) return <span class="release" />;
  return (
    <button
      type="button"
      class="release"
      aria-label={`Release ${field}`}
      onClick={() => void desk.send({ cue: 'release', field })}
    >
      <span>Release</span>
      <small>feed {textOf(feed)}</small>
    </button>
  );
}

const textOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : NONE;

function Stepper({ desk, field, name }: Of) {
  const state = desk.state.value;
  const { value, held } = shownValue(state, desk.readout.value, field);
  const step = (by: 1 | -1): void => {
    const next = stepped(desk.state.peek(), desk.readout.peek(), field, by);
    if (next !== undefined) void desk.send({ cue: 'override', field, value: next });
  };
  return (
    <div class={rowClass('correction', held, state.armed === field)}>
      <Armer desk={desk} field={field} name={name} />
      <button type="button" class="step" aria-label={`${name} minus one`} onClick={() => step(-1)}>
        −
      </button>
      <output class="figures" aria-label={name}>
        {textOf(value)}
      </output>
      <button type="button" class="step" aria-label={`${name} plus one`} onClick={() => step(1)}>
        +
      </button>
      <Release desk={desk} field={field} />
    </div>
  );
}

const rowClass = (base: string, held: boolean, armed: boolean): string =>
  `${base}${held ? ' held' : ''}${armed ? ' armed' : ''}`;

function Period({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const { value, held } = shownValue(state, desk.readout.value, 'period');
  const periods = state.heard ? periodsOf(state.heard.rules) : [];
  const shown = textOf(value);
  return (
    <div class={rowClass('correction wide', held, state.armed === 'period')}>
      <Armer desk={desk} field="period" name="Period" />
      <span class="correction-name">Period</span>
      <select
        aria-label="Period"
        value={shown}
        onChange={(event) =>
          void desk.send({ cue: 'override', field: 'period', value: event.currentTarget.value })
        }
      >
        {periods.some((period) => period === shown) || <option value={shown}>{shown}</option>}
        {periods.map((period) => (
          <option key={period} value={period}>
            {period}
          </option>
        ))}
      </select>
      <Release desk={desk} field="period" />
    </div>
  );
}

function Arrow({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const { value, held } = shownValue(state, desk.readout.value, 'arrow');
  return (
    <div class={rowClass('correction wide', held, state.armed === 'arrow')}>
      <Armer desk={desk} field="arrow" name="Possession arrow" />
      <span class="correction-name">Arrow</span>
      <span class="arrows">
        {ARROWS.map(({ side, sign, name }) => (
          <button
            key={name}
            type="button"
            class="step"
            aria-label={name}
            aria-pressed={value === side}
            onClick={() => void desk.send({ cue: 'override', field: 'arrow', value: side })}
          >
            {sign}
          </button>
        ))}
      </span>
      <Release desk={desk} field="arrow" />
    </div>
  );
}
