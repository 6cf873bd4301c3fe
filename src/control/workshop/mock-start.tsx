// How a mock game is begun: how long, and who plays.
import { useSignal } from '@preact/signals';
import type { Bench } from './bench.ts';
import { KeyButton } from './key-button.tsx';
import type { Beginning, MockDesk } from './mock-desk.ts';
import { type TeamWords, teamGiven } from './mock-team-words.ts';

const LENGTHS = [2, 5, 10, 'full'] as const;
type Minutes = (typeof LENGTHS)[number];
const LENGTH_KEYS = ['1', '2', '3', '4'] as const;

const lengthWords = (minutes: Minutes): string => (minutes === 'full' ? 'Full length' : `${minutes} minutes`);

type StartProps = { readonly bench: Bench; readonly mock: MockDesk };

/** The first page of a mock game. */
export function MockStart({ mock }: StartProps) {
  return (
    <section class="panel mock-start" aria-label="Mock game">
      <h2>Mock game</h2>
      <p>
        A game that you enter by hand. The relay serves it as the provider would: anybody’s client can attach,
        and one press lets this relay listen to it.
      </p>
      <StartForm mock={mock} />
    </section>
  );
}

/** A length, two teams, and the press. */
export function StartForm({ mock, onStarted }: { readonly mock: MockDesk; readonly onStarted?: () => void }) {
  const minutes = useSignal<Minutes>(5);
  const home = useSignal<TeamWords>({ name: '', code: '', colour: '#e8ecf2', players: '' });
  const away = useSignal<TeamWords>({ name: '', code: '', colour: '#2458c7', players: '' });
  const start = async (): Promise<void> => {
    const ours = teamGiven(home.value, 1);
    const theirs = teamGiven(away.value, 2);
    const beginning: Beginning = {
      minutes: minutes.value,
      ...(ours && { home: ours }),
      ...(theirs && { away: theirs }),
    };
    if (await mock.start(beginning)) onStarted?.();
  };
  return (
    <div class="mock-form">
      <div class="mock-lengths" role="radiogroup" aria-label="How long">
        {LENGTHS.map((one, index) => (
          <button
            key={one}
            type="button"
            role="radio"
            data-key={LENGTH_KEYS[index]}
            aria-checked={minutes.value === one}
            class={minutes.value === one ? 'chosen' : undefined}
            onClick={() => {
              minutes.value = one;
            }}
          >
            <span>{lengthWords(one)}</span>
            <kbd aria-hidden="true">{LENGTH_KEYS[index]}</kbd>
          </button>
        ))}
      </div>
      <div class="mock-pair">
        <TeamForm called="Home" usual="Riverton Herons" words={home} />
        <TeamForm called="Away" usual="Ashport Comets" words={away} />
      </div>
      <KeyButton keyName="Space" tone="preview" onPress={() => void start()}>
        Start game
      </KeyButton>
    </div>
  );
}

type TeamFormProps = {
  readonly called: string;
  readonly usual: string;
  readonly words: { value: TeamWords };
};

function TeamForm({ called, usual, words }: TeamFormProps) {
  const change = (part: Partial<TeamWords>): void => {
    words.value = { ...words.value, ...part };
  };
  const { name, code, colour, players } = words.value;
  return (
    <fieldset class="mock-team-form">
      <legend>{called}</legend>
      <label>
        Name
        <input
          value={name}
          placeholder={usual}
          maxLength={60}
          onInput={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      </label>
      <label>
        Code
        <input
          value={code}
          placeholder={usual.slice(0, 3).toUpperCase()}
          maxLength={5}
          size={5}
          disabled={name === ''}
          onInput={({ currentTarget }) => change({ code: currentTarget.value })}
        />
      </label>
      <label>
        Colour
        <input
          type="color"
          value={colour}
          disabled={name === ''}
          onInput={({ currentTarget }) => change({ colour: currentTarget.value })}
        />
      </label>
      <label class="mock-roster">
        Players, one a line: number and name; the first five start
        <textarea
          rows={6}
          value={players}
          disabled={name === ''}
          placeholder={'7 Ana Okafor\n12 Jo Lind\n…\nwith fewer than five, the rest are made up'}
          onInput={({ currentTarget }) => change({ players: currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

/** Another game, in place of the one that is played: asked for twice, since the one that is played ends. */
export function MockAgain({ mock, over }: { readonly mock: MockDesk; readonly over: boolean }) {
  const open = useSignal(false);
  return (
    <>
      <KeyButton
        keyName="N"
        tone={over ? 'preview' : undefined}
        onPress={() => {
          open.value = true;
        }}
      >
        New game
      </KeyButton>
      {open.value && (
        <dialog
          class="mock-again"
          aria-label="New game"
          ref={(dialog) => {
            if (dialog && !dialog.open) dialog.showModal();
          }}
          onClose={() => {
            open.value = false;
          }}
        >
          <h2>New game</h2>
          {!over && <p class="look">The game that is played ends, for all who listen to it.</p>}
          <StartForm
            mock={mock}
            onStarted={() => {
              open.value = false;
            }}
          />
          <div class="dialog-buttons">
            <button
              type="button"
              onClick={() => {
                open.value = false;
              }}
            >
              Cancel
            </button>
          </div>
        </dialog>
      )}
    </>
  );
}
