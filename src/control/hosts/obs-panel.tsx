// OBS: how it is found, the sources of ours in it, each with its tally and what is wrong with it, and an output added to a scene.
import { useSignal } from '@preact/signals';
import { BLENDING_BY_HAND, type ObsInfo, type ObsSourceInfo, shortWords } from '../../wire/hosts.ts';
import type { Desk } from '../desk.ts';
import { outputNames } from '../output-in-hand.ts';
import { TallyChip } from './tally-chip.tsx';

type ObsProps = { readonly desk: Desk; readonly obs: ObsInfo | null };

const PAGE_WORDS: Readonly<Record<ObsSourceInfo['page'], string>> = {
  reports: 'its page reports',
  silent: 'its page says nothing',
  refreshed: 'its page is loaded anew',
  gone: 'its page has not come back: look at it in OBS',
  asleep: 'OBS has shut its page down',
};

/** The line under the name. */
function standing(obs: ObsInfo): string {
  if (obs.link !== 'open') return obs.why || `looked for at ${obs.at}`;
  const { canvas, program, preview } = obs;
  return [
    canvas && `${canvas.width} × ${canvas.height}, ${canvas.fps} fps`,
    program && `program: ${program}`,
    preview && `preview: ${preview}`,
  ]
    .filter((part) => part)
    .join(' · ');
}

export function ObsPanel({ desk, obs }: ObsProps) {
  const { told, busy } = desk.hosts;
  if (!obs)
    return (
      <section class="panel host" aria-label="OBS">
        <h2>OBS</h2>
        <p class="none">Not looked for: the relay was started with --obs off.</p>
      </section>
    );
  const isOpen = obs.link === 'open';
  return (
    <section class="panel host" aria-label="OBS">
      <h2>
        OBS <small class={isOpen ? undefined : 'look'}>{isOpen ? 'connected' : 'not connected'}</small>
        <button type="button" disabled={busy.value} onClick={() => desk.hosts.order({ do: 'look' })}>
          Look again
        </button>
      </h2>
      <p class={isOpen ? 'figures' : 'look'}>{standing(obs)}</p>
      {isOpen && (
        <>
          {obs.short?.map((one) => (
            <p key={one.output} class="look">
              Output {one.output}: {shortWords(one)}. Look at each in OBS, and load the one that stands still
              or is empty anew.
            </p>
          ))}
          <ul class="sources-there">
            {obs.sources.map((source) => (
              <Source key={source.input} desk={desk} source={source} />
            ))}
            {obs.sources.length === 0 && <li class="none">No source shows an output of this relay yet.</li>}
          </ul>
          <AddOutput desk={desk} obs={obs} />
          <p class="by-hand">
            {BLENDING_BY_HAND} <small>OBS lets no program do it.</small>
          </p>
        </>
      )}
      <ul class="told" role="status" aria-label="What was done in OBS">
        {told.value.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Source({ desk, source }: { readonly desk: Desk; readonly source: ObsSourceInfo }) {
  const { input, output, scenes, tally, wrong, page } = source;
  const { busy } = desk.hosts;
  return (
    <li class={wrong.length > 0 || page === 'gone' ? 'host-source trouble' : 'host-source'}>
      <b>{input}</b> <TallyChip tally={{ state: tally, by: 'OBS' }} />
      <span class="host-buttons">
        {wrong.length > 0 && (
          <button
            type="button"
            class="tone-look"
            disabled={busy.value}
            aria-label={`Correct ${input}`}
            onClick={() => desk.hosts.order({ do: 'correct', input })}
          >
            Correct
          </button>
        )}
        <button
          type="button"
          disabled={busy.value}
          aria-label={`Load ${input} anew`}
          onClick={() => desk.hosts.order({ do: 'refresh', input })}
        >
          Load anew
        </button>
      </span>
      <small>
        output {output} · {scenes.length > 0 ? `in ${scenes.join(', ')}` : 'in no scene'} · {PAGE_WORDS[page]}
      </small>
      {wrong.map(({ key, found, wanted, why }) => (
        <small key={key} class="look">
          {key} is {found}, should be {wanted}: {why}
        </small>
      ))}
    </li>
  );
}

/** The scene on program unless another is chosen. */
const ON_PROGRAM = '';

function AddOutput({ desk, obs }: { readonly desk: Desk; readonly obs: ObsInfo }) {
  const names = [...new Set(['program', ...outputNames(desk.state.value)])];
  const output = useSignal('program');
  const scene = useSignal(ON_PROGRAM);
  // A scene that was removed since is none.
  const chosen = obs.scenes.includes(scene.value) ? scene.value : ON_PROGRAM;
  return (
    <form
      class="add-output"
      onSubmit={(event) => {
        event.preventDefault();
        const to = chosen === ON_PROGRAM ? {} : { scene: chosen };
        desk.hosts.order({ do: 'add', output: output.value.trim(), ...to });
      }}
    >
      <label>
        Output
        <input
          list="output-names"
          value={output.value}
          maxLength={64}
          required
          onInput={({ currentTarget }) => {
            output.value = currentTarget.value;
          }}
        />
      </label>
      <datalist id="output-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label>
        Scene
        <select
          value={chosen}
          onChange={({ currentTarget }) => {
            scene.value = currentTarget.value;
          }}
        >
          <option value={ON_PROGRAM}>the one on program</option>
          {obs.scenes.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={desk.hosts.busy.value || output.value.trim() === ''}>
        Add to OBS
      </button>
    </form>
  );
}
