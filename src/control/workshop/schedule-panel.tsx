// The provider's schedule, and every call of his that is known, tried as it is: the relay has the account and signs, this page never sees it.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SCHEDULES, type ScheduleName, type Servers, serversSchema } from '../../wire/event-calls.ts';
import type { Bench } from './bench.ts';
import { ScheduleView } from './schedule-view.tsx';
import { TryView } from './try-view.tsx';
import { ViewBar } from './view-bar.tsx';

const VIEWS = [
  { id: 'schedule', name: 'Games', key: '1' },
  { id: 'try', name: 'Try a call', key: '2' },
] as const;
type ViewId = (typeof VIEWS)[number]['id'];

export function SchedulePanel({ bench }: { readonly bench: Bench }) {
  const view = useSignal<ViewId>('schedule');
  const server = useSignal<ScheduleName | null>(null);
  const servers = useSignal<Servers | null>(null);
  const { desk } = bench;
  const runs = useComputed(() => desk.state.value.heard?.health.rehearsal !== undefined).value;
  useEffect(() => {
    void bench.read('/api/v1/event-api', serversSchema, 'Servers').then((read) => {
      servers.value = read;
      // A provider's own where there is an account, unless somebody has chosen.
      if (read && server.peek() === null)
        server.value =
          (['provider', 'hudstats'] as const).find((one) => read[one].trouble === null) ?? 'rehearsal';
    });
  }, [bench, servers, server, runs]);
  const chosen = server.value ?? 'provider';
  const trouble = servers.value?.[chosen].trouble ?? null;
  const isAble = servers.value !== null && server.value !== null && trouble === null;
  return (
    <div class="schedule">
      <ViewBar views={VIEWS} view={view}>
        <ServerChoice server={server} servers={servers.value} />
        {trouble !== null && (
          <span class="look" role="status">
            {chosen === 'rehearsal'
              ? 'No rehearsal server: start a mock game.'
              : `No account with the provider: ${trouble}. They are set in the relay’s environment.`}
          </span>
        )}
      </ViewBar>
      {view.value === 'schedule' ? (
        <ScheduleView bench={bench} server={chosen} isAble={isAble} />
      ) : chosen === 'hudstats' ? (
        <p class="none">HudStats has no call but the calendar.</p>
      ) : (
        <TryView bench={bench} server={chosen} isAble={isAble} />
      )}
    </div>
  );
}

type ChoiceProps = { readonly server: Signal<ScheduleName | null>; readonly servers: Servers | null };

const hostOf = (base: string): string => (base === '' ? '' : `, ${new URL(base).host}`);

const ServerChoice = ({ server, servers }: ChoiceProps) => (
  <label>
    <span class="quiet">Ask</span>{' '}
    <select
      aria-label="Which server is asked"
      value={server.value ?? 'provider'}
      onChange={({ currentTarget }) => {
        server.value = SCHEDULES.find((name) => name === currentTarget.value) ?? 'provider';
      }}
    >
      <option value="provider">ShotTracker{hostOf(servers?.provider.base ?? '')}</option>
      <option value="hudstats">HudStats{hostOf(servers?.hudstats.base ?? '')}</option>
      <option value="rehearsal">the rehearsal server{hostOf(servers?.rehearsal.base ?? '')}</option>
    </select>
  </label>
);
