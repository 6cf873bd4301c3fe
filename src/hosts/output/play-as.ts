// An output in a frame of the operator's page is told as which output it is to be played; nobody else is heard.
import { playAsSchema } from '../../wire/play-as.ts';

/** Tells each name that the page around this one gives, until the signal. A window that is in no frame hears nothing. */
export function hearPlayAs(window: Window, tell: (output: string) => void, signal: AbortSignal): void {
  if (window.parent === window) return;
  const hear = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (source !== window.parent || origin !== window.location.origin) return;
    const told = playAsSchema.safeParse(data);
    if (told.success) tell(told.data.output);
  };
  window.addEventListener('message', hear, { signal });
}
