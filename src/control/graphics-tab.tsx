// The list of graphics beside the form of the one that is selected.
import type { PanelProps } from './dock.tsx';
import { GraphicsPanel } from './graphics-panel.tsx';
import { OptionsPanel } from './options-panel.tsx';

/** Graphics and options, side by side. */
export function GraphicsTab({ desk }: PanelProps) {
  return (
    <div class="graphics-tab">
      <GraphicsPanel desk={desk} />
      <OptionsPanel desk={desk} />
    </div>
  );
}
