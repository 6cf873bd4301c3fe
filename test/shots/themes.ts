// The looks that pictures are made in, by name.
import { THEMES, type Theme } from '../../src/stage/theme.ts';

export const themes: ReadonlyMap<string, Theme> = new Map(Object.entries(THEMES));
