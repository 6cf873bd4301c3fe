// What the tabs tell over ten minutes of a simulated game, against points added up from its play-by-play.
import { expect, it } from 'vitest';
import { tabAt } from '../../../overlays/scorebug/tabs.ts';
import { makeSimulator } from '../../../src/feeds/simulator/simulator.ts';
import { fold } from '../../../src/game/fold.ts';
import { type Game, noGame } from '../../../src/game/game.ts';
import type { Fact, Said } from '../../../src/game/message.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { momentAt } from '../../kit/moments.ts';

const PLAYED_MS = 600_000;
const RULES = rulesOf('nba');

function factsOf(seed: number): Fact[] {
  const time = makeManualTime();
  const said: Said[] = [];
  const feed = makeSimulator({ time, rules: 'nba', seed, startAt: 'tipoff' });
  feed.start({ words: () => {}, message: (one) => said.push(one), status: () => {}, fault: () => {} });
  time.advance(PLAYED_MS);
  void feed.stop();
  return said
    .flatMap((one, seq): Fact[] => (one.kind === 'frame' ? [] : [{ ...one, seq }]))
    .sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
}

it('names who scored with all that he has scored, and runs that the score bears out', () => {
  const facts = factsOf(1);
  let game: Game = noGame;
  const scores: { atMs: number; home: number; away: number }[] = [];
  const wrong: string[] = [];
  const told = { scorer: 0, run: 0, bonus: 0 };
  let lastKey = '';
  for (const [index, fact] of facts.entries()) {
    game = fold(game, fact);
    // A page asks when all that was true at an instant is known.
    if (facts[index + 1]?.atMs === fact.atMs) continue;
    const [home, away] = [game.teams[game.homeId ?? ''], game.teams[game.awayId ?? '']];
    if (!home || !away) continue;
    scores.push({ atMs: fact.atMs, home: home.score ?? 0, away: away.score ?? 0 });
    const tab = tabAt(momentAt(fact.atMs, { game, rules: RULES }));
    if (tab === null || tab.key === lastKey || tab.side === null) continue;
    lastKey = tab.key;
    const team = tab.side === 'home' ? home : away;
    if (tab.key.startsWith('scorer')) {
      told.scorer += 1;
      const player = Object.values(team.players).find(({ number }) => `#${number}` === tab.number);
      const made = player && tab.words[0] === player.lastName?.toUpperCase();
      // Two-pointers, three-pointers and free throws are counted apart from points.
      const { twosMade = 0, threesMade = 0, freeThrowsMade = 0 } = player?.line ?? {};
      const sum = twosMade * 2 + threesMade * 3 + freeThrowsMade;
      if (!made || tab.figure !== `${sum} PTS` || sum < 2) wrong.push(JSON.stringify({ tab, sum }));
    } else if (tab.key.startsWith('run')) {
      told.run += 1;
      const other = tab.side === 'home' ? 'away' : 'home';
      const now = scores.at(-1);
      const since = scores.find((one) => one[other] === now?.[other]);
      const points = now && since ? now[tab.side] - since[tab.side] : 0;
      if (tab.words[0] !== `${points}-0 RUN`) wrong.push(JSON.stringify({ tab, points }));
    } else if (tab.key.startsWith('bonus')) told.bonus += 1;
  }
  expect(wrong).toEqual([]);
  expect(told.scorer).toBeGreaterThan(8);
  expect(told.run).toBeGreaterThan(0);
}, 240_000);
