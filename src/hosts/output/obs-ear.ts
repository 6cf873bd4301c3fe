// What OBS tells a page of the source that it is in: whether the source is shown, and whether it is on program. In every other host there is nobody to tell it.
// Source: obs-browser 2.26, `obsSourceVisibleChanged` and `obsSourceActiveChanged`; told on change alone, so nothing is known before the first.
import type { ObsWitness } from '../../wire/hosts.ts';

const detailOf = (event: Event): Readonly<Record<string, unknown>> => {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  return typeof detail === 'object' && detail !== null ? { ...detail } : {};
};

/** Listens from now on, until the signal. Gives what was heard so far; undefined outside of OBS. */
export function hearObs(window: Window, signal: AbortSignal): () => ObsWitness | undefined {
  let heard: ObsWitness = { visible: null, active: null };
  const listen = (type: string, key: keyof ObsWitness): void =>
    window.addEventListener(
      type,
      (event) => {
        const is = detailOf(event)[key];
        if (typeof is === 'boolean') heard = { ...heard, [key]: is };
      },
      { signal },
    );
  listen('obsSourceVisibleChanged', 'visible');
  listen('obsSourceActiveChanged', 'active');
  return () => ('obsstudio' in window ? heard : undefined);
}
