// What `serve` can listen to beside its feed: a game of the schedule where there is an address for it, and why not where there is none.
import { expect, test } from 'vitest';
import type { Context } from '../../src/relay/command.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { rehearsing } from '../../src/relay/rehearsal/rehearsing.ts';
import type { ServeOptions } from '../../src/relay/serve-options.ts';
import { faultOf } from '../kit/fault-of.ts';
import { GRAPHICS } from '../kit/relay-rig.ts';

const OPTIONS: ServeOptions = {
  port: 0,
  host: '127.0.0.1',
  feed: 'simulator',
  url: undefined,
  backup: undefined,
  game: undefined,
  tape: undefined,
  seed: 1,
  speed: 1,
  rules: undefined,
  data: '/nowhere',
  guests: [],
};
const ACCOUNT = { SHOTTRACKER_USERNAME: 'producer', SHOTTRACKER_SECRET: 'open-sesame' };

function given(options: Partial<ServeOptions>, env: Context['env'] = ACCOUNT) {
  const wanted: ServeOptions[] = [];
  const context: Context = {
    out: () => undefined,
    err: () => undefined,
    env,
    time: realTime,
    version: '1',
    graphics: GRAPHICS,
    themes: { builtIn: [], read: () => Promise.reject(new Error('none')) as never },
    pagesFolder: '/nowhere',
    addresses: [],
    emulate: () => Promise.reject(new Error('no port')),
    untilStopped: Promise.resolve(),
  };
  const made = rehearsing({
    options: { ...OPTIONS, ...options },
    rules: 'nba',
    context,
    tuningOf: ({ feed, rehearsal }, from) => {
      wanted.push(from);
      return Promise.resolve({ feed, rehearsal });
    },
  });
  return { ...made, wanted };
}

test('a game of the schedule is listened to at the address that was given, under its own id', async () => {
  const { tunings, wanted } = given({ url: 'wss://live.example/v2' });
  const tuning = await tunings?.game('g7', 'shottracker');
  expect(tuning).toMatchObject({ feed: { name: 'shottracker' }, rehearsal: false });
  expect(wanted).toMatchObject([{ feed: 'shottracker', game: 'g7', url: 'wss://live.example/v2' }]);
});

test.each([
  ['no address', {}],
  ["another provider's address", { feed: 'hudstats', url: 'wss://hud.example/live' }],
] as const)('with %s a game is refused, with what is missing', async (_what, options) => {
  const { code, found } = await faultOf(given(options).tunings?.game('g7', 'shottracker'));
  expect({ code, found }).toEqual({ code: 'refused', found: expect.stringContaining('--url') as string });
});

test("a fixture of HudStats' calendar is listened to as his, at his address, never at another's", async () => {
  const account = { HUDSTATS_TOKEN: 'a token' };
  const { tunings, wanted, calendar } = given({ feed: 'shottracker', url: 'wss://live.example/v2' }, account);
  const tuning = await tunings?.game('esports:match:7', 'hudstats');
  expect(tuning).toMatchObject({ feed: { name: 'hudstats' }, rehearsal: false });
  expect(wanted).toMatchObject([{ feed: 'hudstats', game: 'esports:match:7', url: undefined }]);
  expect(calendar?.()).toMatchObject({ base: 'https://api.hudstats.com', key: { token: 'a token' } });
  expect(given({}, {}).calendar?.()).toMatchObject({ code: 'no-account' });
});

test('calls go to the host of the given address, to the documented one without, and nowhere without an account', () => {
  expect(given({ url: 'wss://live.example/v2' }).account?.('provider')).toMatchObject({
    base: 'https://live.example',
  });
  expect(given({}).account?.('provider')).toMatchObject({ base: 'https://api.shottracker.com' });
  expect(given({}, {}).account?.('provider')).toMatchObject({ code: 'no-account' });
  expect(given({}).account?.('rehearsal')).toMatchObject({ code: 'no-account' });
});

test('a rehearsal server without a port is refused with the reason', async () => {
  expect(await faultOf(given({}).rehearsalServer?.start({ play: 'mock' }))).toMatchObject({
    code: 'refused',
    found: 'no port',
  });
});
