// All keys on one sheet, by what they do; each can be given another key.
import { useSignal } from '@preact/signals';
import type { KeyRow } from './action.ts';
import { Key } from './button.tsx';
import type { Desk } from './desk.ts';
import { pressedOf } from './keyboard.ts';
import { bind } from './keys.ts';
import { rowsThere } from './rows-there.ts';

const GROUPS = ['The show', 'Delay', 'Corrections', 'This page', 'Tape', 'Graphics', 'Your own'] as const;

const openModal = (dialog: HTMLDialogElement | null): void => {
  if (dialog && !dialog.open) dialog.showModal();
};

/** The sheet; opened and closed by its key. */
export function KeyHelp({ desk }: { readonly desk: Desk }) {
  return desk.state.value.helpOpen ? <Sheet desk={desk} /> : null;
}

function Sheet({ desk }: { readonly desk: Desk }) {
  const { ownKeys } = desk.state.value;
  const rows = rowsThere(desk.state.value);
  /** The row that waits for its new key. */
  const waiting = useSignal<string | null>(null);
  const refused = useSignal('');
  const close = (): void => desk.tell({ on: 'help', open: false });
  const onKey = (event: KeyboardEvent): void => {
    const id = waiting.peek();
    if (id === null) {
      if (event.key !== '?') return;
      event.preventDefault();
      close();
      return;
    }
    if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.value = null;
    if (event.key === 'Escape') return;
    const bound = bind(ownKeys, id, pressedOf(event));
    refused.value = 'refused' in bound ? bound.refused : '';
    if ('own' in bound) desk.tell({ on: 'keys', own: bound.own });
  };
  return (
    <dialog ref={openModal} class="key-sheet" aria-labelledby="keys-title" onClose={close} onKeyDown={onKey}>
      <header>
        <h2 id="keys-title">Keys</h2>
        <p role="alert">{refused.value || 'Press a key here to give its action another one.'}</p>
        <button
          type="button"
          disabled={Object.keys(ownKeys).length === 0}
          onClick={() => desk.tell({ on: 'keys', own: {} })}
        >
          All as they were
        </button>
        <button type="button" onClick={close}>
          Close
        </button>
      </header>
      <div class="key-groups">
        {GROUPS.filter((group) => rows.some((row) => row.group === group)).map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <Row
                    key={row.id}
                    row={row}
                    isOwn={Object.hasOwn(ownKeys, row.id)}
                    isWaiting={waiting.value === row.id}
                    onPick={() => {
                      waiting.value = row.id;
                    }}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </dialog>
  );
}

type RowProps = {
  readonly row: KeyRow;
  readonly isOwn: boolean;
  readonly isWaiting: boolean;
  readonly onPick: () => void;
};

function Row({ row, isOwn, isWaiting, onPick }: RowProps) {
  return (
    <li>
      <button
        type="button"
        class={isOwn ? 'own' : undefined}
        aria-label={`Another key for: ${row.words}`}
        onClick={onPick}
      >
        {isWaiting ? <em>press a key</em> : <Key label={row.key} />}
      </button>
      <span>{row.words}</span>
    </li>
  );
}
