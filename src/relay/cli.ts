// The `courtside` command: a table of commands, their help, and what the exit code says.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, type Context, type ExitCode, type Given, type Option, WrongUse } from './command.ts';
import { doctor } from './doctor-command.ts';
import { emulate } from './emulate-command.ts';
import { renderFilm } from './film/render-command.ts';
import { obs } from './obs/obs-command.ts';
import { osc } from './osc/osc-command.ts';
import { replay, serve } from './serve-command.ts';
import { tape } from './tapes/tape-command.ts';
import { vmix } from './vmix/vmix-command.ts';

/** All commands; the first is meant when none is named. */
const COMMANDS: readonly Command[] = [serve, replay, emulate, tape, renderFilm, obs, vmix, osc, doctor];

const HELP: Option = { type: 'boolean', short: 'h', says: 'this help' };

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** The help of one command. */
export function commandHelp({ usage, says, options, actions = [] }: Command): readonly string[] {
  const rows = Object.entries({ ...options, help: HELP }).map(
    ([name, { takes, says: told }]): [string, string] => [
      `--${name}${takes === undefined ? '' : ` ${takes}`}`,
      told,
    ],
  );
  const own = actions.map((action): [string, string] => [action.usage, action.says]);
  const told = own.length > 0 ? [...columns(own), ''] : [];
  return [`courtside ${usage}`, '', `  ${says}`, '', ...told, ...columns(rows)];
}

function overview(): readonly string[] {
  const rows = COMMANDS.map(({ name, says }): [string, string] => [name, says]);
  return [
    'courtside [command] [options]',
    '',
    ...columns(rows),
    '',
    '  --help after a command tells its options; serve is meant when none is named.',
    '  Exit codes: 0 done, 1 failed, 2 wrong use.',
  ];
}

function parsed(command: Command, args: readonly string[]): Given {
  try {
    const options = Object.fromEntries(
      Object.entries({ ...command.options, help: HELP }).map(([name, { type, short, multiple }]) => [
        name,
        { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
      ]),
    ) as NonNullable<ParseArgsConfig['options']>;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

async function runCommand(command: Command, args: readonly string[], context: Context): Promise<ExitCode> {
  const given = parsed(command, args);
  if (given.values.help === true) {
    for (const line of commandHelp(command)) context.out(line);
    return 0;
  }
  if (given.positionals.length > command.positionals)
    throw new WrongUse(`${command.name} takes no ${given.positionals[command.positionals]}`);
  return command.run(given, context);
}

/** Runs what these arguments ask for, and says how it went. */
export async function runCli(args: readonly string[], context: Context): Promise<ExitCode> {
  const [first = ''] = args;
  if (['--help', '-h', 'help'].includes(first)) {
    for (const line of overview()) context.out(line);
    return 0;
  }
  if (first === '--version') {
    context.out(context.version);
    return 0;
  }
  const named = COMMANDS.find(({ name }) => name === first);
  const action = named?.actions?.find(({ name }) => name === args[1]);
  const command = action ?? named ?? serve;
  try {
    if (!named && first !== '' && !first.startsWith('-')) throw new WrongUse(`There is no command ${first}`);
    return await runCommand(command, args.slice(action ? 2 : named ? 1 : 0), context);
  } catch (error) {
    context.err(`courtside: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof WrongUse)) return 1;
    context.err(
      `See courtside ${[named?.name, action?.name].map((name) => (name ? `${name} ` : '')).join('')}--help`,
    );
    return 2;
  }
}
