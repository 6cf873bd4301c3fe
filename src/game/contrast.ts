// How well one colour reads on another. Source: WCAG 2.2, contrast ratio.
import { modeLrgb, modeRgb, useMode, wcagContrast } from 'culori/fn';

useMode(modeRgb);
useMode(modeLrgb);

/** From 1 (the same) to 21 (black on white); colours are `#rrggbb`. */
export const contrast = (ink: string, ground: string): number => wcagContrast(ink, ground);
