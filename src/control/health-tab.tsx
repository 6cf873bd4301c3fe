// What is connected and what is wrong: the feed by source, the outputs, the relay and its tape, the faults.
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { FeedHealth } from './feed-health.tsx';
import { OutputsPanel } from './outputs-panel.tsx';
import { RelayHealth } from './relay-health.tsx';

/** All of it, each scrolling in itself. */
export function HealthTab({ desk }: PanelProps) {
  return (
    <div class="health-tab">
      <OutputsPanel desk={desk} />
      <FeedHealth desk={desk} />
      <RelayHealth desk={desk} />
      <FaultsPanel desk={desk} />
    </div>
  );
}

/** How many faults there are, for the tab; empty for none. */
export function healthWants({ heard }: DeskState): string {
  const faults = heard?.health.faults.length ?? 0;
  return faults > 0 ? `${faults}` : '';
}
