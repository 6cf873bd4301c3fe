// What a pre-flight makes of what it measured: one thing wrong at a time.
import { describe, expect, test } from 'vitest';
import { judge, type Measured } from '../../src/hosts/preflight/judge.ts';
import { levelOf, preflightSchema } from '../../src/wire/preflight.ts';

const OBS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36 OBS/32.0.1';
const GOOD: Measured = {
  userAgent: OBS,
  webgl: 'ANGLE (NVIDIA, GeForce)',
  viewport: { width: 1920, height: 1080, pixelRatio: 1 },
  background: 'rgba(0, 0, 0, 0)',
  half: { red: 255, alpha: 128 },
  fontsMissing: [],
  pace: { stepsMs: Array.from({ length: 600 }, () => 16.7), wasHidden: false },
  clock: { offsetMs: -3.2, errorMs: 0.4 },
  feed: { name: 'shottracker', status: 'live', ageMs: 80 },
};
const uneven = (late: number, lateMs: number) =>
  Array.from({ length: 600 }, (_, index) => (index < late ? lateMs : 16.7));

test('all is green where nothing is wrong, and nothing is to be done', () => {
  const checks = judge(GOOD);
  expect(levelOf(checks)).toBe('green');
  expect(checks.every(({ todo }) => todo === '')).toBe(true);
});

const rows: readonly (readonly [string, Partial<Measured>, string, 'amber' | 'red'])[] = [
  ['an engine of years ago', { userAgent: OBS.replace('127', '95') }, 'browser', 'red'],
  ['another engine', { userAgent: 'Mozilla/5.0 Firefox/140.0' }, 'browser', 'amber'],
  ['a processor that draws', { webgl: 'ANGLE (Google, SwiftShader driver)' }, 'renderer', 'amber'],
  ['no WebGL', { webgl: null }, 'renderer', 'amber'],
  ["a browser source's own size", { viewport: { width: 800, height: 600, pixelRatio: 1 } }, 'canvas', 'red'],
  ['720 lines', { viewport: { width: 1280, height: 720, pixelRatio: 1 } }, 'canvas', 'amber'],
  ['a coloured page', { background: 'rgb(0, 255, 0)' }, 'alpha', 'red'],
  ['alpha that is lost', { half: { red: 128, alpha: 255 } }, 'alpha', 'red'],
  ['a font that is not there', { fontsMissing: ['Barlow Condensed 700'] }, 'fonts', 'red'],
  ['a late picture now and then', { pace: { stepsMs: uneven(12, 40), wasHidden: false } }, 'pace', 'amber'],
  ['one long stall', { pace: { stepsMs: uneven(1, 180), wasHidden: false } }, 'pace', 'amber'],
  ['many late ones', { pace: { stepsMs: uneven(60, 40), wasHidden: false } }, 'pace', 'red'],
  ['twelve a second', { pace: { stepsMs: uneven(600, 83), wasHidden: false } }, 'pace', 'red'],
  ['no picture at all', { pace: { stepsMs: [], wasHidden: false } }, 'pace', 'red'],
  ['a hidden source', { pace: { ...GOOD.pace, wasHidden: true } }, 'pace', 'amber'],
  ['no relay', { clock: null }, 'clock', 'red'],
  ['a clock known within 40 ms', { clock: { offsetMs: 0, errorMs: 40 } }, 'clock', 'amber'],
  ['a clock known within half a second', { clock: { offsetMs: 0, errorMs: 500 } }, 'clock', 'red'],
  ['a feed of five seconds ago', { feed: { name: 'f', status: 'live', ageMs: 5_000 } }, 'feed', 'amber'],
  ['a feed of a minute ago', { feed: { name: 'f', status: 'live', ageMs: 60_000 } }, 'feed', 'red'],
  ['a feed that is lost', { feed: { name: 'f', status: 'lost', ageMs: 100 } }, 'feed', 'red'],
  ['no word of a feed', { feed: null }, 'feed', 'red'],
];

describe('what is wrong', () => {
  test.each(rows)('%s is told, and nothing else', (_what, wrong, id, level) => {
    const checks = judge({ ...GOOD, ...wrong });
    const told = checks.filter((check) => check.level !== 'green');
    expect(told.map((check) => [check.id, check.level])).toEqual([[id, level]]);
    expect(told[0]?.todo).not.toBe('');
    expect(preflightSchema.safeParse({ name: 'program', checks }).success).toBe(true);
  });
});
