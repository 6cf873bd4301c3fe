// Which output is on program, from two witnesses: what its host tells the relay, and what OBS tells the page itself of its own source. Pure.
import type { HostTally, ObsWitness, TallyWord } from '../../wire/hosts.ts';
import type { OutputInfo } from '../../wire/wire.ts';

/** What the hosts tell the relay, by an output's name; null for nothing. `isOne`: one source alone shows it. */
export type HostsTold = {
  readonly obs: (output: string) => { readonly tally: HostTally; readonly isOne: boolean } | null;
  readonly vmix: (output: string) => HostTally | null;
};

/** What a page was told of its own source; null for too little. A source that is not active may still be shown: in preview, or in a projector. */
function witnessed({ visible, active }: ObsWitness): TallyWord | null {
  if (active === true) return 'program';
  if (visible === false) return 'off';
  if (active === false) return visible === true ? 'preview' : 'off';
  return null;
}

/** Of a page in OBS. Of several sources with one name only the page knows which it is; of one, OBS knows from the start and the page from the first change. */
function inObs(output: OutputInfo, told: HostsTold): HostTally | null {
  const fromObs = told.obs(output.name);
  const own = output.painted?.obs ? witnessed(output.painted.obs) : null;
  if (fromObs?.isOne || own === null) return fromObs?.tally ?? null;
  return { state: own, by: 'page' };
}

/** The same outputs, each with its tally where a host tells one. */
export function withTallies(outputs: readonly OutputInfo[], told: HostsTold): readonly OutputInfo[] {
  const inObsByName = new Set(outputs.filter(({ painted }) => painted?.obs).map(({ name }) => name));
  return outputs.map((output) => {
    if (output.role !== 'output') return output;
    const isInObs = output.painted?.obs !== undefined;
    // A page that is open beside the one in OBS is not in OBS.
    const mayBeInObs = isInObs || !inObsByName.has(output.name);
    const tally = (isInObs ? null : told.vmix(output.name)) ?? (mayBeInObs ? inObs(output, told) : null);
    return tally ? { ...output, tally } : output;
  });
}
