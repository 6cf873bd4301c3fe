// How things stand, in one value for desks: the feed, the pages, the tape, the faults, and the relay itself.
import type { Health } from '../wire/wire.ts';
import type { Chronicle } from './chronicle.ts';
import type { Faults } from './faults.ts';
import type { LoopLag } from './loop-lag.ts';
import type { Peers } from './peers.ts';
import type { Tuner } from './tuner.ts';
import type { Workshop } from './workshop.ts';

export type HealthSources = {
  readonly tuner: Tuner;
  readonly peers: Peers;
  readonly faults: Faults;
  readonly workshop: Workshop;
  readonly lag: LoopLag;
  readonly chronicle: Chronicle;
  readonly version: string;
  readonly startedMs: number;
};

/** As of now. */
export function healthOf(sources: HealthSources): Health {
  const { tuner, peers, faults, workshop, lag, chronicle, version, startedMs } = sources;
  const rehearsal = workshop.listener.rehearsal();
  const pair = tuner.intake.pair()?.info();
  return {
    feed: tuner.intake.info(),
    ...(pair && { pair }),
    outputs: [...peers.infos()],
    faults: [...faults.list()],
    tape: tuner.recorder?.info() ?? null,
    sources: tuner.intake.sources(),
    listening: workshop.listener.listening(),
    ...(rehearsal && { rehearsal }),
    relay: {
      version,
      startedMs: Math.round(startedMs),
      loopLagMs: lag.worstMs(),
      logChanges: chronicle.changes,
    },
  };
}
