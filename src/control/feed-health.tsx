// The feed by source: how often it speaks, since when it is silent, how often it fell silent.
import type { Desk } from './desk.ts';
import { ageText } from './words.ts';

/** A table of the sources that have spoken. */
export function FeedHealth({ desk }: { readonly desk: Desk }) {
  const health = desk.state.value.heard?.health;
  const { nowMs } = desk.readout.value;
  const sources = health?.sources ?? [];
  const offset = health?.feed.offset;
  return (
    <section class="panel sources" aria-label="Feed sources">
      <h2>
        Feed{' '}
        <small class="figures">
          {health?.feed.name}
          {offset && ` · clock ${offset.offsetMs} ms ± ${offset.errorMs}`}
        </small>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">a second</th>
            <th scope="col">heard</th>
            <th scope="col">gaps</th>
            <th scope="col">longest</th>
          </tr>
        </thead>
        <tbody class="figures">
          {sources.map(({ name, rateHz, heardMs, gaps, longestGapMs }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{rateHz}</td>
              <td>{ageText(nowMs - heardMs)}</td>
              <td class={gaps > 0 ? 'look' : undefined}>{gaps}</td>
              <td>{gaps > 0 ? `${(longestGapMs / 1000).toFixed(1)} s` : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.length === 0 && <p class="none">Nothing was heard yet.</p>}
    </section>
  );
}
