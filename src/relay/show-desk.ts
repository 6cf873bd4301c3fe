// The show as it stands: cues change it, one after the other, and what goes by itself; each change is kept and told.
import type { Timekeeper } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import type { Story } from '../game/stories.ts';
import { type Foretell, foreseen } from '../show/arm-take.ts';
import type { Asked } from '../show/asked.ts';
import type { Truth } from '../show/correct.ts';
import { applyCue, type Cue } from '../show/cue.ts';
import type { Found } from '../show/event-finder.ts';
import { type Catalogue, refuse } from '../show/grant.ts';
import { emptyShow, type Show } from '../show/show.ts';
import { nextChangeMs, showAt } from '../show/show-at.ts';
import { takeStory } from '../show/story-rules.ts';
import { hear } from '../show/sync.ts';
import { makeAnswered, type Outcome, printOf } from './answered.ts';
import type { ShowFile } from './show-file.ts';

/**
 * Why the show has changed: a cue; an event that a guided sync waited for; a time that was over; an armed take that has found its event, lost it, or gone (`taken`
 * is what went to air then: nothing where preview was empty, or nothing had come in time); a feed that agrees with the operator.
 */
export type Doing =
  | { readonly is: 'cue'; readonly cue: Cue; readonly asked: Asked }
  | { readonly is: 'heard' }
  | { readonly is: 'auto-out'; readonly graphics: readonly string[] }
  | { readonly is: 'foreseen'; readonly event: string | null }
  | { readonly is: 'story'; readonly story: string; readonly words: string }
  | { readonly is: 'armed'; readonly taken: readonly string[] }
  | { readonly is: 'agreed'; readonly fields: readonly string[] };

export interface ShowDesk {
  /** Takes up the show as it was left. */
  load(): Promise<void>;
  show(): Show;
  /** Grants a cue and gives the new revision, or refuses it and changes nothing. One with a key that was answered is answered the same again. */
  cue(cue: Cue, asked: Asked): Outcome;
  /** Gives fields back to the feed, because it agrees. */
  agree(fields: readonly string[]): void;
  /** True while a guided sync waits for the feed to say what a picture will show. */
  waitsForEvent(): boolean;
  /** The feed said such a thing: each guided sync that waits for it holds it. */
  heard(found: Found): void;
  /** Puts a story of an armed rule on air; nothing where its layer is not free. */
  tell(story: Story): void;
  /** The feed has said more: an armed take looks again for what it waits for. */
  foresee(): void;
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
  /** What the feed has told of after an instant. */
  readonly foretell: Foretell;
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

/** What has changed without a hand, and why. */
function byItself(before: Show, after: Show): Doing {
  const differ = (one: Show, other: Show): readonly string[] =>
    Object.entries(one.layers).flatMap(([name, { program }]) =>
      program && program.graphic !== other.layers[name]?.program?.graphic ? [program.graphic] : [],
    );
  return before.armed && !after.armed
    ? { is: 'armed', taken: differ(after, before) }
    : { is: 'auto-out', graphics: differ(before, after) };
}

/** A desk with an empty show. */
export function makeShowDesk(options: ShowDeskOptions): ShowDesk {
  const { time, catalogue, themes, truth, foretell, file, onShow, onRefused } = options;
  const answered = makeAnswered();
  let show = emptyShow;
  let kept: Promise<boolean> = Promise.resolve(true);
  let cancelChange = (): void => {};

  /** The relay's one timer for what goes and comes by itself. */
  const watchChanges = (): void => {
    cancelChange();
    const dueMs = nextChangeMs(show);
    if (dueMs < Number.POSITIVE_INFINITY)
      cancelChange = time.after(Math.max(0, dueMs - time.now()), () => {
        const next = showAt(show, time.now());
        if (next === show) return watchChanges();
        become({ ...next, revision: show.revision + 1 }, byItself(show, next));
      });
  };

  const become = (next: Show, doing: Doing): void => {
    show = next;
    if (file) kept = file.save({ show, done: answered.done() });
    watchChanges();
    onShow(show, doing);
  };

  return {
    async load() {
      if (file) {
        const { show: left, done } = await file.load();
        show = left;
        answered.take(done);
      }
      watchChanges();
    },
    show: () => show,
    cue(cue, asked) {
      const { id } = asked;
      const print = printOf(cue, asked);
      const before = id === undefined ? null : answered.find(id, print, time.now());
      if (before) return before;
      const answer = (outcome: Outcome): Outcome => {
        if (id !== undefined) answered.add(id, print, outcome, time.now());
        return outcome;
      };
      const refused = refusalOf(show, asked);
      const context = { truth, foretell, by: asked.by };
      const outcome = refused
        ? { fault: refused }
        : applyCue(show, cue, time.now(), catalogue, themes(), context);
      if ('fault' in outcome) {
        onRefused(cue, asked, outcome.fault);
        return answer({ fault: outcome.fault });
      }
      // Remembered first: the file that keeps the show keeps the key with it.
      const granted = answer({ revision: outcome.show.revision });
      become(outcome.show, { is: 'cue', cue, asked });
      return granted;
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
    tell(story) {
      const told = takeStory(showAt(show, time.now()), story, time.now(), catalogue);
      if ('fault' in told) return;
      const { id, words } = story;
      become({ ...told.show, revision: show.revision + 1 }, { is: 'story', story: id, words });
    },
    foresee() {
      if (!show.armed) return;
      const next = foreseen(show, foretell, time.now());
      const event = next.armed?.held?.id ?? null;
      if (next !== show) become({ ...next, revision: show.revision + 1 }, { is: 'foreseen', event });
    },
    kept: () => kept,
    async stop() {
      cancelChange();
      await file?.settled();
    },
  };
}
