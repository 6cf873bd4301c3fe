// Which panels there are, and where. A new panel is one line here.
import { AddressesPanel } from './addresses-panel.tsx';
import type { Tab } from './dock.tsx';
import type { DockName } from './dock-name.ts';
import { FeedsTab, feedsWants } from './feeds-tab.tsx';
import { FloorPanel } from './floor-panel.tsx';
import { GraphicsTab } from './graphics-tab.tsx';
import { HealthTab, healthWants } from './health-tab.tsx';
import { HostsTab, hostsWants } from './hosts/hosts-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { LookPanel, lookWants } from './look-panel.tsx';
import { OutagePanel, outageWants } from './outage-panel.tsx';
import { PreflightTab, preflightWants } from './preflight/preflight-tab.tsx';
import { RundownTab } from './rundown-tab.tsx';
import { StoriesTab, storiesWants } from './stories-tab.tsx';
import { SyncPanel, syncWants } from './sync-panel.tsx';
import { TapeTab, tapeWants } from './tape/tape-tab.tsx';
import { TeamsTab, teamsWants } from './teams-tab.tsx';
import { WorkshopTab, workshopWants } from './workshop-tab.tsx';

/** `work` is what one hand does under the pictures; `side` is what one eye keeps on. In the order of their tabs. */
export const DOCKS: Readonly<Record<DockName, readonly Tab[]>> = {
  work: [
    { id: 'graphics', name: 'Graphics', Panel: GraphicsTab },
    { id: 'rundown', name: 'Rundown', Panel: RundownTab },
    { id: 'stories', name: 'Stories', Panel: StoriesTab, wants: storiesWants },
    { id: 'teams', name: 'Teams', Panel: TeamsTab, wants: teamsWants },
    { id: 'outage', name: 'Outage', Panel: OutagePanel, wants: outageWants },
    { id: 'feeds', name: 'Feeds', Panel: FeedsTab, wants: feedsWants },
    { id: 'tape', name: 'Tape', Panel: TapeTab, wants: tapeWants },
    { id: 'hosts', name: 'Hosts', Panel: HostsTab, wants: hostsWants },
    { id: 'log', name: 'Log', Panel: LogTab, looks: true },
    { id: 'workshop', name: 'Workshop', Panel: WorkshopTab, wants: workshopWants, looks: true },
  ],
  side: [
    { id: 'health', name: 'Health', Panel: HealthTab, wants: healthWants, looks: true },
    { id: 'preflight', name: 'Pre-flight', Panel: PreflightTab, wants: preflightWants, looks: true },
    { id: 'sync', name: 'Sync', Panel: SyncPanel, wants: syncWants },
    { id: 'look', name: 'Look', Panel: LookPanel, wants: lookWants },
    { id: 'floor', name: 'Floor', Panel: FloorPanel },
    { id: 'addresses', name: 'Addresses', Panel: AddressesPanel, looks: true },
  ],
};

/** Their tabs' ids, for the keys. */
export const DOCK_TABS = {
  work: DOCKS.work.map(({ id }) => id),
  side: DOCKS.side.map(({ id }) => id),
} as const;
