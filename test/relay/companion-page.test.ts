// The page of buttons: each button does in the relay what is written on it, and is lit by what the relay says.
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { companionPage } from '../../src/relay/companion-page.ts';
import { startRelay } from '../kit/relay-rig.ts';

type Page = ReturnType<typeof companionPage>;
const buttonsOf = (page: Page) => Object.values(page.page.controls).flatMap((row) => Object.values(row));
const actionsOf = (page: Page) =>
  buttonsOf(page).flatMap((button) => Object.values(button.steps[0].action_sets).flat());

async function importedFrom(port: number): Promise<Page> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/companion`);
  expect(response.headers.get('content-disposition')).toContain('.companionconfig');
  return (await response.json()) as Page;
}

test('every button sends what the relay reads as a cue', async () => {
  const { port } = await startRelay();
  const page = await importedFrom(port);
  expect(page.instances['courtside-http'].config.prefix).toBe(`http://127.0.0.1:${port}`);
  for (const { options } of actionsOf(page)) {
    const { status } = await fetch(`${page.instances['courtside-http'].config.prefix}${options.url}`, {
      method: 'POST',
      headers: {
        'Content-Type': options.contenttype,
        ...(JSON.parse(options.header) as Record<string, string>),
      },
      body: options.body,
    });
    // Granted, or refused as things stand (nothing on standby, nothing to undo): never unreadable, never unknown.
    expect([options.body, [200, 409].includes(status)]).toEqual([options.body, true]);
  }
});

test('every key that a button reads is in the flat JSON', async () => {
  const { port } = await startRelay();
  const page = await importedFrom(port);
  const socket = new WebSocket(page.instances['courtside-events'].config.url);
  onTestFinished(() => socket.terminate());
  const said = await new Promise<Record<string, unknown>>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()) as Record<string, unknown>)),
  );
  const read = new Set(
    buttonsOf(page).flatMap(({ feedbacks }) =>
      feedbacks.flatMap((feedback) => (feedback.type === 'websocket_variable' ? [feedback.options] : [])),
    ),
  );
  expect(read.size).toBeGreaterThan(0);
  for (const { subpath } of read as Set<{ subpath: string }>) expect(Object.keys(said)).toContain(subpath);
  // What lights a button or stands on it is read by some button.
  const named = JSON.stringify(buttonsOf(page)).matchAll(/courtside_events:(\w+)/g);
  const subpaths = new Set([...(read as Set<{ subpath: string }>)].map(({ subpath }) => subpath));
  for (const [, key] of named) expect([...subpaths]).toContain(key);
});

test('only a held button takes everything off', async () => {
  const { port } = await startRelay();
  const clear = buttonsOf(await importedFrom(port)).find(({ style }) => style.text.startsWith('CLEAR'));
  expect(clear?.steps[0].action_sets.down).toEqual([]);
});

test('no token stands in the file', () => {
  const text = JSON.stringify(companionPage({ graphics: [], host: '192.168.1.20:4747' }));
  expect(text).toContain('$(custom:courtside_token)');
});
