// The workshop: four panels of which one is open; what the relay listens to, and the faults that are on, are in view over each.
import { useComputed } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Key } from '../button.tsx';
import type { Desk } from '../desk.ts';
import { MayPress } from '../may-press.tsx';
import { LinkBanner, Notices, TokenDialog } from '../notices.tsx';
import { OperatorChip } from '../operator-chip.tsx';
import { FeedStatus, GameReadout } from '../top-bar.tsx';
import { type Bench, keyOfPanel, PANELS, type PanelName } from './bench.ts';
import { FaultsPanel } from './faults-panel.tsx';
import { ListeningStrip } from './listening-strip.tsx';
import { MockPanel } from './mock-panel.tsx';
import { SchedulePanel } from './schedule-panel.tsx';
import { ViewerPanel } from './viewer-panel.tsx';
import type { WordsLine } from './words-line.ts';

export type PanelProps = { readonly bench: Bench; readonly words: WordsLine };

const NAMES: Readonly<Record<PanelName, string>> = {
  mock: 'Mock game',
  faults: 'Faults on purpose',
  feed: 'Feed viewer',
  schedule: 'Schedule',
};
const BODIES: Readonly<Record<PanelName, ComponentType<PanelProps>>> = {
  mock: MockPanel,
  faults: FaultsPanel,
  feed: ViewerPanel,
  schedule: SchedulePanel,
};
/** An observer may press everything in these: they only look. */
const LOOKS: ReadonlySet<PanelName> = new Set(['feed']);

/** The whole page. What changes all the time is read further down, so that the panels are not drawn anew for it. */
export function WorkshopPage({ bench, words }: PanelProps) {
  const { desk } = bench;
  const look = useComputed(() =>
    desk.state.value.link.status === 'open' ? 'desk workshop' : 'desk workshop old',
  );
  return (
    <div class={look.value}>
      <LinkBanner desk={desk} />
      <Header desk={desk} />
      <ListeningStrip bench={bench} />
      <main>
        <div class="dock">
          <Tabs bench={bench} />
          <OpenPanel bench={bench} words={words} />
        </div>
      </main>
      <Notices desk={desk} />
      <TokenDialog desk={desk} />
    </div>
  );
}

/** The feed's lamp and figures, and who sits here. */
const Header = ({ desk }: { readonly desk: Desk }) => (
  <header class="top">
    <div class="top-left">
      <a class="file" href="/">
        Operator’s page
      </a>
      <FeedStatus desk={desk} />
    </div>
    <GameReadout readout={desk.readout.value} />
    <div class="top-right">
      <OperatorChip desk={desk} />
    </div>
  </header>
);

const Tabs = ({ bench: { panel } }: { readonly bench: Bench }) => (
  <div class="tabs" role="tablist" aria-label="Workshop">
    {PANELS.map((name) => (
      <button
        key={name}
        type="button"
        role="tab"
        id={`tab-${name}`}
        class="tab"
        data-key={keyOfPanel(name)}
        aria-selected={name === panel.value}
        aria-controls="workshop-panel"
        onClick={() => {
          panel.value = name;
        }}
      >
        <span>{NAMES[name]}</span>
        <Key label={keyOfPanel(name)} />
      </button>
    ))}
  </div>
);

function OpenPanel({ bench, words }: PanelProps) {
  const open = bench.panel.value;
  const Body = BODIES[open];
  return (
    <div class="dock-panel" id="workshop-panel" role="tabpanel" aria-labelledby={`tab-${open}`}>
      {LOOKS.has(open) ? (
        <Body bench={bench} words={words} />
      ) : (
        <MayPress desk={bench.desk}>
          <Body bench={bench} words={words} />
        </MayPress>
      )}
    </div>
  );
}
