// The cue that chooses the theme which all outputs wear.
import { type Granted, type Refused, refuse } from './grant.ts';
import type { Show } from './show.ts';

/** The show in that theme; refused where there is none of that id. */
export const wear = (show: Show, theme: string, themes: readonly string[]): Granted | Refused =>
  themes.includes(theme)
    ? { show: { ...show, theme } }
    : refuse('theme', `one of ${themes.join(', ')}`, theme);
