// The newest of what passed between the provider and us, each text with what was made of it: bounded by number and by size, the oldest go first.
import type { Words } from '../../feeds/feed.ts';
import type { Fault } from '../../game/fault.ts';
import type { Message } from '../../game/message.ts';
import { type Heard, WORDS_CHARS } from '../../wire/heard.ts';

/** Texts that are kept, and their characters in all: what is made of them takes some times as much. Half a minute of a full feed and more. */
export const RING = { texts: 4_000, chars: 4 * 1024 * 1024 } as const;

type Open = {
  -readonly [Key in keyof Heard]: Heard[Key] extends readonly (infer One)[] ? One[] : Heard[Key];
};

export interface Ring {
  heard(words: Words): void;
  /** Made of the words that were heard last. */
  made(message: Message): void;
  /** Found in them, or in none: then it is told with the words before it all the same. */
  wrong(fault: Fault): void;
  /** We said this to the provider. */
  sent(source: string, text: string, atMs: number): void;
  /** What came after that number, the oldest first. */
  since(n: number): readonly Heard[];
  /** The number of the newest; 0 before the first. */
  readonly last: number;
}

/** An empty ring. */
export function makeRing(): Ring {
  let kept: Open[] = [];
  let first = 0;
  let chars = 0;
  let last = 0;

  const forget = (): void => {
    while (kept.length - first > RING.texts || chars > RING.chars) {
      chars -= kept[first]?.text.length ?? 0;
      first += 1;
    }
    // Cut by half at a time, not at every text.
    if (first > kept.length / 2) {
      kept = kept.slice(first);
      first = 0;
    }
  };

  const add = (way: Heard['way'], source: string, text: string, atMs: number): void => {
    last += 1;
    const told = text.length > WORDS_CHARS ? text.slice(0, WORDS_CHARS) : text;
    kept.push({ n: last, way, atMs, source, chars: text.length, text: told, said: [], faults: [] });
    chars += told.length;
    forget();
  };

  /** The last that came in: pings in between are none of it. */
  const newestIn = (): Open | undefined => {
    for (let at = kept.length - 1; at >= first; at -= 1) if (kept[at]?.way === 'in') return kept[at];
    return undefined;
  };

  return {
    heard: ({ source, text, heardMs }) => add('in', source, text, heardMs),
    made: (message) => void newestIn()?.said.push(message),
    wrong: (fault) => void newestIn()?.faults.push(fault),
    sent: (source, text, atMs) => add('out', source, text, atMs),
    since(n) {
      const from = Math.max(first, kept.length - (last - n));
      return kept.slice(from);
    },
    get last() {
      return last;
    },
  };
}
