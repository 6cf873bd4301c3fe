// How two colours are told apart by the ordinary eye and by the three common colour deficiencies.
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  modeLab65,
  modeLrgb,
  modeRgb,
  modeXyz65,
  useMode,
} from 'culori/fn';

/** Whose eyes: all cones, or one kind of them missing (red, green, blue). */
export const EYES = ['ordinary', 'protan', 'deutan', 'tritan'] as const;
export type Eye = (typeof EYES)[number];

/**
 * Least difference (CIEDE2000) between the teams: for the ordinary eye, and for one with a colour deficiency, to whom fewer colours differ and for whom a
 * club's colour is moved no further than must be. Assumed: what is plain at a glance from three metres.
 */
export const TEAMS_APART = { ordinary: 20, deficient: 11 } as const;

/** A colour as each of the `EYES` sees it, in CIELAB: compare many of them without seeing each anew. */
export type Seen = { readonly hex: string; readonly byEye: readonly Color[] };

useMode(modeXyz65);
useMode(modeLrgb);
const toRgb = useMode(modeRgb);
const toLab = useMode(modeLab65);
const differenceOf = differenceCiede2000();

const BLACK: Color = { mode: 'rgb', r: 0, g: 0, b: 0 };
const same = (colour: Color): Color => colour;
/** The deficiencies at their full strength; in the order of `EYES`. */
const SIGHTS = [same, filterDeficiencyProt(1), filterDeficiencyDeuter(1), filterDeficiencyTrit(1)];

const needed = (eye: number): number => (eye === 0 ? TEAMS_APART.ordinary : TEAMS_APART.deficient);

/** `#rrggbb` as every eye sees it. */
export function see(hex: string): Seen {
  const rgb = toRgb(hex) ?? BLACK;
  return { hex, byEye: SIGHTS.map((sight) => toLab(sight(rgb)) ?? BLACK) };
}

const byEye = (a: Seen, b: Seen, eye: number): number =>
  differenceOf(a.byEye[eye] ?? BLACK, b.byEye[eye] ?? BLACK);

/** CIEDE2000 between two colours to the ordinary eye; 0 is the same colour. */
export const differs = (a: Seen, b: Seen): number => byEye(a, b, 0);

/** Those who cannot tell two colours apart at a glance; empty where all can. */
export const confusedBy = (a: Seen, b: Seen): readonly Eye[] =>
  EYES.filter((_, eye) => byEye(a, b, eye) < needed(eye));

/** True where every eye tells them apart. As `confusedBy`, but stops at the first that does not. */
export function areApart(a: Seen, b: Seen): boolean {
  for (let eye = 0; eye < EYES.length; eye += 1) if (byEye(a, b, eye) < needed(eye)) return false;
  return true;
}

/** How well two colours are told apart by the eye that does worst, as a part of what is needed: 1 and more is enough, 0 is the same colour. */
export function apartness(a: string, b: string): number {
  const [first, second] = [see(a), see(b)];
  return Math.min(...EYES.map((_, eye) => byEye(first, second, eye) / needed(eye)));
}
