// What was entered into a mock game, the newest first: press one to change or to delete it; each correction is told as the provider tells them.
import type { CourtName } from '../../game/court.ts';
import type { Entry } from '../../wire/mock-orders.ts';
import type { MockEntered, MockGameView } from '../../wire/mock-view.ts';
import { KeyButton } from './key-button.tsx';
import type { MockDesk } from './mock-desk.ts';
import { boardText, entryWords, teamOf, whoWords } from './mock-hand.ts';

type ListProps = { readonly mock: MockDesk; readonly game: MockGameView; readonly court: CourtName };

export function MockList({ mock, game, court }: ListProps) {
  const { editing } = mock.hand.value;
  const edit = ({ id, entry }: MockEntered): void => {
    const isOpen = mock.hand.peek().editing?.id === id;
    mock.hand.value = { ...mock.hand.peek(), editing: isOpen ? null : { id, entry } };
  };
  return (
    <section class="panel mock-list" aria-label="This game">
      <h2>
        This game <small class="figures">{game.entries.length}</small>
      </h2>
      <ol class="rows">
        {[...game.entries].reverse().map((one) => (
          <li key={one.id} class={editing?.id === one.id ? 'entered editing' : 'entered'}>
            <button type="button" aria-expanded={editing?.id === one.id} onClick={() => edit(one)}>
              <i class="mock-colour" style={{ background: teamOf(game, one.entry.side)?.colour }} />
              <span class="figures quiet">
                {one.mark.period} {boardText(one.mark.gameMs)}
              </span>
              <b>{entryWords(one.entry, court)}</b>
              <span>{whoWords(game, one)}</span>
            </button>
            {editing !== null && editing.id === one.id && (
              <Editor mock={mock} game={game} id={one.id} entry={editing.entry} />
            )}
          </li>
        ))}
        {game.entries.length === 0 && <li class="none">Nothing yet.</li>}
      </ol>
    </section>
  );
}

type EditorProps = {
  readonly mock: MockDesk;
  readonly game: MockGameView;
  readonly id: number;
  /** As it will be. */
  readonly entry: Entry;
};

function Editor({ mock, game, id, entry }: EditorProps) {
  const change = (next: Entry): void => {
    mock.hand.value = { ...mock.hand.peek(), editing: { id, entry: next } };
  };
  const close = (done: boolean): void => {
    if (done) mock.hand.value = { ...mock.hand.peek(), editing: null, place: null };
  };
  const { place } = mock.hand.value;
  const moved: Entry = entry.kind === 'shot' && place ? { ...entry, xMm: place.xMm, yMm: place.yMm } : entry;
  return (
    <div class="entered-edit" role="group" aria-label="Correct this entry">
      {'made' in entry && (
        <span class="pair">
          {[true, false].map((made) => (
            <button
              key={String(made)}
              type="button"
              aria-pressed={entry.made === made}
              onClick={() => change({ ...entry, made })}
            >
              {made ? 'Make' : 'Miss'}
            </button>
          ))}
        </span>
      )}
      {'playerId' in entry && (
        <select
          aria-label="Player"
          value={entry.playerId}
          onChange={({ currentTarget }) => change({ ...entry, playerId: Number(currentTarget.value) })}
        >
          {teamOf(game, entry.side)?.players.map(({ id: playerId, number, lastName }) => (
            <option key={playerId} value={playerId}>
              {number} {lastName}
            </option>
          ))}
        </select>
      )}
      {entry.kind === 'shot' && (
        <small class="quiet">
          {place ? 'moves to the place on the court' : 'click the court to move it'}
        </small>
      )}
      <span class="entered-do">
        <KeyButton
          keyName="Z"
          tone="preview"
          onPress={() => void mock.order('Correction', { do: 'edit', id, entry: moved }).then(close)}
        >
          Save
        </KeyButton>
        <KeyButton
          keyName="Del"
          onPress={() => void mock.order('Deletion', { do: 'delete', id }).then(close)}
        >
          Delete
        </KeyButton>
      </span>
    </div>
  );
}
