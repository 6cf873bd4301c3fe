// Games by date, team, location, season type and week; one press listens to one.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { onBus } from '../../show/show.ts';
import { type Schedule, type ScheduleName, scheduleSchema } from '../../wire/event-calls.ts';
import { HoldButton } from '../hold-button.tsx';
import type { Bench } from './bench.ts';
import { KeyButton } from './key-button.tsx';
import { listenTo } from './listening-strip.tsx';
import { firstFilters, type ScheduleWords, scheduleQuery } from './schedule-words.ts';

type ViewProps = {
  readonly bench: Bench;
  readonly server: ScheduleName;
  /** There is somebody to ask. */
  readonly isAble: boolean;
};

export function ScheduleView(given: ViewProps) {
  const { readout } = given.bench.desk;
  // The days to begin with are counted from the relay's own.
  const isTimed = useComputed(() => readout.value.nowMs > 0);
  return isTimed.value ? <Games {...given} /> : null;
}

function Games({ bench, server, isAble }: ViewProps) {
  const words = useSignal<ScheduleWords>(firstFilters(bench.desk.readout.peek().nowMs));
  const found = useSignal<Schedule | null>(null);
  const asks = useRef(0);
  const ask = async (): Promise<void> => {
    asks.current += 1;
    const nth = asks.current;
    const path = `/api/v1/schedule?${scheduleQuery(server, words.peek()).toString()}`;
    const read = await bench.read(path, scheduleSchema, 'Schedule');
    // Another may be asked by now: a press would listen to this one's games as to that one's.
    if (nth === asks.current) found.value = read;
  };
  useEffect(() => {
    found.value = null;
    asks.current += 1;
    if (isAble) void ask();
  }, [server, isAble]);
  return (
    <section class="panel schedule-view" aria-label="Games">
      <Filters words={words} server={server} isAble={isAble} onAsk={() => void ask()} />
      <div class="box-scroll">
        <table class="schedule-games">
          <Heads />
          <tbody>
            {found.value?.games.map((game) => (
              <Row key={game.gameId} bench={bench} server={server} game={game} />
            ))}
          </tbody>
        </table>
        {found.value?.games.length === 0 && <p class="none">No game matches.</p>}
      </div>
    </section>
  );
}

const Heads = () => (
  <thead>
    <tr>
      {['Tip-off', 'Status', 'Home', 'Away', 'Where', 'Season', 'Week', 'Game', ''].map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  </thead>
);

type FiltersProps = {
  readonly server: ScheduleName;
  readonly words: Signal<ScheduleWords>;
  readonly isAble: boolean;
  readonly onAsk: () => void;
};

const TEXTS = [
  { name: 'team', label: 'Team id', size: 8 },
  { name: 'location', label: 'Location', size: 18 },
  { name: 'week', label: 'Week', size: 4 },
] as const;
const CALENDAR_TEXTS = [
  { name: 'name', label: 'Team', size: 14 },
  { name: 'sport', label: 'Sport (nba2k unless said)', size: 10 },
] as const;
const CHOICES = [
  { name: 'season', label: 'Season', choices: ['', 'EXH', 'PRE', 'REG', 'POST'] },
  { name: 'type', label: 'Sport', choices: ['', 'BASKETBALL', 'FOOTBALL'] },
] as const;

function Filters({ words, server, isAble, onAsk }: FiltersProps) {
  const change = (part: Partial<ScheduleWords>): void => {
    words.value = { ...words.peek(), ...part };
  };
  return (
    <form
      class="schedule-filters"
      aria-label="Which games"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {name === 'from' ? 'From' : 'To'}
          <input
            type="date"
            value={words.value[name]}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          />
        </label>
      ))}
      {(server === 'hudstats' ? CALENDAR_TEXTS : TEXTS).map(({ name, label, size }) => (
        <label key={name}>
          {label}
          <input
            type="text"
            size={size}
            value={words.value[name]}
            onInput={({ currentTarget }) => change({ [name]: currentTarget.value })}
          />
        </label>
      ))}
      {(server === 'hudstats' ? [] : CHOICES).map(({ name, label, choices }) => (
        <label key={name}>
          {label}
          <select
            value={words.value[name]}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          >
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice || 'any'}
              </option>
            ))}
          </select>
        </label>
      ))}
      <KeyButton keyName="G" tone="preview" disabled={!isAble} onPress={onAsk}>
        Show games
      </KeyButton>
    </form>
  );
}

const whenText = (atMs: number | null): string =>
  atMs === null ? '–' : new Date(atMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

type RowProps = {
  readonly bench: Bench;
  readonly server: ScheduleName;
  readonly game: Schedule['games'][number];
};

function Row({ bench, server, game }: RowProps) {
  const { gameId, status, tipoffMs, home, away, facility, locationId, seasonType, weekNumber } = game;
  return (
    <tr>
      <td class="figures">{whenText(tipoffMs)}</td>
      <td>
        <b class={status === 'ACTIVE' ? 'game-active' : undefined}>{status ?? '–'}</b>
      </td>
      <td>{home.name ?? home.teamId ?? '–'}</td>
      <td>{away.name ?? away.teamId ?? '–'}</td>
      <td title={locationId ?? undefined}>{facility ?? locationId ?? '–'}</td>
      <td>{seasonType ?? '–'}</td>
      <td class="figures">{weekNumber ?? '–'}</td>
      <td class="figures quiet schedule-id">{gameId}</td>
      <td>
        <ListenButton bench={bench} server={server} gameId={gameId} />
      </td>
    </tr>
  );
}

type ListenProps = { readonly bench: Bench; readonly server: ScheduleName; readonly gameId: string };

/** One press subscribes and listens; held, where graphics are on air. */
function ListenButton({ bench, server, gameId }: ListenProps) {
  const { heard } = bench.desk.state.value;
  const isHeard = heard?.health.listening?.game === gameId;
  const onAir = heard !== null && Object.values(onBus(heard.show, 'program')).some((one) => one !== null);
  const listen = (): void => {
    const unasked = onAir ? { onAir } : {};
    void listenTo(
      bench,
      server === 'rehearsal'
        ? { to: 'rehearsal', ...unasked }
        : { to: 'game', game: gameId, ...(server === 'hudstats' && { of: server }), ...unasked },
    );
  };
  if (isHeard) return <b class="look">listened to</b>;
  if (onAir)
    return (
      <HoldButton keyText={null} onHeld={listen}>
        Hold: listen
      </HoldButton>
    );
  return (
    <button type="button" aria-label={`Listen to game ${gameId}`} onClick={listen}>
      Listen
    </button>
  );
}
