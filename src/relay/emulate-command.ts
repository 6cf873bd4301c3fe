// `courtside emulate`: its options, read from the command line, and what it tells whoever started it.
import { readFile } from 'node:fs/promises';
import { EMULATED, type Emulating, type Emulation } from '../feeds/emulating.ts';
import { STARTS } from '../feeds/simulator/run-game.ts';
import { RULE_SETS } from '../game/rules.ts';
import { addressesOf } from './addresses.ts';
import {
  type Command,
  type Context,
  type ExitCode,
  type Given,
  numberOf,
  type Option,
  oneOf,
  textOf,
  WrongUse,
} from './command.ts';
import { DEFAULT_HOST, SPEEDS } from './serve-options.ts';

const DEFAULT_PORT = 4848;
/** Who may sign calls where the environment names nobody. */
const GUEST = { username: 'rehearsal', secret: 'rehearsal' };

const text = (takes: string, says: string): Option => ({ type: 'string', takes, says });
const flag = (says: string): Option => ({ type: 'boolean', says });

const OPTIONS: Readonly<Record<string, Option>> = {
  as: text('NAME', `whose server to be: ${EMULATED.join(', ')} (shottracker)`),
  tape: text('FILE', 'serve a tape; without it a simulated game'),
  'as-recorded': flag('with --tape: every byte as it was received; otherwise its stamps are moved to now'),
  seed: text('N', 'which simulated game, and the chance of faults (1)'),
  start: text('WHERE', `where the simulated game begins: ${STARTS.join(', ')} (tipoff)`),
  mock: flag('a mock game, entered by hand: POST /emulator/mock'),
  game: text('ID', 'what the game is called (as on the tape, sim-N, mock)'),
  rules: text('SET', `${RULE_SETS.join(', ')} (nba)`),
  speed: text('X', 'so many times as fast: tape, simulated game (1)'),
  faults: text('FILE', 'a script of faults on purpose, as JSON'),
  port: text('N', `the port to listen on (${DEFAULT_PORT})`),
  host: text('ADDRESS', `the address to listen on (${DEFAULT_HOST})`),
  'allow-remote': flag('other machines may switch faults and work the mock game too'),
};

async function scriptIn(file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  const script = await readFile(file, 'utf8');
  try {
    return JSON.parse(script);
  } catch {
    throw new Error(`${file} is no JSON`);
  }
}

function accountsOf(env: Context['env']): Readonly<Record<string, string>> {
  const { SHOTTRACKER_USERNAME: username, SHOTTRACKER_SECRET: secret } = env;
  return username && secret ? { [username]: secret } : { [GUEST.username]: GUEST.secret };
}

async function emulatingOf(given: Given, { time, env, out }: Context): Promise<Emulating> {
  const tape = textOf(given, 'tape');
  const mock = given.values.mock === true;
  const asRecorded = given.values['as-recorded'] === true;
  const game = textOf(given, 'game');
  if (mock && tape !== undefined) throw new WrongUse('--mock and --tape FILE do not go together');
  if (asRecorded && tape === undefined) throw new WrongUse('--as-recorded goes with --tape FILE');
  if (game === '') throw new WrongUse('--game takes an id');
  const as = oneOf(given, 'as', EMULATED) ?? 'shottracker';
  if (as !== 'shottracker' && (mock || asRecorded))
    throw new WrongUse('--mock and --as-recorded go with --as shottracker');
  return {
    time,
    as,
    tape,
    mock,
    asRecorded,
    game,
    host: textOf(given, 'host') || DEFAULT_HOST,
    port: numberOf(given, 'port', { min: 0, max: 65535, whole: true }) ?? DEFAULT_PORT,
    seed: numberOf(given, 'seed', { min: 0, max: 0xffffffff, whole: true }) ?? 1,
    speed: numberOf(given, 'speed', SPEEDS) ?? 1,
    rules: oneOf(given, 'rules', RULE_SETS) ?? 'nba',
    startAt: oneOf(given, 'start', STARTS) ?? 'tipoff',
    faults: await scriptIn(textOf(given, 'faults')),
    accounts: accountsOf(env),
    allowRemote: given.values['allow-remote'] === true,
    tell: out,
  };
}

/** How a client finds its game there. */
function ways({ as, accounts }: Emulating, { games }: Emulation, http: string): readonly string[] {
  const ws = http.replace(/^http/, 'ws');
  const [first] = games;
  if (as === 'hudstats')
    return [
      `tokens    ${http}/token, for ${GUEST.username} with the password ${GUEST.secret}`,
      `listen    HUDSTATS_TOKEN=${first?.token ?? ''} courtside --feed hudstats --url ${ws}/live --game ${first?.id ?? ''}`,
    ];
  if (as === 'imgarena')
    return [
      `listen    IMGARENA_TOKEN=${first?.token ?? ''} courtside --feed imgarena --url ${ws} --game ${first?.id ?? ''}`,
    ];
  return [
    `calls     ${http}/v1/data/schedule/games`,
    GUEST.username in accounts
      ? `          signed by ${GUEST.username}, secret ${GUEST.secret}`
      : '          signed as SHOTTRACKER_USERNAME',
    ...games.flatMap(({ id, token }) => [`game      ${id}`, `socket    ${ws}/live?token=${token}`]),
  ];
}

async function run(given: Given, context: Context): Promise<ExitCode> {
  const { out, emulate: start, addresses, untilStopped } = context;
  const emulating = await emulatingOf(given, context);
  const emulation = await start(emulating);
  try {
    const [http = ''] = addressesOf(emulating.host, emulation.port, addresses);
    for (const line of ways(emulating, emulation, http)) out(line);
    if (emulating.mock) out(`mock game ${http}/emulator/mock`);
    out(`controls  ${http}/emulator`);
    await untilStopped;
    return 0;
  } finally {
    await emulation.stop();
  }
}

export const emulate: Command = {
  name: 'emulate',
  usage: 'emulate [options]',
  says: 'be a provider’s server, for a rehearsal with any client',
  options: OPTIONS,
  positionals: 0,
  run,
};
