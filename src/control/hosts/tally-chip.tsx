// Whether an output is on program in its host: by the host's own word, not because it is open.
import type { HostTally, TallyWord } from '../../wire/hosts.ts';

export const TALLY_WORDS: Readonly<Record<TallyWord, string>> = {
  program: 'on program',
  preview: 'on preview',
  off: 'not shown',
};

const HOSTS: Readonly<Record<HostTally['by'], string>> = {
  OBS: 'OBS says so',
  vMix: 'vMix says so',
  page: 'OBS has told the page itself',
};

/** Red, green or grey; `open only` where no host tells. */
export function TallyChip({ tally }: { readonly tally: HostTally | undefined }) {
  return (
    <span
      class={`tally-chip ${tally?.state ?? 'open'}`}
      title={tally ? HOSTS[tally.by] : 'No host says whether it is on program'}
    >
      {tally ? TALLY_WORDS[tally.state] : 'open only'}
    </span>
  );
}
