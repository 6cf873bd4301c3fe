// All events of a game in order, and their books: of the whole game, of each period, of each half. Corrections change the events; the books follow.
import type { CourtName } from '../../game/court.ts';
import type { Period } from '../../game/period.ts';
import { type Book, bookOf, emptyBook, enter } from './book.ts';
import type { Amendment, GameEvent } from './event.ts';

/** A part of the game that has a book of its own. */
export type Part = 'game' | Period;

export type Chronicle = {
  /** Takes what was written down. */
  take(entry: GameEvent | Amendment): void;
  /** The book of a part; an empty one if nothing has happened in it. */
  book(part: Part): Book;
  /** Parts that have a book, the whole game first. */
  readonly parts: readonly Part[];
  readonly events: readonly GameEvent[];
};

/** Halves are added up from quarters; overtime belongs to none. */
const HALVES: Readonly<Partial<Record<Period, Period>>> = { Q1: 'H1', Q2: 'H1', Q3: 'H2', Q4: 'H2' };

const partsOf = ({ period }: GameEvent): readonly Part[] => {
  const half = HALVES[period];
  return half === undefined ? ['game', period] : ['game', period, half];
};

/** An empty chronicle. */
export function makeChronicle(court: CourtName): Chronicle {
  let events: GameEvent[] = [];
  const books = new Map<Part, Book>([['game', emptyBook(court)]]);

  const bookAt = (part: Part): Book => {
    const known = books.get(part);
    if (known !== undefined) return known;
    const book = emptyBook(court);
    books.set(part, book);
    return book;
  };

  const amend = ({ before, after }: Amendment): void => {
    events = events.flatMap((event) => (event.id !== before.id ? [event] : after === null ? [] : [after]));
    for (const part of partsOf(before))
      books.set(
        part,
        bookOf(
          events.filter((event) => partsOf(event).includes(part)),
          court,
        ),
      );
  };

  return {
    take(entry) {
      if (entry.kind === 'amendment') {
        amend(entry);
        return;
      }
      events.push(entry);
      for (const part of partsOf(entry)) enter(bookAt(part), entry);
    },
    book: bookAt,
    get parts() {
      return [...books.keys()];
    },
    get events() {
      return events;
    },
  };
}
