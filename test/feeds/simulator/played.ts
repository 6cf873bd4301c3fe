// Whole simulated games as their words, and what a reader makes of them.
import type { FeedReader } from '../../../src/feeds/feed.ts';
import { makeReader } from '../../../src/feeds/shottracker/reader.ts';
import { type PlayOptions, playGame, type Spoken } from '../../../src/feeds/simulator/play-game.ts';
import type { Fault } from '../../../src/game/fault.ts';
import type { Game } from '../../../src/game/game.ts';
import type { Message, Said } from '../../../src/game/message.ts';
import { foldAll } from '../../../src/time/timeline.ts';

/** When the games begin, in milliseconds since 1970. */
export const START_MS = 1_700_000_000_000;

/** All words of a game. */
export const play = (options: Partial<PlayOptions> = {}): readonly Spoken[] => [
  ...playGame({ seed: 21, rules: 'nba', startMs: START_MS, ...options }),
];

/** What a reader made of words. */
export type Heard = { readonly said: readonly Said[]; readonly faults: readonly Fault[] };

/** Reads them, one after the other. */
export function read(spoken: Iterable<Spoken>): Heard {
  const said: Said[] = [];
  const faults: Fault[] = [];
  const to: FeedReader = {
    words: () => {},
    message: (message) => said.push(message),
    status: () => {},
    fault: (fault) => faults.push(fault),
  };
  const reader = makeReader({ rules: 'nba', to });
  for (const { text, atMs } of spoken) reader.hear(text, atMs);
  return { said, faults };
}

/** The game in the end. */
export function folded(said: readonly Said[]): Game {
  const facts = said.flatMap((one, seq) => {
    const message: Message = { ...one, seq };
    return message.kind === 'frame' ? [] : [message];
  });
  return foldAll(facts);
}

/** A row of figures under the provider's names. */
export type Row = Readonly<Record<string, unknown>>;
/** What stands in words. */
export const dataOf = ({ text }: Spoken): Row => JSON.parse(text).data;
