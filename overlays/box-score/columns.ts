// What each column of a box score is read from, and by how much one player leads his team in it.
import type { StatLine } from '../../src/game/stat-line.ts';
import { fractionText, reboundsOf, signedText } from '../../src/game/stat-word.ts';
import type { Column } from './view.ts';

type Reading = {
  /** Null: not said. */
  readonly text: (line: StatLine) => string | null;
  /** What players are compared by; null for a column that nobody leads. */
  readonly value: ((line: StatLine) => number | undefined) | null;
};

const count = (value: (line: StatLine) => number | undefined, isLed: boolean): Reading => ({
  text: (line) => {
    const said = value(line);
    return said === undefined ? null : String(said);
  },
  value: isLed ? value : null,
});

const fraction = (text: Reading['text']): Reading => ({ text, value: null });

/** A lead is told of what is good to have much of; turnovers and fouls are not. */
export const READINGS: Readonly<Record<Column, Reading>> = {
  PTS: count(({ points }) => points, true),
  REB: count(reboundsOf, true),
  AST: count(({ assists }) => assists, true),
  STL: count(({ steals }) => steals, true),
  BLK: count(({ blocks }) => blocks, true),
  TO: count(({ turnovers }) => turnovers, false),
  FG: fraction(({ fieldGoalsMade, fieldGoalsAttempted }) =>
    fractionText(fieldGoalsMade, fieldGoalsAttempted),
  ),
  '3PT': fraction(({ threesMade, threesAttempted }) => fractionText(threesMade, threesAttempted)),
  FT: fraction(({ freeThrowsMade, freeThrowsAttempted }) =>
    fractionText(freeThrowsMade, freeThrowsAttempted),
  ),
  FL: count(({ fouls }) => fouls, false),
  '+/-': {
    text: ({ plusMinus }) => (plusMinus === undefined ? null : signedText(plusMinus)),
    value: null,
  },
};

/** Of two teams side by side; one alone has room for all. */
export const NARROW_COLUMNS: readonly Column[] = ['PTS', 'REB', 'AST', 'FG', '3PT', 'FT', 'FL', '+/-'];

/** A lead that more than two share is none. */
const MOST_LEADERS = 2;

/** How much leads a column among these; null where nobody has any, or too many have as much. */
export function leadOf(lines: readonly StatLine[], column: Column): number | null {
  const { value } = READINGS[column];
  if (value === null) return null;
  const values = lines.map((line) => value(line) ?? 0);
  const most = Math.max(0, ...values);
  return most > 0 && values.filter((one) => one === most).length <= MOST_LEADERS ? most : null;
}
