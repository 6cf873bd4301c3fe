// The pages as they are built, served as fresh as each must be, and nothing else of their folder.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder, startRelay } from '../kit/relay-rig.ts';

describe('pages', () => {
  async function built(): Promise<string> {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'overlays'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<title>operator</title>');
    await writeFile(join(folder, 'overlays/output.html'), '<title>output</title>');
    await writeFile(join(folder, 'assets/a-1234.js'), 'export {};');
    await writeFile(join(folder, '.secret'), 'no');
    return folder;
  }

  test.each([
    ['/', 'operator', 'text/html;charset=utf-8', 'no-store'],
    ['/out?name=program&graphics=scorebug', 'output', 'text/html;charset=utf-8', 'no-store'],
    ['/assets/a-1234.js', 'export', 'text/javascript', 'public, max-age=31536000, immutable'],
  ])('%s is served, as fresh as it must be', async (path, text, type, cache) => {
    const rig = await startRelay({ pagesFolder: await built() });
    const response = await rig.get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(cache);
  });

  test.each(['/.secret', '/../package.json', '/assets/../.secret', '/assets', '/index.htm'])(
    '%s is not',
    async (path) => {
      const rig = await startRelay({ pagesFolder: await built() });
      expect((await rig.get(path)).status).toBeGreaterThanOrEqual(400);
    },
  );
});
