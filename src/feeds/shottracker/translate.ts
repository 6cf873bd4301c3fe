// The provider's words become ours: one pure function for all nine sources. Words of a source nobody knows are passed by.
import type { z } from 'zod';
import { readLeniently } from '../lenient.ts';
import type { Translation } from '../told.ts';
import type { Context } from './context.ts';
import {
  boxScoreSchema,
  chartSchema,
  lineupStatsSchema,
  markerSchema,
  possessionStatsSchema,
  possessionsSchema,
} from './event-words.ts';
import { clockSchema, locationSchema } from './live-words.ts';
import { plainLocation } from './plain-location.ts';
import type { Source } from './sources.ts';
import { summarySchema } from './summary-words.ts';
import { translateChart } from './translate-chart.ts';
import { translateClock } from './translate-clock.ts';
import {
  translateBoxScore,
  translateLineupStats,
  translateMarker,
  translatePossessionStats,
  translatePossessions,
} from './translate-events.ts';
import { translateLocation } from './translate-location.ts';
import { translateSummary } from './translate-summary.ts';

type Translate = (data: unknown, context: Context) => Translation;

type ReadingOptions<Words> = {
  /** Where a part is bad nothing is told. */
  readonly whole?: boolean;
  /** What the schema gives, without it, for words that are plainly sound; null for all others. */
  readonly plain?: (value: unknown) => Words | null;
};

/** A schema and what reads it, as one step from anything to facts. Changes `data` where parts of it are bad. */
const reading =
  <S extends z.ZodType>(
    source: Source,
    schema: S,
    read: (words: z.output<S>, context: Context) => Translation,
    { whole = false, plain = () => null }: ReadingOptions<z.output<S>> = {},
  ): Translate =>
  (value, context) => {
    const words = plain(value);
    if (words !== null) return read(words, context);
    const { data, faults } = readLeniently(schema, value, source);
    if (data === null || (whole && faults.length > 0)) return { told: [], faults };
    const translation = read(data, context);
    return { told: translation.told, faults: [...faults, ...translation.faults] };
  };

const TRANSLATIONS: Readonly<Record<Source, Translate>> = {
  marker: reading('marker', markerSchema, translateMarker),
  broadcastsummary: reading('broadcastsummary', summarySchema, translateSummary),
  boxscorestatsv2: reading('boxscorestatsv2', boxScoreSchema, translateBoxScore),
  chart: reading('chart', chartSchema, translateChart),
  possessions: reading('possessions', possessionsSchema, translatePossessions),
  possessionstats: reading('possessionstats', possessionStatsSchema, translatePossessionStats),
  lineupstats: reading('lineupstats', lineupStatsSchema, translateLineupStats),
  location: reading('location', locationSchema, translateLocation, { plain: plainLocation }),
  // A clock without one of its figures would read another time, or say that the shot clock is off.
  clock: reading('clock', clockSchema, translateClock, { whole: true }),
};

/** What the data of one message says, and what is wrong with it. Never throws. `data` is the translation's own: it may be changed. */
export const translate = (source: Source, data: unknown, context: Context): Translation =>
  TRANSLATIONS[source](data, context);
