// The scorer's book of a game or of one period: all its events added up. Taking something back means adding up anew.
import type { CourtName } from '../../game/court.ts';
import { addedBy, COUNTED, type Counts, noCounts } from './count.ts';
import { type Five, type GameEvent, otherSide, pointsOf, type SideName } from './event.ts';
import { addShot, noShots, type ShotMap } from './shot-map.ts';

export type Row = { readonly counts: Counts; readonly shots: ShotMap; plusMinus: number };

/** What a kind of possession brought. */
export type Group = {
  POSS: number;
  PTS: number;
  '2PTM': number;
  '2PTA': number;
  '3PTM': number;
  '3PTA': number;
  TO: number;
};

/** What five brought while they were on the floor together. */
export type Together = {
  readonly five: Five;
  scored: number;
  allowed: number;
  made: number;
  attempted: number;
  turnovers: number;
  rebounds: number;
  otherRebounds: number;
  attacks: number;
  defences: number;
};

export type Book = {
  readonly court: CourtName;
  readonly teams: Readonly<Record<SideName, Row>>;
  readonly players: Map<number, Row>;
  readonly groups: Readonly<Record<SideName, Map<string, Group>>>;
  readonly together: Readonly<Record<SideName, Map<string, Together>>>;
  /** What possessions have brought that are not over yet, by their ids. */
  readonly open: Map<number, Group>;
};

export const OVERALL = 'OVERALL';

const noRow = (): Row => ({ counts: noCounts(), shots: noShots(), plusMinus: 0 });
const noGroup = (): Group => ({ POSS: 0, PTS: 0, '2PTM': 0, '2PTA': 0, '3PTM': 0, '3PTA': 0, TO: 0 });

/** A book with nothing in it. */
export const emptyBook = (court: CourtName): Book => ({
  court,
  teams: { home: noRow(), away: noRow() },
  players: new Map(),
  groups: { home: new Map(), away: new Map() },
  together: { home: new Map(), away: new Map() },
  open: new Map(),
});

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The row of a player; an empty one if nothing was written of him. */
export const rowOf = (book: Book, player: number): Row => kept(book.players, player, noRow);

/** The key of five: their ids rise. */
export const fiveKey = (five: Five): string => five.join('-');

const togetherOf = (book: Book, side: SideName, five: Five): Together =>
  kept(book.together[side], fiveKey(five), () => ({
    five,
    scored: 0,
    allowed: 0,
    made: 0,
    attempted: 0,
    turnovers: 0,
    rebounds: 0,
    otherRebounds: 0,
    attacks: 0,
    defences: 0,
  }));

function addCounts(to: Counts, added: Partial<Counts>): void {
  for (const key of COUNTED) {
    const more = added[key];
    if (more !== undefined) to[key] += more;
  }
}

function addPoints(book: Book, event: GameEvent): void {
  const points = pointsOf(event);
  if (points === 0) return;
  const foe = otherSide(event.side);
  for (const id of event.floor[event.side]) rowOf(book, id).plusMinus += points;
  for (const id of event.floor[foe]) rowOf(book, id).plusMinus -= points;
  book.teams[event.side].plusMinus += points;
  book.teams[foe].plusMinus -= points;
}

function addTogether(book: Book, event: GameEvent): void {
  const foe = otherSide(event.side);
  const own = togetherOf(book, event.side, event.floor[event.side]);
  const other = togetherOf(book, foe, event.floor[foe]);
  const points = pointsOf(event);
  own.scored += points;
  other.allowed += points;
  if (event.kind === 'shot') {
    own.attempted += 1;
    own.made += event.made ? 1 : 0;
  } else if (event.kind === 'turnover') own.turnovers += 1;
  else if (event.kind === 'offensive-rebound' || event.kind === 'defensive-rebound') {
    own.rebounds += 1;
    other.otherRebounds += 1;
  } else if (event.kind === 'possession-end') {
    own.attacks += 1;
    other.defences += 1;
  }
}

function addPossession(book: Book, event: GameEvent): void {
  if (event.kind === 'possession-end') {
    const brought = kept(book.open, event.possession, noGroup);
    book.open.delete(event.possession);
    for (const type of [OVERALL, event.type]) {
      const group = kept(book.groups[event.side], type, noGroup);
      group.POSS += 1;
      for (const key of ['PTS', '2PTM', '2PTA', '3PTM', '3PTA', 'TO'] as const) group[key] += brought[key];
    }
    return;
  }
  if (event.kind !== 'shot' && event.kind !== 'free-throw' && event.kind !== 'turnover') return;
  const brought = kept(book.open, event.possession, noGroup);
  brought.PTS += pointsOf(event);
  if (event.kind === 'turnover') brought.TO += 1;
  if (event.kind !== 'shot') return;
  brought[event.three ? '3PTA' : '2PTA'] += 1;
  if (event.made) brought[event.three ? '3PTM' : '2PTM'] += 1;
}

/** Writes one event into a book. */
export function enter(book: Book, event: GameEvent): void {
  const added = addedBy(event);
  if ('player' in event) {
    addCounts(rowOf(book, event.player).counts, added);
    addCounts(book.teams[event.side].counts, added);
  }
  if (event.kind === 'shot') {
    addShot(rowOf(book, event.player).shots, event, book.court);
    addShot(book.teams[event.side].shots, event, book.court);
  }
  addPoints(book, event);
  addTogether(book, event);
  addPossession(book, event);
}

/** The book of these events. */
export function bookOf(events: Iterable<GameEvent>, court: CourtName): Book {
  const book = emptyBook(court);
  for (const event of events) enter(book, event);
  return book;
}
