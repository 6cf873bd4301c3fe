// How a name shortens, by one rule for every graphic: full, F. LAST, LAST.
import type { Player } from './message.ts';

/** Forms of a player's name in capitals, longest first, without repeats; the number where there is no name; empty where there is neither. */
export function nameCandidates({
  firstName,
  lastName,
  number,
}: Pick<Player, 'firstName' | 'lastName' | 'number'>): string[] {
  const first = (firstName ?? '').trim().toUpperCase();
  const last = (lastName ?? '').trim().toUpperCase();
  const initial = Array.from(first)[0];
  if (first && last && initial) return [...new Set([`${first} ${last}`, `${initial}. ${last}`, last])];
  const only = last || first;
  if (only) return [only];
  return number === null ? [] : [`#${number}`];
}

/** Forms of a team's name in capitals, longest first: name, then code; empty where there is neither. */
export const teamNameCandidates = ({
  name,
  code,
}: {
  readonly name: string;
  readonly code: string;
}): string[] => [
  ...new Set([name, code].map((text) => text.trim().toUpperCase()).filter((text) => text !== '')),
];
