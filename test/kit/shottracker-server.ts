// The emulator as tests use it: on a free port, with one game unless told otherwise, and told by hand what to say and how to misbehave.
import type { Client } from '../../src/emulator/client.ts';
import { startEmulator } from '../../src/emulator/emulator.ts';
import type { Line } from '../../src/emulator/line.ts';
import type { ScheduledGame } from '../../src/emulator/schedule.ts';
import { isSource } from '../../src/feeds/shottracker/sources.ts';
import { realTime } from '../../src/relay/real-time.ts';

export type ServerOptions = {
  readonly games?: readonly ScheduledGame[];
  /** Secrets by user name, for the signed calls. */
  readonly accounts?: Readonly<Record<string, string>>;
};

export type ShotTrackerServer = Awaited<ReturnType<typeof startShotTrackerServer>>;

/** The game of a server that was told of none. */
export const GAME: ScheduledGame = {
  event_id: '062a3726-0000-4000-8000-000000000001',
  tipoff_at: 1_604_052_000_000,
  home_team_id: 481,
  home_team_name: 'Home',
  away_team_id: 493,
  away_team_name: 'Away',
};

/** Starts one on a free port of the loopback. */
export async function startShotTrackerServer(options: ServerOptions = {}) {
  const { accounts = { producer: 'open sesame' }, games = [GAME] } = options;
  const emulator = await startEmulator({ time: realTime, accounts });
  for (const game of games) emulator.offer(game);
  const sessions: Client[] = [];
  const waiting = new Set<() => void>();
  let lastText = '';
  emulator.onClient = (client) => {
    sessions.push(client);
    for (const look of waiting) look();
  };
  const firstId = games[0]?.event_id ?? '';
  const hosted = (gameId: string) => {
    const game = emulator.games.get(gameId);
    if (!game) throw new Error(`no game ${gameId}`);
    return game;
  };
  const sayRaw = (text: string | Uint8Array): void => {
    for (const client of emulator.clients) client.raw(text);
  };

  return {
    emulator,
    port: emulator.port,
    httpUrl: `http://127.0.0.1:${emulator.port}`,
    liveUrl: `ws://127.0.0.1:${emulator.port}/live`,
    issue: (gameId: string): string => emulator.tokens.issue(hosted(gameId).listed.event_id),
    /** Makes a token worthless: for the next connection, not for those that stand. */
    expire: (token: string) => emulator.tokens.expire(token),
    /** Makes a token good again. */
    admit: (token: string, gameId: string = firstId) => emulator.tokens.admit(token, gameId),
    refuseBy: (how: typeof emulator.refuseBy) => {
      emulator.refuseBy = how;
    },
    breakRest: (isBroken: boolean) => {
      emulator.isRestBroken = isBroken;
    },
    /** Every connection that was let in, oldest first. */
    sessions: sessions as readonly Client[],
    /** Resolves when so many connections were let in since the start. */
    whenOpened: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (sessions.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    /** Says one thing to all who asked for its source, and keeps it for those who come later. */
    say: (source: string, data: unknown, gameId: string = firstId): Line => {
      if (!isSource(source)) throw new Error(`no source ${source}`);
      const line = hosted(gameId).say(source, data);
      lastText = line.text;
      return line;
    },
    /** Sends these words as they are to everyone, and keeps nothing. Bytes go as a binary message. */
    sayRaw,
    /** Sends the last message once more. */
    repeat: () => sayRaw(lastText),
    /** From now on those connected hear nothing and are answered nothing, though no connection is closed. Newcomers are served. */
    stall() {
      for (const client of emulator.clients) client.stall();
    },
    /** Breaks every connection without a word. */
    cut() {
      for (const client of emulator.clients) client.cut();
    },
    stop: () => emulator.stop(),
  };
}
