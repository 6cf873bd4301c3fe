// Whose value is whose: the field that is armed, then those that the operator holds, each with what the feed, its box score and he say, and since when.
import type { Desk } from './desk.ts';
import { type FieldWords, fieldName, type Voice } from './field-words.ts';
import { ageText } from './words.ts';

/** One line a field; nothing while none is armed and none is held. */
export function CorrectionDetails({ desk }: { readonly desk: Desk }) {
  const { armed, heard } = desk.state.value;
  const held = Object.keys(heard?.show.overrides ?? {}).filter((field) => field !== armed);
  const open = armed === null ? held : [armed, ...held];
  if (open.length === 0) return null;
  return (
    <ul class="rows details" aria-label="Who says what">
      {open.map((field) => (
        <Line key={field} desk={desk} field={field} words={desk.fields.value[field]} />
      ))}
    </ul>
  );
}

type LineProps = { readonly desk: Desk; readonly field: string; readonly words: FieldWords | undefined };

function Line({ desk, field, words }: LineProps) {
  if (!words) return null;
  const { feed, derived, operator, apart, shown } = words;
  const { nowMs } = desk.readout.value;
  return (
    <li class={apart ? 'detail apart' : 'detail'}>
      <b>{fieldName(field)}</b>
      <Says who="feed" voice={feed} nowMs={nowMs} isShown={shown === 'feed'} />
      {derived && <Says who="box score" voice={derived} nowMs={nowMs} isShown={shown === 'derived'} />}
      {operator && (
        <Says
          who={`${operator.by || 'you'}${operator.untilAgrees ? ', until agreed' : ''}`}
          voice={operator}
          nowMs={nowMs}
          isShown
        />
      )}
    </li>
  );
}

type SaysProps = {
  readonly who: string;
  readonly voice: Voice | null;
  readonly nowMs: number;
  readonly isShown: boolean;
};

const Says = ({ who, voice, nowMs, isShown }: SaysProps) => (
  <span class={isShown ? 'says shown' : 'says'}>
    {who} <b class="figures">{voice?.text ?? '–'}</b>
    {typeof voice?.atMs === 'number' && <small class="figures"> {ageText(nowMs - voice.atMs)}</small>}
  </span>
);
