// Records what the feed says and what the operator does, at most one second behind. When the disk fails, recording stops and the show goes on.
import type { Timekeeper, Words } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import { type About, type Note, OWN_TOPICS } from '../tape/tape.ts';
import type { TapeWriter } from '../tape/writer.ts';
import type { Health } from '../wire/wire.ts';

/** At most so much is at risk, in milliseconds. */
export const FLUSH_MS = 1_000;
/** What may wait for a slow disk, in bytes; then recording stops. */
export const PENDING_BYTES = 32 * 1024 * 1024;

/** Where a tape's bytes go. Appends in the order of the calls. */
export interface Sink {
  /** Its name, without the folder. */
  readonly file: string;
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface Recorder {
  start(): Promise<void>;
  words(words: Words): void;
  note(note: Note, value: unknown): void;
  info(): Health['tape'];
  /** Ends the tape. May be called twice. */
  stop(): Promise<void>;
}

export type RecorderOptions = {
  readonly time: Timekeeper;
  readonly about: Omit<About, 'startedMs'>;
  readonly writer: TapeWriter;
  /** The name for a tape that starts at that instant. */
  readonly tapeName: (startedMs: number) => string;
  /** Makes a new, empty file of that name, or one near to it. */
  readonly openSink: (name: string) => Promise<Sink>;
  readonly onFault: (fault: Fault) => void;
};

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'recording'; readonly sink: Sink }
  | { readonly is: 'over'; readonly file: string; readonly detail?: string };

/** A recorder for one tape. */
export function makeRecorder({
  time,
  about,
  writer,
  openSink,
  tapeName,
  onFault,
}: RecorderOptions): Recorder {
  let state: State = { is: 'idle' };
  let bytes = 0;
  let appending: Promise<void> | null = null;
  let cancel = (): void => {};

  const fail = (error: unknown, file: string): void => {
    if (state.is === 'over') return;
    const detail = `recording has stopped: ${told(error)}`;
    onFault(fault('recording-stopped', 'tape', 'a disk that takes the tape', told(error)));
    if (state.is === 'recording') state.sink.close().catch(() => {});
    state = { is: 'over', file, detail };
    cancel();
  };

  const append = (sink: Sink, part: Uint8Array): Promise<void> => {
    const done = sink
      .append(part)
      .then(() => {
        bytes += part.byteLength;
      })
      .catch((error) => fail(error, sink.file))
      .finally(() => {
        appending = null;
      });
    appending = done;
    return done;
  };

  const flush = (): void => {
    if (state.is !== 'recording') return;
    const { sink } = state;
    if (appending && writer.pendingBytes > PENDING_BYTES)
      return fail(new Error('the disk is too slow'), sink.file);
    if (!appending && writer.pendingBytes > 0) void append(sink, writer.flush());
    cancel = time.after(FLUSH_MS, flush);
  };

  const add = (topic: string, text: string, heardMs: number, saidMs: number): void => {
    if (state.is === 'recording') writer.add({ topic, text, heardMs, saidMs });
  };

  return {
    async start() {
      const startedMs = time.now();
      const name = tapeName(startedMs);
      try {
        const sink = await openSink(name);
        state = { is: 'recording', sink };
        await append(sink, writer.begin({ ...about, startedMs }));
        cancel = time.after(FLUSH_MS, flush);
      } catch (error) {
        fail(error, name);
      }
    },
    words: ({ source, text, heardMs, saidMs }) =>
      add(`${about.words}/${source}`, text, heardMs, saidMs ?? heardMs),
    note(note, value) {
      const nowMs = time.now();
      add(`${OWN_TOPICS}${note}`, JSON.stringify(value), nowMs, nowMs);
    },
    info() {
      if (state.is === 'idle') return null;
      if (state.is === 'recording') return { file: state.sink.file, bytes, recording: true };
      const { file, detail } = state;
      return { file, bytes, recording: false, ...(detail === undefined ? {} : { detail }) };
    },
    async stop() {
      cancel();
      await appending;
      if (state.is !== 'recording') return;
      const { sink } = state;
      await append(sink, writer.end());
      // A failure has said so, and closed the file.
      if (state.is !== 'recording') return;
      state = { is: 'over', file: sink.file };
      await sink.close().catch((error) => fail(error, sink.file));
    },
  };
}
