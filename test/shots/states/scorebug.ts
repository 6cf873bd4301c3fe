// The scorebug in each state of a game, of its tabs, and in each of its places.
import type { Play } from '../../../src/game/game.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';
import { at, marked, type State } from '../state.ts';

const NOW_MS = aMoment().atMs;
const said = (name: string, wish: MomentWish, options: Readonly<Record<string, unknown>> = {}): State =>
  at(name, () => aMoment(wish), options);

const PLAIN: MomentWish = { home: { fouls: 3, timeouts: 4 }, away: { fouls: 2, timeouts: 5 } };
const GUARD = aPlayer('7', { number: '30', lastName: 'Harlow', line: { points: 24 } });

const play = (id: string, classification: string, atMs: number): Play => ({
  id,
  classification,
  teamId: HOME_ID,
  playerId: GUARD.id,
  atMs,
});
const withPlays = (plays: readonly Play[]): MomentWish => ({
  home: { ...PLAIN.home, players: { [GUARD.id]: GUARD } },
  ...(PLAIN.away ? { away: PLAIN.away } : {}),
  game: { plays },
});
/** It begins after a basket of the others; the last scorer has had his tab. */
const RUN = [
  { ...play('a', 'TWO_POINT_MAKE', NOW_MS - 13_000), teamId: AWAY_ID },
  ...[11_000, 9_000, 7_000, 5_000].map((ago, index) =>
    play(`b${index}`, index % 2 ? 'TWO_POINT_MAKE' : 'THREE_POINT_MAKE', NOW_MS - ago),
  ),
];
const change = (before: number) => ({ before, atMs: NOW_MS });

const move = (name: string, from: MomentWish, to: MomentWish, seconds: number): State => ({
  name,
  moving: true,
  pose: (scene) => {
    scene.show(aMoment(from));
    scene.update(aMoment({ ...to, version: 2 }), seconds);
  },
});

export const states: readonly State[] = [
  said('plain', {}),
  said('fouls, timeouts and arrow', { ...PLAIN, game: { arrow: AWAY_ID } }),
  said('bonus', { home: { fouls: 5, timeouts: 2 }, away: { fouls: 4, timeouts: 3 } }),
  said('double bonus, of college', {
    rules: 'ncaa-men',
    home: { fouls: 11, timeouts: 1 },
    away: { fouls: 8, timeouts: 2 },
    game: { period: 'H2', arrow: HOME_ID },
  }),
  said('timeouts out', { home: { fouls: 4, timeouts: 0 }, away: { fouls: 4, timeouts: 0 } }),
  said('last minute', { ...PLAIN, clockMs: 9_900, shotClockMs: 4_300, game: { period: 'Q4' } }),
  said('last seconds, shot clock off', {
    ...PLAIN,
    clockMs: 700,
    shotClockMs: null,
    game: { period: 'Q4' },
  }),
  said('overtime', { ...PLAIN, clockMs: 300_000, shotClockMs: 24_000, game: { period: 'OT1' } }),
  said('half-time', { ...PLAIN, clockMs: 0, running: false, shotClockMs: null, game: { period: 'HT' } }),
  said('final', { ...PLAIN, clockMs: 0, running: false, shotClockMs: null, game: { period: 'FINAL' } }),
  said('before the first word', { home: { score: null }, away: { score: null }, shotClockMs: null }),
  said('four letters, 199-199', {
    home: { code: 'WWWW', score: 199, fouls: 12, timeouts: 7 },
    away: { code: 'MMMM', score: 199, fouls: 12, timeouts: 7 },
    clockMs: 600_000,
    game: { period: 'OT4', arrow: HOME_ID },
  }),
  said('white on white', { ...PLAIN, home: { colour: '#ffffff' }, away: { colour: '#f4f4f0' } }),
  said('two reds', { ...PLAIN, home: { colour: '#c8102e' }, away: { colour: '#ce1141' } }),
  said('black', { ...PLAIN, home: { colour: '#000000' }, away: { colour: '#1d1160' } }),
  move(
    'a score rises, 0.1 s',
    { ...PLAIN, home: { ...PLAIN.home, score: 88 } },
    { ...PLAIN, home: { ...PLAIN.home, score: 91, scoreChange: change(88) } },
    0.1,
  ),
  move(
    'a correction, 0.15 s',
    { ...PLAIN, home: { ...PLAIN.home, score: 88 } },
    { ...PLAIN, home: { ...PLAIN.home, score: 86, scoreChange: change(88) } },
    0.15,
  ),
  said('tab: scorer', withPlays([play('b', 'THREE_POINT_MAKE', NOW_MS - 1_000)])),
  said('tab: run', withPlays(RUN)),
  said('tab: timeout', withPlays([play('t', 'TIMEOUT', NOW_MS - 1_000)])),
  said('tab: bonus', {
    home: { fouls: 3, timeouts: 4 },
    away: { fouls: 5, timeouts: 4, foulsChange: { before: 4, atMs: NOW_MS - 500 } },
  }),
  move('a tab comes, 0.15 s', PLAIN, withPlays([play('b', 'TWO_POINT_MAKE', NOW_MS)]), 0.15),
  said('lower left', PLAIN, { position: 'lower-left' }),
  said('top left, with its tab', withPlays(RUN), { position: 'top-left' }),
  said('without fouls, timeouts and shot clock', PLAIN, {
    showFouls: false,
    showTimeouts: false,
    showShotClock: false,
  }),
  marked(),
];
