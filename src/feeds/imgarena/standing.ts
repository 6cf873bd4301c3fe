// How the feed stands, of how its two streams stand.
import type { FeedStatus } from '../../game/message.ts';
import type { Stream } from './address.ts';

export type Standing = { readonly status: FeedStatus; readonly detail: string };

/** The feed lives while either stream does, and says which does not; else it stands as the actions do: they carry the score. */
export function standingOf(streams: Readonly<Record<Stream, Standing>>, isFinal: boolean): Standing {
  const { actions, statistics } = streams;
  if (isFinal) return { status: 'ended', detail: 'The match is finished.' };
  if (actions.status !== 'live' && statistics.status !== 'live') return actions;
  const [name, other] =
    actions.status === 'live' ? (['statistics', statistics] as const) : (['actions', actions] as const);
  const isWell = other.status === 'live';
  return { status: 'live', detail: isWell ? '' : `Without the ${name} stream. ${other.detail}` };
}
