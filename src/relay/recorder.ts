// Records what the feed says and what the operator does, at most one second behind. When the disk fails, recording stops and the show goes on.
import type { Timekeeper, Words } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import { type About, BACKUP_TOPICS, type Note, OWN_TOPICS, type Teams } from '../tape/tape.ts';
import type { TapeWriter } from '../tape/writer.ts';
import type { Health } from '../wire/wire.ts';
import type { Pack, Packing } from './tapes/packing.ts';

/** At most so much is at risk, in milliseconds. */
export const RISK_MS = 1_000;
/** What was heard goes to the disk so often, in milliseconds: the rest of the second is for the disk, and for a machine that has no turn for us. */
export const FLUSH_MS = RISK_MS / 4;
/** What may wait for a slow disk, in bytes; then recording stops. */
export const PENDING_BYTES = 32 * 1024 * 1024;

/** With less room than that on the disk nothing is packed beside the tape, in bytes. */
export const PACK_ROOM_BYTES = 512 * 1024 * 1024;
/** So long an ended tape is waited for to be packed, in milliseconds; then it stays as it was recorded. */
export const PACK_WAIT_MS = 15_000;

/** How often the disk is asked for the room that is left, in milliseconds. */
const FREE_LOOK_MS = 10_000;

/** Where a tape's bytes go. Appends in the order of the calls. */
export interface Sink {
  /** Its name, without the folder. */
  readonly file: string;
  /** With the folder. */
  readonly path?: string;
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface Recorder {
  start(): Promise<void>;
  words(words: Words): void;
  note(note: Note, value: unknown): void;
  /** Who plays; said again only when it is another. */
  teams(teams: Teams): void;
  info(): Health['tape'];
  /** Where the tape is, with its folder; null where there is none, or nothing was told of it. */
  path(): string | null;
  /** Resolves when all that was heard before is on the disk, or nothing is recorded any more. */
  saved(): Promise<void>;
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
  /** What is left on the disk, in bytes; null where nobody can tell. */
  readonly freeBytes?: () => Promise<number | null>;
  /** Packs the tape while it is recorded; without it the tape stays as it was recorded. */
  readonly pack?: Pack;
};

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'recording'; readonly sink: Sink }
  | { readonly is: 'over'; readonly file: string; readonly detail?: string };

/** A recorder for one tape. */
export const makeRecorder = (options: RecorderOptions): Recorder => new TapeRecorder(options);

