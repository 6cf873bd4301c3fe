// What vMix's data sources read, from a real relay: columns by the names of title fields, the same rows in three forms.
import { expect, test } from 'vitest';
import { AWAY_ID, HOME_ID, messages } from '../kit/messages.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

const PLAYER = { id: '7', number: '00', firstName: 'Ana, "Nan"', lastName: '<O&Neil>', position: 'G' };

async function playing(): Promise<RelayRig> {
  const rig = await startRelay();
  const say = messages();
  const atMs = rig.time.now();
  for (const message of [
    say.roster(atMs, { name: 'Košice', code: 'KOS', players: [{ ...PLAYER, id: '9', number: '4' }, PLAYER] }),
    say.roster(atMs, { teamId: AWAY_ID, side: 'away', name: 'Away', code: 'AWY' }),
    say.period(atMs, 'Q3'),
    say.clock(atMs, 427_000, false, { shot: { remainingMs: 17_000, running: false, resolutionMs: 1_000 } }),
    say.score(atMs, 88, 91),
    say.stats(atMs, { players: [{ playerId: '7', line: { points: 12, assists: 3 } }] }),
  ]) {
    const { seq: _seq, ...said } = message;
    rig.feed.say.message(said);
  }
  rig.time.advance(1_000);
  return rig;
}

const rowsOf = async (rig: RelayRig, query = ''): Promise<readonly Record<string, string>[]> =>
  (await (await rig.get(`/api/v1/vmix.json${query}`)).json()) as Record<string, string>[];

test('JSON is a list of one row of text, by the whole names of title fields', async () => {
  const rows = await rowsOf(await playing());
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    'HomeName.Text': 'Košice',
    'HomeScore.Text': '88',
    'AwayCode.Text': 'AWY',
    'AwayScore.Text': '91',
    'Period.Text': '3RD',
    'Clock.Text': '7:07',
    'ShotClock.Text': '17',
    'HomeTimeouts.Text': '',
  });
  expect(Object.values(rows[0] ?? {}).every((value) => typeof value === 'string')).toBe(true);
  expect(Object.keys(rows[0] ?? {}).every((name) => /\.(Text|Source|Fill\.Color)$/.test(name))).toBe(true);
});

test('CSV has the columns first, and CR LF', async () => {
  const rig = await playing();
  const answer = await rig.get('/api/v1/vmix.csv');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const [columns, values, end] = (await answer.text()).split('\r\n');
  const [row = {}] = await rowsOf(rig);
  expect(columns).toBe(Object.keys(row).join(','));
  expect(values?.split(',')).toHaveLength(Object.keys(row).length);
  expect(end).toBe('');
});

test('XML has a row an element, with nothing in it that breaks it', async () => {
  const rig = await playing();
  const answer = await rig.get('/api/v1/vmix.xml?rows=home');
  expect(answer.headers.get('content-type')).toContain('application/xml');
  const text = await answer.text();
  expect(text.match(/<row>/g)).toHaveLength(2);
  expect(text).toContain('<LastName.Text>&lt;O&amp;Neil&gt;</LastName.Text>');
  expect(text).toContain('<Points.Text>12</Points.Text>');
});

test('players are rows of their own, and CSV keeps their commas and quotes', async () => {
  const rig = await playing();
  const players = await rowsOf(rig, '?rows=home');
  expect(players.map((row) => row['Number.Text'])).toEqual(['00', '4']);
  expect(players[0]).toMatchObject({ 'Points.Text': '12', 'Assists.Text': '3', 'Rebounds.Text': '' });
  const csv = await (await rig.get('/api/v1/vmix.csv?rows=home')).text();
  expect(csv).toContain('"Ana, ""Nan"" <O&Neil>"');
  expect(await rowsOf(rig, '?rows=away')).toEqual([]);
});

test("the operator's corrections are in it, and a delay plays it behind", async () => {
  const rig = await playing();
  await rig.cue({ cue: 'override', field: 'home.score', value: 90 });
  const [now = {}] = await rowsOf(rig);
  expect(now['HomeScore.Text']).toBe('90');
  const [before = {}] = await rowsOf(rig, '?delay=60000');
  expect(before['AwayScore.Text']).toBe('');
});

test.each(['?rows=bench', '?delay=soon', '?at=1&delay=2'])('%s is refused', async (query) => {
  expect((await (await startRelay()).get(`/api/v1/vmix.json${query}`)).status).toBe(422);
});

test('before any word there is one empty row, so that a data source keeps its columns', async () => {
  const rows = await rowsOf(await startRelay());
  expect(rows).toHaveLength(1);
  expect(rows[0]?.['HomeScore.Text']).toBe('');
  expect(rows[0]?.['HomeName.Text']).not.toBe(HOME_ID);
});
