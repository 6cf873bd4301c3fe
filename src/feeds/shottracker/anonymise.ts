// Names and ids of a ShotTracker tape, replaced: each by the same other everywhere, by a seed; nothing of them is left in any text.
import { type Entry, OWN_TOPICS } from '../../tape/tape.ts';

/** Values of these keys say who or which. `players` and the like are lists of ids. */
const ID_KEY =
  /^(pid|tid|gid|sid|eid|bid|sensor|reference|players|playerIds|lineup|lineupPlayers|opponentLineupPlayers|shotDefenders)$|_ids?$|Ids?$|^ids?$/;
/** Values of these keys are what somebody or something is called. `jersey_name` too; a position is none. */
const NAME_KEY =
  /name|^code$|consumer_code|nickname|mascot|venue|arena|school|conference|coach|birth|hometown|city|mail|photo|url|logo|^by$/i;
/** Of our own notes these hold what operators wrote, and tables of real teams. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  ['look', 'fault', 'status', 'refusal', 'cue'].map((note) => `${OWN_TOPICS}${note}`),
);

/** Invented names are put together from these. */
const STARTS = 'Al Bren Cor Del El Fen Gar Hol Iv Jor Kel Lor Mar Nor Ol Per Quin Ros Sel Tam'.split(' ');
const FIRST_ENDS = 'an den el ia is on o ric ton wyn'.split(' ');
const LAST_ENDS = 'bourne combe dale field ford ham mere ridge stead well'.split(' ');

export type Anonymiser = {
  /** Takes note of the names and ids in an entry; all entries go through here first. */
  learn(entry: Entry): void;
  /** The entry without them; null for what must be left out whole. */
  replace(entry: Entry): Entry | null;
  /** What stands for an id. */
  id(id: string): string;
};

/** Source: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Kind = 'id' | 'name';
type Visit = (kind: Kind | null, value: string | number, key: string) => unknown;

const kindOf = (key: string): Kind | null => (ID_KEY.test(key) ? 'id' : NAME_KEY.test(key) ? 'name' : null);

/** A copy of a JSON value, each text and number of it as `visit` gives it; lists have their own key's kind. */
function walked(value: unknown, key: string, visit: Visit, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => walked(one, key, visit, rename));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [rename(name), walked(inner, name, visit, rename)]),
    );
  return typeof value === 'string' || typeof value === 'number' ? visit(kindOf(key), value, key) : value;
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Shorter names and ids stand for themselves inside longer texts: `0` is everywhere. */
const SHORTEST_INSIDE = 3;

/** An anonymiser that knows nothing yet. */
export const makeAnonymiser = (seed: number): Anonymiser => new SeededAnonymiser(seed);

class SeededAnonymiser implements Anonymiser {
  readonly #random: () => number;
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #used = new Set<string>();
  #inside: RegExp | null = null;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  learn({ text, topic }: Entry): void {
    if (LEFT_OUT.has(topic)) return;
    const read = parsed(text);
    if (read === null) return;
    walked(
      read.value,
      '',
      (kind, value, key) => {
        const said = String(value).trim();
        if (kind === 'id' && said !== '' && said !== '0') this.id(said);
        if (kind === 'name' && typeof value === 'string' && said !== '') this.#name(said, key);
        return value;
      },
      (name) => name,
    );
  }

  id(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const made = this.#fresh(() => {
      const digits = String(100_000 + Math.floor(this.#random() * 900_000));
      return /^\d+$/.test(id) ? digits : `id-${digits}`;
    });
    this.#ids.set(id, made);
    this.#inside = null;
    return made;
  }

  replace(entry: Entry): Entry | null {
    const { topic, text } = entry;
    if (LEFT_OUT.has(topic)) return null;
    const { bytes: _bytes, ...rest } = entry;
    const read = entry.bytes ? null : parsed(text);
    // What cannot be read cannot be searched: it stays as unreadable as it was, and as long.
    if (read === null) return { ...rest, text: 'x'.repeat(text.length) };
    const value = walked(
      read.value,
      '',
      (kind, one) => this.#replaced(kind, one),
      (name) => this.#ids.get(name) ?? name,
    );
    return { ...rest, text: JSON.stringify(value) };
  }

  #replaced(kind: Kind | null, value: string | number): unknown {
    const said = String(value).trim();
    if (kind === 'id') {
      const other = this.#ids.get(said);
      if (other === undefined) return value;
      return typeof value === 'number' ? Number(other) : other;
    }
    if (typeof value === 'number') return value;
    return (kind === 'name' ? this.#names.get(said) : undefined) ?? this.#swept(value);
  }

  /** Names and ids inside a longer text. */
  #swept(text: string): string {
    this.#inside ??= this.#pattern();
    return text.replace(this.#inside, (found) => this.#ids.get(found) ?? this.#names.get(found) ?? '');
  }

  #pattern(): RegExp {
    const all = [...this.#ids.keys(), ...this.#names.keys()]
      .filter((one) => one.length >= SHORTEST_INSIDE)
      .sort((a, b) => b.length - a.length);
    if (all.length === 0) return /(?!)/g;
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  }

  #name(name: string, key: string): void {
    if (this.#names.has(name) || this.#ids.has(name)) return;
    const pick = (from: readonly string[]): string => from[Math.floor(this.#random() * from.length)] ?? '';
    const isCode = /code/i.test(key);
    const made = this.#fresh(() =>
      isCode
        ? `T${String(Math.floor(this.#random() * 90) + 10)}`
        : /first/i.test(key)
          ? pick(STARTS) + pick(FIRST_ENDS)
          : pick(STARTS) + pick(LAST_ENDS),
    );
    this.#names.set(name, made);
    // The club of `Riverton Herons` may be called by either word elsewhere.
    const words = name.split(/\s+/);
    if (words.length > 1) for (const word of words) if (word.length > SHORTEST_INSIDE) this.#name(word, key);
    this.#inside = null;
  }

  /** One that nobody has, neither before nor after. */
  #fresh(make: () => string): string {
    for (let tries = 0; ; tries += 1) {
      const made = tries < 200 ? make() : `${make()}${tries}`;
      if (this.#used.has(made) || this.#names.has(made) || this.#ids.has(made)) continue;
      this.#used.add(made);
      return made;
    }
  }
}
