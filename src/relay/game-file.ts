// What the feed has said outlives the relay: the history of one game, in one file of the data folder, at most half a second behind; a score, a period, a clock's start or stop at once.
import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Timekeeper } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import { type Game, noGame } from '../game/game.ts';
import { type Fact, type Message, messageSchema } from '../game/message.ts';
import { HISTORY_MS, type History } from '../time/timeline.ts';
import { replaceFile } from './durable-file.ts';
import { parsed } from './json.ts';

export const GAME_FILE = 'game.jsonl';
/** So much is at risk, in milliseconds. */
export const GAME_FLUSH_MS = 500;
/** What was said so long ago says nothing of the game of now, in milliseconds. */
export const GAME_KEPT_MS = 3_600_000;
/** The machine's clock may have been set back by so much, in milliseconds. */
const AHEAD_MS = 1_000;
/** What may wait for a slow disk, in characters; then nothing is kept any more. */
const PENDING_CHARS = 16 * 1024 * 1024;

/** A game as it was last known: `game` and what was said from then on. */
export type KeptGame = Omit<History, 'frames'>;

export interface GameFile {
  /** What was said of this game before; null where nothing was, or too long ago, or of another game. */
  load(): Promise<KeptGame | null>;
  /** From now on everything is kept: what `history` tells now, and each fact that is said. Never rejects. */
  start(history: (sinceMs: number) => KeptGame): Promise<void>;
  fact(fact: Fact): void;
  /** Keeps what waits. May be called twice. */
  stop(): Promise<void>;
}

export type GameFileOptions = {
  readonly folder: string;
  /** Which game it is, and whose words: only the same is taken up again. */
  readonly key: string;
  readonly time: Timekeeper;
  readonly onFault: (fault: Fault) => void;
};

/** A key of what tells one game from another; secrets may be among it, and cannot be read off it. */
export const gameKey = (parts: readonly (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

const isGame = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(noGame).every((name) => name in value);
/** The first line; every other one is a fact. `version` rises with every change of a Game. */
const headSchema = z.object({ version: z.literal(1), key: z.string(), game: z.custom<Game>(isGame) });

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isFact = (message: Message): message is Fact => message.kind !== 'frame';

/** The facts up to the first line that holds none: a crash leaves the last one half. */
function factsIn(lines: readonly string[]): readonly Fact[] {
  const facts: Fact[] = [];
  for (const line of lines) {
    const read = messageSchema.safeParse(parsed(line));
    if (!read.success || !isFact(read.data)) break;
    facts.push(read.data);
  }
  return facts;
}

/** What viewers would see to be wrong until the feed speaks again, were it not kept; null in all else, which may wait for the next beat. */
function seenIn(fact: Fact): string | null {
  if (fact.kind === 'clock') return String(fact.game.running);
  if (fact.kind === 'score') return JSON.stringify(fact.scores);
  return fact.kind === 'period' ? JSON.stringify(fact.period) : null;
}

/** The file in that folder. Its troubles become a Fault; the relay goes on without it. */
export function makeGameFile({ folder, key, time, onFault }: GameFileOptions): GameFile {
  const path = join(folder, GAME_FILE);
  let history: ((sinceMs: number) => KeptGame) | null = null;
  let handle: FileHandle | null = null;
  let pending: string[] = [];
  let pendingChars = 0;
  let wholeMs = 0;
  let working: Promise<void> = Promise.resolve();
  let cancel = (): void => {};
  const seen = new Map<Fact['kind'], string>();

  const fail = async (error: unknown): Promise<void> => {
    history = null;
    pending = [];
    cancel();
    onFault(fault('game-file-unwritten', GAME_FILE, 'a disk that takes the game', told(error)));
    await handle?.close().catch(() => {});
    handle = null;
  };

  /** Written anew with what of it is history still: it never grows without end. */
  const rewrite = async (tell: (sinceMs: number) => KeptGame): Promise<void> => {
    wholeMs = time.now();
    const { game, facts } = tell(wholeMs - HISTORY_MS);
    const lines = [{ version: 1, key, game }, ...facts].map((line) => `${JSON.stringify(line)}\n`);
    pending = [];
    pendingChars = 0;
    await handle?.close();
    handle = null;
    await replaceFile(folder, GAME_FILE, lines.join(''));
    handle = await open(path, 'a');
  };

  const append = async (): Promise<void> => {
    if (pending.length === 0) return;
    const text = pending.join('');
    pending = [];
    pendingChars = 0;
    await handle?.appendFile(text);
    await handle?.datasync();
  };

  const keep = async (): Promise<void> => {
    if (!history) return;
    try {
      await (time.now() - wholeMs < HISTORY_MS && handle ? append() : rewrite(history));
    } catch (error) {
      await fail(error);
    }
  };

  const beat = (): void => {
    cancel();
    working = working.then(keep).then(() => {
      cancel();
      if (history) cancel = time.after(GAME_FLUSH_MS, beat);
    });
  };

  const isNews = (fact: Fact): boolean => {
    const now = seenIn(fact);
    if (now === null || seen.get(fact.kind) === now) return false;
    seen.set(fact.kind, now);
    return true;
  };

  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT')
          onFault(fault('game-file-unread', GAME_FILE, 'a readable file', told(error)));
        return null;
      });
      const [first, ...lines] = text?.split('\n') ?? [];
      const head = headSchema.safeParse(first === undefined ? null : parsed(first));
      if (text !== null && !head.success)
        onFault(fault('game-file-unread', GAME_FILE, 'the game as it was last known', 'another shape'));
      if (!head.success || head.data.key !== key) return null;
      const kept = { game: head.data.game, facts: factsIn(lines) };
      const ageMs = time.now() - newestMs(kept);
      return ageMs <= GAME_KEPT_MS && ageMs >= -AHEAD_MS ? kept : null;
    },
    async start(tell) {
      history = tell;
      beat();
      await working;
    },
    fact(fact) {
      if (!history) return;
      const line = `${JSON.stringify(fact)}\n`;
      pending.push(line);
      pendingChars += line.length;
      if (pendingChars > PENDING_CHARS) void fail(new Error('the disk is too slow'));
      else if (isNews(fact)) beat();
    },
    async stop() {
      cancel();
      await working;
      await keep();
      history = null;
      await handle?.close().catch(() => {});
      handle = null;
    },
  };
}

/** When the newest of what is kept was true; 0 where nothing is. */
export const newestMs = ({ game, facts }: KeptGame): number =>
  facts.reduce((newest, { atMs }) => Math.max(newest, atMs), game.atMs);
