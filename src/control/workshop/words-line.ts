// What passes between the relay and the provider, as this page has heard it: kept up to a bound, held still while it is paused, without losing any of what comes meanwhile.
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Heard, heardBatchSchema } from '../../wire/heard.ts';

/** Texts that a page keeps, and their characters in all; the oldest go first. */
export const WORDS_KEPT = { texts: 6_000, chars: 24 * 1024 * 1024 } as const;
/** Between two tries to connect, in milliseconds. */
const RETRY_MS = 1_000;

/** What the page has. `gone`: texts that were heard and are kept no more; `missed`: such as the relay never told. */
export type WordsHeard = {
  readonly heard: readonly Heard[];
  readonly gone: number;
  readonly missed: number;
};

export const noWords: WordsHeard = { heard: [], gone: 0, missed: 0 };

/** With more that was heard, in its order; of texts that are there already nothing is taken twice. */
export function withMore(before: WordsHeard, more: readonly Heard[]): WordsHeard {
  const lastN = before.heard.at(-1)?.n ?? null;
  const fresh = lastN === null ? more : more.filter(({ n }) => n > lastN);
  const [first] = fresh;
  if (!first) return before;
  const missed = before.missed + (lastN === null ? 0 : first.n - lastN - 1);
  const all = [...before.heard, ...fresh];
  const over = excess(all);
  return { heard: over === 0 ? all : all.slice(over), gone: before.gone + over, missed };
}

/** How many of the oldest are too many. */
function excess(heard: readonly Heard[]): number {
  let chars = 0;
  for (let kept = 0; kept < heard.length; kept += 1) {
    chars += heard[heard.length - 1 - kept]?.text.length ?? 0;
    if (kept >= WORDS_KEPT.texts || chars > WORDS_KEPT.chars) return heard.length - kept;
  }
  return 0;
}

export interface WordsLine {
  readonly words: ReadonlySignal<WordsHeard>;
  /** Begins to listen; stops when it is called again as often. */
  watch(): () => void;
}

/** `origin`: `http://host:port` of the relay. Nothing is asked for before somebody watches. */
export function openWords({ origin }: { readonly origin: string }): WordsLine {
  const words = signal(noWords);
  let life: number | null = null;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watchers = 0;

  const hear = (data: unknown): void => {
    const read = heardBatchSchema.safeParse(typeof data === 'string' ? JSON.parse(data) : null);
    if (!read.success) return;
    // Another life of the relay counts anew: what was of the last one cannot be gone on with.
    if (life !== null && life !== read.data.life) words.value = noWords;
    life = read.data.life;
    words.value = withMore(words.peek(), read.data.heard);
  };

  const connect = (): void => {
    const since = words.peek().heard.at(-1)?.n ?? 0;
    const opened = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/v1/words?since=${since}`);
    socket = opened;
    opened.onmessage = ({ data }) => hear(data);
    opened.onclose = () => {
      if (socket !== opened) return;
      socket = null;
      timer = setTimeout(connect, RETRY_MS);
    };
  };

  return {
    words,
    watch() {
      watchers += 1;
      if (watchers === 1) connect();
      return () => {
        watchers -= 1;
        if (watchers > 0) return;
        clearTimeout(timer);
        const open = socket;
        socket = null;
        open?.close();
      };
    },
  };
}
