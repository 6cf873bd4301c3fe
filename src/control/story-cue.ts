// What a story asks of the relay: its graphic in preview, where the catalogue has one that takes those options. Pure.
import type { Story } from '../game/stories.ts';
import type { Cue } from '../show/cue.ts';
import type { GraphicInfo } from '../wire/wire.ts';
import type { DeskState } from './desk-state.ts';
import { type Field, fieldsOf } from './schema-form.ts';

/** True when a form's field takes that text. */
function takes(field: Field | undefined, value: string): boolean {
  switch (field?.kind) {
    case 'choice':
      return field.choices.includes(value);
    case 'text':
      return field.maxLength === undefined || value.length <= field.maxLength;
    default:
      return false;
  }
}

/** True when a graphic of the catalogue takes all that a story says. */
export function isTellable({ graphic, options }: Story, graphics: readonly GraphicInfo[]): boolean {
  const info = graphics.find(({ id }) => id === graphic);
  if (!info) return false;
  const fields = fieldsOf(info.schema);
  return Object.entries(options).every(([name, value]) =>
    takes(
      fields.find((field) => field.name === name),
      value,
    ),
  );
}

/** The story's graphic made ready, with its other options as they are by default: what was set for another story does not stay. */
export const storyCue = ({ graphic, options }: Story, graphics: readonly GraphicInfo[]): Cue => ({
  cue: 'preview',
  graphic,
  options: { ...graphics.find(({ id }) => id === graphic)?.defaults, ...options },
});

/** The stories that can be told and were not dismissed, the best first. */
export const openStories = ({ hand, heard }: DeskState): readonly Story[] =>
  hand.stories.filter(
    (story) => !hand.dismissed.includes(story.id) && isTellable(story, heard?.graphics ?? []),
  );

/** The one that keys are about: the chosen one, else the best. */
export function storyInHand(state: DeskState): Story | null {
  const stories = openStories(state);
  return stories.find(({ id }) => id === state.hand.story) ?? stories[0] ?? null;
}

/** The story after the one in hand, round and round. */
export function nextStory(state: DeskState): Story | null {
  const stories = openStories(state);
  const at = stories.findIndex(({ id }) => id === storyInHand(state)?.id);
  return stories[(at + 1) % Math.max(1, stories.length)] ?? null;
}
