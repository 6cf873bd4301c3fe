// What vMix says and hears on its TCP port, a line each. Pure. Source: vMix, TCP API and Web Scripting.

/** `tally`: of every input, from the first. `acts`: something was switched: of which input, and whether it is on now. */
export type VmixWords =
  | { readonly kind: 'tally'; readonly inputs: readonly Tally[] }
  | { readonly kind: 'acts'; readonly what: string; readonly input: number | null; readonly isOn: boolean }
  | { readonly kind: 'refused'; readonly what: string; readonly why: string }
  | { readonly kind: 'other' };
export type Tally = 'off' | 'program' | 'preview';

const TALLIES: readonly Tally[] = ['off', 'program', 'preview'];
/** A line that is longer is nobody's. In characters. */
export const LONGEST_LINE = 64 * 1024;

/** One line, without its end. */
export function readVmix(line: string): VmixWords {
  const [command = '', status = '', ...rest] = line.trim().split(/\s+/);
  if (status === 'ER') return { kind: 'refused', what: command, why: rest.join(' ') };
  if (status !== 'OK') return { kind: 'other' };
  const [first = ''] = rest;
  if (command === 'TALLY' && /^[012]+$/.test(first))
    return { kind: 'tally', inputs: Array.from(first, (digit) => TALLIES[Number(digit)] ?? 'off') };
  if (command !== 'ACTS' || rest.length < 2) return { kind: 'other' };
  // Assumed: `ACTS OK Overlay1 3 1` names the input and then whether it is on; with one figure alone, that is what it says.
  const figures = rest.slice(1).map(Number);
  const on = figures.at(-1);
  if (on === undefined || Number.isNaN(on)) return { kind: 'other' };
  return { kind: 'acts', what: first, input: figures.length > 1 ? (figures[0] ?? null) : null, isOn: on > 0 };
}

/** A function's line, with its end; values may be any text. */
export const functionLine = (name: string, given: Readonly<Record<string, string>> = {}): string => {
  const query = Object.entries(given)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return `FUNCTION ${name}${query === '' ? '' : ` ${query}`}\r\n`;
};

/** Cuts what comes over a socket into lines; what is no line yet is kept. */
export class LineCutter {
  #rest = '';

  push(piece: string): readonly string[] {
    const lines = `${this.#rest}${piece}`.split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    return lines.map((line) => line.replace(/\r$/, '')).filter((line) => line !== '');
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The number of an input by its title, its key or its number, from the state that vMix gives over HTTP; null for none. */
export function inputNumber(xml: string, wanted: string): number | null {
  if (/^\d+$/.test(wanted)) return Number(wanted);
  for (const [, attributes = ''] of xml.matchAll(/<input\s([^>]*)>/g)) {
    const valueOf = (name: string): string =>
      unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    const names = [valueOf('title'), valueOf('shortTitle'), valueOf('key')];
    if (names.some((name) => name.toLowerCase() === wanted.toLowerCase())) return Number(valueOf('number'));
  }
  return null;
}
