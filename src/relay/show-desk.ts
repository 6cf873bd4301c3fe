// The show as it stands: cues change it, one after the other, and each change is kept and told.
import type { Fault } from '../game/fault.ts';
import { applyCue, type Cue } from '../show/cue.ts';
import type { Catalogue } from '../show/grant.ts';
import { emptyShow, type Show } from '../show/show.ts';
import type { ShowFile } from './show-file.ts';

export interface ShowDesk {
  /** Takes up the show as it was left. */
  load(): Promise<void>;
  show(): Show;
  /** Grants a cue and gives the new revision, or refuses it and changes nothing. */
  cue(cue: Cue): { readonly revision: number } | { readonly fault: Fault };
  /** Resolves when everything is kept. */
  settled(): Promise<void>;
}

export type ShowDeskOptions = {
  readonly now: () => number;
  readonly catalogue: Catalogue;
  /** Keeps the show between runs; without one it begins empty. */
  readonly file: ShowFile | undefined;
  /** The show after a cue that was granted. */
  readonly onShow: (show: Show, cue: Cue) => void;
};

/** A desk with an empty show. */
export function makeShowDesk({ now, catalogue, file, onShow }: ShowDeskOptions): ShowDesk {
  let show = emptyShow;
  return {
    async load() {
      if (file) show = await file.load();
    },
    show: () => show,
    cue(cue) {
      const outcome = applyCue(show, cue, now(), catalogue);
      if ('fault' in outcome) return { fault: outcome.fault };
      show = outcome.show;
      file?.save(show);
      onShow(show, cue);
      return { revision: show.revision };
    },
    settled: async () => file?.settled(),
  };
}
