// OBS and vMix at the operator's page: found or why not, what of ours they hold and what is wrong with it, and an output put into OBS at a press.
import type { HostsInfo } from '../../wire/hosts.ts';
import type { DeskState } from '../desk-state.ts';
import type { PanelProps } from '../dock.tsx';
import { ObsPanel } from './obs-panel.tsx';
import { VmixPanel } from './vmix-panel.tsx';

/** Both hosts, one under the other. */
export function HostsTab({ desk }: PanelProps) {
  const hosts = desk.state.value.heard?.health.hosts;
  return (
    <div class="hosts-tab">
      <ObsPanel desk={desk} obs={hosts?.obs ?? null} />
      <VmixPanel vmix={hosts?.vmix ?? null} />
    </div>
  );
}

/** A source that is not as it should be, or a host that does not let us in, for the tab; empty for neither. */
export function hostsWants({ heard }: DeskState): string {
  const hosts = heard?.health.hosts;
  return hosts ? wantsOf(hosts) : '';
}

function wantsOf({ obs, vmix }: HostsInfo): string {
  if (obs?.link === 'refused') return 'password';
  if (obs?.sources.some(({ page }) => page === 'gone')) return 'gone';
  if (obs?.short) return 'page missing';
  const wrong = obs?.sources.filter((source) => source.wrong.length > 0).length ?? 0;
  if (wrong > 0) return `${wrong} wrong`;
  return vmix?.link === 'open' && vmix.why !== '' ? 'vMix' : '';
}
