// How the viewer looks at what was heard: which of it is shown, how often and how much each source says, what a search finds. Pure.
import type { Heard } from '../../wire/heard.ts';

/** Rates are of the last so many seconds. */
export const RATE_S = 5;
const SECOND_MS = 1_000;

/** One source as it speaks: what goes out to the provider is a source of its own. */
export type SourceRate = {
  readonly source: string;
  readonly count: number;
  readonly perSecond: number;
  readonly charsPerSecond: number;
  /** The mean length, in characters. */
  readonly meanChars: number;
  readonly faults: number;
};

/** A source's name in the list: what we say is told from what they say. */
export const nameOf = ({ way, source }: Pick<Heard, 'way' | 'source'>): string =>
  way === 'out' ? `→ ${source}` : source;

/** By name, in the order of the alphabet. `nowMs`: relay time. */
export function ratesOf(heard: readonly Heard[], nowMs: number): readonly SourceRate[] {
  const fromMs = nowMs - RATE_S * SECOND_MS;
  const bySource = new Map<
    string,
    { count: number; chars: number; lately: number; latelyChars: number; faults: number }
  >();
  for (const one of heard) {
    const name = nameOf(one);
    const sum = bySource.get(name) ?? { count: 0, chars: 0, lately: 0, latelyChars: 0, faults: 0 };
    const isLate = one.atMs >= fromMs;
    bySource.set(name, {
      count: sum.count + 1,
      chars: sum.chars + one.chars,
      lately: sum.lately + (isLate ? 1 : 0),
      latelyChars: sum.latelyChars + (isLate ? one.chars : 0),
      faults: sum.faults + one.faults.length,
    });
  }
  return [...bySource]
    .map(([source, { count, chars, lately, latelyChars, faults }]) => ({
      source,
      count,
      perSecond: lately / RATE_S,
      charsPerSecond: latelyChars / RATE_S,
      meanChars: Math.round(chars / count),
      faults,
    }))
    .sort((a, b) => a.source.localeCompare(b.source));
}

/** `off`: sources that are not shown. `find`: a text that must be in the words, or in what was made of them. */
export type Looking = {
  readonly off: ReadonlySet<string>;
  readonly find: string;
  readonly onlyFaults: boolean;
};

/** True of what is to be shown. */
export function isShown(one: Heard, { off, find, onlyFaults }: Looking): boolean {
  if (off.has(nameOf(one))) return false;
  if (onlyFaults && one.faults.length === 0) return false;
  if (find === '') return true;
  const wanted = find.toLowerCase();
  return (
    one.text.toLowerCase().includes(wanted) ||
    JSON.stringify([one.said, one.faults]).toLowerCase().includes(wanted)
  );
}

/** A line of the words: from their beginning, or about what was found in them. */
export type Snippet = { readonly before: string; readonly found: string; readonly after: string };
const SNIPPET_CHARS = 160;
const LEAD_CHARS = 40;

export function snippetOf(text: string, find: string): Snippet {
  const at = find === '' ? -1 : text.toLowerCase().indexOf(find.toLowerCase());
  if (at < 0) return { before: text.slice(0, SNIPPET_CHARS), found: '', after: '' };
  const from = Math.max(0, at - LEAD_CHARS);
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    found: text.slice(at, at + find.length),
    after: text.slice(at + find.length, from + SNIPPET_CHARS),
  };
}

/** What was made of it, in a few words: `clock`, `shot ×2`. */
export function saidWords({ said }: Heard): string {
  const kinds = new Map<string, number>();
  for (const { kind } of said) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, count]) => (count > 1 ? `${kind} ×${count}` : kind)).join(', ');
}

/** The number in the provider's sequence, where the words carry one. */
export const seqOf = (text: string): string => /"seq"\s*:\s*(\d+)/.exec(text)?.[1] ?? '';

/** JSON of a text, or undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const two = (n: number, digits = 2): string => String(n).padStart(digits, '0');

/** Time of day to the millisecond, in this machine's time. */
export function timeText(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${two(at.getMilliseconds(), 3)}`;
}
