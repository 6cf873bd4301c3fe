// Whether a graphic can run from what is there: wholly, partly or not, and what it lacks. What a feed says, what has really come, and what the operator gives count alike.
import { CAPABILITIES, type Capability } from '../game/capability.ts';

/** Without what it `needs` a graphic is not worth showing; without what it `uses` a part of it stays empty. */
export type Wants = { readonly needs: readonly string[]; readonly uses: readonly string[] };

/** What a feed says that it can say, and what it has really said. */
export type Source = { readonly capabilities: readonly string[]; readonly told: readonly string[] };

/** `unsaid`: this feed does not say it. `unheard`: it can, and has not yet. */
export type Lack = {
  readonly what: Capability;
  readonly why: 'unsaid' | 'unheard';
  readonly byHand: boolean;
};

export type Readiness = { readonly runs: 'wholly' | 'partly' | 'not'; readonly lacks: readonly Lack[] };

/** What an operator can give in place of a feed: by the overrides that give it, all of them. */
const BY_HAND: Readonly<Partial<Record<Capability, readonly string[]>>> = {
  score: ['home.score', 'away.score'],
  clock: ['clock'],
  'shot-clock': ['shotClock'],
  fouls: ['home.fouls', 'away.fouls'],
};

const isCapability = (name: string): name is Capability => CAPABILITIES.some((known) => known === name);

/** How a graphic stands now. */
export function readinessOf(
  { needs, uses }: Wants,
  { capabilities, told }: Source,
  overrides: Readonly<Record<string, unknown>>,
): Readiness {
  const has = (name: Capability): boolean =>
    told.includes(name) || (BY_HAND[name]?.every((field) => field in overrides) ?? false);
  const lacking = (names: readonly string[]): Lack[] =>
    names
      .filter(isCapability)
      .filter((name) => !has(name))
      .map((what) => ({
        what,
        why: capabilities.includes(what) ? 'unheard' : 'unsaid',
        byHand: BY_HAND[what] !== undefined,
      }));
  const vital = lacking(needs);
  if (vital.length > 0) return { runs: 'not', lacks: vital };
  const lacks = lacking(uses);
  return { runs: lacks.length === 0 ? 'wholly' : 'partly', lacks };
}
