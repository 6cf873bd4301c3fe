// How well a team does by kind of possession, from the two places that say it: fields named TYPE_FIELD, and the groups of `possessionstats`.
import { type Fault, fault } from '../../game/fault.ts';
import type { Efficiency } from '../../game/stat-line.ts';
import { foundText } from '../../game/wrong-shape.ts';
import { display, number } from '../fields.ts';
import { defined } from '../told.ts';
import type { PossessionGroup } from './event-words.ts';

type Counted = Exclude<keyof Efficiency, 'type' | 'fieldGoalFraction'>;

/** Endings of a team row's fields, and what they count. Source: Live Data V2, broadcastsummary, home.team.*_PPP and its kin. */
const ENDINGS: ReadonlyMap<string, Counted> = new Map<string, Counted>([
  ['FG_VALUE', 'fieldGoalsMade'],
  ['FG', 'fieldGoalPercent'],
  ['FG_VALUE_ARROW', 'fieldGoalArrow'],
  ['POSS', 'possessions'],
  ['PTS', 'points'],
  ['PPP', 'pointsPerPossession'],
  ['2PTM', 'twosMade'],
  ['2PTA', 'twosAttempted'],
  ['3PTM', 'threesMade'],
  ['3PTA', 'threesAttempted'],
  ['TO', 'turnovers'],
]);
const FRACTION = 'FG_FRACTION';
/** Fields that only a kind of possession has: what stands before one of these is the name of a kind. */
const TELLING = /^(.+)_(?:PPP|POSS)$/;
const PERCENT = /\s*%\s*$/;

const readCount = (value: unknown): number | undefined | null => {
  const result = number.safeParse(typeof value === 'string' ? value.replace(PERCENT, '') : value);
  return result.success ? result.data : null;
};

function efficiencyOf(row: Readonly<Record<string, unknown>>, type: string, where: string, faults: Fault[]) {
  const line: Efficiency = { type };
  for (const [ending, ours] of ENDINGS) {
    const key = `${type}_${ending}`;
    const count = readCount(row[key]);
    if (count === null) faults.push(fault('bad-field', `${where}.${key}`, 'a number', foundText(row[key])));
    else if (count !== undefined) line[ours] = count;
  }
  const fraction = display.safeParse(row[`${type}_${FRACTION}`]);
  if (fraction.success && fraction.data !== undefined) line.fieldGoalFraction = fraction.data;
  return line;
}

/** The kinds of possession that a team's row tells of, in the order of its fields. */
export function efficienciesOfRow(
  row: Readonly<Record<string, unknown>>,
  where: string,
  faults: Fault[],
): Efficiency[] {
  const types = new Set<string>();
  for (const key of Object.keys(row)) {
    const type = TELLING.exec(key)?.[1];
    if (type !== undefined) types.add(type);
  }
  return [...types].map((type) => efficiencyOf(row, type, where, faults));
}

/** One group of `possessionstats`. Assumed: its percentages are 0 to 100, as the documents print the others. */
export const efficiencyOfGroup = (group: PossessionGroup): Efficiency =>
  defined({
    type: group.type,
    possessions: group.POSS,
    possessionPercent: group.POSS_PCT,
    points: group.PTS,
    pointsPerPossession: group.PPP,
    twosMade: group['2PTM'],
    twosAttempted: group['2PTA'],
    twoPercent: group['2PT_PCT'],
    threesMade: group['3PTM'],
    threesAttempted: group['3PTA'],
    threePercent: group['3PT_PCT'],
    turnovers: group.TO,
    turnoverPercent: group.TO_PCT,
    effectiveFieldGoalPercent: group.EFG,
  });
