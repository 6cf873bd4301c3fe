// Where a Chromium is found on this machine. None is downloaded here.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How it is started: alone, and talking to nobody. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
] as const;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The path of a Chromium: `CHROMIUM` of the environment, the command path, the usual places, then `more`. Undefined when there is none. `CHROMIUM` that
 * points nowhere is an error, not a reason to look elsewhere. @throws Error when `CHROMIUM` names a file that does not exist.
 */
export function findChromium(env: Env, more: readonly string[] = []): string | undefined {
  const wanted = env.CHROMIUM;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM is set to ${wanted}, but there is no such file`);
    return wanted;
  }
  return [...onPath(env, NAMES), ...PLACES, ...more].find((path) => path !== '' && existsSync(path));
}

/** Where a program of one of these names may be, by the command path. */
export const onPath = (env: Env, names: readonly string[]): readonly string[] =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
