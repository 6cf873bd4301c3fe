// The question before a rehearsal goes out, or before the first cue after what is heard has become live, or a rehearsal: Esc is no.
import type { Desk } from '../desk.ts';
import type { Question } from './rehearsal-guard.ts';

const openModal = (dialog: HTMLDialogElement | null): void => {
  if (dialog && !dialog.open) dialog.showModal();
};

const TITLES: Readonly<Record<Question['about'], string>> = {
  rehearsal: 'This is a rehearsal',
  'now-rehearsal': 'What is heard is a rehearsal now',
  'now-live': 'What is heard is the live game now',
};

const listed = (outputs: readonly string[]): string =>
  outputs.length === 0 ? 'No output but the desks’ own is connected.' : `Connected: ${outputs.join(', ')}.`;

const WORDS: Readonly<Record<Question['about'], (outputs: readonly string[]) => string>> = {
  rehearsal: (outputs) =>
    `What you take is not of the live game, and nothing in the picture will say so. ${listed(outputs)}`,
  'now-rehearsal': (outputs) =>
    `It was the live game before. Nothing in the picture says that it is one no more. ${listed(outputs)}`,
  'now-live': (outputs) => `It was a rehearsal before. What you take is of the real game. ${listed(outputs)}`,
};

const YES: Readonly<Record<Question['about'], string>> = {
  rehearsal: 'Rehearse on these outputs',
  'now-rehearsal': 'Rehearse on these outputs',
  'now-live': 'Take: it is the live game',
};

/** Nothing while there is nothing to ask. */
export function RehearsalDialog({ desk }: { readonly desk: Desk }) {
  const { held } = desk.state.value.rehearsed;
  if (!held) return null;
  const { about, outputs } = held.question;
  return (
    <dialog
      ref={openModal}
      class="rehearsal-asks"
      aria-labelledby="rehearsal-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // At once: the browser tells of the end late, and the next key may have asked again by then.
        event.preventDefault();
        desk.answer(false);
      }}
      onClose={() => desk.answer(false)}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          desk.answer(true);
        }}
      >
        <h2 id="rehearsal-title">{TITLES[about]}</h2>
        <p>{WORDS[about](outputs)}</p>
        <div class="dialog-buttons">
          <button type="button" onClick={() => desk.answer(false)}>
            Leave the air as it is
          </button>
          <button type="submit" class={about === 'now-live' ? 'tone-air' : 'tone-look'}>
            {YES[about]}
          </button>
        </div>
      </form>
    </dialog>
  );
}
