// The ways in which a colour can be moved in OKLCH, the least first: lightness before chroma, chroma before hue.
import { clampChroma, formatHex, modeOklab, modeOklch, modeRgb, useMode } from 'culori/fn';

/**
 * One way to move a colour. `lightness` is in OKLCH's own unit, `chroma` a part of the
 * colour's own (-0.2: a fifth less), `hueDegrees` turns from red to the yellow side. `size` is how far that is, in units of lightness.
 */
export type ColourStep = {
  readonly lightness: number;
  readonly chroma: number;
  readonly hueDegrees: number;
  readonly size: number;
};

/**
 * The grid that is searched. A step of lightness is less than an eye can tell. What a step of chroma or of hue weighs is what it takes from a club's colour:
 * a darker red is still that club's red, a brown or an orange is another's.
 */
export const STEP_GRID = {
  lightness: { by: 0.016, steps: 62 },
  chroma: { by: 0.2, steps: 2, weighs: 0.08 },
  hue: { byDegrees: 12, steps: 3, weighs: 0.12 },
  /** Beyond this size only lightness is moved: it alone always suffices. */
  mixedUpTo: 0.3,
} as const;

useMode(modeRgb);
useMode(modeOklab);
const toOklch = useMode(modeOklch);

const both = (steps: number): number[] => Array.from({ length: steps * 2 + 1 }, (_, index) => index - steps);

function allSteps(): ColourStep[] {
  const { lightness, chroma, hue, mixedUpTo } = STEP_GRID;
  const found: ColourStep[] = [];
  for (const h of both(hue.steps))
    for (const c of both(chroma.steps))
      for (const l of both(lightness.steps)) {
        const size = Math.hypot(l * lightness.by, c * chroma.weighs, h * hue.weighs);
        if (size === 0 || (size > mixedUpTo && (h !== 0 || c !== 0))) continue;
        found.push({
          lightness: l * lightness.by,
          chroma: c * chroma.by,
          hueDegrees: h * hue.byDegrees,
          size,
        });
      }
  const change = ({ chroma: c, hueDegrees: h }: ColourStep): number => Math.abs(h) * 10 + Math.abs(c);
  // Of two steps of one size that which moves lightness alone, then the darker: it keeps more of its colour on a screen.
  return found.sort((a, b) => a.size - b.size || change(a) - change(b) || a.lightness - b.lightness);
}

/** Every step of the grid, the least first. */
export const COLOUR_STEPS: readonly ColourStep[] = allSteps();

/** `#rrggbb` moved by a step; its chroma as far as a screen can show it. A grey has no hue and stays one. */
export function stepped(hex: string, { lightness, chroma, hueDegrees }: ColourStep): string {
  const colour = toOklch(hex);
  if (!colour) return hex;
  const l = Math.min(1, Math.max(0, (colour.l ?? 0) + lightness));
  const isGrey = colour.h === undefined;
  const c = isGrey ? 0 : (colour.c ?? 0) * (1 + chroma);
  const h = ((colour.h ?? 0) + hueDegrees + 360) % 360;
  return (
    formatHex(clampChroma(isGrey ? { mode: 'oklch', l, c } : { mode: 'oklch', l, c, h }, 'oklch')) ?? hex
  );
}
