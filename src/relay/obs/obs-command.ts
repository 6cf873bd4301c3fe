// `courtside obs`: an output is found in OBS, mended, or made there; with --watch its tally is told and a silent page loaded anew.
import { makeBackoff } from '../../feeds/backoff.ts';
import { hostAnswerSchema } from '../../wire/hosts.ts';
import { type Command, type Context, type ExitCode, textOf, WrongUse } from '../command.ts';
import { ObsLink } from './obs-link.ts';
import { setUp } from './set-up.ts';
import { ObsWatch, reportOn } from './watch.ts';
import { OBS_PORT } from './words.ts';

type Wish = {
  readonly obs: string;
  readonly relay: string;
  readonly output: string;
  readonly scene: string | undefined;
  readonly isWatched: boolean;
};

/** The relay holds on to that source of OBS itself: two who load a page anew would do it twice. */
async function isHeld(relay: string, input: string): Promise<boolean> {
  try {
    const { hosts } = hostAnswerSchema.parse(await (await fetch(`${relay}/api/v1/hosts`)).json());
    return hosts.obs?.sources.some((source) => source.input === input) ?? false;
  } catch {
    // A relay that is away, or an older one, holds nothing.
    return false;
  }
}

/** One connection, as long as it lasts. @throws Error in words for an operator. */
async function once({ obs: url, relay, output, scene, isWatched }: Wish, context: Context): Promise<void> {
  const { env, time, out, untilStopped } = context;
  let watch: ObsWatch | null = null;
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const obs = await ObsLink.open({
    url,
    password: env.OBS_WEBSOCKET_PASSWORD,
    time,
    onEvent: (type, data) => watch?.hear(type, data),
    onEnd: () => end(),
  });
  try {
    const { input, told } = await setUp(obs, { origin: relay, output, scene });
    for (const line of told) out(line);
    if (!isWatched) return;
    if (await isHeld(relay, input)) {
      out(`The relay watches ${input} itself: one is enough.`);
      return await untilStopped;
    }
    watch = new ObsWatch({ obs, input, output, report: reportOn(relay, output), time, line: out });
    await watch.start();
    await Promise.race([ended, untilStopped]);
  } finally {
    watch?.stop();
    obs.stop();
  }
}

/** Tries for ever, until it is asked to stop. */
async function watched(wish: Wish, context: Context): Promise<ExitCode> {
  const backoff = makeBackoff({ random: Math.random });
  let isStopped = false;
  const stopped = context.untilStopped.then(() => {
    isStopped = true;
  });
  while (!isStopped) {
    await once(wish, context).then(
      () => backoff.reset(),
      (why: unknown) => context.out(why instanceof Error ? why.message : String(why)),
    );
    await Promise.race([
      stopped,
      new Promise<void>((resolve) => context.time.after(backoff.next(), resolve)),
    ]);
  }
  return 0;
}

const addressOf = (text: string, option: string, protocols: RegExp): string => {
  if (!URL.canParse(text) || !protocols.test(new URL(text).protocol))
    throw new WrongUse(`--${option} takes a whole address, not ${text}`);
  return text;
};

export const obs: Command = {
  name: 'obs',
  usage: 'obs [options]',
  says: 'set an output up in OBS, or mend it there; with --watch also keep it alive',
  options: {
    output: { type: 'string', takes: 'NAME', says: "the output's name (program)" },
    scene: {
      type: 'string',
      takes: 'NAME',
      says: 'the scene that a new source is put into (the one on program)',
    },
    watch: {
      type: 'boolean',
      says: "go on: tell OBS's tally, and load the source anew when its page falls silent",
    },
    obs: {
      type: 'string',
      takes: 'URL',
      says: `where OBS is (ws://127.0.0.1:${OBS_PORT}); its password is OBS_WEBSOCKET_PASSWORD`,
    },
    relay: {
      type: 'string',
      takes: 'URL',
      says: 'where the relay is, as OBS sees it (http://127.0.0.1:4747)',
    },
  },
  positionals: 0,
  async run(given, context) {
    const wish: Wish = {
      obs: addressOf(textOf(given, 'obs') ?? `ws://127.0.0.1:${OBS_PORT}`, 'obs', /^wss?:$/),
      relay: new URL(addressOf(textOf(given, 'relay') ?? 'http://127.0.0.1:4747', 'relay', /^https?:$/))
        .origin,
      output: textOf(given, 'output') || 'program',
      scene: textOf(given, 'scene'),
      isWatched: given.values.watch === true,
    };
    if (wish.isWatched) return watched(wish, context);
    try {
      await once(wish, context);
      return 0;
    } catch (why) {
      context.err(why instanceof Error ? why.message : String(why));
      return 1;
    }
  },
};
