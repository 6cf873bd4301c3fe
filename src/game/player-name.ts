// How a name shortens, by one rule for every graphic: full, F. LAST where its script has capitals, LAST.
import { capitals } from './capitals.ts';
import type { Player } from './message.ts';

/** Names in these scripts begin with the family's and are written without a space. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々]+$/u;
/** Foreign names in Japanese: in their own order, parted by a dot. */
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;

/** Both names as one, as its script writes it. Assumed: a feed's first name is the given one in every script. */
function together(first: string, last: string): string {
  if (FAMILY_FIRST.test(first + last)) return `${last}${first}`;
  return KATAKANA.test(first + last) ? `${first}・${last}` : `${first} ${last}`;
}

/** `F. LAST`; null in a script without capitals, where one letter is no initial. */
function withInitial(first: string, last: string): string | null {
  const [initial] = Array.from(new Intl.Segmenter().segment(first), ({ segment }) => segment);
  return initial === undefined || initial === initial.toLowerCase() ? null : `${initial}. ${last}`;
}

/** Forms of a player's name in capitals, longest first, without repeats; the number where there is no name; empty where there is neither. */
export function nameCandidates({
  firstName,
  lastName,
  number,
}: Pick<Player, 'firstName' | 'lastName' | 'number'>): string[] {
  const first = capitals((firstName ?? '').trim());
  const last = capitals((lastName ?? '').trim());
  if (first && last) {
    const short = withInitial(first, last);
    return [...new Set([together(first, last), ...(short === null ? [] : [short]), last])];
  }
  const only = last || first;
  if (only) return [only];
  return number === null ? [] : [`#${number}`];
}

/** The shortest form of a player's name, in capitals; empty where he has none. */
export const shortName = ({ firstName, lastName }: Pick<Player, 'firstName' | 'lastName'>): string =>
  capitals((lastName ?? '').trim()) || capitals((firstName ?? '').trim());

/** Forms of a team's name in capitals, longest first: name, then code; empty where there is neither. */
export const teamNameCandidates = ({
  name,
  code,
}: {
  readonly name: string;
  readonly code: string;
}): string[] => [...new Set([name, code].map((text) => capitals(text.trim())).filter((text) => text !== ''))];
