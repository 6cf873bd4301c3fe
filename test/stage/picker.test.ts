// A graphic that says what of the game it heeds is asked when that changes, and only then; and what it says of itself is true.
import { describe, expect, it, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Game } from '../../src/game/game.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import { Picker } from '../../src/stage/picker.ts';
import { aMoment, aPlayer } from '../kit/moments.ts';

describe('a picker of a graphic that heeds the teams alone', () => {
  const asked: unknown[] = [];
  const graphic: Pick<Graphic, 'pick' | 'heeds'> = {
    pick: ({ game }) => {
      asked.push(game);
      return game.teams;
    },
    heeds: ['teams'],
  };
  const moment = aMoment({});
  const options = {};

  it('asks it again for other teams, other options, what is stale, and for nothing else', () => {
    const picker = new Picker(graphic as Graphic);
    const pick = (change: object, given = options): number => {
      picker.pick({ ...moment, version: asked.length + 1, ...change }, given);
      return asked.length;
    };
    expect(pick({})).toBe(1);
    expect(pick({ version: 50, game: { ...moment.game, period: 'Q3' } })).toBe(1);
    expect(pick({ version: 51, game: { ...moment.game, teams: {} } })).toBe(2);
    expect(pick({ version: 52, game: { ...moment.game, teams: {} } })).toBe(3);
    expect(pick({ version: 52, stale: { positions: 'dim' } })).toBe(4);
    expect(pick({ version: 53, stale: { positions: 'dim' } }, {})).toBe(5);
  });
});

const heeding = [...graphics.values()].filter(({ heeds }) => heeds !== undefined);

test.each(heeding.map((graphic) => [graphic.id, graphic] as const))(
  '%s looks at nothing of a game but what it heeds, and at no clock',
  (_id, graphic) => {
    const read = new Set<string | symbol>();
    const watched = <Value extends object>(value: Value, into: Set<string | symbol>): Value =>
      new Proxy(value, {
        get: (target, key, receiver) => {
          into.add(key);
          return Reflect.get(target, key, receiver);
        },
      });
    const plain = aMoment({
      home: { players: { a: aPlayer('a', { number: '1' }) } },
      away: { players: { b: aPlayer('b', { number: '2' }) } },
    });
    const looked = new Set<string | symbol>();
    const game: Game = watched(plain.game, read);
    graphic.pick(watched({ ...plain, game }, looked), graphic.options.parse({}));
    for (const key of read) expect(graphic.heeds).toContain(key);
    for (const key of looked) expect(['game', 'rules', 'stale']).toContain(key);
  },
);

test('the player dots say what they heed', () => {
  expect(heeding.map(({ id }) => id)).toContain('player-dots');
});
