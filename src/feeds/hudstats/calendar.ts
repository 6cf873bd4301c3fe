// The fixtures of a sport on a day, as the provider's calendar tells them. Source: HudStats, Covered incidents (coverage).
import { z } from 'zod';
import { flag, id, listOf, maybe, present, shortText, text, vitalId } from '../fields.ts';

/** A fixture that can be asked for. What the calendar does not say is null. */
export type Fixture = {
  /** As `--game` takes it: `esports:match:…`. */
  readonly gameId: string;
  readonly game: string | null;
  readonly tournament: string | null;
  /** The provider's own word: CONCLUDED and others. */
  readonly status: string | null;
  /** As printed: neither its form nor its zone is documented. */
  readonly startDate: string | null;
  readonly teamA: string | null;
  readonly teamB: string | null;
  readonly hasStream: boolean | null;
};

const teamSchema = maybe(z.object({ name: text }));

export const calendarSchema = z.object({
  fixtures: listOf(
    z.object({
      id: vitalId,
      game: maybe(z.object({ name: text, abbreviation: id })),
      tournament: text,
      status: shortText,
      'start-date': shortText,
      'team-a': teamSchema,
      'team-b': teamSchema,
      'live-data': maybe(z.object({ 'stream-available': flag })),
    }),
  ),
});

/** The fixtures of an answer; entries without an id are passed by. */
export const fixturesOf = ({ fixtures }: z.output<typeof calendarSchema>): Fixture[] =>
  present(fixtures).map((one) => ({
    gameId: one.id,
    game: one.game?.name ?? null,
    tournament: one.tournament ?? null,
    status: one.status ?? null,
    startDate: one['start-date'] ?? null,
    teamA: one['team-a']?.name ?? null,
    teamB: one['team-b']?.name ?? null,
    hasStream: one['live-data']?.['stream-available'] ?? null,
  }));
