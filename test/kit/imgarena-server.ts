// IMG Arena's media streams as tests use them: on a free port of the loopback, without faults.

import { makeFaultBoard } from '../../src/emulator/faults.ts';
import { startImgArenaServer as start } from '../../src/emulator/imgarena/server.ts';
import { realTime } from '../../src/relay/real-time.ts';

/** Starts one that lets in whoever says `token`. */
export const startImgArenaServer = (token: string) =>
  start({ time: realTime, host: '127.0.0.1', port: 0, token, board: makeFaultBoard(), seed: 1 });
