// Every pair of 200 real team colours: what must hold of two teams on air holds of each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wcagContrast } from 'culori/fn';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COLOUR_STEPS, stepped } from '../../src/game/colour-steps.ts';
import {
  HOME_WEIGHS,
  HOUSE_GROUNDS,
  INK_CONTRAST,
  type JerseyReport,
  makeJerseyReporter,
  STANDS_OFF,
} from '../../src/game/jersey.ts';
import { confusedBy, differs, type Seen, see } from '../../src/game/sight.ts';
import { seeded } from '../kit/random.ts';

const file = join(import.meta.dirname, '../../assets/team-colours.json');
const { teams } = z
  .object({
    teams: z.array(
      z.object({ league: z.string(), name: z.string(), colour: z.string().regex(/^#[0-9a-f]{6}$/) }),
    ),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const report = makeJerseyReporter(HOUSE_GROUNDS);
const known = new Map<string, Seen>();
const seen = (hex: string): Seen => {
  const made = known.get(hex) ?? see(hex);
  known.set(hex, made);
  return made;
};

type Met = { readonly label: string; readonly report: JerseyReport };
const meetings: readonly Met[] = teams.flatMap((home, index) =>
  teams.slice(index + 1).map((away) => ({
    label: `${home.name} ${home.colour} against ${away.name} ${away.colour}`,
    report: report(home.colour, away.colour),
  })),
);
/** Labels of the meetings of which it is not true. */
const failing = (holds: (report: JerseyReport) => boolean): string[] =>
  meetings.filter((met) => !holds(met.report)).map(({ label }) => label);

it('the list holds 200 teams, each once', () => {
  expect(new Set(teams.map(({ league, name }) => `${league} ${name}`)).size).toBe(200);
  expect(meetings).toHaveLength(19_900);
});

describe('of every pair', () => {
  it('the teams are told apart by the ordinary eye and by protan, deutan and tritan ones', () => {
    expect(
      failing(({ home, away }) => confusedBy(seen(home.look.fill), seen(away.look.fill)).length === 0),
    ).toEqual([]);
  });

  it('each stands off the plate and the floor, or is ringed', () => {
    const stands = ({ look }: JerseyReport['home']): boolean =>
      look.ring !== null ||
      Object.values(HOUSE_GROUNDS).every((ground) => differs(seen(look.fill), seen(ground)) >= STANDS_OFF);
    expect(failing(({ home, away }) => stands(home) && stands(away))).toEqual([]);
  });

  it('the number reads on the jersey at 4.5:1 or better', () => {
    const reads = ({ look }: JerseyReport['home']): boolean =>
      wcagContrast(look.ink, look.fill) >= INK_CONTRAST;
    expect(failing(({ home, away }) => reads(home) && reads(away))).toEqual([]);
  });

  it('one colour is moved at most, and none where every eye told them apart before', () => {
    expect(
      failing(
        ({ home, away, confused }) =>
          (home.move === null || away.move === null) &&
          (home.move !== null || away.move !== null) === confused.before.length > 0,
      ),
    ).toEqual([]);
  });

  it('what is not moved is shown as it was said', () => {
    const kept = ({ move, before, look }: JerseyReport['home']): boolean =>
      move !== null || look.fill === before;
    expect(failing(({ home, away }) => kept(home) && kept(away))).toEqual([]);
  });
});

it('no smaller step of the search would have sufficed, of either team', () => {
  const random = seeded(19);
  const moved = meetings.filter(({ report: { home, away } }) => home.move !== null || away.move !== null);
  expect(moved.length).toBeGreaterThan(1_000);
  const sample = Array.from({ length: 60 }, () => moved[Math.floor(random() * moved.length)] as Met);
  for (const { label, report: told } of sample) {
    const { home, away } = told;
    const size = home.move ? home.move.size * HOME_WEIGHS : (away.move?.size ?? 0);
    const sides = [
      { from: home.before, other: away.before, weighs: HOME_WEIGHS },
      { from: away.before, other: home.before, weighs: 1 },
    ];
    for (const { from, other, weighs } of sides)
      for (const step of COLOUR_STEPS) {
        if (step.size * weighs >= size) break;
        const eyes = confusedBy(see(stepped(from, step)), seen(other));
        expect(eyes, `${label}: ${JSON.stringify(step)}`).not.toEqual([]);
      }
  }
});

it('moves lightness far more often than chroma or hue', () => {
  const moves = meetings.flatMap(({ report: { home, away } }) => home.move ?? away.move ?? []);
  const other = moves.filter(({ chroma, hueDegrees }) => chroma !== 0 || hueDegrees !== 0);
  expect(other.length / moves.length).toBeLessThan(0.2);
});
