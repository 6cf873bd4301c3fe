// Which feed the options ask for, made ready; and what goes with it: whose words it speaks, which rules it plays by.
import type { Feed, Timekeeper } from '../feeds/feed.ts';
import type { RuleSetName } from '../game/rules.ts';
import { type Context, WrongUse } from './command.ts';
import type { ServeOptions } from './serve-options.ts';
import { makeStandInFeed } from './stand-in-feed.ts';

export type Chosen = {
  readonly feed: Feed;
  readonly rules: RuleSetName;
  /** Nothing real is played. */
  readonly rehearsal: boolean;
  /** Whose words a tape of it holds; null when it is not recorded. */
  readonly words: string | null;
};

const DEFAULT_RULES: RuleSetName = 'nba';

/** @throws WrongUse when this version has no such feed, or it lacks something; Error when a tape cannot be read. */
export async function chooseFeed(
  options: ServeOptions,
  _env: Context['env'],
  time: Timekeeper,
): Promise<Chosen> {
  const rules = options.rules ?? DEFAULT_RULES;
  switch (options.feed) {
    case 'simulator':
      return { feed: makeStandInFeed({ time, rules }), rules, rehearsal: true, words: 'shottracker' };
    case 'shottracker':
    case 'tape':
    case 'hudstats':
    case 'imgarena':
      throw new WrongUse(`This version has no feed ${options.feed} yet`);
    default: {
      const never: never = options.feed;
      return never;
    }
  }
}
