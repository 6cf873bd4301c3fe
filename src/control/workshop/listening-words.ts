// What is listened to, in a few words.
import type { Listening, RehearsalInfo } from '../../wire/rehearsal.ts';

/** What the rehearsal server plays; a mock game is what it would begin with. */
export function playWords(rehearsal: RehearsalInfo | undefined): string {
  if (rehearsal?.play === 'tape') return `the tape ${rehearsal.tape ?? ''}`;
  return rehearsal?.play === 'simulator' ? 'the simulated game' : 'the mock game';
}

/** `the mock game`, `game 062a… of the schedule`. */
export function listeningWords({ to, game, main }: Listening, rehearsal: RehearsalInfo | undefined): string {
  if (to === 'main') return `the feed it was started with: ${main}`;
  if (to === 'game') return `game ${game ?? ''} of the schedule`;
  return rehearsal ? playWords(rehearsal) : 'a rehearsal that is over';
}
