// What the two teams are drawn in: their jersey colours, moved only as far as it takes to tell them apart, with numbers that read on them.
import { wcagContrast } from 'culori/fn';
import { COLOUR_STEPS, type ColourStep, stepped } from './colour-steps.ts';
import type { Team } from './game.ts';
import { areApart, confusedBy, differs, type Eye, type Seen, see } from './sight.ts';

/** How one team is drawn; `#rrggbb`. `ring` is null where the fill stands off by itself. */
export type JerseyLook = {
  readonly fill: string;
  /** For what is written on the fill: at least 4.5:1 on it. */
  readonly ink: string;
  readonly ring: string | null;
};

export type JerseyPair = { readonly home: JerseyLook; readonly away: JerseyLook };

/** What the looks must stand off from; `#rrggbb`. */
export type Grounds = { readonly plate: string; readonly floor: string };

/** What a team is said to wear: by the feed; or `fixed`, by the operator, and then never moved. Null: nobody said. */
export type JerseySaid = string | { readonly fixed: string } | null;

/** What one team was said to wear, what became of it, and why. */
export type JerseyTold = {
  readonly before: string;
  readonly saidBy: 'feed' | 'operator' | 'nobody';
  /** `look.fill` is the colour afterwards. */
  readonly look: JerseyLook;
  /** How it was moved; null where it was not. */
  readonly move: ColourStep | null;
  /** Why it is ringed: what its fill is lost on. `other`: the other team, where neither could be moved. Empty: it is not. */
  readonly lostOn: readonly (keyof Grounds | 'other')[];
};

/** How the guard dressed two teams: plain data. */
export type JerseyReport = {
  readonly home: JerseyTold;
  readonly away: JerseyTold;
  /** Who could not have told the teams apart before; and who cannot now, because the operator wants it so. */
  readonly confused: { readonly before: readonly Eye[]; readonly after: readonly Eye[] };
};

/** Worn by a team whose colour is not known: a pair that every eye tells apart. */
export const HOUSE_JERSEYS = { home: '#e8ecf2', away: '#2458c7' } as const;
/** The house's plate and floor. */
export const HOUSE_GROUNDS: Grounds = { plate: '#0e131b', floor: '#1d2530' };

/** Least contrast of a number on its jersey. Source: WCAG 2.2, 1.4.3. */
export const INK_CONTRAST = 4.5;
/** Least difference (CIEDE2000) between a fill and what it lies on, else it is ringed. */
export const STANDS_OFF = 12;
/** What moving the hosts' colour weighs against moving the visitors': it is what the viewers at home know. */
export const HOME_WEIGHS = 2;

/** Inks in order of liking: the house's near-white and near-black, then the ones that always suffice between them. */
const INKS = ['#f5f7fa', '#0e131b', '#ffffff', '#000000'] as const;
/** Colours whose steps a guard keeps; more than two teams wear in a season. */
const COLOURS_KEPT = 256;

/** What a team is said to wear. */
export const jerseySaid = (team: Pick<Team, 'colour' | 'colourFixed'> | null): JerseySaid =>
  !team || team.colour === null ? null : team.colourFixed ? { fixed: team.colour } : team.colour;

/** What is written on a fill: near-white or near-black, whichever contrasts more, else pure white or black. Always at least 4.5:1. */
export function inkOn(fill: string): string {
  const [light, dark, white, black] = INKS;
  const near = wcagContrast(light, fill) >= wcagContrast(dark, fill) ? light : dark;
  if (wcagContrast(near, fill) >= INK_CONTRAST) return near;
  return wcagContrast(white, fill) >= wcagContrast(black, fill) ? white : black;
}

type Side = 'home' | 'away';
const SIDES = ['home', 'away'] as const;
type Worn = { readonly seen: Seen; readonly saidBy: JerseyTold['saidBy'] };
type Moved = { readonly side: Side; readonly step: ColourStep; readonly seen: Seen };

/** A colour after each of the `COLOUR_STEPS`, made when first asked for. */
type Steps = (hex: string, index: number) => Seen;

function makeSteps(): Steps {
  const byColour = new Map<string, Seen[]>();
  return (hex, index) => {
    let made = byColour.get(hex);
    if (made === undefined) {
      if (byColour.size >= COLOURS_KEPT) byColour.clear();
      made = [];
      byColour.set(hex, made);
    }
    const known = made[index];
    if (known) return known;
    const seen = see(stepped(hex, COLOUR_STEPS[index] as ColourStep));
    made[index] = seen;
    return seen;
  };
}

function worn(said: JerseySaid, side: Side): Worn {
  if (said === null) return { seen: see(HOUSE_JERSEYS[side]), saidBy: 'nobody' };
  if (typeof said === 'string') return { seen: see(said), saidBy: 'feed' };
  return { seen: see(said.fixed), saidBy: 'operator' };
}

