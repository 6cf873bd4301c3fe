// One game that the emulator serves: what was said of it, who listens, and how more is said. Whoever plays it (a tape, the simulator, a hand) says it here.
import type { Timekeeper } from '../feeds/feed.ts';
import { isSequenced, type Source } from '../feeds/shottracker/sources.ts';
import type { Client } from './client.ts';
import { History, type HistoryLimits } from './history.ts';
import { type Line, lineOf, messageText } from './line.ts';
import type { ScheduledGame } from './schedule.ts';
import { SummaryCutter } from './summary-level.ts';

export type HostedGame = {
  /** As the schedule lists it now. */
  readonly listed: ScheduledGame;
  /** Changes what the schedule says of it. */
  list(change: Partial<ScheduledGame>): void;
  readonly history: History;
  readonly cutter: SummaryCutter;
  readonly clients: Set<Client>;
  /** Says a text of the provider's as it is, number and all. Text of a source that the provider does not have goes to everybody, and is not kept. */
  hear(source: string, text: string): void;
  /** Says data of a source, and gives it the next number where the source has a sequence. */
  say(source: Source, data: unknown): Line;
  /** Sends these words as they are to everybody, and keeps nothing. Bytes go as a binary message. */
  raw(text: string | Uint8Array): void;
};

export function makeHostedGame(
  game: ScheduledGame,
  time: Timekeeper,
  limits: Partial<HistoryLimits>,
): HostedGame {
  const history = new History(limits);
  const clients = new Set<Client>();
  let listed = game;

  const tell = (line: Line): void => {
    if (history.add(line)) for (const client of clients) client.hear(line);
  };
  const raw = (text: string | Uint8Array): void => {
    for (const client of clients) client.raw(text);
  };

  return {
    get listed() {
      return listed;
    },
    list(change) {
      listed = { ...listed, ...change };
    },
    history,
    cutter: new SummaryCutter(),
    clients,
    raw,
    hear(source, text) {
      const line = lineOf(source, text, time.now());
      // A text whose number cannot be read has no place in the sequence.
      if (line === null || (line.seq === null && isSequenced(line.source))) raw(text);
      else tell(line);
    },
    say(source, data) {
      const seq = isSequenced(source) ? history.last + 1 : null;
      const line = { source, seq, text: messageText(source, seq, data), atMs: time.now() };
      tell(line);
      return line;
    },
  };
}
