// A team of one's own for a mock game, as it is typed; what is not typed is made up.
import type { TeamGiven } from '../../wire/mock-orders.ts';

export type TeamWords = {
  readonly name: string;
  readonly code: string;
  readonly colour: string;
  /** `7 Ana Okafor`, one a line. */
  readonly players: string;
};

/** So many start, and so many there must be. */
const FIVE = 5;
const MOST = 20;
/** Ids of typed teams and their players: apart from each other's, and from the built-in ones'. */
const TEAM_IDS = 90_000;

type Named = Pick<TeamGiven['players'][number], 'number' | 'firstName' | 'lastName'>;

/** As long as the relay takes a name. */
const clipped = (name: string): string => name.slice(0, 60).trim();

function playerIn(line: string): Named | null {
  const [, number, names = ''] = /^\s*#?(\d{1,2})\s+(.*\S)\s*$/.exec(line) ?? [];
  if (number === undefined) return null;
  const words = names.split(/\s+/);
  const lastName = clipped(words.pop() ?? '');
  return { number, firstName: clipped(words.join(' ')) || lastName.slice(0, 1), lastName };
}

/** A number that nobody has yet. */
const freeNumber = (taken: ReadonlySet<string>, from: number): string => {
  let number = from;
  while (taken.has(String(number))) number += 1;
  return String(number);
};

function withFive(players: readonly Named[]): readonly Named[] {
  const taken = new Set(players.map(({ number }) => number));
  const made: Named[] = [];
  for (let nth = players.length + 1; nth <= FIVE; nth += 1) {
    const number = freeNumber(taken, nth);
    taken.add(number);
    made.push({ number, firstName: 'Player', lastName: `No ${number}` });
  }
  return [...players, ...made];
}

const codeOf = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 3)
    .toUpperCase() || 'TM';

/** The team, or null where no name was typed: then the built-in one plays. `nth`: 1 or 2. */
export function teamGiven({ name, code, colour, players }: TeamWords, nth: 1 | 2): TeamGiven | null {
  if (name.trim() === '') return null;
  const id = TEAM_IDS + nth;
  const named = players.split('\n').flatMap((line) => playerIn(line) ?? []);
  return {
    id,
    name: clipped(name.trim()),
    code: code.trim().toUpperCase() || codeOf(name),
    colour: colour.toLowerCase(),
    players: withFive(named.slice(0, MOST)).map((one, at) => ({
      ...one,
      id: id * 100 + at,
      position: at < 2 ? 'G' : at < 4 ? 'F' : 'C',
    })),
  };
}
