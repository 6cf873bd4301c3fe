// One option as a native control: what was typed becomes a value only when it is one.
import { useSignal } from '@preact/signals';
import type { PlayerChoice } from './readout.ts';
import { type Field, valueOf } from './schema-form.ts';

type FieldControlProps = {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  /** It differs from what the relay has. */
  readonly changed: boolean;
  /** Offered where a field asks for a player, and for a camera that was taught where the floor is. */
  readonly players: readonly PlayerChoice[];
  readonly cameras: readonly string[];
  readonly onValue: (value: unknown) => void;
};

/** A label, its control, and the schema's description below it. */
export function FieldControl(props: FieldControlProps) {
  const { id, field, changed } = props;
  const bad = useSignal(false);
  const take = (typed: string): void => {
    const value = valueOf(field, typed);
    bad.value = value === undefined;
    if (value !== undefined) props.onValue(value);
  };
  return (
    <div class={`field${changed ? ' changed' : ''}${bad.value ? ' bad' : ''}`}>
      <label for={id}>{field.label}</label>
      <Control {...props} take={take} bad={bad.value} />
      {field.hint && <small id={`${id}-hint`}>{field.hint}</small>}
    </div>
  );
}

type ControlProps = FieldControlProps & {
  readonly take: (typed: string) => void;
  readonly bad: boolean;
};

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string | number | boolean);

/** Assumed: a text option whose name ends in `player` or `playerId` holds a player's id. */
const asksPlayer = ({ name, kind }: Field): boolean => kind === 'text' && /player(-?id)?$/i.test(name);

/** Assumed: a text option called `camera` holds a camera's name. */
const asksCamera = ({ name, kind }: Field): boolean => kind === 'text' && name === 'camera';

type Chance = { readonly value: string; readonly label: string };

/** What a text option is chosen from; null where it is typed. One that is no longer known stays, marked: it is what is asked for. */
function chancesFor({ field, players, cameras, value }: ControlProps): readonly Chance[] | null {
  if (asksPlayer(field))
    return [{ value: '', label: '–' }, ...players.map(({ id, label }) => ({ value: id, label }))];
  if (!asksCamera(field)) return null;
  const known = cameras.map((name) => ({ value: name, label: name }));
  const asked = textOf(value);
  const isGone = asked !== '' && !cameras.includes(asked);
  return [
    { value: '', label: cameras[0] === undefined ? 'none is taught' : `the first: ${cameras[0]}` },
    ...known,
    ...(isGone ? [{ value: asked, label: `${asked}, not taught` }] : []),
  ];
}

function Control(props: ControlProps) {
  const { id, field, value, take, bad } = props;
  const shared = { id, ...(field.hint ? { 'aria-describedby': `${id}-hint` } : {}) };
  switch (field.kind) {
    case 'toggle':
      return (
        <input
          {...shared}
          type="checkbox"
          role="switch"
          checked={value === true}
          onChange={(event) => take(String(event.currentTarget.checked))}
        />
      );
    case 'choice':
      return (
        <select {...shared} value={textOf(value)} onChange={(event) => take(event.currentTarget.value)}>
          {field.nullable && <option value="">–</option>}
          {field.choices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {choice}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <input
          {...shared}
          type="number"
          min={field.min}
          max={field.max}
          step={field.step}
          value={textOf(value)}
          aria-invalid={bad}
          onInput={(event) => take(event.currentTarget.value)}
        />
      );
    case 'colour':
      return (
        <input
          {...shared}
          type="color"
          value={textOf(value) || '#000000'}
          onInput={(event) => take(event.currentTarget.value)}
        />
      );
    case 'text':
    case 'other': {
      const chances = chancesFor(props);
      return chances ? (
        <select {...shared} value={textOf(value)} onChange={(event) => take(event.currentTarget.value)}>
          {chances.map((chance) => (
            <option key={chance.value} value={chance.value}>
              {chance.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          maxLength={field.kind === 'text' ? field.maxLength : undefined}
          value={field.kind === 'other' ? JSON.stringify(value ?? null) : textOf(value)}
          aria-invalid={bad}
          onInput={(event) => take(event.currentTarget.value)}
        />
      );
    }
    default: {
      const never: never = field;
      return never;
    }
  }
}
