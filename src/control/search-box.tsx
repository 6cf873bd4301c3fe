// Where words are typed that are looked for: in the log, in messages, in an answer.
import type { Signal } from '@preact/signals';

type SearchBoxProps = {
  /** What a screen reader says. */
  readonly label: string;
  readonly placeholder?: string;
  readonly text: Signal<string>;
};

/** Escape leaves it, and what was typed stands. */
export const SearchBox = ({ label, placeholder = label, text }: SearchBoxProps) => (
  <input
    type="search"
    placeholder={placeholder}
    aria-label={label}
    value={text.value}
    onInput={({ currentTarget }) => {
      text.value = currentTarget.value;
    }}
    onKeyDown={(event) => {
      if (event.key === 'Escape') event.currentTarget.blur();
    }}
  />
);
