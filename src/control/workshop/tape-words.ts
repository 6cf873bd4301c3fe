// What a tape of the shelf is, in a few words. Pure.
import type { RuleSetName } from '../../game/rules.ts';
import type { ShelvedTape } from '../../wire/tape-shelf.ts';

const SECOND_MS = 1_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** `2:14:05`, `1:15`; of a tape that was not ended nobody knows. */
export function lengthText(ms: number | null): string {
  if (ms === null) return 'not ended';
  const seconds = Math.round(ms / SECOND_MS);
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const whenText = (ms: number): string =>
  new Date(ms).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Who plays, when, what it is; by which rules, where this relay plays by `ours`, others; or why it is not served. */
export function tapeWords(tape: ShelvedTape, ours: RuleSetName | undefined): string {
  const { home, away, beganMs, game, what, rules, trouble } = tape;
  if (trouble !== null) return `Not served: ${trouble}`;
  const isOther = rules !== null && ours !== undefined && rules !== ours;
  return [
    home !== null && away !== null ? `${home} – ${away}` : game === null ? null : `game ${game}`,
    beganMs === null ? null : whenText(beganMs),
    what,
    isOther ? `by ${rules} rules, and this relay plays by ${ours}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
