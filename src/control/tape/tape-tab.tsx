// The tape under the pictures: how it is played, the game along it, and what is cut out of it, also out of what is recorded now.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { RATES, type TransportInfo } from '../../game/transport.ts';
import { ActionButton } from '../button.tsx';
import type { Desk } from '../desk.ts';
import type { DeskState } from '../desk-state.ts';
import type { PanelProps } from '../dock.tsx';
import { Glyph } from '../glyph.tsx';
import { sizeText } from '../words.ts';
import { rateText, STEPS, type TapeWish } from './tape-action.ts';
import { LAST_MS } from './tape-desk.ts';
import { Timeline } from './timeline.tsx';
import { positionText } from './timeline-shape.ts';

const STATUS: Readonly<Record<TransportInfo['status'], string>> = {
  playing: 'Playing',
  paused: 'Stands',
  ended: 'Over',
  reading: 'Is read up to there',
};

/** What the tab says while a tape is not played as in life. */
export function tapeWants({ heard }: DeskState): string {
  const transport = heard?.transport ?? null;
  if (!transport) return '';
  if (transport.status !== 'playing') return STATUS[transport.status].toLowerCase();
  return transport.rate === 1 ? '' : rateText(transport.rate);
}

/** All of it. */
export function TapeTab({ desk }: PanelProps) {
  const info = desk.state.value.heard?.transport ?? null;
  return (
    <section class="panel tape" aria-label="Tape">
      {info ? (
        <>
          <Strip desk={desk} info={info} />
          <Timeline desk={desk} info={info} />
        </>
      ) : (
        <p class="tape-none">
          No tape is played: what is heard is live. <code>courtside replay FILE</code> plays one; what is
          recorded now can be cut.
        </p>
      )}
      <Cut desk={desk} info={info} />
    </section>
  );
}

type StripProps = { readonly desk: Desk; readonly info: TransportInfo };

const Wish = ({
  desk,
  wish,
  name,
  children,
  pressed,
}: {
  readonly desk: Desk;
  readonly wish: TapeWish;
  readonly name: string;
  readonly children: ComponentChildren;
  readonly pressed?: boolean;
}) => (
  <ActionButton
    desk={desk}
    action={{ do: 'tape', wish }}
    name={name}
    {...(pressed === undefined ? {} : { pressed, tone: pressed ? 'look' : undefined })}
  >
    {children}
  </ActionButton>
);

function Strip({ desk, info }: StripProps) {
  const atMs = desk.tape.atMs.value ?? info.fromMs;
  const isPlaying = info.status === 'playing';
  return (
    <div class="tape-strip">
      <Wish desk={desk} wish="event-back" name="To the event before">
        <Glyph of="event-back" />
      </Wish>
      <Wish desk={desk} wish="frame-back" name="A picture back">
        <Glyph of="frame-back" />
      </Wish>
      <Wish desk={desk} wish="back" name="Backwards" pressed={info.rate < 0}>
        <Glyph of="backwards" />
      </Wish>
      <Wish desk={desk} wish="toggle" name={isPlaying ? 'Pause' : 'Play'} pressed={isPlaying}>
        <Glyph of={isPlaying ? 'pause' : 'play'} /> {isPlaying ? 'Pause' : 'Play'}
      </Wish>
      <Wish desk={desk} wish="frame-on" name="A picture on">
        <Glyph of="frame-on" />
      </Wish>
      <Wish desk={desk} wish="event-on" name="To the next event">
        <Glyph of="event-on" />
      </Wish>
      <Wish desk={desk} wish="slower" name="Slower">
        −
      </Wish>
      <Rate desk={desk} info={info} />
      <Wish desk={desk} wish="faster" name="Faster">
        +
      </Wish>
      <Goto desk={desk} />
      <output class="tape-position figures" aria-label="Position">
        <b>{positionText(atMs - info.fromMs, !isPlaying)}</b> / {positionText(info.toMs - info.fromMs)}
        <small>{STATUS[info.status]}</small>
      </output>
    </div>
  );
}

function Rate({ desk, info }: StripProps) {
  const rates = [...STEPS.map((step) => -step).reverse(), ...STEPS];
  const all = rates.includes(info.rate) ? rates : [...rates, info.rate].sort((a, b) => a - b);
  return (
    <select
      aria-label={`Rate, ${RATES.slowest} to ${RATES.fastest} times as fast`}
      value={info.rate}
      onChange={({ currentTarget }) => desk.tape.order({ do: 'rate', rate: Number(currentTarget.value) })}
    >
      {all.map((rate) => (
        <option key={rate} value={rate}>
          {rateText(rate)}
        </option>
      ))}
    </select>
  );
}

/** By the game clock, or from either end. */
function Goto({ desk }: { readonly desk: Desk }) {
  const text = useSignal('');
  return (
    <form
      class="tape-goto"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.value.trim() !== '') desk.tape.order({ do: 'seek', to: text.value });
      }}
    >
      <input
        type="text"
        placeholder="Q3 4:12 or +1:30"
        aria-label="Go to: period and game clock, or +time after the beginning"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <button type="submit">Go</button>
    </form>
  );
}

/** Marks, the loop, and the stretch as a tape of its own. */
function Cut({ desk, info }: { readonly desk: Desk; readonly info: TransportInfo | null }) {
  const { inMs, outMs } = desk.tape.marks.value;
  const { anonymise } = desk.tape;
  const markText = (atMs: number | null): string =>
    atMs === null
      ? '–'
      : info
        ? positionText(atMs - info.fromMs, true)
        : new Date(atMs).toTimeString().slice(0, 8);
  const hasTape = info !== null || desk.state.value.heard?.health.tape?.recording === true;
  return (
    <div class="tape-cut" role="group" aria-label="Marks and cuts">
      <Wish desk={desk} wish="mark-in" name="Mark in, here">
        In
      </Wish>
      <b class="figures">{markText(inMs)}</b>
      <Wish desk={desk} wish="mark-out" name="Mark out, here">
        Out
      </Wish>
      <b class="figures">{markText(outMs)}</b>
      {info && (
        <Wish desk={desk} wish="loop" name="Round and round between the marks" pressed={info.loop}>
          Loop
        </Wish>
      )}
      <span class="tape-cut-wishes">
        <label>
          <input
            type="checkbox"
            checked={anonymise.value}
            onChange={({ currentTarget }) => {
              anonymise.value = currentTarget.checked;
            }}
          />
          Names and ids replaced
        </label>
        <button
          type="button"
          disabled={!hasTape || inMs === null || outMs === null}
          onClick={() => desk.tape.makeCut('marks')}
        >
          Cut from in to out
        </button>
        <ActionButton
          desk={desk}
          action={{ do: 'tape', wish: 'cut-minute' }}
          name="The last minute as a tape"
          disabled={!hasTape}
        >
          Last {LAST_MS / 1_000} s
        </ActionButton>
      </span>
      <CutWords desk={desk} />
    </div>
  );
}

function CutWords({ desk }: { readonly desk: Desk }) {
  const cut = desk.tape.cut.value;
  return (
    <span class="tape-cut-news" role="status">
      {cut.is === 'cutting' && 'Cutting…'}
      {cut.is === 'refused' && (
        <span class="look">
          Not cut: {cut.fault.expected} is wanted, not {cut.fault.found}
        </span>
      )}
      {cut.is === 'made' && (
        <a class="file" href={cut.href} download={cut.file}>
          {cut.file}, {sizeText(cut.bytes)}
        </a>
      )}
    </span>
  );
}
