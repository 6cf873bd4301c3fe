// The provider's words in which a Fault was found, as they were received: fetched when they are asked for, shown as they are.
import { useSignal } from '@preact/signals';
import { z } from 'zod';

const rawSchema = z.object({
  source: z.string(),
  heardMs: z.number(),
  chars: z.number(),
  text: z.string(),
});
type Raw = z.infer<typeof rawSchema>;

/** Gives what the relay answers for the words of a Fault; undefined for nothing. */
export type ReadRaw = (faultId: string) => Promise<unknown>;

type RawFaultProps = { readonly id: string; readonly code: string; readonly read: ReadRaw };

/** A button; below it, once it was pressed, the words. Pressed again it fetches anew: the newest are kept. */
export function RawFault({ id, code, read }: RawFaultProps) {
  const raw = useSignal<Raw | 'reading' | 'none' | null>(null);
  const shown = raw.value;
  const isOpen = shown !== null;
  const toggle = async (): Promise<void> => {
    if (isOpen) {
      raw.value = null;
      return;
    }
    raw.value = 'reading';
    const answer = rawSchema.safeParse(await read(id).catch(() => undefined));
    raw.value = answer.data ?? 'none';
  };
  return (
    <>
      <button
        type="button"
        class="raw-open"
        aria-expanded={isOpen}
        aria-label={`Words of ${code}, as received`}
        onClick={() => void toggle()}
      >
        {isOpen ? 'Hide words' : 'Words'}
      </button>
      {isOpen && (
        <div class="raw" role="group" aria-label={`Words of ${code}`}>
          {typeof shown === 'string' ? (
            <p class="none">{shown === 'reading' ? 'Asking the relay' : 'The relay keeps none of it.'}</p>
          ) : (
            <Words {...shown} />
          )}
        </div>
      )}
    </>
  );
}

const timeOf = (atMs: number): string => new Date(atMs).toISOString().slice(11, 23);

const Words = ({ source, heardMs, chars, text }: Raw) => (
  <>
    <small class="figures">
      {source} · heard {timeOf(heardMs)} UTC · {chars} characters
      {chars > text.length && `, the first ${text.length}`}
    </small>
    {/* Scrolls in itself: the keyboard must reach it. */}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
    <pre tabIndex={0} aria-label={`Words of ${source}`}>
      {text}
    </pre>
  </>
);
