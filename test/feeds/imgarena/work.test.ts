// What a whole game costs the reader: it grows with the actions, whatever is told late, corrected or told again.
import { describe, expect, it } from 'vitest';
import { KEPT_EVERY, makeRefold } from '../../../src/feeds/imgarena/refold.ts';
import { HOME, imgWords } from '../../kit/img-words.ts';
import { seeded } from '../../kit/random.ts';
import { listen } from './read-words.ts';

const ACTIONS = 1_200;

/** A game of so many actions: every third a basket. */
const gameOf = (count: number) => {
  const words = imgWords();
  return Array.from({ length: count }, (_, nth) =>
    words.action(nth % 3 === 0 ? 'twoMade' : nth % 7 === 0 ? 'foul' : 'turnover', { team: HOME }),
  );
};

describe('a whole game', () => {
  it('is added up once, action by action', () => {
    const { hear, reader } = listen();
    for (const packet of gameOf(ACTIONS)) hear(packet);
    expect(reader.steps).toBe(ACTIONS);
  });

  it('costs nothing when it is told again from the beginning', () => {
    const { hear, reader } = listen();
    const packets = gameOf(ACTIONS);
    for (const packet of packets) hear(packet);
    reader.resumed('actions');
    for (const packet of packets) hear(packet);
    expect(reader.steps).toBe(ACTIONS);
  });

  it('costs a correction of something recent what was told since, and a little more', () => {
    const { hear, reader } = listen();
    const packets = gameOf(ACTIONS);
    for (const [nth, packet] of packets.entries()) {
      hear(packet);
      const back = packets[nth - 10];
      if (nth % 10 === 0 && back) hear({ fixtureAction: { ...back.fixtureAction, sendType: 'Deleted' } });
    }
    expect(reader.steps).toBeLessThan(ACTIONS + (ACTIONS / 10) * (10 + 2 * KEPT_EVERY));
  });
});

describe('a sum', () => {
  it('is what adding up everything anew would give, wherever it is changed', () => {
    const random = seeded(7);
    const upTo = (most: number): number => Math.floor(random() * (most + 1));
    const add = (sum: string, thing: number) => `${sum}.${thing}`;
    const refold = makeRefold('', add);
    const things: number[] = [];
    for (let turn = 0; turn < 400; turn += 1) {
      const place = upTo(things.length);
      things.splice(place, upTo(1), turn);
      refold.changed(place);
      if (turn % 3 === 0) expect(refold.sum(things)).toBe(things.reduce(add, ''));
    }
  });

  it('of a list that only grows takes one step a thing', () => {
    const refold = makeRefold(0, (sum, thing: number) => sum + thing);
    const things: number[] = [];
    for (let nth = 1; nth <= 500; nth += 1) {
      things.push(nth);
      refold.changed(nth - 1);
      refold.sum(things);
    }
    expect([refold.sum(things), refold.steps]).toEqual([125_250, 500]);
  });
});
