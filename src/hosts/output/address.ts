// What an output's address asks for: `/out?name=program&graphics=scorebug,shot-clock&bus=program|preview&delay=MS&theme=ID`, all optional.
import { type Fault, fault } from '../../game/fault.ts';
import { MAX_DELAY_MS } from '../../show/playhead.ts';
import type { Bus } from '../../show/show.ts';
import type { RendererWish } from '../../stage/renderer-choice.ts';

export type OutputAddress = {
  /** What the operator calls this output; the bus where nothing is said. */
  readonly name: string;
  readonly bus: Bus;
  /** Shown at once and always, with their default options; null: what the operator takes. */
  readonly graphics: readonly string[] | null;
  /** How far behind live, in milliseconds; null: as the operator sets it, else as little as the feed allows. */
  readonly delayMs: number | null;
  /** `renderer=webgl|canvas`; null: what suits the machine. */
  readonly renderer: RendererWish | null;
  /** `theme=ID`: worn whatever the show wears; null: as the show. */
  readonly theme: string | null;
  /** `debug`: how things stand, written over the picture. */
  readonly debug: boolean;
  /** What could not be read, and was taken for not said. */
  readonly faults: readonly Fault[];
};

const LONGEST_NAME = 64;
const BUSES: readonly Bus[] = ['program', 'preview'];
const RENDERERS: readonly RendererWish[] = ['webgl', 'canvas'];

/** Reads the query of an output's address. Never throws. */
export function readAddress(query: string): OutputAddress {
  const asked = new URLSearchParams(query);
  const faults: Fault[] = [];

  const oneOf = <Word extends string>(field: string, words: readonly Word[]): Word | null => {
    const found = asked.get(field);
    const word = words.find((one) => one === found);
    if (found !== null && word === undefined) faults.push(fault('address', field, words.join(' or '), found));
    return word ?? null;
  };

  const delay = (): number | null => {
    const found = asked.get('delay');
    if (found === null) return null;
    const delayMs = Number(found);
    if (found.trim() !== '' && delayMs >= 0 && delayMs <= MAX_DELAY_MS) return delayMs;
    faults.push(fault('address', 'delay', `0 to ${MAX_DELAY_MS} milliseconds`, found));
    return null;
  };

  const graphics = asked
    .get('graphics')
    ?.split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const bus = oneOf('bus', BUSES) ?? 'program';
  const name = asked.get('name')?.trim().slice(0, LONGEST_NAME) ?? '';
  return {
    name: name === '' ? bus : name,
    bus,
    graphics: graphics && graphics.length > 0 ? graphics : null,
    delayMs: delay(),
    renderer: oneOf('renderer', RENDERERS),
    theme: asked.get('theme')?.trim().slice(0, LONGEST_NAME) || null,
    debug: asked.has('debug'),
    faults,
  };
}
