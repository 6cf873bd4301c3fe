// Stories: what the figures would tell, the best first, each a key away from preview; and the rules that may put one on air by themselves.
import { STORY_RULES, type Story, type StoryRule } from '../game/stories.ts';
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import { openStories, storyCue, storyInHand } from './story-cue.ts';
import { ageText } from './words.ts';

const RULE_WORDS: Readonly<Record<StoryRule, string>> = {
  run: 'Run',
  streak: 'Makes in a row',
  zone: 'Hot zone',
  drought: 'Drought',
  night: 'Big night',
};

/** What the tab says: which rules put stories on air, and else how many stories there are. */
export function storiesWants(state: DeskState): string {
  const armed = Object.keys(state.heard?.show.storyRules ?? {}).length;
  return armed > 0 ? `${armed} auto` : '';
}

/** The list, and beside it the rules. */
export function StoriesTab({ desk }: PanelProps) {
  const state = desk.state.value;
  const stories = openStories(state);
  const inHand = storyInHand(state);
  return (
    <div class="graphics-tab">
      <section class="panel stories" aria-label="Stories">
        <div class="whole-show">
          <h2>Stories</h2>
          <ActionButton desk={desk} action={{ do: 'story', step: 'preview' }} disabled={!inHand}>
            To preview
          </ActionButton>
          <ActionButton desk={desk} action={{ do: 'story', step: 'next' }} disabled={stories.length < 2}>
            Next
          </ActionButton>
          <ActionButton desk={desk} action={{ do: 'story', step: 'dismiss' }} disabled={!inHand}>
            Dismiss
          </ActionButton>
        </div>
        <ol class="rows">
          {stories.map((story) => (
            <StoryRow key={story.id} desk={desk} story={story} isInHand={story === inHand} />
          ))}
          {stories.length === 0 && <li class="none">Nothing to tell yet.</li>}
        </ol>
        {state.hand.dismissed.length > 0 && (
          <button
            type="button"
            class="stories-back"
            onClick={() => desk.tell({ on: 'hand', event: { took: 'all-stories' } })}
          >
            Show {state.hand.dismissed.length} dismissed again
          </button>
        )}
      </section>
      <RulesPanel desk={desk} />
    </div>
  );
}

type RowProps = { readonly desk: Desk; readonly story: Story; readonly isInHand: boolean };

function StoryRow({ desk, story, isInHand }: RowProps) {
  const { heard } = desk.state.value;
  const { nowMs } = desk.readout.value;
  const { id, words, rule, sinceMs, graphic } = story;
  const name = heard?.graphics.find((one) => one.id === graphic)?.name ?? graphic;
  return (
    <li class={isInHand ? 'story selected' : 'story'}>
      <button
        type="button"
        class="name"
        aria-pressed={isInHand}
        aria-label={`${words}: choose`}
        onClick={() => desk.tell({ on: 'hand', event: { took: 'story', story: id } })}
      >
        <b>{words}</b>
        <small>
          {RULE_WORDS[rule]} · {name}
          {sinceMs !== null && ` · since ${ageText(nowMs - sinceMs)}`}
        </small>
      </button>
      <button
        type="button"
        aria-label={`${words}: to preview`}
        onClick={() => void desk.send(storyCue(story, heard?.graphics ?? []))}
      >
        Preview
      </button>
      <button
        type="button"
        aria-label={`${words}: dismiss`}
        onClick={() => desk.tell({ on: 'hand', event: { took: 'dismissed', story: id } })}
      >
        ✕
      </button>
    </li>
  );
}

const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;

/** Off until the operator arms one; amber while it is. The relay takes, so that two desks never take twice. */
function RulesPanel({ desk }: { readonly desk: Desk }) {
  const rules = desk.state.value.heard?.show.storyRules ?? {};
  return (
    <section class="panel story-rules" aria-label="Stories by themselves">
      <h2>By themselves</h2>
      <ul class="rows">
        {STORY_RULES.map((rule) => {
          const armed = rules[rule];
          return (
            <li key={rule} class={armed ? 'story-rule auto' : 'story-rule'}>
              <label>
                <input
                  type="checkbox"
                  role="switch"
                  checked={armed !== undefined}
                  onChange={({ currentTarget }) =>
                    void desk.send({ cue: 'story-rule', rule, on: currentTarget.checked })
                  }
                />
                {RULE_WORDS[rule]}
              </label>
              {armed && (
                <small class="look">
                  on air for {seconds(armed.outAfterMs)}, at most every {seconds(armed.everyMs)}
                </small>
              )}
            </li>
          );
        })}
      </ul>
      <small>A new story of an armed rule goes to air where its layer is free, and out by itself.</small>
    </section>
  );
}
