// The emulator put together as a command asks for it: what it serves, to whom it opens, how it misbehaves.
import { createReadStream } from 'node:fs';
import type { Emulating, Emulation } from '../feeds/emulating.ts';
import { faultText } from '../game/fault.ts';
import { firstWrong } from '../game/wrong-shape.ts';
import { headOf } from '../tape/head.ts';
import { readTape } from '../tape/reader.ts';
import { loadZstd } from '../tape/zstd.ts';
import { emulateAnother } from './another.ts';
import { makeAside } from './aside.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { makeFaultBoard, scriptSchema } from './faults.ts';
import { type MockRoom, makeMockRoom } from './mock-room.ts';
import { playSimulated } from './play-simulated.ts';
import { gameOnTape, playTape, type TapeOptions } from './play-tape.ts';
import { makeWorked } from './worked.ts';

const PIECE_BYTES = 256 * 1024;
/** Whose server this is. */
const WORDS = 'shottracker';

/** A tape's file, ready to be played. @throws Error when it cannot be. */
async function tapeOptions(file: string, options: Emulating): Promise<TapeOptions> {
  const zstd = await loadZstd();
  const bytes = () => createReadStream(file, { highWaterMark: PIECE_BYTES });
  const head = await headOf(readTape(bytes(), zstd));
  if (head.about === null)
    throw new Error(`${file} cannot be played${head.fault ? `: ${faultText(head.fault)}` : ''}`);
  const { words } = head.about;
  if (words !== WORDS) throw new Error(`${file} holds words of ${words}, not of ${WORDS}`);
  const { time, speed, asRecorded, game: gameId } = options;
  return { time, head, bytes, zstd, speed, asRecorded, gameId };
}

/** Plays what is asked for. Returns how it is stopped. */
async function play(
  emulator: Emulator,
  room: MockRoom | null,
  tape: TapeOptions | null,
  options: Emulating,
): Promise<() => void> {
  const { seed, rules, speed, startAt, time, tell } = options;
  if (room !== null) return () => room.stop();
  if (tape !== null) {
    const found = await gameOnTape(tape);
    const hosted = emulator.offer(found.listed);
    const playing = playTape(tape, found, hosted, (trouble) =>
      tell(trouble === null ? 'the tape is over' : `the tape cannot be read on: ${trouble}`),
    );
    return () => playing.stop();
  }
  const simulated = { time, seed, rules, speed, startAt, gameId: options.game };
  const playing = playSimulated(emulator, simulated, () => tell('the game is over'));
  return () => playing.stop();
}

/** Starts to serve. @throws Error when the tape, the script or the port is not to be had. */
export async function emulate(options: Emulating): Promise<Emulation> {
  const { time, host, port, seed, accounts, allowRemote } = options;
  const script = scriptSchema.safeParse(options.faults ?? []);
  if (!script.success) {
    const { where, expected, found } = firstWrong(options.faults, script.error, 'all of it');
    throw new Error(`the script of faults: ${where}: expected ${expected}, found ${found}`);
  }
  if (options.as !== undefined && options.as !== 'shottracker')
    return emulateAnother({ ...options, as: options.as }, script.data);
  const tape = options.tape === undefined ? null : await tapeOptions(options.tape, options);
  const board = makeFaultBoard(script.data, time.now());
  let room: MockRoom | null = null;
  const worked = makeWorked({ emulator: () => emulator, now: () => time.now(), mock: () => room });
  const aside = makeAside({ worked, allowRemote });
  const emulator: Emulator = await startEmulator({ time, accounts, host, port, seed, board, aside });
  if (options.mock) room = makeMockRoom(emulator, time, options.game ?? 'mock');
  const stop = await play(emulator, room, tape, options).catch(async (error: unknown) => {
    await emulator.stop();
    throw error;
  });
  return {
    port: emulator.port,
    games: [...emulator.games.keys()].map((id) => ({ id, token: emulator.tokens.issue(id) })),
    latest: () => [...emulator.games.keys()].at(-1) ?? null,
    issue: (gameId) => emulator.tokens.issue(gameId),
    ask: (what, order) => worked.ask(what, order),
    async stop() {
      stop();
      await emulator.stop();
    },
  };
}
