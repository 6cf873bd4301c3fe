// The provider's counts, by the names of what is counted, as lines of a box score.
import type { StatLine } from '../../game/stat-line.ts';
import { present } from '../fields.ts';
import { defined } from '../told.ts';
import { bareThrowOf, type Kind, kindOf, plain } from './kind.ts';
import type { AggregateWords } from './words.ts';

/** Source: Live Match Statistics - Box Score, as far as it can be read. Assumed: the other names are these. */
const BY_NAME: Readonly<Partial<Record<string, keyof StatLine>>> = {
  points: 'points',
  'field goals made': 'fieldGoalsMade',
  'field goals attempted': 'fieldGoalsAttempted',
  '2 points attempted': 'twosAttempted',
  '3 points attempted': 'threesAttempted',
  'free throws attempted': 'freeThrowsAttempted',
  rebounds: 'rebounds',
  'total rebounds': 'rebounds',
  assists: 'assists',
  steals: 'steals',
  blocks: 'blocks',
  turnovers: 'turnovers',
  foul: 'fouls',
  fouls: 'fouls',
  'personal fouls': 'fouls',
  'fouls drawn': 'foulsDrawn',
  'points in the paint': 'paintPoints',
  'second chance points': 'secondChancePoints',
  'points from turnovers': 'pointsOffTurnovers',
  'plus minus': 'plusMinus',
};

const BY_KIND: Readonly<Partial<Record<Kind, keyof StatLine>>> = {
  turnover: 'turnovers',
  steal: 'steals',
  assist: 'assists',
  block: 'blocks',
  'offensive-rebound': 'offensiveRebounds',
  'defensive-rebound': 'defensiveRebounds',
};

type Counts = Partial<Record<Kind, number>>;
type Named = Partial<Record<keyof StatLine, number>>;

/** Assumed: whoever lists one kind of throw lists every kind that happened, so that one that is not listed has not. */
function throwsOf(counts: Counts, named: Named): StatLine {
  const pair = (made: Kind, missed: Kind, attempted: keyof StatLine) => {
    const [inCount, outCount] = [counts[made], counts[missed]];
    if (inCount === undefined && outCount === undefined) return null;
    return { made: inCount ?? 0, tried: named[attempted] ?? (inCount ?? 0) + (outCount ?? 0) };
  };
  const twos = pair('two-made', 'two-missed', 'twosAttempted');
  const threes = pair('three-made', 'three-missed', 'threesAttempted');
  const frees = pair('free-made', 'free-missed', 'freeThrowsAttempted');
  if (twos === null && threes === null && frees === null) return {};
  const isField = twos !== null || threes !== null;
  return defined({
    points: 2 * (twos?.made ?? 0) + 3 * (threes?.made ?? 0) + (frees?.made ?? 0),
    twosMade: twos?.made,
    twosAttempted: twos?.tried,
    threesMade: threes?.made,
    threesAttempted: threes?.tried,
    freeThrowsMade: frees?.made,
    freeThrowsAttempted: frees?.tried,
    fieldGoalsMade: isField ? (twos?.made ?? 0) + (threes?.made ?? 0) : undefined,
    fieldGoalsAttempted: isField ? (twos?.tried ?? 0) + (threes?.tried ?? 0) : undefined,
  });
}

const countedKind = (text: string): Kind | null => {
  const thrown = bareThrowOf(text);
  if (thrown !== null) return thrown;
  const kind = kindOf(text);
  return BY_KIND[kind] === undefined ? null : kind;
};

/** No counts of what happened, whatever else their names say. */
const NO_COUNT = /%|\b(?:percent(?:age)?|pct|ratio|rate|average|avg|per)\b/i;

/** An aggregate of no kind that we know may be split into some that we do. */
function countsIn({
  action,
  actionAggregate,
  subActionAggregates,
}: AggregateWords): readonly (readonly [Kind, number])[] {
  const kind = countedKind(action);
  if (kind !== null) return [[kind, actionAggregate]];
  return present(subActionAggregates).flatMap(({ subAction, subActionAggregate }) => {
    const inner = countedKind(`${action} ${subAction}`);
    return inner === null ? [] : [[inner, subActionAggregate] as const];
  });
}

/** The line of one list of counts; empty where nothing in it is of basketball. What is said outright outranks what is added up. */
export function lineOf(aggregates: readonly (AggregateWords | undefined)[] | undefined): StatLine {
  const named: Named = {};
  const counts: Counts = {};
  const byKind: Named = {};
  for (const aggregate of present(aggregates)) {
    if (NO_COUNT.test(aggregate.action)) continue;
    const name = plain(aggregate.action);
    const stat = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
    if (stat !== undefined) named[stat] = aggregate.actionAggregate;
    else for (const [kind, count] of countsIn(aggregate)) counts[kind] = (counts[kind] ?? 0) + count;
  }
  for (const [kind, stat] of Object.entries(BY_KIND) as [Kind, keyof StatLine][]) {
    const count = counts[kind];
    if (count !== undefined) byKind[stat] = count;
  }
  const line = { ...throwsOf(counts, named), ...byKind, ...named };
  const { offensiveRebounds, defensiveRebounds } = line;
  return line.rebounds === undefined && offensiveRebounds !== undefined && defensiveRebounds !== undefined
    ? { ...line, rebounds: offensiveRebounds + defensiveRebounds }
    : line;
}
