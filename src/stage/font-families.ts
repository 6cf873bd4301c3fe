// The type families that a theme may name, and the weights that each is served in. Pure data: the files are in fonts.ts.

/** By the name that CSS knows it by. Weights from light to heavy. */
export const FAMILY_WEIGHTS = {
  'Barlow Condensed': [500, 600, 700, 800],
  'Roboto Condensed': [400, 500, 700],
  'Saira Condensed': [500, 600, 700, 800],
} as const;

export type FamilyName = keyof typeof FAMILY_WEIGHTS;
export const FAMILY_NAMES = Object.keys(FAMILY_WEIGHTS) as [FamilyName, ...FamilyName[]];

/** The weight of a family that is nearest to the one asked for; of two that are as near, the heavier, as CSS does. */
export function nearestWeight(family: FamilyName, asked: number): number {
  const [lightest, ...heavier] = FAMILY_WEIGHTS[family];
  return heavier.reduce<number>(
    (best, weight) => (Math.abs(weight - asked) <= Math.abs(best - asked) ? weight : best),
    lightest,
  );
}
