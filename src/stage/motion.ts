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

/** The house's eases (LOOK.md, Motion): in, out, and a settle after a change. */
export const EASE = { in: 'expo.out', out: 'expo.in', settle: 'power2.out', linear: 'none' } as const;
/** The house's durations in seconds. */
export const DURATION = { in: 0.5, out: 0.28, roll: 0.3, settle: 0.9, stagger: 0.05 } as const;

/** An empty Motion: add tweens with `.fromTo(target, from, to, at)`. Prefer `fromTo`: it is right at any time asked, in any order. */
export function motion(): Motion {
  // Not lazy: GSAP would put off the first writing until any other Motion moves, and then write into a scene that may be gone.
  const made = gsap.timeline({ paused: true, defaults: { lazy: false } });
  // GSAP's root would hold it, and all that it moves, for as long as the page lives.
  gsap.globalTimeline.remove(made);
  return made;
}

/** Puts a Motion at `seconds` since its start, also backwards; without calling back. */
export const seek = (m: Motion, seconds: number): void => {
  m.time(Math.min(Math.max(0, seconds), m.duration()), true);
};

/** As `seek`, but writes every value again, also where the time is the one it stands at: others may have moved its targets since. */
export const hold = (m: Motion, seconds: number): void => {
  m.render(Math.min(Math.max(0, seconds), m.duration()), true, true);
};

/** Puts a Motion at its end: the settled picture. */
export const settle = (m: Motion): void => {
  m.progress(1, true);
};

/** Puts a Motion at its end and empties it: whoever still plays it moves nothing any more. */
export const finish = (m: Motion): void => {
  settle(m);
  m.clear();
};
