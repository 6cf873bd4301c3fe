// Motion as a value: a paused timeline that whoever holds it moves to any time. The only door to GSAP, so that it can be swapped.
// NOTE: the core's declarations name types that only the whole package's declare; without this a Motion would be `any`. Erased at build.
import type {} from 'gsap';
import { gsap } from 'gsap/gsap-core';

// Nothing here plays by itself: a stage hands each Motion its time. GSAP's own clock would slip after a hidden page.
gsap.ticker.lagSmoothing(0);
gsap.ticker.remove(gsap.updateRoot);
// GSAP wakes its own frame loop whenever a timeline is moved; with nothing to do there, it goes back to sleep.
gsap.ticker.add(() => gsap.ticker.sleep());

/** A paused timeline; times in seconds. */
export type Motion = ReturnType<typeof gsap.timeline>;

/** An empty Motion: add tweens with `.fromTo(target, from, to, at)`. Prefer `fromTo`: it is right at any time asked, in any order. */
export function motion(): Motion {
  // Not lazy: GSAP would put off the first writing until any other Motion moves, and then write into a scene that may be gone.
  const made = gsap.timeline({ paused: true, defaults: { lazy: false } });
  // GSAP's root would hold it, and all that it moves, for as long as the page lives.
  gsap.globalTimeline.remove(made);
  return made;
}

type How = { readonly duration: number; readonly ease: string };

/** Moves a target to a pose from the one that it has as this is called: what is interrupted goes on from where it is. `at`: seconds since the Motion's start. */
export function glide<Key extends string>(
  by: Motion,
  target: Record<NoInfer<Key>, number>,
  to: Readonly<Record<Key, number>>,
  { duration, ease }: How,
  at = 0,
): Motion {
  // One tween a property: whoever takes over one of them takes over a tween.
  for (const [key, value] of Object.entries<number>(to))
    by.fromTo(target, { [key]: Reflect.get(target, key) }, { [key]: value, duration, ease }, at);
  return by;
}

/** Motions that start at once, as one; null for none. */
export function together(motions: readonly (Motion | null)[]): Motion | null {
  const all = motions.filter((each) => each !== null);
  if (all.length < 2) return all[0] ?? null;
  const one = motion();
  for (const each of all) one.add(each.paused(false), 0);
  return one;
}

/** What the newer one moves, the older one moves no longer; the rest of it goes on. */
export function giveWay(older: Motion, newer: Motion): void {
  for (const tween of newer.getChildren(true, true, false)) {
    const [key] = Object.keys(tween.vars.startAt ?? {});
    // Wholly: what has not begun would else still write where it begins.
    for (const other of older.getTweensOf(tween.targets()))
      if (key !== undefined && key in (other.vars.startAt ?? {})) other.kill();
  }
}

/** Puts a Motion at `seconds` since its start, also backwards; without calling back. */
export const seek = (m: Motion, seconds: number): void => {
  m.time(Math.min(Math.max(0, seconds), m.duration()), true);
};

/** Puts a Motion at its end: the settled picture. */
export const settle = (m: Motion): void => {
  m.progress(1, true);
};

/** Empties a Motion: whoever still plays it moves nothing any more. For what is thrown away while it moves. */
export const stop = (m: Motion): void => {
  m.clear();
};
