// What is connected and what is wrong: outputs above, faults below.
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { OutputsPanel } from './outputs-panel.tsx';

/** Outputs and faults. */
export function HealthTab({ desk }: PanelProps) {
  return (
    <div class="health-tab">
      <OutputsPanel desk={desk} />
      <FaultsPanel desk={desk} />
    </div>
  );
}

/** How many faults there are, for the tab; empty for none. */
export function healthWants({ heard }: DeskState): string {
  const faults = heard?.health.faults.length ?? 0;
  return faults > 0 ? `${faults}` : '';
}
