// Makes sure that a Chromium is there before the tests run: found, else installed, else one sentence that says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const asRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const installs: readonly { readonly possible: () => boolean; readonly run: () => boolean }[] = [
  {
    possible: asRootOnDebian,
    run: () =>
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']),
  },
  { possible: () => true, run: () => run('npx', ['playwright', 'install', 'chromium']) },
];

/** @throws Error, in one sentence that says what to do. */
function ensured(): string {
  let found = findChromium();
  for (const install of installs) {
    if (found) break;
    if (install.possible()) install.run();
    found = findChromium();
  }
  if (found) return found;
  throw new Error(
    'The tests need a Chromium or Chrome: install one, or set CHROMIUM to the path of its executable.',
  );
}

try {
  console.log(`Chromium: ${ensured()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
