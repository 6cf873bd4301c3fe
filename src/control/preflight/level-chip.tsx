// How good a source was found, in a word: as its own card said it.
import type { Level } from '../../wire/preflight.ts';

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  green: 'Ready',
  amber: 'Look here',
  red: 'Not ready',
};

/** An outline: what is filled with a colour is on air or in preview. */
export const LevelChip = ({ level }: { readonly level: Level }) => (
  <span class={`level-chip ${level}`}>{LEVEL_WORDS[level]}</span>
);
