// Each source as it speaks: how often, how much, and whether it is shown.
import type { Signal } from '@preact/signals';
import type { Heard } from '../../wire/heard.ts';
import { sizeText } from '../words.ts';
import { ratesOf } from './words-view.ts';

type RatesProps = { readonly heard: readonly Heard[]; readonly off: Signal<ReadonlySet<string>> };

export function SourceRates({ heard, off }: RatesProps) {
  const rates = ratesOf(heard, heard.at(-1)?.atMs ?? 0);
  const turn = (source: string): void => {
    const next = new Set(off.peek());
    if (!next.delete(source)) next.add(source);
    off.value = next;
  };
  return (
    <section class="panel viewer-rates" aria-label="Sources">
      <h2>
        Sources <small>a second, of the last five</small>
      </h2>
      <ul class="rows">
        {rates.map(({ source, count, perSecond, charsPerSecond, meanChars, faults }) => (
          <li key={source}>
            <button
              type="button"
              role="switch"
              aria-checked={!off.value.has(source)}
              aria-label={`${source}, shown`}
              class={off.value.has(source) ? 'rate off' : 'rate'}
              onClick={() => turn(source)}
            >
              <b>{source}</b>
              <span class="figures">{perSecond.toFixed(1)}/s</span>
              <small class="figures">
                {count} kept, {sizeText(meanChars)} each
              </small>
              <small class="figures">{sizeText(Math.round(charsPerSecond))}/s</small>
              {faults > 0 && (
                <small class="look figures">{faults === 1 ? '1 Fault' : `${faults} Faults`}</small>
              )}
            </button>
          </li>
        ))}
        {rates.length === 0 && <li class="none">Nothing was heard yet.</li>}
      </ul>
    </section>
  );
}
