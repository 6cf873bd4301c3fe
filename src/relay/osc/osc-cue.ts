// What an OSC message wants of the show: `/courtside/take/scorebug`, `/courtside/clear`, `/courtside/override home.score 12`. Pure.
import type { OscMessage } from './osc-message.ts';

const PREFIX = '/courtside/';
const OF_GRAPHIC = new Set(['take', 'out', 'preview', 'unpreview']);
const OF_RUNDOWN = new Set(['next', 'previous', 'go', 'take']);

/** The cue, for the relay to judge; null for a message that means none, and for the release of a button (a single 0). */
export function cueOf({ address, values }: OscMessage): object | null {
  if (!address.startsWith(PREFIX)) return null;
  const [cue = '', ...path] = address.slice(PREFIX.length).split('/').map(decode);
  const isReleased = values.length === 1 && (values[0] === 0 || values[0] === false);
  const [of, value] = [...path, ...values];
  const first = typeof of === 'string' && of !== '' ? of : undefined;
  if (cue === 'override')
    return first !== undefined && value !== undefined ? { cue, field: first, value } : null;
  if (cue === 'delay') {
    const delayMs = Math.round(Number(value) / 10) * 10;
    return first !== undefined && Number.isFinite(delayMs) ? { cue, output: first, delayMs } : null;
  }
  if (isReleased) return null;
  if (OF_GRAPHIC.has(cue))
    return first === undefined ? (cue === 'take' ? { cue } : null) : { cue, graphic: first };
  if (cue === 'clear') return { cue };
  if (cue === 'undo') return { cue, what: 'take' };
  if (cue === 'release') return first === undefined ? null : { cue, field: first };
  if (cue === 'rundown' && first !== undefined && OF_RUNDOWN.has(first))
    return { cue, step: { step: first } };
  return null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
