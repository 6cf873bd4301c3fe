// Says facts as Messages: each only when it says something new, and never with an instant before the last, so that a correction holds later than what it corrects.
import type { FeedReader } from '../feed.ts';
import type { Fact } from '../told.ts';
import type { ClockTold } from './clock.ts';
import type { Stamps } from './stamps.ts';

/** The instant of what is said now, and when it was heard. */
export type Now = { readonly stampMs: number | null; readonly heardMs: number };

export type Voice = {
  /** Says a fact at once. */
  say(fact: Fact, now: Now): void;
  /** Says a fact where it differs from the last about the same thing. */
  tell(fact: Fact, now: Now): void;
  /** Says the clock where its reading differs from the last. */
  tellClock(clock: ClockTold, now: Now): void;
};

/** What a fact is about; two about the same replace one another. */
function aboutOf(fact: Fact): string {
  switch (fact.kind) {
    case 'roster':
      return `roster ${fact.side}`;
    case 'stats':
      return `stats ${fact.teamId} ${fact.period ?? ''}`;
    case 'lineup':
      return `lineup ${fact.teamId}`;
    default:
      return fact.kind;
  }
}

export function makeVoice(to: Pick<FeedReader, 'message'>, stamps: Stamps): Voice {
  const last = new Map<string, string>();
  let lastMs = Number.NEGATIVE_INFINITY;

  const instant = ({ stampMs, heardMs }: Now): number => {
    // A clock of ours that was set back holds nothing up.
    lastMs = Math.min(heardMs, Math.max(lastMs, stamps.place(stampMs, heardMs)));
    return lastMs;
  };
  const say = (fact: Fact, now: Now): void =>
    to.message({ ...fact, atMs: instant(now), heardMs: now.heardMs });
  const isNews = (about: string, text: string): boolean => {
    if (last.get(about) === text) return false;
    last.set(about, text);
    return true;
  };

  return {
    say,
    tell(fact, now) {
      if (isNews(aboutOf(fact), JSON.stringify(fact))) say(fact, now);
    },
    tellClock(clock, now) {
      if (!isNews('clock', JSON.stringify(clock))) return;
      const { running, remainingMs, resolutionMs, stampMs } = clock;
      const readMs = stamps.place(stampMs, now.heardMs);
      const atMs = Math.max(readMs, instant(now));
      const leftMs = running ? Math.max(0, remainingMs - (atMs - readMs)) : remainingMs;
      const game = { remainingMs: leftMs, running, resolutionMs };
      to.message({ kind: 'clock', witness: 'official', game, atMs, heardMs: now.heardMs });
    },
  };
}
