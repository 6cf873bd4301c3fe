// `courtside doctor`: whether this machine is ready for a show, told line by line.
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { loadZstd } from '../tape/zstd.ts';
import { type Command, type Context, type ExitCode, numberOf, textOf } from './command.ts';
import { arePagesBuilt } from './pages.ts';
import { DEFAULT_DATA, DEFAULT_HOST, DEFAULT_PORT, PLACE_OPTIONS } from './serve-options.ts';

/** The oldest Node that is promised. */
const NODE = { major: 20, minor: 19 };
/** A game takes about 30 MB; less free space than this is told. */
const FREE_BYTES = 1024 ** 3;

type Finding = { readonly what: string; readonly fine: boolean; readonly found: string };

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > NODE.major || (major === NODE.major && minor >= NODE.minor);
  return { what: `node ${NODE.major}.${NODE.minor} or newer`, fine, found: process.versions.node };
}

const portFree = (host: string, port: number): Promise<Finding> =>
  new Promise((resolve) => {
    const what = `port ${port} free`;
    const server = createServer();
    server.once('error', (error) => resolve({ what, fine: false, found: error.message }));
    server.listen(port, host, () => server.close(() => resolve({ what, fine: true, found: 'yes' })));
  });

async function dataFolder(folder: string): Promise<readonly Finding[]> {
  const what = `data folder ${folder} can be written`;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return [
      { what, fine: true, found: 'yes' },
      {
        what: '1 GiB free for tapes',
        fine: free >= FREE_BYTES,
        found: `${Math.floor(free / 1024 ** 2)} MiB`,
      },
    ];
  } catch (error) {
    return [{ what, fine: false, found: error instanceof Error ? error.message : String(error) }];
  }
}

async function compression(): Promise<Finding> {
  const what = 'tapes can be compressed';
  try {
    const zstd = await loadZstd();
    const bytes = new TextEncoder().encode('courtside '.repeat(100));
    const back = zstd.decompress(zstd.compress(bytes), bytes.length);
    return { what, fine: Buffer.compare(back, bytes) === 0, found: 'yes' };
  } catch (error) {
    return { what, fine: false, found: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether they are there, never what they are. */
function secrets(env: Context['env']): readonly string[] {
  const has = (...names: string[]) => (names.every((name) => env[name]) ? 'yes' : 'no');
  return [
    `SHOTTRACKER_TOKEN ${has('SHOTTRACKER_TOKEN')}`,
    `SHOTTRACKER_USERNAME and SHOTTRACKER_SECRET ${has('SHOTTRACKER_USERNAME', 'SHOTTRACKER_SECRET')}`,
    `HUDSTATS_TOKEN ${has('HUDSTATS_TOKEN')}`,
    `HUDSTATS_USERNAME and HUDSTATS_PASSWORD ${has('HUDSTATS_USERNAME', 'HUDSTATS_PASSWORD')}`,
    `COURTSIDE_TOKEN ${has('COURTSIDE_TOKEN')}`,
  ];
}

async function examine(port: number, host: string, data: string, context: Context): Promise<ExitCode> {
  const built = arePagesBuilt(context.pagesFolder);
  const findings = [
    node(),
    await portFree(host, port),
    ...(await dataFolder(data)),
    { what: 'pages are built', fine: built, found: built ? 'yes' : 'no: npm run build' },
    await compression(),
  ];
  for (const { what, fine, found } of findings) context.out(`${fine ? 'ok  ' : 'BAD '} ${what}: ${found}`);
  for (const line of secrets(context.env)) context.out(`     ${line}`);
  return findings.every(({ fine }) => fine) ? 0 : 1;
}

const { port, host, data } = PLACE_OPTIONS;

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [options]',
  says: 'whether this machine is ready for a show (exit code 1 when not)',
  options: { ...(port && { port }), ...(host && { host }), ...(data && { data }) },
  positionals: 0,
  run: (given, context) =>
    examine(
      numberOf(given, 'port', { min: 0, max: 65535, whole: true }) ?? DEFAULT_PORT,
      textOf(given, 'host') ?? DEFAULT_HOST,
      textOf(given, 'data') ?? DEFAULT_DATA,
      context,
    ),
};
