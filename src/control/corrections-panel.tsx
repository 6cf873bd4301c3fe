// The operator's values over the feed's: two presses correct a figure, and while a correction holds it is seen, with what the feed says and its Release.
import { ActionButton, Key } from './button.tsx';
import { ClockCorrections } from './clock-corrections.tsx';
import { CorrectionDetails } from './correction-details.tsx';
import { Armer, type Of, Release, rowClass } from './correction-parts.tsx';
import { corrected, heldFields, periodsOf, shownValue, stepped, TEAM_FIGURES } from './corrections.ts';
import type { Desk } from './desk.ts';
import { Glyph } from './glyph.tsx';
import { JerseyLine } from './jersey-line.tsx';
import { keyLabel } from './keys.ts';

const NONE = '–';
const ARROWS = [
  { side: 'away', sign: 'backwards', name: 'Arrow to the away team' },
  { side: null, sign: 'neither', name: 'No arrow' },
  { side: 'home', sign: 'play', name: 'Arrow to the home team' },
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
        <small class={held > 0 ? 'look' : undefined}>{held > 0 ? `${held} held` : ''}</small>
        <span class="panel-keys">
          <Key label={keyLabel(rows, { do: 'step', by: 1 })} />{' '}
          <Key label={keyLabel(rows, { do: 'step', by: -1 })} />{' '}
          <Key label={keyLabel(rows, { do: 'release' })} /> release{' '}
          <Key label={keyLabel(rows, { do: 'undo', what: 'override' })} /> undo
        </span>
        <ActionButton
          desk={desk}
          action={{ do: 'until-agrees' }}
          name="Hold corrections until the feed agrees"
          pressed={desk.state.value.operator.untilAgrees}
        >
          {desk.state.value.operator.untilAgrees ? 'Until agreed' : 'Until released'}
        </ActionButton>
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
      <ClockCorrections desk={desk} />
      <JerseyLine desk={desk} />
      <CorrectionDetails desk={desk} />
    </section>
  );
}

const textOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : NONE;

function Stepper({ desk, field, name }: Of) {
  const state = desk.state.value;
  const { value } = shownValue(state, desk.readout.value, field);
  const step = (by: 1 | -1): void => {
    const next = stepped(desk.state.peek(), desk.readout.peek(), field, by);
    if (next) void desk.send(corrected(desk.state.peek(), field, next));
  };
  return (
    <div class={rowClass(desk, 'correction', field)}>
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

function Period({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const { value } = shownValue(state, desk.readout.value, 'period');
  const periods = state.heard ? periodsOf(state.heard.rules) : [];
  const shown = textOf(value);
  return (
    <div class={rowClass(desk, 'correction wide', 'period')}>
      <Armer desk={desk} field="period" name="Period" />
      <span class="correction-name">Period</span>
      <select
        aria-label="Period"
        value={shown}
        onChange={(event) =>
          void desk.send(corrected(desk.state.peek(), 'period', { value: event.currentTarget.value }))
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
  const { value } = shownValue(state, desk.readout.value, 'arrow');
  return (
    <div class={rowClass(desk, 'correction wide', 'arrow')}>
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
            onClick={() => void desk.send(corrected(desk.state.peek(), 'arrow', { value: side }))}
          >
            <Glyph of={sign} />
          </button>
        ))}
      </span>
      <Release desk={desk} field="arrow" />
    </div>
  );
}
