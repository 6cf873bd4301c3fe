// What happens to the show and around it is told twice: to the log, for the operator of now, and on the tape, for whoever asks later.
import { type Fault, faultText } from '../game/fault.ts';
import type { MessageOf } from '../game/message.ts';
import type { Asked } from '../show/asked.ts';
import type { Cue } from '../show/cue.ts';
import type { Moment } from '../time/moment.ts';
import { type GameTime, type LogEntry, makeLog } from './log.ts';
import type { Recorder } from './recorder.ts';
import type { Redact } from './redact.ts';
import type { Doing } from './show-desk.ts';

export interface Chronicle {
  did(doing: Doing, revision: number): void;
  refused(cue: Cue, asked: Asked, why: Fault): void;
  /** `first`: its kind was not seen before, or not lately. */
  fault(told: Fault, first: boolean): void;
  status(said: MessageOf<'status'>): void;
  /** Entries of the log with a higher `n`, oldest first. */
  since(n: number): readonly LogEntry[];
  /** Rises whenever the log has changed. */
  readonly changes: number;
}

export type ChronicleOptions = {
  readonly now: () => number;
  /** What is seen now: the game's own time is read off it. */
  readonly moment: () => Pick<Moment, 'game' | 'clock'>;
  readonly redact: Redact;
  readonly note: Recorder['note'];
  /** One line for whoever watches the process. */
  readonly line: (text: string) => void;
};

/** Nothing has happened yet. */
export function makeChronicle({ now, moment, redact, note, line }: ChronicleOptions): Chronicle {
  const gameTime = (): GameTime => {
    const { game, clock } = moment();
    return {
      period: game.period,
      remainingMs: clock && Math.round(clock.remainingMs),
      clock: clock?.text ?? null,
    };
  };
  const log = makeLog({ now, gameTime, redact });
  let stood = '';
  return {
    did(doing, revision) {
      const game = gameTime();
      if (doing.is !== 'cue') note('auto', { ...doing, revision, game });
      else note('cue', { ...doing.cue, revision, by: doing.asked.by ?? null, game });
      log.did(doing, revision);
    },
    refused(cue, asked, why) {
      note('refusal', { ...cue, by: asked.by ?? null, fault: why, game: gameTime() });
      log.refused(cue, asked, why);
    },
    fault(told, first) {
      note('fault', { ...told, game: gameTime() });
      log.fault(told);
      if (first) line(faultText(told));
    },
    status({ feed, status, detail }) {
      const what = `${feed}: ${status}${detail ? `, ${detail}` : ''}`;
      note('status', { status, detail });
      // A pair of feeds says how both stand whenever one has changed.
      if (what === stood) return;
      stood = what;
      log.status(what);
      line(`feed ${what}`);
    },
    since: (n) => log.since(n),
    get changes() {
      return log.changes;
    },
  };
}
