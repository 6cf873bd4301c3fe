// What an action is, by the provider's number for it where that is public, else by its text.

export type Throw = `${'two' | 'three' | 'free'}-${'made' | 'missed'}`;
export type Kind =
  | Throw
  | 'foul'
  | 'timeout'
  | 'turnover'
  | 'steal'
  | 'assist'
  | 'block'
  | 'offensive-rebound'
  | 'defensive-rebound'
  | 'colours'
  | 'lineup'
  | 'match-start'
  | 'match-end'
  | 'period-start'
  | 'period-end'
  | 'clock-start'
  | 'clock-stop'
  | 'clock-adjust'
  | 'in'
  | 'out'
  | 'possession'
  | 'other';

/** Source: basketball, action types. The steal is 222 in a heading and 22 in its sample. */
const BY_ID: ReadonlyMap<number, Kind> = new Map([
  [2, 'colours'],
  [3, 'lineup'],
  [4, 'match-start'],
  [5, 'match-end'],
  [6, 'period-start'],
  [7, 'period-end'],
  [8, 'clock-start'],
  [9, 'clock-stop'],
  [10, 'clock-adjust'],
  [13, 'in'],
  [14, 'out'],
  [15, 'possession'],
  [22, 'steal'],
  [52, 'timeout'],
  [201, 'turnover'],
  [204, 'offensive-rebound'],
  [222, 'steal'],
]);

const MADE = /\b(?:made|makes?|scored|success(?:ful)?)\b/;
const MISSED = /\b(?:miss(?:ed|es)?|unsuccessful|failed)\b/;
const VALUES = [
  ['free', /\bfree ?throws?\b/],
  ['three', /\b(?:3|three) ?(?:p|pts?|points?|pointers?)\b/],
  ['two', /\b(?:2|two) ?(?:p|pts?|points?|pointers?)\b/],
] as const;

/** Assumed: the actions whose numbers are not public are called by these words; whoever suffers a foul has committed none. The first that fits counts. */
const BY_TEXT: readonly (readonly [Kind, RegExp, RegExp?])[] = [
  ['foul', /\bfouls?\b/, /\b(?:drawn|on|received|suffered|won|coach|bench)\b/],
  ['timeout', /\btime ?outs?\b/, /\b(?:end|ended|over|left|remaining)\b/],
  ['offensive-rebound', /^offensive rebounds?$/],
  ['defensive-rebound', /^defensive rebounds?$/],
  ['assist', /^assists?$/],
  ['steal', /^steals?$/],
  ['block', /^(?:blocks?|blocked shots?)$/],
  ['turnover', /^turnovers?$/],
  ['period-start', /^(?:start (?:of )?period|period start(?:ed)?)$/],
  ['period-end', /^(?:end (?:of )?period|period end(?:ed)?)$/],
  ['match-start', /^(?:start (?:of )?match|match start(?:ed)?)$/],
  ['match-end', /^(?:end (?:of )?match|match end(?:ed)?)$/],
  ['clock-start', /^(?:start clock|clock start(?:ed)?)$/],
  ['clock-stop', /^(?:stop clock|clock stop(?:ped)?)$/],
  ['clock-adjust', /^(?:adjust clock|clock adjust(?:ed|ment)?)$/],
  ['in', /^sub(?:stitution)? in$/],
  ['out', /^sub(?:stitution)? out$/],
  ['colours', /^team colou?rs?$/],
  ['lineup', /^line ?ups?$/],
  ['possession', /^possession gained$/],
];

/** `2PT Made` and `2-pt made` are one: lower case, single spaces, nothing but letters and figures. */
export const plain = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Whether it went in is said by the type, or by the sub-type where the type leaves it open. */
function throwOf(type: string, subType: string): Throw | null {
  const value = VALUES.find(([, pattern]) => pattern.test(type))?.[0];
  if (value === undefined) return null;
  for (const words of [type, subType]) {
    if (MISSED.test(words)) return `${value}-missed`;
    if (MADE.test(words)) return `${value}-made`;
  }
  return null;
}

const UNSAID = /\b(?:field goals?|shots?|attempts?)\b/;

/** The throw that a count of throws is of; null for a count of some of them only (`2PT Made in the Paint`), or of anything else. */
export function bareThrowOf(text: string): Throw | null {
  const words = plain(text);
  const thrown = throwOf(words, '');
  const rest = [...VALUES.map(([, pattern]) => pattern), MADE, MISSED, UNSAID];
  return rest.reduce((left, pattern) => left.replace(pattern, ''), words).trim() === '' ? thrown : null;
}

/** `other` for what nobody knows. */
export function kindOf(typeText: string, typeId?: number, subTypeText = ''): Kind {
  const known = typeId === undefined ? undefined : BY_ID.get(typeId);
  if (known !== undefined) return known;
  const type = plain(typeText);
  const thrown = throwOf(type, plain(subTypeText));
  if (thrown !== null) return thrown;
  return BY_TEXT.find(([, is, isNot]) => is.test(type) && isNot?.test(type) !== true)?.[0] ?? 'other';
}

const POINTS: Readonly<Partial<Record<Kind, number>>> = { 'two-made': 2, 'three-made': 3, 'free-made': 1 };
/** What it adds to the score. */
export const pointsOf = (kind: Kind): number => POINTS[kind] ?? 0;

export const isThrow = (kind: Kind): kind is Throw => /^(?:two|three|free)-/.test(kind);

const PLAY_WORDS: Readonly<Partial<Record<Kind, string>>> = {
  'two-made': 'TWO_POINT_MAKE',
  'two-missed': 'TWO_POINT_MISS',
  'three-made': 'THREE_POINT_MAKE',
  'three-missed': 'THREE_POINT_MISS',
  'free-made': 'FREE_THROW_MAKE',
  'free-missed': 'FREE_THROW_MISS',
  foul: 'FOUL',
  timeout: 'TIMEOUT',
  turnover: 'TURNOVER',
  steal: 'STEAL',
  assist: 'ASSIST',
  block: 'BLOCK',
  'offensive-rebound': 'OFFENSIVE_REBOUND',
  'defensive-rebound': 'DEFENSIVE_REBOUND',
};

/** The classification of a play; null for what is none (clocks, line-ups, colours, and what nobody knows). */
export const playWordOf = (kind: Kind): string | null => PLAY_WORDS[kind] ?? null;
