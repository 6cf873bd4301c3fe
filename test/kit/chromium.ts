// Where a Chromium is found to test with; no browser is downloaded here (ensure-chromium does that).
import { chromium } from 'playwright';
import { findChromium as findInstalled } from '../../src/relay/film/find-chromium.ts';

export { CHROMIUM_FLAGS } from '../../src/relay/film/find-chromium.ts';

/** WebGL computed by the processor, the same on each machine. A page on the 2D canvas is composed ten times slower with it: for tests of WebGL only. */
export const SOFTWARE_WEBGL_FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] as const;

/** As the command finds it, else Playwright's own download. @throws Error when `CHROMIUM` names a file that does not exist. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  findInstalled(env, [chromium.executablePath()]);
