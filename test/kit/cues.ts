// Shows made by cues, one a second, over a catalogue of three graphics: `bug` on its own layer, `dots` and `heat` on the floor.
import type { Fault } from '../../src/game/fault.ts';
import { applyCue, type Cue } from '../../src/show/cue.ts';
import type { Catalogue, CatalogueEntry } from '../../src/show/grant.ts';
import { emptyShow, onBus, type Show } from '../../src/show/show.ts';

const entry = (id: string, layer: string): [string, CatalogueEntry] => [
  id,
  {
    id,
    layer,
    parse: (options) => {
      const given = options as Record<string, unknown>;
      return 'size' in given && typeof given.size !== 'number'
        ? {
            fault: {
              code: 'bad-option',
              where: `${id}.size`,
              expected: 'a number',
              found: String(given.size),
            },
          }
        : { options: { size: 1, ...given } };
    },
  },
];

export const catalogue: Catalogue = new Map([
  entry('bug', 'bug'),
  entry('dots', 'floor'),
  entry('heat', 'floor'),
]);

type Context = Parameters<typeof applyCue>[5];

/** The show after one cue at that instant. @throws Error when it is refused. */
export function playFrom(show: Show, cue: Cue, atMs: number, context?: Context): Show {
  const answer = applyCue(show, cue, atMs, catalogue, undefined, context);
  if ('fault' in answer) throw new Error(JSON.stringify(answer.fault));
  return answer.show;
}

/** The show after these cues, the first at 1,000 ms and each a second later. */
export const played = (...cues: Cue[]): Show =>
  cues.reduce<Show>((show, cue, i) => playFrom(show, cue, 1_000 * (i + 1)), emptyShow);

/** Why a cue is refused; undefined when it is granted. */
export function refusalOf(show: Show, cue: Cue, atMs = 99_000, context?: Context): Fault | undefined {
  const answer = applyCue(show, cue, atMs, catalogue, undefined, context);
  return 'fault' in answer ? answer.fault : undefined;
}

/** The graphics on program, in the order of the alphabet. */
export const onAir = (show: Show): readonly string[] =>
  Object.values(onBus(show, 'program'))
    .filter((on) => on !== null)
    .map(({ graphic }) => graphic)
    .sort();
