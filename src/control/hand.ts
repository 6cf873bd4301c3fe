// What the operator has in hand on this page alone: the output that foresight and sync are about, the length of a frame, the stories, and which is chosen.
import type { Story } from '../game/stories.ts';

/** `output` null: the first that is on air. `fps`: what a nudge by a frame counts in. `story` is an id; `dismissed` are those that he wants to see no more. */
export type Hand = {
  readonly output: string | null;
  readonly fps: FrameRate;
  /** The next take is off by itself so long after; null: it stays. For one take, so that nothing goes that should have stayed. */
  readonly autoOutMs: number | null;
  readonly story: string | null;
  readonly dismissed: readonly string[];
  readonly stories: readonly Story[];
};

/** Pictures a second, as cameras make them. */
export const FRAME_RATES = [25, 30, 50, 59.94, 60] as const;
export type FrameRate = (typeof FRAME_RATES)[number];

/** How long a take may stand, as they are offered; null: until it is taken out. Milliseconds. */
export const AUTO_OUTS_MS = [null, 5_000, 8_000, 10_000, 15_000, 20_000, 30_000, 60_000] as const;

/** The one after it, round and round. */
export const nextAutoOut = (autoOutMs: number | null): number | null =>
  AUTO_OUTS_MS[(AUTO_OUTS_MS.findIndex((one) => one === autoOutMs) + 1) % AUTO_OUTS_MS.length] ?? null;

/** Dismissed stories that are remembered; the oldest go first. */
const MOST_DISMISSED = 64;

export type HandEvent =
  | { readonly took: 'output'; readonly output: string }
  | { readonly took: 'fps'; readonly fps: FrameRate }
  | { readonly took: 'auto-out'; readonly autoOutMs: number | null }
  | { readonly took: 'story'; readonly story: string | null }
  | { readonly took: 'dismissed'; readonly story: string }
  | { readonly took: 'stories'; readonly stories: readonly Story[] }
  | { readonly took: 'all-stories' };

export const emptyHand: Hand = {
  output: null,
  fps: 25,
  autoOutMs: null,
  story: null,
  dismissed: [],
  stories: [],
};

/** The hand after one event. */
export function takeInHand(hand: Hand, event: HandEvent): Hand {
  switch (event.took) {
    case 'output':
      return { ...hand, output: event.output };
    case 'fps':
      return { ...hand, fps: event.fps };
    case 'auto-out':
      return { ...hand, autoOutMs: event.autoOutMs };
    case 'story':
      return { ...hand, story: event.story };
    case 'dismissed':
      return {
        ...hand,
        story: hand.story === event.story ? null : hand.story,
        dismissed: [...hand.dismissed.filter((id) => id !== event.story), event.story].slice(-MOST_DISMISSED),
      };
    case 'stories':
      return { ...hand, stories: event.stories };
    case 'all-stories':
      return { ...hand, dismissed: [] };
    default: {
      const never: never = event;
      return never;
    }
  }
}
