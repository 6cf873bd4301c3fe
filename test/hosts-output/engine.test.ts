// Which engines a page starts in, and what it says in the others.
import { expect, test } from 'vitest';
import { chromiumOf, isTooOld } from '../../src/hosts/output/engine.ts';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/127.0.6533.120 Safari/537.36 OBS/32.0.1', 127, false],
  ['Mozilla/5.0 Chrome/103.0.5060.134 Safari/537.36 OBS/30.2.3', 103, false],
  ['Mozilla/5.0 Chrome/95.0.4638.69 Safari/537.36 OBS/27.2.4', 95, true],
  ['Mozilla/5.0 HeadlessChrome/156.0.0.0 Safari/537.36', 156, false],
  ['Mozilla/5.0 Chromium/99.0', 99, true],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', null, false],
  ['', null, false],
])('%s', (userAgent, version, tooOld) => {
  expect([chromiumOf(userAgent), isTooOld(userAgent)]).toEqual([version, tooOld]);
});
