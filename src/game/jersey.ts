// What the two teams are drawn in: their jersey colours, moved only as far as it takes to tell them apart, with numbers that read on them.
import {
  type Color,
  clampChroma,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  modeLab65,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  modeXyz65,
  useMode,
  wcagContrast,
} from 'culori/fn';

/** How one team is drawn; `#rrggbb`. `ring` is null where the fill stands off its grounds by itself. */
export type JerseyLook = {
  readonly fill: string;
  /** For what is written on the fill: at least 4.5:1 on it. */
  readonly ink: string;
  readonly ring: string | null;
};

export type JerseyPair = { readonly home: JerseyLook; readonly away: JerseyLook };

/** What the looks must stand off from; `#rrggbb`. */
export type Grounds = { readonly plate: string; readonly floor: string };

/** Worn by a team whose colour is not known: a pair that every eye tells apart. */
export const HOUSE_JERSEYS = { home: '#e8ecf2', away: '#2458c7' } as const;

/** Least contrast of a number on its jersey. Source: WCAG 2.2, 1.4.3. */
export const INK_CONTRAST = 4.5;
/**
 * Least difference (CIEDE2000) between the teams: for the ordinary eye, and for one with a colour deficiency, to whom fewer colours differ and for whom a
 * club's colour is moved no further than must be. Assumed: what is plain at a glance from three metres.
 */
export const TEAMS_APART = { ordinary: 20, deficient: 11 } as const;
/** Least difference (CIEDE2000) between a fill and what it lies on, else it is ringed. */
export const STANDS_OFF = 12;

/** Inks in order of liking: the house's near-white and near-black, then the ones that always suffice between them. */
const INKS = ['#f5f7fa', '#0e131b', '#ffffff', '#000000'] as const;

useMode(modeXyz65);
useMode(modeLrgb);
useMode(modeLab65);
useMode(modeOklab);
const toRgb = useMode(modeRgb);
const toOklch = useMode(modeOklch);
const differenceOf = differenceCiede2000();

/** The three common deficiencies at their full strength. */
const DEFICIENCIES = [filterDeficiencyProt(1), filterDeficiencyDeuter(1), filterDeficiencyTrit(1)];

const rgbOf = (hex: string): Color => toRgb(hex) ?? { mode: 'rgb', r: 0, g: 0, b: 0 };

/** How well two colours are told apart by the eye that does worst, as a part of what is needed: 1 and more is enough, 0 is the same colour. */
export function apartness(a: string, b: string): number {
  const [first, second] = [rgbOf(a), rgbOf(b)];
  const ordinary = differenceOf(first, second) / TEAMS_APART.ordinary;
  const others = DEFICIENCIES.map((see) => differenceOf(see(first), see(second)) / TEAMS_APART.deficient);
  return Math.min(ordinary, ...others);
}

/** What is written on a fill: near-white or near-black, whichever contrasts more, else pure white or black. Always at least 4.5:1. */
export function inkOn(fill: string): string {
  const [light, dark, white, black] = INKS;
  const near = wcagContrast(light, fill) >= wcagContrast(dark, fill) ? light : dark;
  if (wcagContrast(near, fill) >= INK_CONTRAST) return near;
  return wcagContrast(white, fill) >= wcagContrast(black, fill) ? white : black;
}

/** A colour with its lightness changed by `by` (-1 to 1), hue kept, chroma as far as a screen can show it. */
function lighter(hex: string, by: number): string {
  const colour = toOklch(hex);
  if (!colour) return hex;
  const l = Math.min(1, Math.max(0, (colour.l ?? 0) + by));
  return formatHex(clampChroma({ ...colour, l }, 'oklch')) ?? hex;
}

/** In thousandths of OKLCH lightness: below what an eye can tell. */
const STEP = 8;
const FURTHEST = 1000;

type Fills = { readonly home: string; readonly away: string };
type Side = keyof Fills;

/** The fills told apart by the least change of one team's lightness; `order` says who is moved first where both would do. */
function toldApart(fills: Fills, order: readonly [Side, Side]): Fills {
  if (apartness(fills.home, fills.away) >= 1) return fills;
  for (let step = STEP; step <= FURTHEST; step += STEP) {
    for (const side of order) {
      for (const by of [-step / 1000, step / 1000]) {
        const moved = { ...fills, [side]: lighter(fills[side], by) };
        if (apartness(moved.home, moved.away) >= 1) return moved;
      }
    }
  }
  return fills;
}

function lookOf(fill: string, { plate, floor }: Grounds): JerseyLook {
  const ink = inkOn(fill);
  const [seen, ...grounds] = [fill, plate, floor].map(rgbOf) as [Color, ...Color[]];
  // Ordinary sight is enough here: a fill and its ground differ in lightness or not at all.
  const lost = grounds.some((ground) => differenceOf(seen, ground) < STANDS_OFF);
  return { fill, ink, ring: lost ? ink : null };
}

/**
 * How two teams are drawn, from the colours that they are said to wear; null where nothing is said. A colour that nobody said is moved before one that the
 * feed said; the visitors' before the hosts'. Takes up to some milliseconds: see `makeJerseyGuard`.
 */
export function jerseyPair(home: string | null, away: string | null, grounds: Grounds): JerseyPair {
  const said = { home: home ?? HOUSE_JERSEYS.home, away: away ?? HOUSE_JERSEYS.away };
  const order: [Side, Side] = home === null && away !== null ? ['home', 'away'] : ['away', 'home'];
  // One who is not known gives way altogether: the one that is known keeps its colour whatever that costs the other.
  const only = (home === null) === (away === null) ? order : ([order[0], order[0]] as [Side, Side]);
  const fills = toldApart(said, only);
  return { home: lookOf(fills.home, grounds), away: lookOf(fills.away, grounds) };
}

export type JerseyGuard = (home: string | null, away: string | null) => JerseyPair;

/** `jerseyPair` that remembers its last answer: cheap to ask at every change of a view. */
export function makeJerseyGuard(grounds: Grounds): JerseyGuard {
  let asked: { home: string | null; away: string | null; pair: JerseyPair } | null = null;
  return (home, away) => {
    if (asked?.home !== home || asked.away !== away)
      asked = { home, away, pair: jerseyPair(home, away, grounds) };
    return asked.pair;
  };
}