/** Whose colour may be moved, and what that weighs: never the operator's; a stand-in before one that was said. */
function movers(pair: Readonly<Record<Side, Worn>>): readonly { side: Side; weight: number }[] {
  const free = SIDES.filter((side) => pair[side].saidBy !== 'operator');
  const standIns = free.filter((side) => pair[side].saidBy === 'nobody');
  const move = standIns.length === 1 ? standIns : free;
  return move.map((side) => ({ side, weight: side === 'home' ? HOME_WEIGHS : 1 }));
}

/** The least move of one team's colour by which every eye tells the two apart; null where none is needed, or none is allowed. */
function leastMove(pair: Readonly<Record<Side, Worn>>, steps: Steps): Moved | null {
  if (areApart(pair.home.seen, pair.away.seen)) return null;
  const next = movers(pair).map((mover) => ({ ...mover, index: 0 }));
  const cost = ({ index, weight }: { readonly index: number; readonly weight: number }): number =>
    (COLOUR_STEPS[index]?.size ?? Number.POSITIVE_INFINITY) * weight;
  for (;;) {
    const least = next.reduce<(typeof next)[number] | undefined>(
      (best, one) => (best === undefined || cost(one) <= cost(best) ? one : best),
      undefined,
    );
    const step = least && COLOUR_STEPS[least.index];
    if (!least || !step) return null;
    const { side, index } = least;
    const seen = steps(pair[side].seen.hex, index);
    if (areApart(seen, pair[side === 'home' ? 'away' : 'home'].seen)) return { side, step, seen };
    least.index += 1;
  }
}

function decide(home: JerseySaid, away: JerseySaid, grounds: Grounds, steps: Steps): JerseyReport {
  const pair = { home: worn(home, 'home'), away: worn(away, 'away') };
  const moved = leastMove(pair, steps);
  const after = { home: pair.home.seen, away: pair.away.seen };
  if (moved) after[moved.side] = moved.seen;
  const stillConfused = confusedBy(after.home, after.away);
  const told = (side: Side): JerseyTold => {
    const fill = after[side].hex;
    const lostOn: (keyof Grounds | 'other')[] = (['plate', 'floor'] as const).filter(
      // Ordinary sight is enough here: a fill and its ground differ in lightness or not at all.
      (ground) => differs(after[side], see(grounds[ground])) < STANDS_OFF,
    );
    if (side === 'away' && stillConfused.length > 0) lostOn.push('other');
    const ink = inkOn(fill);
    const { seen, saidBy } = pair[side];
    const look = { fill, ink, ring: lostOn.length > 0 ? ink : null };
    return { before: seen.hex, saidBy, look, move: moved?.side === side ? moved.step : null, lostOn };
  };
  const confused = { before: confusedBy(pair.home.seen, pair.away.seen), after: stillConfused };
  return { home: told('home'), away: told('away'), confused };
}

/**
 * How two teams are dressed, from what they are said to wear, and why. One team is moved, by the least that suffices: a colour that nobody said before
 * one that the feed said, the visitors' before the hosts' unless theirs would have to go more than twice as far; never one that the operator gave.
 */
export const jerseyReport = (home: JerseySaid, away: JerseySaid, grounds: Grounds): JerseyReport =>
  decide(home, away, grounds, makeSteps());

const looksOf = ({ home, away }: JerseyReport): JerseyPair => ({ home: home.look, away: away.look });

/** How two teams are drawn. Takes some milliseconds where a colour must be moved: see `makeJerseyGuard`. */
export const jerseyPair = (home: JerseySaid, away: JerseySaid, grounds: Grounds): JerseyPair =>
  looksOf(jerseyReport(home, away, grounds));

export type JerseyGuard = (home: JerseySaid, away: JerseySaid) => JerseyPair;

/** `jerseyReport` that remembers what it has searched: for many pairs. */
export function makeJerseyReporter(grounds: Grounds): (home: JerseySaid, away: JerseySaid) => JerseyReport {
  const steps = makeSteps();
  return (home, away) => decide(home, away, grounds, steps);
}

const isSame = (a: JerseySaid, b: JerseySaid): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a?.fixed === b?.fixed);

/** `jerseyPair` that remembers its last answer: cheap to ask at every change of a view. */
export function makeJerseyGuard(grounds: Grounds): JerseyGuard {
  const report = makeJerseyReporter(grounds);
  let asked: { home: JerseySaid; away: JerseySaid; pair: JerseyPair } | null = null;
  return (home, away) => {
    if (asked === null || !isSame(asked.home, home) || !isSame(asked.away, away))
      asked = { home, away, pair: looksOf(report(home, away)) };
    return asked.pair;
  };
}
