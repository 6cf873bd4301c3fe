// The show as it stands: cues change it, one after the other, and what goes by itself; each change is kept and told.
import type { Timekeeper } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import type { Asked } from '../show/asked.ts';
import { nextOutMs, showAt } from '../show/auto-out.ts';
import type { Truth } from '../show/correct.ts';
import { applyCue, type Cue } from '../show/cue.ts';
import type { Found } from '../show/event-finder.ts';
import { type Catalogue, refuse } from '../show/grant.ts';
import { emptyShow, type Show } from '../show/show.ts';
import { hear } from '../show/sync.ts';
import type { ShowFile } from './show-file.ts';

/** Why the show has changed: a cue; an event that a guided sync waited for; a time that was over; a feed that agrees with the operator. */
export type Doing =
  | { readonly is: 'cue'; readonly cue: Cue; readonly asked: Asked }
  | { readonly is: 'heard' }
  | { readonly is: 'auto-out'; readonly graphics: readonly string[] }
  | { readonly is: 'agreed'; readonly fields: readonly string[] };

export type Outcome = { readonly revision: number } | { readonly fault: Fault };

export interface ShowDesk {
  /** Takes up the show as it was left. */
  load(): Promise<void>;
  show(): Show;
  /** Grants a cue and gives the new revision, or refuses it and changes nothing. */
  cue(cue: Cue, asked: Asked): Outcome;
  /** Gives fields back to the feed, because it agrees. */
  agree(fields: readonly string[]): void;
  /** True while a guided sync waits for the feed to say what a picture will show. */
  waitsForEvent(): boolean;
  /** The feed said such a thing: each guided sync that waits for it holds it. */
  heard(found: Found): void;
  /** Resolves when the show of now, or a later one, is kept: true; or cannot be: false. */
  kept(): Promise<boolean>;
  /** Nothing goes by itself any more. Resolves when everything is kept. */
  stop(): Promise<void>;
}

export type ShowDeskOptions = {
  readonly time: Timekeeper;
  readonly catalogue: Catalogue;
  /** The ids of all themes, as of now. */
  readonly themes: () => readonly string[];
  /** What the feed said at an instant. */
  readonly truth: Truth;
  /** Keeps the show between runs; without one it begins empty. */
  readonly file: ShowFile | undefined;
  readonly onShow: (show: Show, doing: Doing) => void;
  readonly onRefused: (cue: Cue, asked: Asked, why: Fault) => void;
};

/** Why a cue is not even looked at. */
function refusalOf({ revision }: Show, { role, ifRevision }: Asked): Fault | null {
  if (role === 'observer') return refuse('role', 'an operator', 'an observer').fault;
  if (ifRevision === undefined || ifRevision === revision) return null;
  return fault('stale-revision', 'ifRevision', String(ifRevision), String(revision));
}

/** A desk with an empty show. */
export function makeShowDesk(options: ShowDeskOptions): ShowDesk {
  const { time, catalogue, themes, truth, file, onShow, onRefused } = options;
  let show = emptyShow;
  let kept: Promise<boolean> = Promise.resolve(true);
  let cancelOut = (): void => {};

  /** The relay's one timer for what goes by itself. */
  const watchOuts = (): void => {
    cancelOut();
    const dueMs = nextOutMs(show);
    if (dueMs < Number.POSITIVE_INFINITY)
      cancelOut = time.after(Math.max(0, dueMs - time.now()), () => {
        const next = showAt(show, time.now());
        if (next === show) return watchOuts();
        const graphics = Object.entries(show.layers).flatMap(([name, { program }]) =>
          program && !next.layers[name]?.program ? [program.graphic] : [],
        );
        become({ ...next, revision: show.revision + 1 }, { is: 'auto-out', graphics });
      });
  };

  const become = (next: Show, doing: Doing): void => {
    show = next;
    if (file) kept = file.save(show);
    watchOuts();
    onShow(show, doing);
  };

  return {
    async load() {
      if (file) show = await file.load();
      watchOuts();
    },
    show: () => show,
    cue(cue, asked) {
      const refused = refusalOf(show, asked);
      const context = { truth, by: asked.by };
      const outcome = refused
        ? { fault: refused }
        : applyCue(show, cue, time.now(), catalogue, themes(), context);
      if ('fault' in outcome) {
        onRefused(cue, asked, outcome.fault);
        return { fault: outcome.fault };
      }
      become(outcome.show, { is: 'cue', cue, asked });
      return { revision: show.revision };
    },
    agree(fields) {
      const overrides = Object.fromEntries(
        Object.entries(show.overrides).filter(([field]) => !fields.includes(field)),
      );
      become({ ...show, overrides, revision: show.revision + 1 }, { is: 'agreed', fields });
    },
    waitsForEvent: () => Object.values(show.syncs).some(({ heldMs }) => heldMs === null),
    heard({ event, atMs }) {
      const syncs = Object.fromEntries(
        Object.entries(show.syncs).map(([output, sync]) => [output, hear(sync, event, atMs)]),
      );
      const changed = Object.entries(syncs).some(([output, sync]) => sync !== show.syncs[output]);
      if (changed) become({ ...show, syncs, revision: show.revision + 1 }, { is: 'heard' });
    },
    kept: () => kept,
    async stop() {
      cancelOut();
      await file?.settled();
    },
  };
}
