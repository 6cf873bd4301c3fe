// The workshop as it is used: the built relay with its own rehearsal server, the built page in a real Chromium, a stranger's client beside it.
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { StrangerClient } from '../emulator/stranger-client.ts';
import { newTab, startBrowser } from '../kit/browser.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { waitFor } from '../kit/patience.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function open(relay: Running, path: string): Promise<Page> {
  const page = await newTab(browser, { width: 1280, height: 800 });
  onTestFinished(() => page.close());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  onTestFinished(() => expect(complaints).toEqual([]));
  await page.goto(relay.url + path);
  return page;
}

type State = { home: { score: number | null } | null; feed: { name: string } };
const stateOf = async ({ url }: Running): Promise<State> =>
  (await (await fetch(`${url}/api/v1/state`)).json()) as State;
const shows = (place: Locator, text: string | RegExp): Promise<void> =>
  waitFor(async () => expect(await place.textContent()).toMatch(text));

/** Clicks a place of the court, in centimetres from the hoop: right, and towards mid-court. */
async function clickCourt(page: Page, right: number, up: number): Promise<void> {
  const at = await page.getByRole('application').evaluate(
    (svg, [x, y]) => {
      const matrix = (svg as unknown as SVGSVGElement).getScreenCTM();
      const point = new DOMPoint(x, y).matrixTransform(matrix ?? undefined);
      return { x: point.x, y: point.y };
    },
    [right, -up] as const,
  );
  await page.mouse.click(at.x, at.y);
}

test('a mock game is entered, corrected and listened to from the page, and a stranger hears all of it', async () => {
  const relay = await startCommand([]);
  const page = await open(relay, '/mock');
  await page.getByRole('radio', { name: /2 minutes/ }).click();
  await page.getByRole('button', { name: 'Start game' }).click();
  const list = page.getByRole('region', { name: 'This game' });
  await shows(list, /Nothing yet/);

  const socket = new URL(await page.getByRole('textbox', { name: 'WebSocket address' }).inputValue());
  const stranger = new StrangerClient(
    `${socket.origin}${socket.pathname}`,
    socket.searchParams.get('token') ?? '',
  );
  onTestFinished(() => stranger.cut());
  await stranger.connect();

  await clickCourt(page, 0, 760);
  await shows(page.getByRole('region', { name: 'Court' }), /3 points from 25 ft/);
  await clickCourt(page, 100, 200);
  await shows(page.getByRole('region', { name: 'Court' }), /2 points from 7 ft/);
  await page.keyboard.press('m');
  await shows(list, /2 points made/);

  await page.keyboard.press('l');
  await waitFor(async () =>
    expect(await stateOf(relay)).toMatchObject({ home: { score: 2 }, feed: { name: 'rehearsal' } }),
  );
  await shows(page.getByRole('region', { name: 'What the relay listens to' }), /Rehearsal.*the mock game/);

  await list.getByRole('button', { name: /2 points made/ }).click();
  await list.getByRole('button', { name: 'Miss' }).click();
  await clickCourt(page, -300, 700);
  await list.getByRole('button', { name: 'Save' }).click();
  await shows(list, /3 points missed/);
  await waitFor(async () => expect((await stateOf(relay)).home?.score).toBe(0));
  await list.getByRole('button', { name: /3 points missed/ }).click();
  await list.getByRole('button', { name: 'Delete' }).click();
  await shows(list, /Nothing yet/);

  const told = () =>
    stranger.heard
      .filter(({ source }) => source === 'chart')
      .map(({ data }) => (data as { s: string; st: string }).s);
  await waitFor(() => expect(told()).toEqual(['RECORDED', 'UPDATED', 'DELETED']));
});

test('faults on purpose are switched on a source, stand over every panel until they are off, and come by a script', async () => {
  const relay = await startCommand([]);
  const page = await open(relay, '/faults');
  await page.getByRole('button', { name: /Play a simulated game/ }).click();
  await page.getByRole('spinbutton', { name: /Seconds/ }).fill('0');
  await page.getByRole('combobox', { name: 'Source' }).selectOption('clock');
  await page.getByRole('button', { name: /^freeze/ }).click();
  const over = page.getByRole('status', { name: 'Faults on purpose' });
  await shows(over, /freeze clock/);
  await page.keyboard.press('Shift+3');
  await shows(over, /freeze clock/);
  await over.getByRole('button', { name: 'All off' }).click();
  await over.waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+2');
  await page.getByRole('button', { name: 'Make one' }).click();
  await page.getByRole('button', { name: 'Run it' }).click();
  await shows(page.getByRole('region', { name: 'On now' }), /to come by the script/);
});

test('the viewer shows words beside what was made of them, waits without losing any, and finds', async () => {
  const relay = await startCommand([]);
  const page = await open(relay, '/feed');
  const lines = page.getByRole('list', { name: 'Messages' });
  await lines.getByRole('button', { name: /clock/ }).first().click();
  await shows(page.getByRole('group', { name: 'The words' }), /GAME_SHOT_CLOCK/);
  await shows(page.getByRole('group', { name: 'What was made of it' }), /remainingMs/);
  // Pressing a line holds the list: what comes meanwhile waits.
  await waitFor(async () =>
    expect(await page.locator('.viewer-standing').textContent()).toMatch(/[1-9]\d* wait/),
  );
  await page.getByRole('button', { name: 'Go on' }).click();
  await shows(page.locator('.viewer-standing'), /^\d+ shown$/);
  await page.getByRole('searchbox').fill('no such words anywhere');
  await shows(lines, /Nothing that is looked for/);
  await page.getByRole('searchbox').fill('JERSEY_COLOR');
  await shows(lines.getByRole('button').first(), /marker/);
  await page.getByRole('searchbox').press('Escape');
  await page.keyboard.press('2');
  await shows(page.getByRole('table').first(), /PTS.*Team/);
});

test('the schedule lists games, one press listens to one, and a call is tried without its secret', async () => {
  const relay = await startCommand([]);
  const page = await open(relay, '/mock');
  await page.getByRole('button', { name: 'Start game' }).click();
  await page.getByRole('region', { name: 'This game' }).waitFor();
  await page.keyboard.press('Shift+4');
  const row = page.getByRole('row', { name: /Riverton Herons/ });
  await row.getByRole('button', { name: /Listen/ }).click();
  await shows(row, /listened to/);
  await waitFor(async () => expect((await stateOf(relay)).feed.name).toBe('rehearsal'));
  await page.keyboard.press('2');
  await page.getByRole('button', { name: /A token to listen to a game/ }).click();
  await page.getByRole('button', { name: 'Ask' }).click();
  await shows(page.getByRole('region', { name: 'Answer' }), /"\[secret\]"/);
});
