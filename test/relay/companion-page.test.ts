// The page of buttons: each button does in the relay what is written on it, and is lit by what the relay says.
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
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

/** Source: Companion's export model, version 4 (3.0 and later), as far as this page uses it. */
const instance = z.strictObject({
  instance_type: z.enum(['generic-http', 'generic-websocket']),
  label: z.string().regex(/^[\w-]+$/),
  sortOrder: z.number(),
  isFirstInit: z.literal(false),
  enabled: z.literal(true),
  lastUpgradeIndex: z.number(),
  config: z.record(z.string(), z.unknown()),
});
const action = z.strictObject({
  id: z.string(),
  instance: z.string(),
  action: z.string(),
  delay: z.number(),
  options: z.record(z.string(), z.unknown()),
});
const button = z.strictObject({
  type: z.literal('button'),
  style: z.looseObject({ text: z.string(), color: z.number(), bgcolor: z.number() }),
  options: z.strictObject({
    relativeDelay: z.boolean(),
    stepAutoProgress: z.boolean(),
    rotaryActions: z.boolean(),
  }),
  feedbacks: z.array(
    z.looseObject({
      id: z.string(),
      instance_id: z.string(),
      type: z.string(),
      options: z.record(z.string(), z.unknown()),
    }),
  ),
  steps: z.record(
    z.string().regex(/^\d+$/),
    z.strictObject({
      action_sets: z.record(z.string().regex(/^(down|up|\d+)$/), z.array(action)),
      options: z.strictObject({ runWhileHeld: z.array(z.number()) }),
    }),
  ),
});
const index = z.string().regex(/^\d$/);
const exported = z.strictObject({
  version: z.literal(4),
  type: z.literal('page'),
  oldPageNumber: z.number(),
  page: z.strictObject({
    name: z.string(),
    gridSize: z.strictObject({
      minColumn: z.literal(0),
      maxColumn: z.literal(7),
      minRow: z.literal(0),
      maxRow: z.literal(3),
    }),
    controls: z.record(index, z.record(index, button)),
  }),
  instances: z.record(z.string(), instance),
});

test('the file is laid out as Companion 3 and later exports a page, and names no connection that is not in it', async () => {
  const { port } = await startRelay();
  const page = await importedFrom(port);
  const read = exported.parse(page);
  const known = new Set([...Object.keys(read.instances), 'internal']);
  for (const { instance: of } of actionsOf(page)) expect(known).toContain(of);
  for (const { feedbacks } of buttonsOf(page))
    for (const { instance_id: of } of feedbacks) expect(known).toContain(of);
});

test('its names are the same whenever and wherever it is made', async () => {
  const [first, second] = [await startRelay(), await startRelay()];
  const named = async (port: number): Promise<string> =>
    JSON.stringify(await importedFrom(port)).replaceAll(`127.0.0.1:${port}`, 'RELAY');
  expect(await named(first.port)).toBe(await named(second.port));
});
