// What must be seen at any moment: the feed's lamp, what the feed says of the game, the recorder, the connection to the relay.
import { periodLabel } from '../game/period.ts';
import { Alarm } from './alarm.tsx';
import type { Desk } from './desk.ts';
import { feedLamp } from './feed-lamp.ts';
import { OperatorChip } from './operator-chip.tsx';
import type { Readout, Side } from './readout.ts';
import { sizeText } from './words.ts';

const NONE = '–';

/** The strip at the top of the page. */
export function TopBar({ desk }: { readonly desk: Desk }) {
  const { heard } = desk.state.value;
  const readout = desk.readout.value;
  const rehearses = heard?.health.feed.rehearsal === true;
  return (
    <header class={rehearses ? 'top rehearses' : 'top'}>
      <div class="top-left">
        <h1 class="unseen">Courtside</h1>
        <Alarm desk={desk} />
        {rehearses && <span class="badge badge-rehearsal">Rehearsal</span>}
        {heard?.health.feed.marks?.map((mark) => (
          <span key={mark} class="badge badge-mark">
            {mark === 'replay' ? 'Replay' : 'Unofficial'}
          </span>
        ))}
        <FeedStatus desk={desk} />
      </div>
      <GameReadout readout={readout} />
      <div class="top-right">
        <Recorder desk={desk} />
        <OperatorChip desk={desk} />
      </div>
    </header>
  );
}

/** The lamp of the feed, and what it is. */
export function FeedStatus({ desk }: { readonly desk: Desk }) {
  const { heard, link } = desk.state.value;
  if (!heard) return <div class="lamp lamp-look">Feed unknown</div>;
  const { feed } = heard.health;
  const lamp = feedLamp(feed, desk.readout.value.nowMs);
  return (
    <div class={`lamp lamp-${lamp.attention}`} role="group" aria-label="Feed">
      <i aria-hidden="true" />
      <span class="lamp-words">
        <span>
          Feed <b>{link.status === 'open' ? lamp.label : `was ${lamp.label.toLowerCase()}`}</b>{' '}
          <small class="figures">{lamp.age}</small>
        </span>
        <small>
          {feed.name}
          {feed.detail && `: ${feed.detail}`}
        </small>
      </span>
    </div>
  );
}

function TeamFigures({ readout, side }: { readonly readout: Readout; readonly side: Side }) {
  const team = readout[side];
  const label = <span class="code">{team?.code || (side === 'away' ? 'Away' : 'Home')}</span>;
  const score = <b class={`figures score${readout.stale.score ? ' stale' : ''}`}>{team?.score ?? NONE}</b>;
  const swatch = (
    <svg class="swatch" viewBox="0 0 8 32" aria-hidden="true">
      <rect width="8" height="32" fill={team?.colour ?? '#3a4656'} />
    </svg>
  );
  return side === 'away' ? (
    <div class="team">
      {swatch}
      {label}
      {score}
    </div>
  ) : (
    <div class="team">
      {score}
      {label}
      {swatch}
    </div>
  );
}

/** Scores, period and clocks, as the feed has them. */
export function GameReadout({ readout }: { readonly readout: Readout }) {
  return (
    <section class="readout" aria-label="What the feed says">
      <TeamFigures readout={readout} side="away" />
      <TeamFigures readout={readout} side="home" />
      <span class="period">{readout.period ? periodLabel(readout.period) || readout.period : NONE}</span>
      <b class={`figures clock${readout.running ? '' : ' stopped'}${readout.stale.clock ? ' stale' : ''}`}>
        {readout.clock ?? NONE}
      </b>
      <b class={`figures shot${readout.stale.shotClock ? ' stale' : ''}`}>{readout.shotClock ?? NONE}</b>
    </section>
  );
}

function Recorder({ desk }: { readonly desk: Desk }) {
  const tape = desk.state.value.heard?.health.tape;
  if (!tape) return <span class="recorder look">Not recording</span>;
  return (
    <span class={tape.recording ? 'recorder' : 'recorder look'}>
      <span>
        {tape.recording ? 'Rec' : 'Recorder stopped'} <b class="figures">{sizeText(tape.bytes)}</b>
      </span>
      <small>{tape.detail ?? tape.file.split('/').pop()}</small>
    </span>
  );
}
