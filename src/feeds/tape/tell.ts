// The Messages of a tape's entries, without a clock: what its provider's reader makes of them, numbered as a relay numbers them.
import type { Fault } from '../../game/fault.ts';
import type { Message, Said } from '../../game/message.ts';
import type { RuleSetName } from '../../game/rules.ts';
import type { About, Entry } from '../../tape/tape.ts';
import { makeEntryReader } from './entry-reader.ts';

export type Teller = {
  /** What an entry says, in order; nothing for one of our own. Never throws. */
  tell(entry: Entry): readonly Message[];
};

/** A teller for one tape from its beginning. @throws Error when its words cannot be read by this version. */
export function makeTapeTeller(
  about: About,
  { rules = about.rules, onFault = () => {} }: { rules?: RuleSetName; onFault?: (fault: Fault) => void } = {},
): Teller {
  let fresh: Message[] = [];
  let seq = 0;
  const reader = makeEntryReader(about, {
    rules,
    to: {
      words: () => {},
      message: (said: Said) => {
        seq += 1;
        fresh.push({ ...said, seq } as Message);
      },
      fault: onFault,
    },
  });
  return {
    tell(entry) {
      fresh = [];
      reader.hear(entry);
      return fresh;
    },
  };
}
