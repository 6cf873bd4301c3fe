// A tape served as a live game: the provider's own words in the rhythm in which they came, stamped as if they were said now, or as they were.
import type { Timekeeper } from '../feeds/feed.ts';
import { gameIdOf } from '../feeds/shottracker/game-id.ts';
import { isSource } from '../feeds/shottracker/sources.ts';
import { makeShift, type Shift } from '../feeds/tape/shift.ts';
import type { TapeHead } from '../tape/head.ts';
import { type Piece, readTape } from '../tape/reader.ts';
import { BACKUP_TOPICS, sourceOf } from '../tape/tape.ts';
import type { Zstd } from '../tape/zstd.ts';
import type { HostedGame } from './hosted-game.ts';
import { inside, parsed } from './line.ts';
import { renamed, restamped } from './restamp.ts';
import type { ScheduledGame } from './schedule.ts';

export type TapeOptions = {
  readonly time: Timekeeper;
  readonly head: TapeHead;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  readonly zstd: Zstd;
  readonly speed: number;
  /** Every byte as it was received, stamps and the game's name among them. */
  readonly asRecorded: boolean;
  /** What the game is called now; as on the tape where it is absent. */
  readonly gameId?: string | undefined;
};

/** What a tape says of its game. */
export type TapeGame = { readonly ownId: string | null; readonly listed: ScheduledGame };

const numberOf = (value: unknown, otherwise: number): number => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : otherwise;
};

/** Entries that are looked through for the game's name and its teams. */
const LOOKED_THROUGH = 5_000;

/** Looks through the beginning of a tape for whose game it is. */
export async function gameOnTape({ head, bytes, zstd, gameId }: TapeOptions): Promise<TapeGame> {
  let ownId = head.about.game ?? null;
  let summary: unknown;
  let looked = 0;
  for await (const piece of readTape(bytes(), zstd)) {
    if (piece.kind !== 'entry') continue;
    looked += 1;
    if (looked > LOOKED_THROUGH || (ownId !== null && summary !== undefined)) break;
    const source = sourceOf(piece.entry);
    if (source === null || !isSource(source)) continue;
    const data = inside(parsed(piece.entry.text), 'data');
    ownId ??= gameIdOf(source, data);
    if (source === 'broadcastsummary') summary ??= inside(data, 'game_stats');
  }
  const team = (side: string, otherId: number) => {
    const row = inside(inside(summary, side), 'team');
    const name = inside(row, 'team_name');
    return { id: numberOf(inside(row, 'team_id'), otherId), name: typeof name === 'string' ? name : side };
  };
  const [home, away] = [team('home', 1), team('away', 2)];
  return {
    ownId,
    listed: {
      event_id: gameId ?? ownId ?? 'tape',
      tipoff_at: head.beginMs,
      status: 'SCHEDULED',
      home_team_id: home.id,
      home_team_name: home.name,
      away_team_id: away.id,
      away_team_name: away.name,
    },
  };
}

/** Plays a tape once from its beginning. `over` is called after its last word, with why it could not be read on, if so. */
export function playTape(
  options: TapeOptions,
  { ownId, listed }: TapeGame,
  hosted: HostedGame,
  over: (trouble: string | null) => void,
): { stop(): void } {
  const { time, head, speed, asRecorded } = options;
  // What was known when a cut begins was heard before: it is said at once.
  const shift: Shift = makeShift(head.beginMs, time.now(), speed);
  let stopped = false;
  let wake = (): void => undefined;

  const until = (dueMs: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = time.after(dueMs - time.now(), resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const textNow = (text: string): string => {
    if (asRecorded) return text;
    const stamped = restamped(text, shift);
    return ownId === null || ownId === listed.event_id ? stamped : renamed(stamped, ownId, listed.event_id);
  };

  const pass = async (piece: Piece): Promise<void> => {
    if (piece.kind !== 'entry') return;
    const source = sourceOf(piece.entry);
    // Answers to the recording client's own pings, and refusals of its token, are nobody else's.
    if (source === null || source === 'control' || piece.entry.topic.startsWith(BACKUP_TOPICS)) return;
    const dueMs = shift(piece.entry.heardMs);
    if (dueMs > time.now()) await until(dueMs);
    if (!stopped) hosted.hear(source, textNow(piece.entry.text));
  };

  const play = async (): Promise<void> => {
    hosted.list({ status: 'ACTIVE', tipoff_at: Math.round(time.now()) });
    let trouble: string | null = null;
    for await (const piece of readTape(options.bytes(), options.zstd)) {
      if (stopped) return;
      if (piece.kind === 'end') trouble = piece.fault?.found ?? null;
      else await pass(piece);
    }
    hosted.list({ status: 'COMPLETED' });
    if (!stopped) over(trouble);
  };

  play().catch((error: unknown) => {
    if (!stopped) over(error instanceof Error ? error.message : String(error));
  });
  return {
    stop() {
      stopped = true;
      wake();
    },
  };
}
