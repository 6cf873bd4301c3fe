// Asks before a rehearsal could be taken for the live game, or the live game for a rehearsal: once for each time that the one has become the other, before the
// first cue that changes an output's picture.
import type { Cue } from '../../show/cue.ts';
import { airOutputs, MONITOR_PREFIX } from '../../wire/air-outputs.ts';
import type { FeedInfo, Health } from '../../wire/wire.ts';

/** `rehearsal`: pictures for the air would be of a rehearsal. `live` and `again`: what is heard has become the other while this page watched. */
export type Question = {
  readonly about: 'rehearsal' | 'now-live' | 'now-rehearsal';
  /** The outputs that show it, but for the desks' own. */
  readonly outputs: readonly string[];
};

/** What this page has seen of it. `turned`: it has become the other since the last answer. */
export type RehearsalSeen = {
  readonly rehearsal: boolean | null;
  readonly turned: boolean;
  /** What was answered for: a relay's life and feed. */
  readonly answered: string | null;
  /** What waits for the answer. */
  readonly held: { readonly cue: Cue; readonly question: Question } | null;
};

export const nothingRehearsed: RehearsalSeen = { rehearsal: null, turned: false, answered: null, held: null };

/** What an answer holds for. */
const lifeOf = ({ relay, feed }: Health): string => `${relay.startedMs} ${feed.name} ${feed.rehearsal}`;

/** After the relay has said how things stand. A question that nobody needs to answer any more is dropped. */
export function followed(
  seen: RehearsalSeen,
  { feed }: { readonly feed: Pick<FeedInfo, 'rehearsal'> },
): RehearsalSeen {
  const { rehearsal } = feed;
  if (rehearsal === seen.rehearsal) return seen;
  const turned = seen.rehearsal !== null;
  return { ...seen, rehearsal, turned: turned || seen.turned, held: turned ? null : seen.held };
}

/** True for a cue that puts something in a picture for the air. What takes off, or only prepares, never waits. */
export function airs(cue: Cue): boolean {
  switch (cue.cue) {
    case 'take':
    case 'arm':
    case 'story-rule':
      return true;
    case 'undo':
      return cue.what === 'take';
    case 'rundown':
      return cue.step.step === 'take';
    default:
      return false;
  }
}

/** What must be answered before a cue is sent; null: nothing. */
export function questionFor(seen: RehearsalSeen, health: Health, cue: Cue): Question | null {
  if (!airs(cue) || seen.answered === lifeOf(health)) return null;
  const { rehearsal } = health.feed;
  const outputs = airOutputs(health.outputs)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith(MONITOR_PREFIX));
  if (seen.turned) return { about: rehearsal ? 'now-rehearsal' : 'now-live', outputs };
  return rehearsal && outputs.length > 0 ? { about: 'rehearsal', outputs } : null;
}

/** The answer: yes, until what is heard becomes the other. */
export const answeredYes = (seen: RehearsalSeen, health: Health): RehearsalSeen => ({
  ...seen,
  turned: false,
  answered: lifeOf(health),
  held: null,
});
