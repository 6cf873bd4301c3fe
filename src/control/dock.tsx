// A dock holds panels of which one is open; the others are a tab and a key away, and a tab says when its panel wants to be looked at.
import type { ComponentType } from 'preact';
import { Key } from './button.tsx';
import type { Desk } from './desk.ts';
import { type DeskState, openTab } from './desk-state.ts';
import type { DockName } from './dock-name.ts';
import { keyLabel } from './keys.ts';
import { MayPress } from './may-press.tsx';

/** What a panel may need of the page. */
export type PanelProps = {
  readonly desk: Desk;
  /** `http://host:port` of the relay. */
  readonly origin: string;
  /** Puts a text on the clipboard; false when it may not. */
  readonly copy: (text: string, from: HTMLInputElement) => Promise<boolean>;
};

/** One panel of a dock. `wants` is what it would have the operator look at, in two or three words; absent or empty for nothing. */
export type Tab = {
  readonly id: string;
  readonly name: string;
  readonly Panel: ComponentType<PanelProps>;
  readonly wants?: (state: DeskState) => string;
  /** Only looks: an observer may press everything in it. */
  readonly looks?: boolean;
};

type DockProps = PanelProps & { readonly name: DockName; readonly tabs: readonly Tab[] };

/** The tabs, and the panel that is open. */
export function Dock({ name, tabs, ...given }: DockProps) {
  const { desk } = given;
  const state = desk.state.value;
  const id = openTab(
    state,
    name,
    tabs.map((tab) => tab.id),
  );
  const open = tabs.find((tab) => tab.id === id);
  return (
    <div class={`dock dock-${name}`}>
      <div class="tabs" role="tablist" aria-label={`${name} panels`}>
        <Key label={keyLabel(state.rows, { do: 'tab', dock: name, by: -1 })} />
        {tabs.map((tab) => (
          <DockTab key={tab.id} desk={desk} dock={name} tab={tab} isOpen={tab.id === id} />
        ))}
        <Key label={keyLabel(state.rows, { do: 'tab', dock: name, by: 1 })} />
      </div>
      <div class="dock-panel" id={`dock-${name}`} role="tabpanel" aria-labelledby={`tab-${name}-${id}`}>
        {open &&
          (open.looks ? (
            <open.Panel {...given} />
          ) : (
            <MayPress desk={desk}>
              <open.Panel {...given} />
            </MayPress>
          ))}
      </div>
    </div>
  );
}

type DockTabProps = {
  readonly desk: Desk;
  readonly dock: DockName;
  readonly tab: Tab;
  readonly isOpen: boolean;
};

function DockTab({ desk, dock, tab, isOpen }: DockTabProps) {
  const wants = tab.wants?.(desk.state.value) ?? '';
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${dock}-${tab.id}`}
      aria-selected={isOpen}
      aria-controls={`dock-${dock}`}
      class={wants ? 'tab wants' : 'tab'}
      onClick={() => desk.tell({ on: 'opened', dock, tab: tab.id })}
    >
      {tab.name}
      {wants && <small>{wants}</small>}
    </button>
  );
}
