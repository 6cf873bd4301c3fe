// Another provider's server, for a rehearsal: HudStats' or IMG Arena's, telling a simulated game or any tape in its own words.
import { createReadStream } from 'node:fs';
import type { Emulating, Emulation } from '../feeds/emulating.ts';
import type { FeedReader } from '../feeds/feed.ts';
import { makeReader } from '../feeds/shottracker/reader.ts';
import { runGame } from '../feeds/simulator/run-game.ts';
import { makeEntryReader } from '../feeds/tape/entry-reader.ts';
import { makeShift } from '../feeds/tape/shift.ts';
import { faultText } from '../game/fault.ts';
import type { Said } from '../game/message.ts';
import { headOf } from '../tape/head.ts';
import { readTape } from '../tape/reader.ts';
import { loadZstd } from '../tape/zstd.ts';
import { makeAside } from './aside.ts';
import { makeFaultBoard, type Script } from './faults.ts';
import { startHudStatsServer } from './hudstats/server.ts';
import { makeHudStatsTeller } from './hudstats/teller.ts';
import { startImgArenaServer } from './imgarena/server.ts';
import { makeImgArenaTeller } from './imgarena/teller.ts';
import { makeWorked } from './worked.ts';

/** The games that are offered where nobody names one. */
const FIXTURES = {
  hudstats: 'esports:match:b20f4275-8060-4d17-a15c-8fb2963effa6',
  imgarena: 'b11729e0-d401-48aa-938b-1025aa44369f',
} as const;
/** Who is let in: a rehearsal hides nothing. */
const IMG_TOKEN = 'rehearsal';
const PIECE_BYTES = 256 * 1024;

/** A server that runs, and what tells a game through it. */
type Opened = {
  readonly port: number;
  readonly token: () => string;
  readonly tell: (said: Said) => void;
  readonly stop: () => Promise<void>;
};

type Given = Emulating & { readonly as: 'hudstats' | 'imgarena' };

/** Starts to serve. @throws Error when the tape or the port is not to be had. */
export async function emulateAnother(options: Given, script: Script): Promise<Emulation> {
  const { time, allowRemote, as } = options;
  const board = makeFaultBoard(script, time.now());
  // The board alone is worked: what has no sequence is not offered again.
  const stand = { board, refresh: () => undefined, games: new Map<never, never>() };
  const worked = makeWorked({ emulator: () => stand, now: () => time.now(), mock: () => null });
  const aside = makeAside({ worked, allowRemote });
  const gameId = options.game ?? FIXTURES[as];
  const given = { time, host: options.host, port: options.port, board, seed: options.seed, aside };
  const opened = await (as === 'hudstats'
    ? openHudStats({ ...given, gameId, accounts: options.accounts, rules: options.rules })
    : openImgArena({ ...given, gameId, rules: options.rules }));
  const stopPlaying = await play(options, opened.tell).catch(async (error: unknown) => {
    await opened.stop();
    throw error;
  });
  return {
    port: opened.port,
    games: [{ id: gameId, token: opened.token() }],
    latest: () => gameId,
    issue: () => opened.token(),
    ask: (what, order) => worked.ask(what, order),
    async stop() {
      stopPlaying();
      await opened.stop();
    },
  };
}

type Place = Pick<
  Parameters<typeof startImgArenaServer>[0],
  'time' | 'host' | 'port' | 'board' | 'seed' | 'aside'
> & {
  readonly gameId: string;
  readonly rules: Emulating['rules'];
};

async function openHudStats({
  gameId,
  accounts,
  rules,
  ...given
}: Place & { readonly accounts: Emulating['accounts'] }): Promise<Opened> {
  const server = await startHudStatsServer({ ...given, accounts, fixture: gameId, sportName: 'Basketball' });
  return {
    port: server.port,
    token: () => server.issue(),
    tell: makeHudStatsTeller(rules, (channel, payload) => server.say(channel, payload)),
    stop: () => server.stop(),
  };
}

async function openImgArena({ gameId, rules, ...given }: Place): Promise<Opened> {
  const server = await startImgArenaServer({ ...given, token: IMG_TOKEN });
  return {
    port: server.port,
    token: () => IMG_TOKEN,
    tell: makeImgArenaTeller({ rules, fixtureId: gameId }, (stream, packet) => server.say(stream, packet)),
    stop: () => server.stop(),
  };
}

/** Only what is said is told on. */
const ears = (tell: (said: Said) => void): Pick<FeedReader, 'words' | 'message' | 'fault'> => ({
  words: () => undefined,
  fault: () => undefined,
  message: tell,
});

/** Plays what is asked for. Returns how it is stopped. */
async function play(options: Given, tell: (said: Said) => void): Promise<() => void> {
  if (options.tape !== undefined) return playTape(options.tape, options, tell);
  const { rules, tell: say } = options;
  const reader = makeReader({ rules, to: ears(tell) });
  const running = runGame(
    { ...options, level: 'full' },
    {
      hear: (text, _source, heardMs) => void reader.hear(text, heardMs),
      over: () => say('the game is over'),
    },
  );
  return () => running.stop();
}

async function playTape(file: string, { time, speed, tell: say }: Given, tell: (said: Said) => void) {
  const zstd = await loadZstd();
  const bytes = () => createReadStream(file, { highWaterMark: PIECE_BYTES });
  const head = await headOf(readTape(bytes(), zstd));
  if (head.about === null)
    throw new Error(`${file} cannot be played${head.fault ? `: ${faultText(head.fault)}` : ''}`);
  const reader = makeEntryReader(head.about, { rules: head.about.rules, to: ears(tell) });
  const shift = makeShift(head.beginMs, time.now(), speed);
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
  const all = async (): Promise<void> => {
    for await (const piece of readTape(bytes(), zstd)) {
      if (piece.kind !== 'entry') continue;
      const heardMs = shift(piece.entry.heardMs);
      if (heardMs > time.now()) await until(heardMs);
      if (stopped) return;
      reader.hear({ ...piece.entry, heardMs });
    }
    say('the tape is over');
  };
  all().catch((error: unknown) => {
    if (!stopped)
      say(`the tape cannot be read on: ${error instanceof Error ? error.message : String(error)}`);
  });
  return () => {
    stopped = true;
    wake();
  };
}
