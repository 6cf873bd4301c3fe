// Reads a whole tape once, by its provider's own reader, onto a reel and into an outline, while it may be played already.

import type { Fault } from '../../game/fault.ts';
import { fault } from '../../game/fault.ts';
import type { Said } from '../../game/message.ts';
import type { RuleSetName } from '../../game/rules.ts';
import type { OpenTape } from '../../tape/open.ts';
import { sourceOf } from '../../tape/tape.ts';
import type { Words } from '../feed.ts';
import { makeEntryReader } from './entry-reader.ts';
import type { Outliner } from './outliner.ts';
import type { Reel } from './reel.ts';

export type ReadOptions = {
  readonly tape: OpenTape;
  readonly rules: RuleSetName;
  readonly reel: Reel;
  readonly outliner: Outliner;
  /** More of it is on the reel. */
  readonly onMore: () => void;
  readonly isStopped: () => boolean;
};

/** Whoever waits hears of more after so many entries. */
const TELL_EVERY = 200;

/** Reads to the end. What cannot be read on ends the reel there, with a Fault. Never rejects. */
export async function readReel({
  tape,
  rules,
  reel,
  outliner,
  onMore,
  isStopped,
}: ReadOptions): Promise<void> {
  let words: Words | null = null;
  let said: Said[] = [];
  let faults: Fault[] = [];
  const told = () => {
    const heard = { words, said, faults };
    [words, said, faults] = [null, [], []];
    return heard;
  };
  const reader = makeEntryReader(tape.about, {
    rules,
    to: {
      words: (given) => {
        words = given;
      },
      message: (one) => said.push(one),
      fault: (one) => faults.push(one),
    },
  });
  let heardMs = tape.firstMs;
  let count = 0;
  try {
    for await (const entry of tape.read()) {
      if (isStopped()) return;
      // A tape is in the order in which it was heard; what says otherwise is heard with what stands before it.
      heardMs = Math.max(heardMs, entry.heardMs);
      reader.hear(entry);
      const heard = told();
      for (const one of heard.said) outliner.say(one);
      if (sourceOf(entry) === null) outliner.note(entry);
      // Of two feeds a note may change what is said.
      if (sourceOf(entry) !== null || heard.said.length > 0) reel.add({ heardMs, ...heard });
      count += 1;
      if (count % TELL_EVERY === 0) onMore();
    }
    if (tape.fault) reel.add({ heardMs, words: null, said: [], faults: [tape.fault] });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const torn = fault('tape-unread', 'tape', 'a tape that can be read on', why);
    reel.add({ heardMs, words: null, said: [], faults: [torn] });
  }
  reel.end();
  onMore();
}
