// What a picture of the book shows: a graphic in one of the states that a viewer can see it in.
import type { Moment } from '../../src/time/moment.ts';
import type { benchScene } from '../kit/scene-bench.ts';
import { withMarks } from './marks.ts';
import { type Played, widest } from './played-game.ts';

export type Posed = Awaited<ReturnType<typeof benchScene>>;

/** The operator's choices; what is not named is as its default. */
export type Options = Readonly<Record<string, unknown>>;

export type State = {
  /** In a few words; those of one graphic differ. */
  readonly name: string;
  /** None by default. Some are known only when the game has been played: a player's id. */
  readonly options?: Options | ((played: Played) => Options);
  /** It is caught on its way: edges lie between pixels. */
  readonly moving?: true;
  readonly pose: (scene: Posed, played: Played) => void;
};

/** Settled, at a moment made from the game's. */
export const at = (
  name: string,
  of: (played: Played) => Moment,
  options: NonNullable<State['options']> = {},
): State => ({
  name,
  options,
  pose: (scene, played) => scene.show(of(played)),
});

/** Settled, with other choices of the operator. */
export const chosen = (name: string, options: NonNullable<State['options']>): State =>
  at(name, ({ moment }) => moment, options);

/** Settled, with the teams' logos. */
export const marked = (options: NonNullable<State['options']> = {}): State =>
  at('with logos', ({ moment }) => withMarks(moment), options);

/** Settled after all that led up to it, as a page that was there has it. */
export const watched = (name: string, options: Options = {}): State => ({
  name,
  options,
  pose: (scene, { runUp, moment }) => {
    scene.show(runUp[0] ?? moment);
    for (const each of runUp) scene.scene.tick?.(each);
  },
});

export const SETTLED = at('settled', ({ moment }) => moment);

/** What every graphic goes through. */
export const COMMON: readonly State[] = [
  { name: 'enter, 0.25 s', moving: true, pose: (scene, { moment }) => void scene.enter(moment, 0.25) },
  SETTLED,
  at('widest', ({ moment }) => widest(moment)),
  {
    name: 'update: the hosts score, 0.15 s',
    moving: true,
    pose: (scene, { moment, later }) => {
      scene.show(moment);
      scene.update(later, 0.15);
    },
  },
  {
    name: 'exit, 0.14 s',
    moving: true,
    pose: (scene, { moment }) => {
      scene.show(moment);
      scene.exit(0.14);
    },
  },
];
