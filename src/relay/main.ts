// The process: it alone looks at the clock, the arguments, the environment and the signals, and knows every graphic and every built-in theme there is.
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { graphics } from '../../overlays/catalogue.ts';
import { version } from '../../package.json';
import { emulate } from '../emulator/emulate.ts';
import { parseTheme, THEMES } from '../stage/theme.ts';
import { runCli } from './cli.ts';
import { graphicsOf } from './graphics.ts';
import { realTime } from './real-time.ts';
import { markOf } from './tapes/gists.ts';
import { packIn } from './tapes/packing.ts';

const gistProgram = join(import.meta.dirname, 'gist-worker.js');

/** Asked once: stop cleanly. Asked twice: stop now. */
const untilStopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      resolve();
    });
  }
});

// Who reads what we print may have had enough (`courtside ... | head`).
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCli(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY && { progress: (text: string) => process.stderr.write(`\r${text} `) }),
  env: process.env,
  time: realTime,
  version,
  graphics: graphicsOf(graphics.values()),
  themes: { builtIn: Object.values(THEMES), read: parseTheme },
  pagesFolder: join(import.meta.dirname, 'pages'),
  sampleTape: join(import.meta.dirname, '../assets/tapes/sample.mcap'),
  addresses: Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address)),
  pack: packIn(join(import.meta.dirname, 'pack-worker.js'), markOf(gistProgram)),
  gistProgram,
  emulate,
  untilStopped,
});
