// One action as it stands, in our terms; and the words it is made from.
import type { Fault } from '../../game/fault.ts';
import { fault } from '../../game/fault.ts';
import { type Reading, readClockTime, readStamp } from './instant.ts';
import { type Kind, kindOf } from './kind.ts';
import type { ActionWords } from './words.ts';

export type Action = {
  readonly id: string;
  /** The number of this version. */
  readonly seq: number;
  readonly kind: Kind;
  /** False for what is pending, cancelled or deleted. */
  readonly stands: boolean;
  /** The provider's own stamp of this version; null where it says none. */
  readonly stampMs: number | null;
  /** That stamp was of the future when it was heard, or lay too far back: it may not be what the provider means. */
  readonly isStampDoubted: boolean;
  readonly period: number | undefined;
  readonly clock: Reading | null;
  readonly subType: string;
  readonly team: ActionWords['team'];
  readonly player: ActionWords['player'];
  readonly metadata: unknown;
};

/** Assumed: what is pending is not told before it is confirmed. Deleted comes back as Updated. Source: basketball, send types. */
const NOT_STANDING = /^(?:pending|cancel+ed|deleted)$/i;

/** `seq` stands in where the provider says none. Bad stamps and readings are told, and are absent. */
export function actionOf(words: ActionWords, seq: number, faults: Fault[]): Action {
  const stampMs = readStamp(words.timestamp);
  const clock = readClockTime(words.clockTime);
  const where = 'actions.fixtureAction';
  if (words.timestamp && stampMs === null)
    faults.push(fault('bad-field', `${where}.timestamp`, 'an instant of ISO 8601', words.timestamp));
  if (words.clockTime && clock === null)
    faults.push(fault('bad-field', `${where}.clockTime`, 'a clock such as 08:02', words.clockTime));
  const { fixtureActionType = '', fixtureActionTypeId, fixtureActionSubType = '' } = words;
  return {
    id: words.actionId,
    seq: words.fixtureSeqNum ?? seq,
    kind: kindOf(fixtureActionType, fixtureActionTypeId, fixtureActionSubType),
    stands: !NOT_STANDING.test(words.sendType ?? ''),
    stampMs,
    isStampDoubted: false,
    period: words.period,
    clock,
    subType: fixtureActionSubType,
    team: words.team,
    player: words.player,
    metadata: words.metadata,
  };
}
