// The messages: by source, searched, held still while they are looked at; and of one, the words beside what was made of them and what was wrong.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Heard } from '../../wire/heard.ts';
import { SearchBox } from '../search-box.tsx';
import { KeyButton } from './key-button.tsx';
import { MessageDetail } from './message-detail.tsx';
import { SourceRates } from './source-rates.tsx';
import type { WordsHeard, WordsLine } from './words-line.ts';
import { isShown, nameOf, saidWords, seqOf, snippetOf, timeText } from './words-view.ts';

/** Drawn anew this often at most, in milliseconds. */
const DRAW_MS = 200;
/** Lines of the list; older ones are asked for by so many. */
const LINES = 200;

/** Positions come so often that nothing else could be read: they are off until somebody wants them. */
const OFF_AT_FIRST = new Set(['location', 'in-game']);

export function Messages({ words }: { readonly words: WordsLine }) {
  const drawn = useSignal<WordsHeard>(words.words.peek());
  const held = useSignal<WordsHeard | null>(null);
  const off = useSignal<ReadonlySet<string>>(OFF_AT_FIRST);
  const find = useSignal('');
  const onlyFaults = useSignal(false);
  const lines = useSignal(LINES);
  const chosen = useSignal<Heard | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      drawn.value = words.words.peek();
    }, DRAW_MS);
    return () => clearInterval(timer);
  }, [words, drawn]);

  const { heard } = held.value ?? drawn.value;
  const looking = { off: off.value, find: find.value, onlyFaults: onlyFaults.value };
  const shown = heard.filter((one) => isShown(one, looking)).reverse();
  const at = shown.findIndex(({ n }) => n === chosen.value?.n);
  const choose = (by: number): void => {
    const next = shown[at < 0 ? 0 : at + by];
    if (next) {
      hold();
      chosen.value = next;
    }
  };
  const hold = (): void => {
    held.value ??= words.words.peek();
  };
  return (
    <>
      <div class="viewer-head">
        <KeyButton
          keyName="P"
          tone={held.value ? 'look' : undefined}
          pressed={held.value !== null}
          onPress={() => {
            held.value = held.peek() ? null : words.words.peek();
          }}
        >
          {held.value ? 'Go on' : 'Pause'}
        </KeyButton>
        <SearchBox
          label="Search the messages"
          placeholder="Search words, and what was made of them"
          text={find}
        />
        <KeyButton
          keyName="/"
          onPress={() => document.querySelector<HTMLInputElement>('.viewer-head input')?.focus()}
        >
          Search
        </KeyButton>
        <KeyButton
          keyName="X"
          pressed={onlyFaults.value}
          onPress={() => {
            onlyFaults.value = !onlyFaults.peek();
          }}
        >
          Only with Faults
        </KeyButton>
        <KeyButton keyName="↑" onPress={() => choose(-1)}>
          Newer
        </KeyButton>
        <KeyButton keyName="↓" onPress={() => choose(1)}>
          Older
        </KeyButton>
        <Standing drawn={drawn.value} held={held.value} shown={shown.length} />
      </div>
      <div class="viewer-body">
        <SourceRates heard={drawn.value.heard} off={off} />
        <ol class="panel viewer-lines" aria-label="Messages">
          {shown.slice(0, lines.value).map((one) => (
            <Line
              key={one.n}
              one={one}
              find={find.value}
              isChosen={one.n === chosen.value?.n}
              onChoose={() => {
                hold();
                chosen.value = one;
              }}
            />
          ))}
          {shown.length === 0 && <li class="none">Nothing that is looked for was heard yet.</li>}
          {shown.length > lines.value && (
            <li>
              <button
                type="button"
                onClick={() => {
                  hold();
                  lines.value += LINES;
                }}
              >
                {shown.length - lines.value} older
              </button>
            </li>
          )}
        </ol>
        <MessageDetail one={chosen.value} />
      </div>
    </>
  );
}

type StandingProps = {
  readonly drawn: WordsHeard;
  readonly held: WordsHeard | null;
  readonly shown: number;
};

/** What is shown, what waits, and what is not to be had any more. */
function Standing({ drawn, held, shown }: StandingProps) {
  const waiting = held ? (drawn.heard.at(-1)?.n ?? 0) - (held.heard.at(-1)?.n ?? 0) : 0;
  return (
    <span class="viewer-standing" role="status">
      <span class="figures">{shown} shown</span>
      {held && <b class="look figures">{waiting} wait</b>}
      {drawn.gone > 0 && <small class="figures">{drawn.gone} older let go (the tape has them)</small>}
      {drawn.missed > 0 && (
        <small class="look figures">{drawn.missed} never came: this page was too slow</small>
      )}
    </span>
  );
}

type LineProps = {
  readonly one: Heard;
  readonly find: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Line({ one, find, isChosen, onChoose }: LineProps) {
  const { before, found, after } = snippetOf(one.text, find);
  return (
    <li class={one.faults.length > 0 ? 'viewer-line wrong' : 'viewer-line'}>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span class="figures quiet">{timeText(one.atMs)}</span>
        <b class="viewer-source">{nameOf(one)}</b>
        <span class="figures quiet">{seqOf(one.text)}</span>
        <span class="viewer-said">{one.faults.length > 0 ? one.faults[0]?.code : saidWords(one)}</span>
        <code>
          {before}
          {found && <mark>{found}</mark>}
          {after}
        </code>
      </button>
    </li>
  );
}
