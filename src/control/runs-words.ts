// Whether a graphic can run, in a few words for its row: what it lacks, why, and whether the operator can give it.
import type { Capability } from '../game/capability.ts';
import { type Lack, type Readiness, readinessOf } from '../show/readiness.ts';
import type { Show } from '../show/show.ts';
import type { FeedInfo, GraphicInfo } from '../wire/wire.ts';

const WORDS: Readonly<Partial<Record<Capability, string>>> = {
  'shot-clock': 'shot clock',
  'shot-places': 'places of shots',
  stats: 'statistics',
  fouls: 'team fouls',
  lineups: 'line-ups',
};

const named = (lacks: readonly Lack[]): string => lacks.map(({ what }) => WORDS[what] ?? what).join(', ');

/** Empty when it runs wholly. */
function words({ runs, lacks }: Readiness): string {
  const unsaid = lacks.filter(({ why }) => why === 'unsaid');
  const unheard = lacks.filter(({ why }) => why === 'unheard');
  const said = [
    unsaid.length > 0 ? `no ${named(unsaid)} in this feed` : '',
    unheard.length > 0 ? `no ${named(unheard)} heard yet` : '',
  ].filter(Boolean);
  const byHand = lacks.length > 0 && unsaid.every((lack) => lack.byHand) && unsaid.length > 0;
  return said.length === 0
    ? ''
    : `${runs === 'partly' ? 'in part: ' : ''}${said.join('; ')}${byHand ? ', by hand' : ''}`;
}

/** How a graphic stands, and the words for it. */
export function runsWords(
  graphic: Pick<GraphicInfo, 'needs' | 'uses'>,
  feed: Pick<FeedInfo, 'capabilities' | 'told'>,
  { overrides }: Pick<Show, 'overrides'>,
): { readonly runs: Readiness['runs']; readonly words: string } {
  const readiness = readinessOf(graphic, feed, overrides);
  return { runs: readiness.runs, words: words(readiness) };
}
