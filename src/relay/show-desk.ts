// The show as it stands: cues change it, one after the other, and each change is kept and told.
import type { Fault } from '../game/fault.ts';
import { applyCue, type Cue } from '../show/cue.ts';
import type { Found } from '../show/event-finder.ts';
import type { Catalogue } from '../show/grant.ts';
import { emptyShow, type Show } from '../show/show.ts';
import { hear } from '../show/sync.ts';
import type { ShowFile } from './show-file.ts';

export interface ShowDesk {
  /** Takes up the show as it was left. */
  load(): Promise<void>;
  show(): Show;
  /** Grants a cue and gives the new revision, or refuses it and changes nothing. */
  cue(cue: Cue): { readonly revision: number } | { readonly fault: Fault };
  /** True while a guided sync waits for the feed to say what a picture will show. */
  waitsForEvent(): boolean;
  /** The feed said such a thing: each guided sync that waits for it holds it. */
  heard(found: Found): void;
  /** Resolves when everything is kept. */
  settled(): Promise<void>;
}

export type ShowDeskOptions = {
  readonly now: () => number;
  readonly catalogue: Catalogue;
  /** The ids of all themes, as of now. */
  readonly themes: () => readonly string[];
  /** Keeps the show between runs; without one it begins empty. */
  readonly file: ShowFile | undefined;
  /** The show after a cue that was granted, or (without one) after what the feed said. */
  readonly onShow: (show: Show, cue: Cue | null) => void;
};

/** A desk with an empty show. */
export function makeShowDesk({ now, catalogue, themes, file, onShow }: ShowDeskOptions): ShowDesk {
  let show = emptyShow;

  const become = (next: Show, cue: Cue | null): void => {
    show = next;
    file?.save(show);
    onShow(show, cue);
  };

  return {
    async load() {
      if (file) show = await file.load();
    },
    show: () => show,
    cue(cue) {
      const outcome = applyCue(show, cue, now(), catalogue, themes());
      if ('fault' in outcome) return { fault: outcome.fault };
      become(outcome.show, cue);
      return { revision: show.revision };
    },
    waitsForEvent: () => Object.values(show.syncs).some(({ heldMs }) => heldMs === null),
    heard({ event, atMs }) {
      const syncs = Object.fromEntries(
        Object.entries(show.syncs).map(([output, sync]) => [output, hear(sync, event, atMs)]),
      );
      const changed = Object.entries(syncs).some(([output, sync]) => sync !== show.syncs[output]);
      if (changed) become({ ...show, syncs, revision: show.revision + 1 }, null);
    },
    settled: async () => file?.settled(),
  };
}
