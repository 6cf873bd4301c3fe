// The addresses that OBS and vMix load, to copy.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Desk } from './desk.ts';
import { type Address, addressesOf } from './words.ts';

/** Program and preview, and one graphic by itself of choice. `copy` puts a text on the clipboard; false when it may not. */
export function AddressesPanel({
  desk,
  origin,
  copy,
}: {
  readonly desk: Desk;
  readonly origin: string;
  readonly copy: (text: string, from: HTMLInputElement) => Promise<boolean>;
}) {
  const [program, preview, ...single] = addressesOf(origin, desk.state.value.heard?.graphics ?? []);
  const chosen = useSignal<string | null>(null);
  const one = single.find(({ url }) => url === chosen.value) ?? single[0];
  return (
    <section class="panel addresses" aria-label="Addresses">
      <h2>
        Addresses <small>browser source, 1920 × 1080</small>{' '}
        {desk.state.value.heard?.health.feed.rehearsal && <b class="rehearsal-mark">They give a rehearsal</b>}
      </h2>
      {program && <AddressRow address={program} copy={copy} label={program.label} />}
      {preview && <AddressRow address={preview} copy={copy} label={preview.label} />}
      <AddressRow
        address={{ label: "Observer's desk", url: `${origin}/?role=observer` }}
        copy={copy}
        label="Observer"
      />
      {one && (
        <AddressRow
          address={one}
          copy={copy}
          label={
            <select
              aria-label="Graphic by itself"
              value={one.url}
              onChange={(event) => {
                chosen.value = event.currentTarget.value;
              }}
            >
              {single.map(({ label, url }) => (
                <option key={url} value={url}>
                  {label}
                </option>
              ))}
            </select>
          }
        />
      )}
      <a class="file" href="/api/v1/companion" download>
        Page of buttons for Companion
      </a>
    </section>
  );
}

type RowProps = {
  readonly address: Address;
  readonly label: ComponentChildren;
  readonly copy: (text: string, from: HTMLInputElement) => Promise<boolean>;
};

function AddressRow({ address, label, copy }: RowProps) {
  const input = { current: null as HTMLInputElement | null };
  const copied = useSignal<string | null>(null);
  const take = async (): Promise<void> => {
    if (!input.current) return;
    copied.value = (await copy(address.url, input.current)) ? address.url : null;
  };
  return (
    <div class="address">
      <span class="address-label">{label}</span>
      <input
        type="text"
        readOnly
        value={address.url}
        aria-label={`Address of ${address.label}`}
        ref={(element) => {
          input.current = element;
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" aria-label={`Copy the address of ${address.label}`} onClick={() => void take()}>
        <span aria-live="polite">{copied.value === address.url ? 'Copied' : 'Copy'}</span>
      </button>
    </div>
  );
}
