// What is told on the tape beside the provider's words: without secrets, and as little as says it all.
import type { Game } from '../game/game.ts';
import { away, home } from '../game/game.ts';
import { forOutput, type Show } from '../show/show.ts';
import type { Note } from '../tape/tape.ts';
import type { Look } from '../wire/look.ts';
import type { Recorder } from './recorder.ts';
import type { Redact } from './redact.ts';

export interface TapeNotes {
  note(note: Note, value: unknown): void;
  /** How things stand when the tape begins. */
  begin(show: Show, look: Look): void;
  /** What is on air from now on: without what was only prepared. */
  show(show: Show): void;
  look(look: Look): void;
  /** Who plays, as far as it is known. */
  teams(game: Game): void;
}

/** `recorder` is asked for at each note; null: nothing is recorded. */
export function makeTapeNotes(recorder: () => Recorder | undefined, redact: Redact): TapeNotes {
  const note = (name: Note, value: unknown): void => {
    const text = JSON.stringify(value);
    const clean = redact(text);
    recorder()?.note(name, clean === text ? value : JSON.parse(clean));
  };
  const show = (now: Show): void => note('show', forOutput(now));
  const look = (now: Look): void => note('look', now);
  return {
    note,
    begin(firstShow, firstLook) {
      show(firstShow);
      look(firstLook);
    },
    show,
    look,
    teams(game) {
      const said = [home(game), away(game)].map((team) => team && redact(`${team.code} ${team.name}`));
      const [ours, theirs] = said;
      recorder()?.teams({ ...(ours ? { home: ours } : {}), ...(theirs ? { away: theirs } : {}) });
    },
  };
}
