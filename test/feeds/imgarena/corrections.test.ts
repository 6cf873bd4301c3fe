import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWAY, HOME, imgWords, type Packet, TYPES } from '../../kit/img-words.ts';
import { listen, scoreOf } from './read-words.ts';

describe('corrections', () => {
  const words = imgWords();
  const basket = words.action('twoMade', { team: HOME, actionId: 'x' });
  const miss = words.action('twoMissed', { team: AWAY, actionId: 'other' });
  const version = (type: keyof typeof TYPES, sendType: string) =>
    words.action(type, { team: HOME, actionId: 'x', sendType });

  it.each([
    ['confirmed', [basket], 2, 1],
    ['pending', [version('twoMade', 'Pending')], 0, 0],
    ['cancelled', [basket, version('twoMade', 'Cancelled')], 0, 0],
    ['deleted', [basket, version('twoMade', 'Deleted')], 0, 0],
    ['restored', [basket, version('twoMade', 'Deleted'), version('twoMade', 'Updated')], 2, 1],
    ['of another type', [basket, version('threeMade', 'Updated')], 3, 1],
    ['no basket after all', [basket, version('twoMissed', 'Updated')], 0, 1],
    ['no throw after all', [basket, version('turnover', 'Updated')], 0, 0],
  ])('a basket that is %s counts so', (_, packets, points, shots) => {
    const { hear, game, listener } = listen();
    for (const packet of [miss, ...packets]) hear(packet);
    expect(scoreOf(game())).toEqual([points, 0]);
    expect(Object.keys(game().shots).filter((id) => id === 'x')).toHaveLength(shots);
    expect(listener.faults).toEqual([]);
  });

  it('a rebound that becomes another kind is taken back under its first word', () => {
    const { hear, listener } = listen();
    hear(words.action('defensive', { team: HOME, actionId: 'r' }));
    hear(words.action('offensive', { team: HOME, actionId: 'r', sendType: 'Updated' }));
    expect(listener.of('play').map(({ classification }) => classification)).toEqual([
      'DEFENSIVE_REBOUND',
      'DELETED_DEFENSIVE_REBOUND',
      'OFFENSIVE_REBOUND',
    ]);
  });

  it('a basket that becomes a three is one play, updated', () => {
    const { hear, listener } = listen();
    hear(basket);
    hear(version('threeMade', 'Updated'));
    expect(listener.of('play').map(({ classification }) => classification)).toEqual([
      'TWO_POINT_MAKE',
      'UPDATED_TWO_POINT_MAKE_TO_THREE_POINT_MAKE',
    ]);
  });

  const shape = fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    type: fc.constantFrom('twoMade', 'threeMade', 'freeMade', 'twoMissed', 'foul', 'turnover' as const),
    sendType: fc.constantFrom('Confirmed', 'Updated', 'Cancelled', 'Deleted', 'Pending'),
    isHome: fc.boolean(),
    period: fc.integer({ min: 1, max: 2 }),
  });

  it('any order of versions gives the score, the fouls and the shots of the last version of each action', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (made, chance) => {
          const own = imgWords();
          const begin = [
            own.action('periodStart'),
            own.action('turnover', { team: HOME }),
            own.action('turnover', { team: AWAY }),
          ];
          const packets = made.map(({ id, type, sendType, isHome, period }) =>
            own.action(type, { actionId: `x${id}`, sendType, period, team: isHome ? HOME : AWAY }),
          );
          const end = [own.action('foul', { team: HOME }), own.action('twoMissed', { team: AWAY })];
          const shuffled = packets
            .map((packet) => ({ packet, key: chance.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ packet }) => packet);
          const outcome = (between: readonly Packet[]) => {
            const { hear, game } = listen();
            for (const packet of [...begin, ...between, ...end]) hear(packet);
            const { teams, shots } = game();
            const told = [HOME.id, AWAY.id].map((id) => [
              teams[id]?.score,
              teams[id]?.periodLines.Q1?.fouls,
              teams[id]?.periodLines.Q2?.fouls ?? 0,
            ]);
            return {
              told,
              shots: Object.fromEntries(
                Object.entries(shots).map(([id, { made: isIn, three, teamId }]) => [
                  id,
                  { isIn, three, teamId },
                ]),
              ),
            };
          };
          const last = new Map(packets.map((packet) => [packet.fixtureAction.actionId, packet]));
          expect(outcome(shuffled)).toEqual(outcome([...last.values()]));
        },
      ),
      { numRuns: 150, seed: 8 },
    );
  });
});
