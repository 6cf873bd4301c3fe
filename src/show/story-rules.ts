// Rules by which a story goes to air by itself: off until an operator arms one. A value; the relay alone acts on it.
import { z } from 'zod';
import { STORY_RULES, type Story, type StoryRule } from '../game/stories.ts';
import { type Catalogue, type Granted, type Refused, refuse } from './grant.ts';
import { autoOutSchema } from './rundown.ts';
import type { Show } from './show.ts';
import { takeAll } from './take.ts';
import { rememberTake } from './undo.ts';

/** How long a story stands where nobody says, and how seldom a rule takes one, at the least. Milliseconds. */
const OUT_AFTER_MS = 8_000;
const EVERY_MS = 120_000;
const LEAST_EVERY_MS = 10_000;
const MOST_EVERY_MS = 3_600_000;

export const storyRuleCueSchema = z.strictObject({
  cue: z.literal('story-rule'),
  rule: z.enum(STORY_RULES),
  on: z.boolean(),
  outAfterMs: autoOutSchema.optional(),
  everyMs: z.number().int().min(LEAST_EVERY_MS).max(MOST_EVERY_MS).optional(),
});

/** The show after a rule was armed, or put down. */
export function withStoryRule(
  show: Show,
  { rule, on, outAfterMs = OUT_AFTER_MS, everyMs = EVERY_MS }: z.infer<typeof storyRuleCueSchema>,
): Granted {
  const { [rule]: before, ...others } = show.storyRules;
  const armed = { outAfterMs, everyMs, lastMs: before?.lastMs ?? null };
  return { show: { ...show, storyRules: on ? { ...others, [rule]: armed } : others } };
}

/** True when a rule is armed and has rested long enough at that instant. */
export function mayTake({ storyRules }: Pick<Show, 'storyRules'>, rule: StoryRule, nowMs: number): boolean {
  const armed = storyRules[rule];
  return armed !== undefined && (armed.lastMs === null || nowMs - armed.lastMs >= armed.everyMs);
}

/** The show with a story on air, for as long as its rule says. Refused where its layer is taken: what an operator put there stays. */
export function takeStory(show: Show, story: Story, atMs: number, catalogue: Catalogue): Granted | Refused {
  const armed = show.storyRules[story.rule];
  if (!armed || !mayTake(show, story.rule, atMs)) return refuse('story', 'a rule that may take', story.rule);
  const layer = catalogue.get(story.graphic)?.layer;
  if (layer !== undefined && show.layers[layer]?.program)
    return refuse('story', 'a layer that is free', layer);
  const taken = takeAll(show, [story], { autoOutMs: armed.outAfterMs }, atMs, catalogue, true);
  if ('fault' in taken) return taken;
  const storyRules = { ...show.storyRules, [story.rule]: { ...armed, lastMs: atMs } };
  return { show: rememberTake(show, { ...taken.show, storyRules }, `story ${story.rule}`, atMs) };
}
