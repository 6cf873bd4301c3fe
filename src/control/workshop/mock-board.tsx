// The scorer's table of a mock game: the clocks, started, stopped and set; the period; the end; another game.
import { useSignal } from '@preact/signals';
import type { MockGameView } from '../../wire/mock-view.ts';
import { HoldButton } from '../hold-button.tsx';
import { KeyButton } from './key-button.tsx';
import type { MockDesk } from './mock-desk.ts';
import { boardMs, boardText } from './mock-hand.ts';
import { MockAgain } from './mock-start.tsx';

type BoardProps = { readonly mock: MockDesk; readonly game: MockGameView };

export function MockBoard({ mock, game: { table, over } }: BoardProps) {
  const { running, period, remainingMs, shotMs } = table;
  const clock = (change: { running?: boolean; remainingMs?: number; shotMs?: number | null }): void =>
    void mock.order('Clock', { do: 'clock', ...change });
  return (
    <section class="panel mock-board" aria-label="Table">
      <div class="mock-clock">
        <b class="mock-period">{period}</b>
        <b
          class={running ? 'figures mock-time' : 'figures mock-time stopped'}
          role="timer"
          aria-label="Clock"
        >
          {boardText(remainingMs)}
        </b>
        <b class="figures mock-shot" aria-label="Shot clock">
          {shotMs === null ? '–' : Math.ceil(shotMs / 1_000)}
        </b>
      </div>
      <div class="mock-table">
        <KeyButton
          keyName="C"
          tone={running ? 'look' : 'preview'}
          disabled={over || period === 'HT'}
          onPress={() => clock({ running: !running })}
        >
          {running ? 'Stop' : 'Start'}
        </KeyButton>
        <SetClock disabled={over} onSet={(ms) => clock({ remainingMs: ms })} />
        <KeyButton keyName="K" disabled={over} name="Shot clock 24" onPress={() => clock({ shotMs: 24_000 })}>
          24
        </KeyButton>
        <KeyButton keyName="J" disabled={over} name="Shot clock 14" onPress={() => clock({ shotMs: 14_000 })}>
          14
        </KeyButton>
        <KeyButton keyName="H" disabled={over} name="Shot clock off" onPress={() => clock({ shotMs: null })}>
          Off
        </KeyButton>
      </div>
      <div class="mock-row">
        <KeyButton keyName="P" disabled={over} onPress={() => void mock.order('Period', { do: 'period' })}>
          Next period
        </KeyButton>
        {!over && (
          <HoldButton keyText={null} onHeld={() => void mock.order('End', { do: 'end' })}>
            Hold: end
          </HoldButton>
        )}
        <MockAgain mock={mock} over={over} />
      </div>
    </section>
  );
}

type SetProps = { readonly disabled: boolean; readonly onSet: (ms: number) => void };

/** Minutes and seconds, sent with Enter. */
function SetClock({ disabled, onSet }: SetProps) {
  const typed = useSignal('');
  const ms = boardMs(typed.value);
  const set = (): void => {
    if (ms === null) return;
    onSet(ms);
    typed.value = '';
  };
  return (
    <span class="mock-set">
      <input
        type="text"
        size={5}
        placeholder="m:ss"
        aria-label="Set the clock"
        disabled={disabled}
        value={typed.value}
        aria-invalid={typed.value !== '' && ms === null}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <button type="button" disabled={disabled || ms === null} onClick={set}>
        Set
      </button>
    </span>
  );
}
