// How an output's source was found before the show, as a small mark in that output's row; it leads to the card that says why.
import type { PreflightMark } from '../../wire/preflight.ts';
import type { Desk } from '../desk.ts';
import { LEVEL_WORDS } from './level-chip.tsx';

type LampProps = { readonly desk: Desk; readonly mark: PreflightMark };

/** A press opens the pre-flights' tab. The words are said, not only the colour. */
export function PreflightLamp({ desk, mark: { name, level } }: LampProps) {
  const says = `Pre-flight of ${name}: ${LEVEL_WORDS[level].toLowerCase()}`;
  return (
    <button
      type="button"
      class={`preflight-lamp ${level}`}
      aria-label={`${says}. Open its card`}
      title={says}
      onClick={() => desk.tell({ on: 'opened', dock: 'side', tab: 'preflight' })}
    >
      <span aria-hidden="true">{LAMPS[level]}</span>
    </button>
  );
}

/** Told apart also without colour. */
const LAMPS = { green: '✓', amber: '!', red: '✕' } as const;
