// Two feeds of one game: who owns what, what each says, how far apart they are in time and in value, and what the operator decides of it.
import type { Lane } from '../game/owners.ts';
import type { FieldInfo, PairInfo } from '../game/pair-info.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import { feedLamp } from './feed-lamp.ts';
import { MatchTable } from './match-table.tsx';
import { ageText } from './words.ts';

const LANE_NAMES: Readonly<Record<Lane, string>> = { main: 'Main', backup: 'Backup' };
const NAMES: Readonly<Record<FieldInfo['field'], string>> = {
  teams: 'Teams',
  score: 'Score',
  period: 'Period',
  clock: 'Clock',
  shotClock: 'Shot clock',
  fouls: 'Team fouls',
  possession: 'Possession',
  stats: 'Statistics',
  zones: 'Zones and shots',
  positions: 'Positions',
  plays: 'Plays',
};
const NONE = '–';
/** What is told of both teams, hosts first. */
const OF_BOTH: ReadonlySet<FieldInfo['field']> = new Set(['score', 'fouls']);
const TENTH_MS = 100;

/** Both feeds, a line a field, and who is who. */
export function FeedsTab({ desk }: PanelProps) {
  const pair = desk.state.value.heard?.health.pair;
  if (!pair)
    return (
      <section class="panel" aria-label="Feeds">
        <h2>Feeds</h2>
        <p class="none">There is one feed. A second one is named with --backup.</p>
      </section>
    );
  const isMatched = pair.match !== null && !pair.match.same;
  return (
    <div class={isMatched ? 'feeds-tab with-match' : 'feeds-tab'}>
      <section class="panel feeds" aria-label="Feeds">
        <Lanes desk={desk} pair={pair} />
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Taken from</th>
              <th scope="col">Main says</th>
              <th scope="col">Backup says</th>
              <th scope="col">Backup is behind</th>
              <th scope="col">Falls</th>
            </tr>
          </thead>
          <tbody>
            {pair.fields.map((field) => (
              <Row key={field.field} desk={desk} told={field} />
            ))}
          </tbody>
        </table>
      </section>
      {isMatched && pair.match && <MatchTable desk={desk} match={pair.match} />}
    </div>
  );
}

/** What waits for the operator, or that a field is not where it should be; for the tab. */
export function feedsWants({ heard }: DeskState): string {
  const pair = heard?.health.pair;
  if (!pair) return '';
  const asks = pair.fields.filter(({ askedFor }) => askedFor !== null).length;
  if (asks > 0) return `${asks} to decide`;
  if (pair.match && !pair.match.confirmed) return 'who is who';
  return pair.fields.some(
    ({ owner, wanted, main, backup }) => owner !== wanted && main !== null && backup !== null,
  )
    ? 'backup'
    : '';
}

function Lanes({ desk, pair }: { readonly desk: Desk; readonly pair: PairInfo }) {
  const { nowMs } = desk.readout.value;
  return (
    <div class="lanes">
      {pair.feeds.map(({ lane, name, status, detail, heardMs }) => {
        const { label, attention } = feedLamp({ status, heardMs }, nowMs);
        return (
          <p key={lane} class={attention === 'quiet' ? undefined : 'look'}>
            <b>{LANE_NAMES[lane]}</b> {name}: {label}
            {heardMs !== null && <small class="figures"> heard {ageText(nowMs - heardMs)} ago</small>}
            {detail && <small> {detail}</small>}
          </p>
        );
      })}
      {pair.match?.same && <small>same ids in both</small>}
      <span class="all-fields">
        {(['main', 'backup'] as const).map((lane) => (
          <button
            key={lane}
            type="button"
            onClick={() => void desk.send({ cue: 'owner', field: 'all', feed: lane })}
          >
            All from {lane}
          </button>
        ))}
      </span>
    </div>
  );
}

/** Away first, as everywhere on this page. */
const saidText = (field: FieldInfo['field'], text: string | null): string | null =>
  text !== null && OF_BOTH.has(field) ? text.split(':').reverse().join(' – ') : text;

/** `0.8 s`; minus where main is behind. */
const behind = (ms: number | null): string =>
  ms === null ? '' : `${(Math.round(ms / TENTH_MS) / 10).toFixed(1)} s`;

function Row({ desk, told }: { readonly desk: Desk; readonly told: FieldInfo }) {
  const { field, owner, wanted, falls, main, backup, agree, behindMs, down, askedFor } = told;
  const name = NAMES[field];
  const state = askedFor ? 'asked' : down ? 'down' : owner === wanted ? '' : 'fallen';
  const says = (lane: Lane, text: string | null) => (
    <td class={`figures${agree === false ? ' apart' : ''}${owner === lane ? ' owns' : ''}`}>
      {saidText(field, text) ?? NONE}
    </td>
  );
  return (
    <tr class={state}>
      <th scope="row">{name}</th>
      <td>
        <span class="choice" role="group" aria-label={`${name} is taken from`}>
          {(['main', 'backup'] as const).map((lane) => (
            <button
              key={lane}
              type="button"
              class={askedFor === lane ? 'tone-look' : undefined}
              aria-pressed={owner === lane}
              aria-label={`${name} from ${lane}`}
              onClick={() => void desk.send({ cue: 'owner', field, feed: lane })}
            >
              {LANE_NAMES[lane]}
            </button>
          ))}
        </span>
      </td>
      {says('main', main)}
      {says('backup', backup)}
      <td class="figures">{behind(behindMs)}</td>
      <td>
        <select
          aria-label={`${name} falls`}
          value={falls}
          onChange={({ currentTarget }) =>
            void desk.send({
              cue: 'owner',
              field,
              falls: currentTarget.value === 'hand' ? 'hand' : 'itself',
            })
          }
        >
          <option value="itself">by itself</option>
          <option value="hand">by hand</option>
        </select>
        {state !== '' && <small class="look"> {STATE_WORDS[state]}</small>}
      </td>
    </tr>
  );
}

const STATE_WORDS = { asked: 'they disagree: choose', down: 'silent', fallen: 'fallen' } as const;
