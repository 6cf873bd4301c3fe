// The options of `serve` that say where OBS and vMix are.
import { type Given, numberOf, type Option, oneOf, textOf, WrongUse } from '../command.ts';
import { OBS_PORT } from '../obs/words.ts';
import { LEAD_NAMES } from '../vmix/follow.ts';
import type { VmixGiven } from '../vmix/vmix-host.ts';

/** Undefined: not looked for. `obs`: `ws://host:port`. */
export type HostOptions = { readonly obs?: string | undefined; readonly vmix?: VmixGiven | undefined };

const text = (takes: string, says: string): Option => ({ type: 'string', takes, says });
const OBS_URL = `ws://127.0.0.1:${OBS_PORT}`;
const OVERLAYS = { min: 1, max: 8, whole: true };

export const HOST_OPTIONS: Readonly<Record<string, Option>> = {
  obs: text('URL', `where OBS is looked for (${OBS_URL}), or off; its password is OBS_WEBSOCKET_PASSWORD`),
  vmix: text('HOST', 'where vMix is; goes with --vmix-input'),
  'vmix-input': text('TITLE', 'its web browser input: title, key or number'),
  'vmix-output': text('NAME', 'the output in that input (program)'),
  'vmix-overlay': text('N', 'its overlay channel, 1 to 8 (1)'),
  'vmix-leads': text('WHO', 'take: a take starts the overlay; vmix: the overlay takes; both (both)'),
};

function obsIn(given: Given): string | undefined {
  const url = textOf(given, 'obs') ?? OBS_URL;
  if (url === 'off') return undefined;
  const read = URL.canParse(url) ? new URL(url) : null;
  // The address itself is not repeated, and holds no password: it is shown.
  if (!read || !/^wss?:$/.test(read.protocol) || read.username !== '' || read.password !== '')
    throw new WrongUse('--obs takes off, or an address as ws://127.0.0.1:4455, without a password');
  return url;
}

function vmixIn(given: Given): VmixGiven | undefined {
  const input = textOf(given, 'vmix-input');
  if (input === undefined || input === '') {
    if (Object.keys(given.values).some((name) => name === 'vmix' || name.startsWith('vmix-')))
      throw new WrongUse('vMix needs --vmix-input TITLE');
    return undefined;
  }
  return {
    at: { host: textOf(given, 'vmix') ?? '127.0.0.1' },
    input,
    output: textOf(given, 'vmix-output') ?? 'program',
    overlay: numberOf(given, 'vmix-overlay', OVERLAYS) ?? 1,
    leads: oneOf(given, 'vmix-leads', LEAD_NAMES) ?? 'both',
  };
}

/** @throws WrongUse when an option cannot be read, or does not go with another. */
export const hostsIn = (given: Given): HostOptions => ({ obs: obsIn(given), vmix: vmixIn(given) });
