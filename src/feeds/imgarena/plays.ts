// What one action's new version says of plays and shots: told, told otherwise, or taken back.
import type { Rules } from '../../game/rules.ts';
import { defined, type Fact } from '../told.ts';
import type { Action } from './action.ts';
import { isThrow, playWordOf, pointsOf } from './kind.ts';
import { playedPeriod } from './periods.ts';

const wordOf = (action: Action | null): string | null =>
  action?.stands === true ? playWordOf(action.kind) : null;

function playOf(action: Action, classification: string, rules: Rules): Fact {
  const period = playedPeriod(rules, action.period) ?? undefined;
  const who = { teamId: action.team?.id, playerId: action.player?.id, period };
  return { kind: 'play', id: action.id, classification, ...defined(who) };
}

/** A field goal; null for every other action, and for one whose team is not said. */
function shotOf(action: Action | null, rules: Rules): Fact | null {
  if (action?.stands !== true || !isThrow(action.kind) || action.kind.startsWith('free') || !action.team)
    return null;
  const period = playedPeriod(rules, action.period) ?? undefined;
  return {
    kind: 'shot',
    id: action.id,
    teamId: action.team.id,
    ...defined({ playerId: action.player?.id, period }),
    made: pointsOf(action.kind) > 0,
    three: action.kind.startsWith('three'),
    deleted: false,
    attributes: [],
  };
}

const same = (one: Fact | null, other: Fact | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is to be told when `after` replaces `before`. One throw that becomes another is
 * `UPDATED_..._TO_...`; any other play that becomes another, or nothing, is `DELETED_...`.
 */
export function playsOf(before: Action | null, after: Action, rules: Rules): readonly Fact[] {
  const facts: Fact[] = [];
  const was = wordOf(before);
  const is = wordOf(after);
  const bothThrown =
    was !== null && is !== null && before !== null && isThrow(before.kind) && isThrow(after.kind);
  if (was !== null && is !== was && before !== null)
    facts.push(playOf(before, bothThrown ? `UPDATED_${was}_TO_${is}` : `DELETED_${was}`, rules));
  if (is !== null && !(bothThrown && is !== was)) {
    const play = playOf(after, is, rules);
    const isNews = before === null || is !== was || !same(play, playOf(before, is, rules));
    if (isNews) facts.push(play);
  }
  const gone = shotOf(before, rules);
  const shot = shotOf(after, rules);
  if (shot !== null) {
    if (!same(shot, gone)) facts.push(shot);
  } else if (gone?.kind === 'shot') facts.push({ ...gone, deleted: true });
  return facts;
}
