// How things stand, in one value for desks: the feed, the pages, the tape, the faults, and the relay itself.
import type { Health } from '../wire/wire.ts';
import type { Chronicle } from './chronicle.ts';
import type { Faults } from './faults.ts';
import type { Hosts } from './hosts/hosts.ts';
import type { LoopLag } from './loop-lag.ts';
import type { Tuner } from './tuner.ts';
import type { Workshop } from './workshop.ts';

export type HealthSources = {
  readonly tuner: Tuner;
  readonly hosts: Hosts;
  readonly faults: Faults;
  readonly workshop: Workshop;
  readonly lag: LoopLag;
  readonly chronicle: Chronicle;
  readonly version: string;
  readonly startedMs: number;
};

/** As of now. */
export function healthOf(sources: HealthSources): Health {
  const { tuner, hosts, faults, workshop, lag, chronicle, version, startedMs } = sources;
  const rehearsal = workshop.listener.rehearsal();
  const held = hosts.info();
  const preflights = hosts.preflights();
  const pair = tuner.intake.pair()?.info();
  return {
    feed: tuner.intake.info(),
    ...(pair && { pair }),
    outputs: [...hosts.outputs()],
    faults: [...faults.list()],
    tape: tuner.recorder?.info() ?? null,
    sources: tuner.intake.sources(),
    ...(held && { hosts: held }),
    ...(preflights.length > 0 && { preflights: [...preflights] }),
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
