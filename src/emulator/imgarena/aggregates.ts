// A line of a box score as the provider's list of counts, by the names that its reader knows.
import type { StatLine } from '../../game/stat-line.ts';

const NAMES: Readonly<Partial<Record<keyof StatLine, string>>> = {
  points: 'Points',
  offensiveRebounds: 'Offensive Rebounds',
  defensiveRebounds: 'Defensive Rebounds',
  rebounds: 'Rebounds',
  assists: 'Assists',
  steals: 'Steals',
  blocks: 'Blocks',
  turnovers: 'Turnovers',
  fouls: 'Fouls',
};
const THROWS = [
  ['2PT', 'twosMade', 'twosAttempted'],
  ['3PT', 'threesMade', 'threesAttempted'],
  ['Free Throw', 'freeThrowsMade', 'freeThrowsAttempted'],
] as const;

const one = (action: string, actionAggregate: number): object => ({
  action,
  actionId: 0,
  actionAggregate,
  subActionAggregates: [],
});

/** Only what is known. */
export function aggregatesOf(line: StatLine): readonly object[] {
  const thrown = THROWS.flatMap(([name, made, tried]) => {
    const [inCount, all] = [line[made], line[tried]];
    if (inCount === undefined) return [];
    return [
      one(`${name} Made`, inCount),
      ...(all === undefined ? [] : [one(`${name} Missed`, all - inCount)]),
    ];
  });
  const named = Object.entries(NAMES).flatMap(([stat, name]) => {
    const value = line[stat as keyof typeof NAMES];
    return value === undefined ? [] : [one(name, value)];
  });
  return [...thrown, ...named];
}
