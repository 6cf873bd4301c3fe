// Which cues put a value in the place of another: two operators who do so at once must not lose one's work without a word.
import type { Cue } from '../show/cue.ts';
import type { Show } from '../show/show.ts';

/**
 * What a cue overwrites, out of a show; undefined for a cue that overwrites nothing. Takes, outs and clears say what shall be on air
 * whatever was; `add` counts on; next, go and standby only point; a new item or group takes nothing away: none of these hangs on what was seen.
 */
export function overwrites(cue: Cue, show: Show): unknown {
  switch (cue.cue) {
    case 'override':
      return cue.add === undefined ? (show.overrides[cue.field]?.value ?? null) : undefined;
    case 'policy':
      return show.policies[cue.field] ?? null;
    case 'update':
      return Object.values(show.layers).flatMap(({ program, preview }) =>
        [program, preview].flatMap((one) => (one?.graphic === cue.graphic ? [one.options] : [])),
      );
    case 'rundown':
      return stepOverwrites(cue.step, show);
    default:
      return undefined;
  }
}

type Step = Extract<Cue, { cue: 'rundown' }>['step'];

function stepOverwrites(step: Step, { rundown }: Show): unknown {
  switch (step.step) {
    case 'edit':
    case 'remove':
      return rundown.items.find(({ id }) => id === step.id) ?? null;
    case 'move':
      return rundown.items.map(({ id, group }) => [id, group]);
    case 'group-edit':
    case 'group-remove':
      return rundown.groups.find(({ id }) => id === step.id) ?? null;
    case 'group-move':
      return rundown.groups.map(({ id }) => id);
    case 'name':
      return rundown.name;
    case 'load':
      return [rundown.name, rundown.items, rundown.groups];
    default:
      return undefined;
  }
}

/** True when what a cue overwrites is the same in both shows. */
export const isUntouched = (cue: Cue, before: Show, after: Show): boolean =>
  JSON.stringify(overwrites(cue, before)) === JSON.stringify(overwrites(cue, after));
