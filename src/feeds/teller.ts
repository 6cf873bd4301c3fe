// Between the feed and who listens to it: no secret passes, a status is told when it changes, and nothing is told once the feed was stopped.
import type { Fault } from '../game/fault.ts';
import type { FeedStatus, Said } from '../game/message.ts';
import type { FeedReader, Words } from './feed.ts';
import type { Secrets } from './secrets.ts';

export type Teller = FeedReader & {
  sent(what: string, text: string): void;
  redact(text: string): string;
  /** The last period said was the end of the game. */
  readonly isFinal: boolean;
  /** From now on nothing is told. */
  mute(): void;
};

export function makeTeller(to: FeedReader, secrets: Secrets): Teller {
  let isMute = false;
  let isFinal = false;
  let last = '';
  const redact = (text: string): string => secrets.redact(text);
  return {
    redact,
    get isFinal() {
      return isFinal;
    },
    mute() {
      isMute = true;
    },
    words(words: Words) {
      if (!isMute) to.words(words);
    },
    message(said: Said) {
      if (said.kind === 'period') isFinal = said.period === 'FINAL';
      if (!isMute) to.message(said);
    },
    status(status: FeedStatus, detail?: string) {
      const clean = detail === undefined ? undefined : redact(detail);
      const told = `${status} ${clean ?? ''}`;
      if (isMute || told === last) return;
      last = told;
      to.status(status, clean);
    },
    sent(what, text) {
      if (!isMute) to.sent?.(what, redact(text));
    },
    marks(marks) {
      if (!isMute) to.marks?.(marks);
    },
    offset(offset) {
      if (!isMute) to.offset?.(offset);
    },
    fault({ code, where, expected, found }: Fault) {
      if (isMute) return;
      to.fault({ code, where: redact(where), expected: redact(expected), found: redact(found) });
    },
  };
}
