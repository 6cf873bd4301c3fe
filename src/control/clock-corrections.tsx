// The clocks: set by typing what the scoreboard says, nudged by a second, held and let run, the shot clock put out.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { rulesOf } from '../game/rules.ts';
import { ActionButton } from './button.tsx';
import { clockTyped } from './clock-words.ts';
import { Armer, Release, rowClass } from './correction-parts.tsx';
import { clockToggled, corrected, shotToggled } from './corrections.ts';
import type { Desk } from './desk.ts';
import { Glyph } from './glyph.tsx';

const SECOND_MS = 1_000;

/** Both clocks, side by side. */
export function ClockCorrections({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <div class="correction-row pair">
        <ClockRow desk={desk} field="clock" name="Clock" />
        <span />
        <ClockRow desk={desk} field="shotClock" name="Shot" />
      </div>
      <ShotByHand desk={desk} />
    </>
  );
}

type ClockField = 'clock' | 'shotClock';
type RowProps = { readonly desk: Desk; readonly field: ClockField; readonly name: string };

function ClockRow({ desk, field, name }: RowProps) {
  return (
    <div class={rowClass(desk, 'correction clocks', field)}>
      <Armer desk={desk} field={field} name={field === 'clock' ? 'Clock' : 'Shot clock'} />
      <small>{name}</small>
      <ClockInput desk={desk} field={field} />
      {field === 'clock' ? <Hold desk={desk} /> : <Off desk={desk} />}
      <Release desk={desk} field={field} />
    </div>
  );
}

function Hold({ desk }: { readonly desk: Desk }) {
  const next = clockToggled(desk.state.value, desk.readout.value);
  return (
    <ActionButton
      desk={desk}
      action={{ do: 'hold-clock' }}
      name={next.value.running ? 'Let the clock run' : 'Hold the clock'}
    >
      <Glyph of={next.value.running ? 'play' : 'pause'} />
    </ActionButton>
  );
}

/** Where no feed says the shot clock: run, stopped, set to either possession by hand. */
function ShotByHand({ desk }: { readonly desk: Desk }) {
  const next = shotToggled(desk.state.value, desk.readout.value);
  const rules = desk.state.value.heard?.rules;
  const { fullMs, shortMs } = rulesOf(rules ?? 'nba').shotClock;
  return (
    <div class="shot-by-hand">
      <small>Shot clock by hand</small>
      <ActionButton
        desk={desk}
        action={{ do: 'shot-run' }}
        name={next.value.running ? 'Let the shot clock run' : 'Stop the shot clock'}
      >
        <Glyph of={next.value.running ? 'play' : 'pause'} />
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'shot-reset', to: 'full' }} name="Shot clock to full">
        {fullMs / SECOND_MS}
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'shot-reset', to: 'short' }} name="Shot clock to short">
        {shortMs / SECOND_MS}
      </ActionButton>
    </div>
  );
}

const Off = ({ desk }: { readonly desk: Desk }) => (
  <ActionButton desk={desk} action={{ do: 'shot-off' }} name="Shot clock off">
    Off
  </ActionButton>
);

/** What is shown; what is typed over it goes with Enter. Takes the keyboard when it is armed; + and - are a second more or less. */
function ClockInput({ desk, field }: Omit<RowProps, 'name'>) {
  const typed = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const isArmed = desk.state.value.armed === field;
  useLayoutEffect(() => {
    if (isArmed) return input.current?.focus();
    typed.value = '';
    input.current?.blur();
  }, [isArmed, typed]);
  const words = desk.fields.value[field];
  const shown = (words?.operator ?? words?.feed)?.text ?? (field === 'shotClock' ? 'off' : '–');
  const wanted = clockTyped(typed.value);
  const set = (): void => {
    if (wanted !== null)
      void desk.send(corrected(desk.state.peek(), field, { value: { remainingMs: wanted } }));
    typed.value = '';
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <input
        ref={input}
        class="figures"
        data-figures={field}
        inputMode="decimal"
        autocomplete="off"
        maxLength={7}
        aria-label={field === 'clock' ? 'Set the clock' : 'Set the shot clock'}
        aria-invalid={typed.value !== '' && wanted === null}
        placeholder={shown}
        value={typed.value}
        onFocus={() => isArmed || desk.tell({ on: 'armed', field })}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== '+' && event.key !== '-') return;
          event.preventDefault();
          desk.act({ do: 'step', by: event.key === '+' ? 1 : -1 });
        }}
      />
    </form>
  );
}
