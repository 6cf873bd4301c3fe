// Every page that is connected: what it has painted, how smoothly, how far behind live, and what is wrong with it.
import { useSignal } from '@preact/signals';
import { DELAY_STEP_MS } from '../show/cue.ts';
import { MAX_DELAY_MS, type Playhead } from '../show/playhead.ts';
import { playheadOf } from '../show/show.ts';
import { MONITOR_PREFIX } from '../wire/air-outputs.ts';
import { type ObsInfo, shortWords } from '../wire/hosts.ts';
import type { PreflightMark } from '../wire/preflight.ts';
import type { OutputInfo, Painted } from '../wire/wire.ts';
import type { Desk } from './desk.ts';
import { TallyChip } from './hosts/tally-chip.tsx';
import { MayPress } from './may-press.tsx';
import { PreflightLamp } from './preflight/preflight-lamp.tsx';
import { outputTroubles } from './tally.ts';

const RENDERERS: Readonly<Record<Painted['renderer'], string>> = {
  webgl: 'WebGL',
  'webgl-software': 'software rendering',
  canvas: 'canvas',
  none: 'no renderer',
};

/** What draws as fast as it was measured to; anything else is worth a look. */
const HARDWARE: ReadonlySet<Painted['renderer']> = new Set(['webgl', 'canvas']);

/** Fewer ticks a second than any broadcast's frames. */
const SLOW_FPS = 20;

/** The delay that an operator has set; null where the output plays live by itself. */
const delaySet = (playhead: Playhead): number | null =>
  (playhead.kind === 'delayed' ? playhead : playhead.after).delayMs || null;

/** Programs first, then previews; operators' own monitors last. */
const rank = ({ name, bus }: OutputInfo): number =>
  (name.startsWith(MONITOR_PREFIX) ? 2 : 0) + (bus === 'preview' ? 1 : 0);

/** Of an output that is open in OBS; a desk's own monitor is in none. */
const missingOf = (obs: ObsInfo | null | undefined, { name }: OutputInfo): string => {
  const short = obs?.short?.find(({ output }) => output === name);
  return short ? shortWords(short) : '';
};

/** Who sits at a desk. */
const seatWords = ({ seat }: OutputInfo): string =>
  `${seat?.who || 'somebody'}${seat?.role === 'observer' ? ' (observes)' : ''}`;

/** The list of outputs. Desks are counted, not listed. */
export function OutputsPanel({ desk }: { readonly desk: Desk }) {
  const { heard } = desk.state.value;
  const pages = heard?.health.outputs ?? [];
  const outputs = pages.filter(({ role }) => role === 'output').sort((a, b) => rank(a) - rank(b));
  const desks = pages.filter(({ role }) => role === 'desk');
  return (
    <section class="panel outputs" aria-label="Outputs">
      <h2>
        Outputs
        <small>
          {outputs.length} connected{desks.length > 1 && `, desks: ${desks.map(seatWords).join(', ')}`}
        </small>
      </h2>
      <ul class="rows">
        {outputs.map((output) => (
          <Output
            key={`${output.name} ${output.bus} ${output.connectedMs}`}
            desk={desk}
            output={output}
            preflight={heard?.health.preflights?.find(({ name }) => name === output.name)}
            missing={missingOf(heard?.health.hosts?.obs, output)}
            revision={heard?.show.revision ?? 0}
            delayMs={heard && delaySet(playheadOf(heard.show, output.name))}
          />
        ))}
        {outputs.length === 0 && <li class="none">None. Open an address below in OBS or vMix.</li>}
      </ul>
    </section>
  );
}

type OutputProps = {
  readonly desk: Desk;
  readonly output: OutputInfo;
  /** The last one of an output of that name. */
  readonly preflight: PreflightMark | undefined;
  /** That not all of its sources have a page, in words; empty where they have. */
  readonly missing: string;
  readonly revision: number;
  /** Set by an operator; null while the output finds its own. */
  readonly delayMs: number | null;
};

function Output({ desk, output, preflight, missing, revision, delayMs }: OutputProps) {
  const { name, bus, painted } = output;
  const wrong = [...outputTroubles(output), ...(missing === '' ? [] : [missing])];
  const behind = painted !== null && painted.revision < revision;
  return (
    <li class={wrong.length > 0 ? 'output trouble' : 'output'}>
      <b class="output-name">{name}</b>
      <span class={behind ? 'figures look' : 'figures'}>
        painted {painted ? painted.revision : '–'}
        {behind && ` of ${revision}`}
      </span>
      <MayPress desk={desk}>
        <DelayEditor desk={desk} output={name} delayMs={delayMs} />
      </MayPress>
      <small class="output-detail">
        <TallyChip tally={output.tally} />
        {preflight && <PreflightLamp desk={desk} mark={preflight} />}
        <span class="figures">
          {bus}
          {painted && ` · ${Math.round(painted.delayMs)} ms behind · late ${Math.round(painted.lateMs)} ms`}
        </span>
        {painted && (
          <span class={painted.fps < SLOW_FPS ? 'figures look' : 'figures'}>
            {Math.round(painted.fps)} fps
          </span>
        )}
        {painted && !painted.renderer.endsWith('software') && (
          <span class={HARDWARE.has(painted.renderer) ? undefined : 'look'}>
            {RENDERERS[painted.renderer]}
          </span>
        )}
        {wrong.length > 0 && <span class="look">{wrong.join(' · ')}</span>}
      </small>
    </li>
  );
}

/** Milliseconds behind live, in steps of 10; sent with Enter or Set. */
function DelayEditor({
  desk,
  output,
  delayMs,
}: {
  readonly desk: Desk;
  readonly output: string;
  readonly delayMs: number | null;
}) {
  const typed = useSignal<string | null>(null);
  const text = typed.value ?? (delayMs === null ? '' : String(delayMs));
  const wanted = Number(text);
  const right =
    text.trim() !== '' && wanted >= 0 && wanted <= MAX_DELAY_MS && Number.isInteger(wanted / DELAY_STEP_MS);
  const isNew = right && wanted !== delayMs;
  return (
    <form
      class="delay"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) void desk.send({ cue: 'delay', output, delayMs: wanted });
        typed.value = null;
      }}
    >
      <label>
        <span class="unseen">Delay of {output} in milliseconds</span>
        <span aria-hidden="true">delay</span>
        <input
          type="number"
          min={0}
          max={MAX_DELAY_MS}
          step={DELAY_STEP_MS}
          value={text}
          placeholder="auto"
          aria-invalid={text !== '' && !right}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
        <span aria-hidden="true">ms</span>
      </label>
      <button type="submit" disabled={!isNew} aria-label={`Set the delay of ${output}`}>
        Set
      </button>
    </form>
  );
}
