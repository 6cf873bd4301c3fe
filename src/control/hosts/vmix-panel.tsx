// vMix: connected or not, the browser input that shows an output, the overlay channel that goes with it, and its tally.
import type { VmixInfo } from '../../wire/hosts.ts';
import { TallyChip } from './tally-chip.tsx';

const LEAD_WORDS: Readonly<Record<VmixInfo['leads'], string>> = {
  both: 'a take starts it, and it takes what is ready',
  take: 'a take starts it',
  vmix: 'it takes what is ready',
};

export function VmixPanel({ vmix }: { readonly vmix: VmixInfo | null }) {
  if (!vmix)
    return (
      <section class="panel host" aria-label="vMix">
        <h2>vMix</h2>
        <p class="none">Not looked for: start the relay with --vmix-input TITLE.</p>
      </section>
    );
  const { at, link, why, input, number, output, overlay, leads, tally } = vmix;
  const isOpen = link === 'open';
  return (
    <section class="panel host" aria-label="vMix">
      <h2>
        vMix <small class={isOpen ? undefined : 'look'}>{isOpen ? 'connected' : 'not connected'}</small>
      </h2>
      {why !== '' && (
        <p class="look">
          {why} ({at})
        </p>
      )}
      <p>
        Input <b>{input}</b>
        {number !== null && ` (${number})`}: output {output}{' '}
        {tally && <TallyChip tally={{ state: tally, by: 'vMix' }} />}
      </p>
      <p>
        Overlay {overlay}: {LEAD_WORDS[leads]}.
      </p>
    </section>
  );
}
