// The feed's lamp: live, connected but unusable, or gone; since when nothing was heard.
import type { FeedInfo } from '../wire/wire.ts';
import { ageText } from './words.ts';

/** `attention`: quiet (nothing to do), look (amber), lost (amber, filled). */
export type FeedLamp = {
  readonly attention: 'quiet' | 'look' | 'lost';
  readonly label: string;
  readonly age: string;
};

const LAMPS: Readonly<Record<FeedInfo['status'], Omit<FeedLamp, 'age'>>> = {
  live: { attention: 'quiet', label: 'Live' },
  connecting: { attention: 'look', label: 'Connecting' },
  stale: { attention: 'look', label: 'Connected, unusable' },
  lost: { attention: 'lost', label: 'Gone' },
  ended: { attention: 'quiet', label: 'Ended' },
};

/** Below this a feed was heard just now. */
const FRESH_MS = 2_000;

/** The lamp at the relay's instant `nowMs`. */
export function feedLamp({ status, heardMs }: Pick<FeedInfo, 'status' | 'heardMs'>, nowMs: number): FeedLamp {
  const ageMs = heardMs === null ? null : nowMs - heardMs;
  const age =
    ageMs === null ? 'nothing heard yet' : ageMs < FRESH_MS ? 'heard now' : `heard ${ageText(ageMs)} ago`;
  return { ...LAMPS[status], age };
}
