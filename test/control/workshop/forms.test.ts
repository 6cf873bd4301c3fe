// What is typed into the workshop's forms becomes orders that the relay takes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAULT_KEYS, MEASURES, measured } from '../../../src/control/workshop/fault-measures.ts';
import { faultScript } from '../../../src/control/workshop/fault-script.ts';
import { teamGiven } from '../../../src/control/workshop/mock-team-words.ts';
import { scheduleQuery, startOf } from '../../../src/control/workshop/schedule-words.ts';
import { FAULT_NAMES, orderSchema, scriptSchema } from '../../../src/emulator/faults.ts';
import { SOURCES } from '../../../src/feeds/shottracker/sources.ts';
import { teamSchema } from '../../../src/wire/mock-orders.ts';

const words = { name: 'Night Owls', code: '', colour: '#AABBCC', players: '' };

test('a team without a name is left to the relay', () => {
  expect(teamGiven({ ...words, name: ' ' }, 1)).toBeNull();
});

test('whatever is typed as players, the team is one that the relay takes', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300 }),
      fc.array(fc.tuple(fc.nat(99), fc.string()), { maxLength: 25 }),
      (junk, lines) => {
        const players = [junk, ...lines.map(([number, name]) => `${number} ${name}`)].join('\n');
        const given = teamGiven({ ...words, players }, 1);
        expect(teamSchema.safeParse(given).error?.issues).toBeUndefined();
        expect(new Set(given?.players.map(({ id }) => id)).size).toBe(given?.players.length);
      },
    ),
  );
});

test('players are read a line each, and five there are', () => {
  const given = teamGiven({ ...words, players: '7 Ana Okafor\n12 Lind\nnobody' }, 2);
  expect(given).toMatchObject({ code: 'NIG', colour: '#aabbcc' });
  expect(
    given?.players.map(({ number, firstName, lastName }) => `${number} ${firstName} ${lastName}`),
  ).toEqual(['7 Ana Okafor', '12 L Lind', '3 Player No 3', '4 Player No 4', '5 Player No 5']);
});

test('the same seed makes the same script, another seed another, and the relay takes each', () => {
  const wish = { minutes: 10, faults: [...FAULT_NAMES], sources: [...SOURCES] };
  const one = faultScript({ ...wish, seed: 1 });
  expect(faultScript({ ...wish, seed: 1 })).toEqual(one);
  expect(faultScript({ ...wish, seed: 2 })).not.toEqual(one);
  for (let seed = 0; seed < 50; seed += 1) {
    const script = faultScript({ ...wish, seed });
    expect(script.length).toBeGreaterThan(0);
    expect(scriptSchema.safeParse(script).success).toBe(true);
  }
});

test('every fault that there is has a key and, where it needs one, a measure that the relay takes', () => {
  expect(FAULT_KEYS).toHaveLength(FAULT_NAMES.length);
  for (const fault of FAULT_NAMES)
    expect(orderSchema.safeParse({ fault, ...measured(fault, {}) }).success).toBe(true);
  for (const fault of Object.keys(MEASURES)) expect(FAULT_NAMES).toContain(fault);
  expect(measured('loss', { share: 250 })).toEqual({ share: 1 });
});

test('the last day of the schedule counts whole, and what is not typed is not asked', () => {
  const query = scheduleQuery('provider', {
    from: '2026-11-20',
    to: '2026-11-21',
    team: ' 481 ',
    location: '',
    season: 'PRE',
    week: '',
    type: '',
    name: 'Foxes',
    sport: '',
  });
  const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
  expect(from).toBe(startOf('2026-11-20'));
  expect(to).toBe((startOf('2026-11-22') ?? 0) - 1);
  expect([...query.keys()].sort()).toEqual(['from', 'seasonType', 'server', 'team_id', 'to']);
});
