// Who is who in two feeds: what sides, names and numbers tell, to be looked through, mended and confirmed.
import { useSignal } from '@preact/signals';
import type { MatchInfo, Person } from '../game/pair-info.ts';
import type { Desk } from './desk.ts';

type Chosen = Readonly<Record<string, string>>;

/** The table of teams and players. */
export function MatchTable({ desk, match }: { readonly desk: Desk; readonly match: MatchInfo }) {
  const edits = useSignal<Chosen>({});
  const { confirmed, proposed, teams, players, of } = match;
  const whole: Chosen = { ...proposed.players, ...edits.value };
  const confirm = (): void => {
    const known = Object.fromEntries(Object.entries(whole).filter(([, id]) => id !== ''));
    void desk.send({ cue: 'match', teams: proposed.teams, players: known });
    edits.value = {};
  };
  const swapped = (): void => {
    const [one, other] = Object.entries(proposed.teams);
    if (one && other)
      void desk.send({ cue: 'match', teams: { [one[0]]: other[1], [other[0]]: one[1] }, players: {} });
  };
  return (
    <section class="panel match" aria-label="Who is who">
      <h2>
        Who is who
        <small class={confirmed ? undefined : 'look'}>{confirmed ? 'confirmed' : 'look and confirm'}</small>
        <button type="button" onClick={swapped}>
          Swap teams
        </button>
        <button type="button" class={confirmed ? undefined : 'tone-look'} onClick={confirm}>
          Confirm
        </button>
      </h2>
      <ul class="rows">
        {teams.map(({ backup, main }) => (
          <li key={backup.id}>
            <b>{backup.name}</b>
            <b>{main?.name ?? 'nobody'}</b>
          </li>
        ))}
        {players.map(({ backup }) => (
          <li key={backup.id}>
            <span>{backup.name}</span>
            <Choice
              label={`${backup.name} is`}
              value={whole[backup.id] ?? ''}
              of={of}
              choose={(id) => {
                edits.value = { ...edits.value, [backup.id]: id };
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly of: readonly Person[];
  readonly choose: (id: string) => void;
};

const Choice = ({ label, value, of, choose }: ChoiceProps) => (
  <select aria-label={label} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
    <option value="">nobody</option>
    {of.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </select>
);
