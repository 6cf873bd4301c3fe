import { describe, expect, it } from 'vitest';
import { noGame } from '../../src/game/game.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { applyCue, type Cue, cueSchema } from '../../src/show/cue.ts';
import type { Catalogue } from '../../src/show/grant.ts';
import { withOverrides } from '../../src/show/overrides.ts';
import { emptyShow, onBus, type Show } from '../../src/show/show.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { AWAY_ID, messages } from '../kit/messages.ts';

const entry = (
  id: string,
  layer: string,
): [string, Catalogue extends ReadonlyMap<string, infer E> ? E : never] => [
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
const catalogue: Catalogue = new Map([entry('bug', 'bug'), entry('dots', 'floor'), entry('heat', 'floor')]);

const played = (...cues: Cue[]): Show =>
  cues.reduce<Show>((show, cue, i) => {
    const answer = applyCue(show, cue, 1_000 * (i + 1), catalogue);
    if ('fault' in answer) throw new Error(JSON.stringify(answer.fault));
    return answer.show;
  }, emptyShow);
const onAir = (show: Show) =>
  Object.values(onBus(show, 'program'))
    .filter((on) => on !== null)
    .map(({ graphic }) => graphic)
    .sort();

describe('a cue', () => {
  it('raises the revision by one when it is granted', () => {
    expect(played({ cue: 'take', graphic: 'bug' }, { cue: 'out', graphic: 'bug' }).revision).toBe(2);
  });

  it.each<[string, Cue]>([
    ['an unknown graphic', { cue: 'take', graphic: 'nobody' }],
    ['an option of the wrong kind', { cue: 'take', graphic: 'bug', options: { size: 'big' } }],
    ['taking a preview that is empty', { cue: 'take' }],
    ['taking off what is not on', { cue: 'out', graphic: 'dots' }],
    ['an update of what is nowhere', { cue: 'update', graphic: 'dots', options: {} }],
    ['an unknown field', { cue: 'override', field: 'home.karma', value: 1 }],
    ['a value that a field does not take', { cue: 'override', field: 'home.score', value: -1 }],
    ['a release of what is not overridden', { cue: 'release', field: 'home.score' }],
  ])('for %s is refused, says why, and changes nothing', (_what, cue) => {
    const before = played({ cue: 'take', graphic: 'bug' });
    const frozen = structuredClone(before);
    const answer = applyCue(before, cue, 9_000, catalogue);
    expect(answer).toMatchObject({
      fault: { code: expect.any(String), expected: expect.any(String), found: expect.any(String) },
    });
    expect(before).toEqual(frozen);
  });

  it('takes everything in preview at one instant', () => {
    const show = played(
      { cue: 'preview', graphic: 'bug' },
      { cue: 'preview', graphic: 'dots' },
      { cue: 'take' },
    );
    expect(onAir(show)).toEqual(['bug', 'dots']);
    expect(show.layers.bug?.program?.sinceMs).toBe(3_000);
    expect(show.layers.floor?.program?.sinceMs).toBe(3_000);
    expect(onBus(show, 'preview').bug?.graphic).toBe('bug');
  });

  it('leaves at most one graphic on a layer, and remembers which left', () => {
    const show = played({ cue: 'take', graphic: 'dots' }, { cue: 'take', graphic: 'heat' });
    expect(show.layers.floor?.program?.graphic).toBe('heat');
    expect(show.layers.floor?.leaving).toMatchObject({ graphic: 'dots', sinceMs: 2_000 });
  });

  it('changes options in place when what is on air is taken again', () => {
    const show = played(
      { cue: 'take', graphic: 'bug' },
      { cue: 'take', graphic: 'bug', options: { size: 3 } },
    );
    expect(show.layers.bug?.program).toMatchObject({ sinceMs: 1_000, options: { size: 3 } });
    expect(show.layers.bug?.leaving).toBeNull();
  });

  it('completes options with what was there, else with defaults', () => {
    const show = played(
      { cue: 'take', graphic: 'bug', options: { size: 4 } },
      { cue: 'update', graphic: 'bug', options: { tone: 'x' } },
    );
    expect(show.layers.bug?.program?.options).toEqual({ size: 4, tone: 'x' });
    expect(played({ cue: 'take', graphic: 'bug' }).layers.bug?.program?.options).toEqual({ size: 1 });
  });

  it('updates what is ready before what is on air', () => {
    const show = played(
      { cue: 'take', graphic: 'bug' },
      { cue: 'preview', graphic: 'bug' },
      { cue: 'update', graphic: 'bug', options: { size: 9 } },
    );
    expect(show.layers.bug?.program?.options).toEqual({ size: 1 });
    expect(show.layers.bug?.preview?.options).toEqual({ size: 9 });
  });

  it('clears every layer', () => {
    expect(
      onAir(played({ cue: 'take', graphic: 'bug' }, { cue: 'take', graphic: 'dots' }, { cue: 'clear' })),
    ).toEqual([]);
  });
});

describe('the grammar of cues', () => {
  it.each([
    [{ cue: 'dance' }],
    [{ cue: 'take', graphic: 'bug', speed: 3 }],
    [{ cue: 'delay', output: 'program', delayMs: 300_010 }],
    [{ cue: 'delay', output: 'program', delayMs: -10 }],
    [{ cue: 'delay', output: 'program', delayMs: 15 }],
    [{ cue: 'out', graphic: 7 }],
    ['take'],
    [null],
  ])('does not take %j', (cue) => {
    expect(cueSchema.safeParse(cue).success).toBe(false);
  });

  it('takes delays of 0 to 300 s in steps of 10 ms', () => {
    for (const delayMs of [0, 10, 4_270, 300_000])
      expect(cueSchema.safeParse({ cue: 'delay', output: 'program', delayMs }).success).toBe(true);
  });
});

describe('overrides', () => {
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  const say = messages();
  for (const message of [
    say.roster(0),
    say.roster(0, { teamId: AWAY_ID, side: 'away', code: 'AWY' }),
    say.score(1_000, 10, 8),
    say.period(1_000, 'Q2'),
  ])
    timeline.push(message);
  const game = timeline.at(2_000).game;

  it('stand over the feed while they hold, and give it back when released', () => {
    const held = played(
      { cue: 'override', field: 'home.score', value: 12 },
      { cue: 'override', field: 'arrow', value: 'away' },
      { cue: 'override', field: 'period', value: 'OT1' },
    );
    const seen = withOverrides(game, held.overrides);
    expect(seen.teams['10']).toMatchObject({ score: 12, scoreChange: { before: 10, atMs: 1_000 } });
    expect([seen.arrow, seen.period]).toEqual([AWAY_ID, 'OT1']);
    const released = applyCue(held, { cue: 'release', field: 'home.score' }, 9_000, catalogue);
    expect('show' in released && withOverrides(game, released.show.overrides).teams['10']?.score).toBe(10);
  });

  it('of a colour say that it is fixed, until it is given back', () => {
    const held = played({ cue: 'override', field: 'away.colour', value: '#c8102e' });
    const seen = withOverrides(game, held.overrides);
    expect(seen.teams[AWAY_ID]).toMatchObject({ colour: '#c8102e', colourFixed: true });
    expect(seen.teams['10']?.colourFixed).toBeUndefined();
    const released = applyCue(held, { cue: 'release', field: 'away.colour' }, 9_000, catalogue);
    const back = 'show' in released ? withOverrides(game, released.show.overrides) : null;
    expect(back?.teams[AWAY_ID]?.colourFixed).toBeUndefined();
  });

  it('leave the game itself as it was', () => {
    const before = structuredClone(game);
    withOverrides(game, { 'home.score': { value: 99, sinceMs: 0 } });
    expect(game).toEqual(before);
    expect(withOverrides(game, {})).toBe(game);
  });

  it('of a team that is not known yet do nothing', () => {
    expect(withOverrides(noGame, { 'home.score': { value: 9, sinceMs: 0 } })).toEqual(noGame);
  });
});
