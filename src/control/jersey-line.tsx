// Jersey colours as they are shown: a line that is there only while one is not shown as said, or the operator has given one.
import { useComputed } from '@preact/signals';
import type { JerseySaid } from '../game/jersey.ts';
import { shownValue } from './corrections.ts';
import type { Desk } from './desk.ts';
import { jerseyWords } from './jersey-words.ts';
import type { Side } from './readout.ts';

const SIDES = ['away', 'home'] as const;

/** What was moved, with a button that has it shown as said; for each colour that the operator gave, its Release. */
export function JerseyLine({ desk }: { readonly desk: Desk }) {
  const away = useComputed(() => saidOf(desk, 'away'));
  const home = useComputed(() => saidOf(desk, 'home'));
  // A search among hundreds of colours: not at every turn of the clock.
  const words = useComputed(() => jerseyWords(readSaid(home.value), readSaid(away.value)));
  const held = SIDES.filter((side) => isHeld({ away, home }[side].value));
  const told = words.value;
  if (!told && held.length === 0) return null;
  return (
    <div class="jersey-line">
      {told?.moved && <Swatches {...told.moved} />}
      <span class="jersey-words">{told?.text ?? 'Jersey colours as you gave them'}</span>
      {told?.moved && <AsSaid desk={desk} {...told.moved} />}
      {held.map((side) => (
        <button
          key={side}
          type="button"
          class="release"
          aria-label={`Release ${side}.colour`}
          onClick={() => void desk.send({ cue: 'release', field: `${side}.colour` })}
        >
          <span>Release</span>
          <small>{side} colour</small>
        </button>
      ))}
    </div>
  );
}

function Swatches({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <i class="swatch" style={{ background: from }} />
      <span aria-hidden="true">→</span>
      <i class="swatch" style={{ background: to }} />
    </>
  );
}

function AsSaid({ desk, side, from }: { readonly desk: Desk; readonly side: Side; readonly from: string }) {
  return (
    <button
      type="button"
      class="as-said"
      aria-label={`Show ${side} in ${from}`}
      onClick={() => void desk.send({ cue: 'override', field: `${side}.colour`, value: from })}
    >
      As said
    </button>
  );
}

/** What a team is said to wear, as a text: two are compared by value. */
function saidOf(desk: Desk, side: Side): string {
  const { value, held } = shownValue(desk.state.value, desk.readout.value, `${side}.colour`);
  if (typeof value !== 'string') return '';
  return held ? `!${value}` : value;
}

const isHeld = (said: string): boolean => said.startsWith('!');
const readSaid = (said: string): JerseySaid =>
  said === '' ? null : isHeld(said) ? { fixed: said.slice(1) } : said;
