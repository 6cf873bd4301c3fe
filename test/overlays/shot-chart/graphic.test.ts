// What the shot chart shows: whose zones, what of them, since when.
import { describe, expect, test } from 'vitest';
import { shotChart } from '../../../overlays/shot-chart/graphic.ts';
import type { ChartOptions } from '../../../overlays/shot-chart/view.ts';
import type { ZoneMap } from '../../../src/game/game.ts';
import type { ZoneSaid } from '../../../src/game/message.ts';
import { HOME_ID } from '../../kit/messages.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';

const zone = (n: number, more: Partial<ZoneSaid> = {}): ZoneSaid => ({
  zone: n,
  display: '3/7',
  percent: '42.9%',
  colour: '#c81e1e',
  made: 3,
  attempted: 7,
  ...more,
});
const map = (zones: readonly ZoneSaid[], more: Partial<ZoneMap> = {}): ZoneMap => ({
  zones,
  makes: [],
  misses: [],
  ...more,
});
const pick = (wish: MomentWish, options: Partial<ChartOptions> = {}) =>
  shotChart.pick(aMoment(wish), shotChart.options.parse(options));

test('there is nothing to show before the feed has said zones', () => {
  expect(pick({})).toBeNull();
  expect(pick({ home: { zones: { all: map([]) } } })).toBeNull();
  expect(pick({ game: { homeId: null } })).toBeNull();
});

test('words and colours are the feed’s own', () => {
  const view = pick({
    home: { zones: { all: map([zone(8, { display: '3 / 7', percent: '43', colour: '#123456' })]) } },
  });
  expect(view?.zones).toHaveLength(14);
  expect(view?.zones[7]).toEqual({
    zone: 8,
    display: '3 / 7',
    percent: '43',
    colour: '#123456',
    quiet: false,
  });
});

test.each([
  ['none attempted', zone(2, { display: '0/0', made: 0, attempted: 0 })],
  ['0/0 unread', { zone: 2, display: '0/0', percent: '0%', colour: '#808080' }],
  ['0-0 unread', { zone: 2, display: '0 - 0', percent: '', colour: '#808080' }],
  ['no word', { zone: 2, display: '', percent: '', colour: '#808080' }],
] as const)('a zone without attempts is quiet: %s', (_, said) => {
  expect(pick({ home: { zones: { all: map([said]) } } })?.zones[1]).toMatchObject({
    quiet: true,
    colour: null,
    display: '',
  });
});

test.each([
  ['0/3', zone(2, { display: '0/3', made: 0, attempted: 3 })],
  ['10/20', { zone: 2, display: '10/20', percent: '50%', colour: '#808080' }],
] as const)('a zone with attempts is not: %s', (_, said) => {
  expect(pick({ home: { zones: { all: map([said]) } } })?.zones[1]?.quiet).toBe(false);
});

test('the sum of the zones is shown only when all of them can be read', () => {
  expect(pick({ home: { zones: { all: map([zone(1), zone(2)]) } } })).toMatchObject({
    total: '6/14',
    totalPercent: '43%',
  });
  const unread = { zone: 3, display: '1 of 2', percent: '50%', colour: null };
  expect(pick({ home: { zones: { all: map([zone(1), unread]) } } })).toMatchObject({
    total: '',
    totalPercent: '',
  });
});

describe('the header', () => {
  const zones = { all: map([zone(1)]), 'catch-and-shoot': map([zone(1)]) };
  const players = { p: aPlayer('p', { number: '30', firstName: 'Stephen', lastName: 'Curry', zones }) };

  test('says the team, the kind and since when', () => {
    expect(pick({ home: { zones } }, { shots: 'catch-and-shoot' })).toMatchObject({
      title: ['BOSTON', 'BOS'],
      subtitle: ['CATCH AND SHOOT · SINCE TIP-OFF'],
    });
  });

  test('says a player by number and name, with the team', () => {
    expect(pick({ home: { players } }, { player: 'p' })).toMatchObject({
      title: ['#30 STEPHEN CURRY', '#30 S. CURRY', '#30 CURRY'],
      subtitle: ['BOS · ALL SHOTS · SINCE TIP-OFF', 'ALL SHOTS · SINCE TIP-OFF'],
    });
  });

  test.each([
    ['Q3', '3RD QUARTER'],
    ['H2', '2ND HALF'],
    ['OT1', 'OVERTIME'],
    ['OT2', 'OVERTIME 2'],
  ] as const)('says a period: %s is %s', (period, text) => {
    const view = pick({ home: { periodZones: { [period]: zones } } }, { period });
    expect(view?.subtitle).toEqual([`ALL SHOTS · ${text}`]);
  });

  test('says the full game when it is over', () => {
    expect(pick({ home: { zones }, game: { period: 'FINAL' } })?.subtitle).toEqual(['ALL SHOTS · FULL GAME']);
  });

  test('a period that the feed did not tell is not filled from the game', () => {
    expect(pick({ home: { zones } }, { period: 'Q1' })).toBeNull();
    expect(pick({ home: { players } }, { period: 'Q1', player: 'p' })).toBeNull();
  });
});

describe('marks', () => {
  const at = (xMm: number, yMm: number) => ({ xMm, yMm });
  const shot = (id: string, more: object) => ({
    id,
    atMs: 1,
    teamId: HOME_ID,
    made: true,
    three: false,
    attributes: [],
    ...at(1, 2),
    ...more,
  });

  test('are none unless asked for', () => {
    const zones = { all: map([zone(1)], { makes: [at(1, 2)] }) };
    expect(pick({ home: { zones } })).toMatchObject({ makes: [], misses: [] });
    expect(pick({ home: { zones } }, { marks: 'makes and misses' })).toMatchObject({ makes: [at(1, 2)] });
  });

  test('are taken from the single shots where the map has none, of this kind, player and team', () => {
    const shots = {
      a: shot('a', { playerId: 'p', attributes: ['CAS'], xMm: 10 }),
      b: shot('b', { playerId: 'p', attributes: ['OTD'], xMm: 20 }),
      c: shot('c', { playerId: 'q', attributes: ['CAS'], xMm: 30 }),
      d: shot('d', { teamId: 'other', playerId: 'p', attributes: ['CAS'], xMm: 40 }),
      e: shot('e', { playerId: 'p', attributes: ['CAS'], made: false, xMm: 50 }),
      f: shot('f', { playerId: 'p', attributes: ['CAS'], xMm: undefined }),
    };
    const players = { p: aPlayer('p', { zones: { 'catch-and-shoot': map([zone(1)]) } }) };
    const view = pick(
      { home: { players }, game: { shots } },
      { marks: 'makes and misses', player: 'p', shots: 'catch-and-shoot' },
    );
    expect(view?.makes).toEqual([at(10, 2)]);
    expect(view?.misses).toEqual([at(50, 2)]);
  });
});