class TapeRecorder implements Recorder {
  readonly #options: RecorderOptions;
  #state: State = { is: 'idle' };
  #bytes = 0;
  #path: string | null = null;
  #teams = '{}';
  #appending: Promise<void> | null = null;
  #cancel = (): void => {};
  #freeBytes: number | null = null;
  #packing: Packing | null = null;
  /** When the first was heard that waits for the disk. */
  #waitingMs: number | null = null;
  /** It goes to the disk when this turn is over. */
  #isDue = false;
  /** The last bytes are made: what comes now stands on no tape. */
  #isEnded = false;
  #askedFreeMs = Number.NEGATIVE_INFINITY;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { time, about, writer, openSink, tapeName } = this.#options;
    const startedMs = time.now();
    const name = tapeName(startedMs);
    try {
      const sink = await openSink(name);
      this.#state = { is: 'recording', sink };
      this.#path = sink.path ?? null;
      this.#packing = (sink.path !== undefined && this.#options.pack?.(sink.path)) || null;
      await this.#append(sink, () => writer.begin({ ...about, startedMs }));
      this.#cancel = time.after(FLUSH_MS, () => this.#flush());
      this.#askFree();
    } catch (error) {
      this.#fail(error, name);
    }
  }

  words({ source, text, heardMs, saidMs, lane }: Words): void {
    const { words, backup = words } = this.#options.about;
    const topic = lane === 'backup' ? `${BACKUP_TOPICS}${backup}/${source}` : `${words}/${source}`;
    this.#add(topic, text, heardMs, saidMs ?? heardMs);
  }

  note(note: Note, value: unknown): void {
    const nowMs = this.#options.time.now();
    this.#add(`${OWN_TOPICS}${note}`, JSON.stringify(value), nowMs, nowMs);
  }

  path(): string | null {
    return this.#path;
  }

  async saved(): Promise<void> {
    // What is on its way there was made before the last words came; what is then on its way has them.
    await this.#appending;
    if (this.#state.is === 'recording') this.#save(this.#state.sink);
    await this.#appending;
  }

  teams(teams: Teams): void {
    const told = JSON.stringify(teams);
    if (told === this.#teams || this.#state.is !== 'recording' || this.#isEnded) return;
    this.#teams = told;
    this.#options.writer.teams(teams);
  }

  info(): Health['tape'] {
    const state = this.#state;
    if (state.is === 'idle') return null;
    const room = this.#freeBytes === null ? {} : { freeBytes: this.#freeBytes };
    if (state.is === 'recording')
      return { file: state.sink.file, bytes: this.#bytes, recording: true, ...room };
    const { file, detail } = state;
    const why = detail === undefined ? {} : { detail };
    return { file, bytes: this.#bytes, recording: false, ...why, ...room };
  }

  async stop(): Promise<void> {
    this.#cancel();
    // What came while the disk was busy is on its way after that.
    while (this.#appending) await this.#appending;
    const before = this.#state;
    if (before.is !== 'recording') return;
    const { sink } = before;
    this.#isEnded = true;
    await this.#append(sink, () => this.#options.writer.end());
    // A failure has said so, and closed the file.
    if (this.#state !== before) return;
    this.#state = { is: 'over', file: sink.file };
    await sink.close().catch((error: unknown) => this.#fail(error, sink.file));
    this.#bytes = (await this.#packed()) ?? this.#bytes;
  }

  #add(topic: string, text: string, heardMs: number, saidMs: number): void {
    if (this.#state.is !== 'recording' || this.#isEnded) return;
    this.#options.writer.add({ topic, text, heardMs, saidMs });
    this.#waitingMs ??= heardMs;
    // Where much comes at once timers have no turn.
    if (heardMs - this.#waitingMs >= FLUSH_MS) this.#saveSoon();
  }

  /** Goes to the disk with all that comes in the same turn: what a machine that stood still has to catch up with comes in one. */
  #saveSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#state.is === 'recording') this.#save(this.#state.sink);
    });
  }

  /** What came while the disk was busy goes there as soon as it is not, where it has waited long enough. */
  #saveLate(): void {
    if (this.#state.is !== 'recording' || this.#waitingMs === null) return;
    if (this.#options.time.now() - this.#waitingMs >= FLUSH_MS) this.#save(this.#state.sink);
  }

  /** What waits goes to the disk, unless something is on its way there. */
  #save(sink: Sink): void {
    const { writer } = this.#options;
    if (this.#appending || writer.pendingBytes === 0) return;
    this.#waitingMs = null;
    void this.#append(sink, () => writer.flush());
  }

  #leavePacking(): void {
    this.#packing?.abandon();
    this.#packing = null;
  }

  /** The size of the packed tape; null where it stays as it was recorded. */
  async #packed(): Promise<number | null> {
    const packing = this.#packing;
    if (packing === null) return null;
    const cancel = this.#options.time.after(PACK_WAIT_MS, () => packing.abandon());
    const bytes = await packing.finish();
    cancel();
    return bytes;
  }

  /** Asks for the room that is left, now and then; nobody waits for the answer. */
  #askFree(): void {
    const nowMs = this.#options.time.now();
    if (nowMs - this.#askedFreeMs < FREE_LOOK_MS) return;
    this.#askedFreeMs = nowMs;
    this.#options.freeBytes?.().then(
      (bytes) => {
        this.#freeBytes = bytes;
        if (bytes !== null && bytes < PACK_ROOM_BYTES) this.#leavePacking();
      },
      () => {
        this.#freeBytes = null;
      },
    );
  }

  #flush(): void {
    this.#askFree();
    const { writer, time } = this.#options;
    if (this.#state.is !== 'recording') return;
    const { sink } = this.#state;
    if (this.#appending && writer.pendingBytes > PENDING_BYTES)
      return this.#fail(new Error('the disk is too slow'), sink.file);
    this.#save(sink);
    this.#cancel = time.after(FLUSH_MS, () => this.#flush());
  }

  /** Appends what is made, and then what came meanwhile where that has waited long enough. Never rejects. */
  #append(sink: Sink, make: () => Uint8Array): Promise<void> {
    const appended = this.#put(sink, make).then(() => {
      this.#appending = null;
      this.#saveLate();
    });
    this.#appending = appended;
    return appended;
  }

  /** A failure to make or to append ends the recording. */
  async #put(sink: Sink, make: () => Uint8Array): Promise<void> {
    try {
      const part = make();
      await sink.append(part);
      this.#bytes += part.byteLength;
      this.#packing?.grown(this.#bytes);
    } catch (error) {
      this.#fail(error, sink.file);
    }
  }

  #fail(error: unknown, file: string): void {
    const state = this.#state;
    if (state.is === 'over' && state.detail !== undefined) return;
    const why = error instanceof Error ? error.message : String(error);
    this.#cancel();
    this.#leavePacking();
    this.#state = { is: 'over', file, detail: `recording has stopped: ${why}` };
    if (state.is === 'recording') state.sink.close().catch(() => {});
    this.#options.onFault(fault('recording-stopped', 'tape', 'a disk that takes the tape', why));
  }
}
