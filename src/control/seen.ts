// What a desk remembers of the shows it has seen: since when each graphic is on air or gone, and the options it was last seen with.
import type { Show } from '../show/show.ts';

export type Options = Readonly<Record<string, unknown>>;

/** Since which revision of the show a graphic is on program. `sinceMs` tells one take from the next. */
export type Taken = { readonly sinceMs: number; readonly revision: number };

/** Part of the page's state. */
export type Seen = {
  /** By graphic: the revision that put it on program; and, for what is gone, the revision that took it off. */
  readonly taken: Readonly<Record<string, Taken>>;
  readonly gone: Readonly<Record<string, number>>;
  /** By graphic: the options it was last seen with, and the operator's changes to them that are not sent. */
  readonly known: Readonly<Record<string, Options>>;
  readonly drafts: Readonly<Record<string, Options>>;
};

export const nothingSeen: Seen = { taken: {}, gone: {}, known: {}, drafts: {} };

/** What is remembered after one more show: at which revision each graphic came on or went, and with which options it was last seen. */
export function remember(seen: Seen, show: Show): Seen {
  const taken: Record<string, Taken> = {};
  const gone: Record<string, number> = { ...seen.gone };
  const known: Record<string, Options> = { ...seen.known };
  for (const { program, preview, leaving } of Object.values(show.layers)) {
    if (leaving && !(leaving.graphic in known)) known[leaving.graphic] = leaving.options;
    if (program) {
      const { graphic, sinceMs } = program;
      const before = seen.taken[graphic];
      // A lower revision than we know means another life of the relay: count again.
      const isSameTake = before?.sinceMs === sinceMs && before.revision <= show.revision;
      taken[graphic] = isSameTake ? before : { sinceMs, revision: show.revision };
      known[graphic] = program.options;
      delete gone[graphic];
    }
    if (preview) known[preview.graphic] = preview.options;
  }
  for (const graphic of Object.keys(seen.taken)) if (!taken[graphic]) gone[graphic] = show.revision;
  return { taken, gone, known, drafts: agreed(seen.drafts, known) };
}

/** Changes that the relay now has too are changes no more. */
export function agreed(drafts: Seen['drafts'], known: Seen['known']): Seen['drafts'] {
  const left: Record<string, Options> = {};
  for (const [graphic, changes] of Object.entries(drafts)) {
    const open = Object.entries(changes).filter(([name, value]) => !same(value, known[graphic]?.[name]));
    if (open.length > 0) left[graphic] = Object.fromEntries(open);
  }
  return left;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
