// `courtside serve` and `courtside replay`: a relay is put together from its options, runs until it is asked to stop, and ends cleanly.
import { FaultError } from '../game/fault.ts';
import { type About, TAPE_VERSION } from '../tape/tape.ts';
import { makeTapeWriter } from '../tape/writer.ts';
import { loadZstd } from '../tape/zstd.ts';
import { addressesOf } from './addresses.ts';
import { type Chosen, chooseFeed } from './choose-feed.ts';
import { type Command, type Context, type ExitCode, type Given, WrongUse } from './command.ts';
import { TOKEN_NEEDED } from './control-token.ts';
import { gameKey, makeGameFile } from './game-file.ts';
import type { HostsGiven } from './hosts/hosts.ts';
import { makeLookFolder } from './look-folder.ts';
import { arePagesBuilt } from './pages.ts';
import { makeRecorder } from './recorder.ts';
import { rehearsing } from './rehearsal/rehearsing.ts';
import { makeRelay } from './relay.ts';
import type { RelayOptions } from './relay-options.ts';
import { PLACE_OPTIONS, SERVE_OPTIONS, type ServeOptions, serveOptionsOf } from './serve-options.ts';
import { makeShowFile } from './show-file.ts';
import { freeBytesIn, sinksIn, tapeName } from './tape-files.ts';
import { TAPE_SCHEMAS } from './tape-schemas.ts';
import type { Tuning } from './tuner.ts';

/** Environment variables whose values are told to nobody. */
const SECRETS = [
  'SHOTTRACKER_TOKEN',
  'SHOTTRACKER_SECRET',
  'HUDSTATS_TOKEN',
  'HUDSTATS_PASSWORD',
  'IMGARENA_TOKEN',
  'BACKUP_SHOTTRACKER_TOKEN',
  'BACKUP_SHOTTRACKER_SECRET',
  'BACKUP_HUDSTATS_TOKEN',
  'BACKUP_HUDSTATS_PASSWORD',
  'BACKUP_IMGARENA_TOKEN',
  'COURTSIDE_TOKEN',
  'OBS_WEBSOCKET_PASSWORD',
];

/** What a terminal would obey instead of showing. */
const CONTROL = /\p{Cc}/gu;

/** A token is for one game, and may be all that tells it. */
const keyOf = ({ url, game, backup }: ServeOptions, { feed, rules }: Chosen, env: Context['env']): string =>
  gameKey([
    feed.name,
    rules,
    url,
    game,
    game === undefined ? env.SHOTTRACKER_TOKEN : undefined,
    ...(backup ? [backup.feed, backup.url, backup.game] : []),
  ]);

/** What a tape says of its backup. */
const backupAbout = ({ backup }: Chosen): Pick<About, 'backup' | 'backupGame'> =>
  backup === undefined
    ? {}
    : { backup: backup.words, ...(backup.game === undefined ? {} : { backupGame: backup.game }) };

/** A feed that was chosen, with its tape and its kept game. */
async function tuningOf(chosen: Chosen, options: ServeOptions, context: Context): Promise<Tuning> {
  const { time, version, env } = context;
  const { feed, rehearsal, rules, words } = chosen;
  const folder = options.data;
  const about =
    words === null
      ? null
      : { version: TAPE_VERSION, feed: feed.name, words, rules, game: options.game, ...backupAbout(chosen) };
  const writer = makeTapeWriter(await loadZstd(), TAPE_SCHEMAS);
  return {
    feed,
    rehearsal,
    ...(chosen.played !== undefined && { played: chosen.played }),
    // A rehearsal begins anew, and leaves the real game's file alone.
    ...(!rehearsal && {
      gameFile: (onFault) => makeGameFile({ folder, key: keyOf(options, chosen, env), time, onFault }),
    }),
    ...(about && {
      recorder: (onFault) =>
        makeRecorder({
          time,
          about: {
            ...about,
            writer: `courtside ${version}`,
            ...(rehearsal && { what: 'a rehearsal: nothing real was played' }),
          },
          writer,
          tapeName,
          openSink: sinksIn(folder),
          freeBytes: freeBytesIn(folder),
          ...(context.pack && { pack: context.pack }),
          onFault,
        }),
    }),
  };
}

async function relayOptionsOf(options: ServeOptions, context: Context): Promise<RelayOptions> {
  const { time, version, graphics, themes, pagesFolder, addresses, env } = context;
  const given = { ...options, tape: options.tape ?? context.sampleTape };
  const chosen = await chooseFeed(given, context);
  const folder = options.data;
  return {
    ...(await tuningOf(chosen, options, context)),
    ...rehearsing({ options: given, rules: chosen.rules, context, tuningOf }),
    time,
    version,
    rules: chosen.rules,
    graphics,
    pagesFolder,
    addresses,
    guests: options.guests,
    hosts: hostsOf(options, env),
    host: options.host,
    port: options.port,
    controlToken: env.COURTSIDE_TOKEN,
    secrets: SECRETS.map((name) => env[name]),
    showFile: (onFault) =>
      makeShowFile({ folder, catalogue: graphics.catalogue, now: () => time.now(), onFault }),
    cutsFolder: folder,
    look: (onFault, onLook) => makeLookFolder({ folder, themes, time, onFault, onLook }),
    log: (line) => context.err(line.replaceAll(CONTROL, ' ')),
  };
}

/** The password of OBS is in the environment and nowhere else. */
const hostsOf = ({ obs, vmix }: ServeOptions, env: Context['env']): HostsGiven => ({
  ...(obs !== undefined && { obs: { url: obs, password: env.OBS_WEBSOCKET_PASSWORD } }),
  ...(vmix && { vmix }),
});

function greet(port: number, options: ServeOptions, { out, addresses, pagesFolder }: Context): void {
  const [first = '', ...others] = addressesOf(options.host, port, addresses);
  out(`operator  ${first}/`);
  out(`outputs   ${first}/out`);
  out(`          ${first}/out?graphics=scorebug,shot-clock`);
  out(`workshop  ${first}/mock`);
  for (const address of others) out(`also at   ${address}/`);
  if (!arePagesBuilt(pagesFolder)) out('The pages are not built yet: npm run build');
}

async function runRelay(options: ServeOptions, context: Context): Promise<ExitCode> {
  const relay = makeRelay(await relayOptionsOf(options, context));
  try {
    const { port } = await relay.start();
    greet(port, options, context);
    await context.untilStopped;
    return 0;
  } catch (error) {
    if (error instanceof FaultError && error.fault.code === TOKEN_NEEDED) throw new WrongUse(error.message);
    throw error;
  } finally {
    await relay.stop();
  }
}

export const serve: Command = {
  name: 'serve',
  usage: '[serve] [options]',
  says: 'play a feed to the pages, and record it',
  options: SERVE_OPTIONS,
  positionals: 0,
  run: (given, context) => runRelay(serveOptionsOf(given), context),
};

function replayed(given: Given): Given {
  const [tape] = given.positionals;
  return {
    values: { ...given.values, feed: 'tape', ...(tape === undefined ? {} : { tape }) },
    positionals: [],
  };
}

export const replay: Command = {
  name: 'replay',
  usage: 'replay [TAPE] [options]',
  says: 'play a tape to the pages: a short sample when none is named',
  options: PLACE_OPTIONS,
  positionals: 1,
  run: (given, context) => runRelay(serveOptionsOf(replayed(given)), context),
};
