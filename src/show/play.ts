// Cues that say where in time an output plays: its delay, a replay, guided sync, and what is kept for a venue.
import { type Granted, type Refused, refuse } from './grant.ts';
import { named } from './named.ts';
import { delayedBy, MAX_DELAY_MS, type Playhead, replayFrom } from './playhead.ts';
import { playheadOf, type Show } from './show.ts';
import { arm, press, type SyncEvent, syncResult } from './sync.ts';

const withPlayhead = (show: Show, output: string, playhead: Playhead): Show => ({
  ...show,
  playheads: { ...show.playheads, [output]: playhead },
});

const delayBehind = (playhead: Playhead): number =>
  playhead.kind === 'delayed' ? playhead.delayMs : playhead.after.delayMs;

/** Sends an output to a delay, and keeps that delay for the venue. `how` absent: slewed when small, cut when large. */
export function delay(
  show: Show,
  { output, delayMs, how }: { output: string; delayMs: number; how?: 'slew' | 'cut' | undefined },
  atMs: number,
): Granted {
  const kept = { ...named(show.venues, show.venue), [output]: delayMs };
  const venues = { ...show.venues, [show.venue]: kept };
  return {
    show: withPlayhead({ ...show, venues }, output, delayedBy(playheadOf(show, output), delayMs, atMs, how)),
  };
}

/** Sends an output to a past instant (`fromMs`), to so long ago (`agoMs`), or on from where it is, at a rate. */
export function replay(
  show: Show,
  {
    output,
    rate,
    fromMs,
    agoMs,
  }: { output: string; rate: number; fromMs?: number | undefined; agoMs?: number | undefined },
  atMs: number,
): Granted | Refused {
  if (fromMs !== undefined && agoMs !== undefined) return refuse('fromMs, agoMs', 'one of them', 'both');
  const instantMs = agoMs === undefined ? fromMs : atMs - agoMs;
  if (instantMs !== undefined && (instantMs > atMs || instantMs < atMs - MAX_DELAY_MS))
    return refuse('fromMs', `an instant of the last ${MAX_DELAY_MS / 1000} seconds`, String(fromMs));
  return {
    show: withPlayhead(show, output, replayFrom(playheadOf(show, output), { instantMs, rate }, atMs)),
  };
}

/** Sends an output back to the delay that it had before a replay. */
export function resume(show: Show, output: string): Granted | Refused {
  const playhead = playheadOf(show, output);
  if (playhead.kind !== 'replaying') return refuse('output', 'an output that replays', output);
  return { show: withPlayhead(show, output, playhead.after) };
}

/** Each output goes to the delay that was last set for it at that venue; one that has none there stays. */
export function atVenue(show: Show, venue: string, atMs: number): Granted {
  const there = Object.entries(named(show.venues, venue) ?? {});
  return {
    show: there.reduce(
      (next, [output, delayMs]) =>
        withPlayhead(next, output, delayedBy(playheadOf(next, output), delayMs, atMs)),
      { ...show, venue },
    ),
  };
}

export type SyncStep =
  | { readonly step: 'arm'; readonly event: SyncEvent }
  | { readonly step: 'press'; readonly pressedMs?: number | undefined }
  | { readonly step: 'accept' | 'cancel' | 'undo' };

/** One step of guided sync for an output. `undo` takes back the last delay that was accepted. */
export function sync(show: Show, output: string, step: SyncStep, atMs: number): Granted | Refused {
  const held = named(show.syncs, output);
  const { [output]: _gone, ...others } = show.syncs;
  if (step.step === 'arm')
    return { show: { ...show, syncs: { ...others, [output]: arm(held ?? null, step.event, atMs) } } };
  if (step.step === 'undo') return undo(show, output, atMs);
  if (!held) return refuse('sync', 'a sync that was armed', output);
  if (step.step === 'cancel') return { show: { ...show, syncs: others } };
  if (step.step === 'press') {
    const pressed = press(held, step.pressedMs ?? atMs);
    return pressed
      ? { show: { ...show, syncs: { ...others, [output]: pressed } } }
      : refuse('press', `a press within five minutes after: ${held.event}`, 'nothing to have seen then');
  }
  const result = syncResult(held);
  if (!result) return refuse('sync', 'at least one press', 'none');
  const beforeMs = delayBehind(playheadOf(show, output));
  const undos = { ...show.undos, [output]: beforeMs };
  return delay({ ...show, syncs: others, undos }, { output, delayMs: result.delayMs }, atMs);
}

function undo(show: Show, output: string, atMs: number): Granted | Refused {
  const beforeMs = named(show.undos, output);
  const { [output]: _undone, ...undos } = show.undos;
  if (beforeMs === undefined) return refuse('undo', 'an accepted sync', output);
  return delay({ ...show, undos }, { output, delayMs: beforeMs }, atMs);
}
