// What a pre-flight found in the very source that will go on air, as its page says it and the relay keeps it.
import { z } from 'zod';

/** From good to bad. */
export const LEVELS = ['green', 'amber', 'red'] as const;
export type Level = (typeof LEVELS)[number];

/** One thing that was looked at. `todo` is one sentence; empty where there is nothing to do. */
export const checkSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]{1,40}$/),
  name: z.string().max(60),
  level: z.enum(LEVELS),
  found: z.string().max(300),
  todo: z.string().max(300),
});
export type Check = z.infer<typeof checkSchema>;

/** A whole report: `name` is the output's. */
export const preflightSchema = z.strictObject({
  name: z.string().min(1).max(64),
  checks: z.array(checkSchema).min(1).max(24),
});
export type Preflight = z.infer<typeof preflightSchema>;

/** A report as the relay keeps it. */
export const keptPreflightSchema = preflightSchema.extend({ atMs: z.number().describe('When it was heard') });
export type KeptPreflight = z.infer<typeof keptPreflightSchema>;

/** What `GET /api/v1/preflight` answers: the last report of each output, the newest last. */
export const preflightsSchema = z.object({ reports: z.array(keptPreflightSchema) });

/** What a desk hears of a report: of which output, how good, and when. */
export const preflightMarkSchema = z.object({ name: z.string(), level: z.enum(LEVELS), atMs: z.number() });
export type PreflightMark = z.infer<typeof preflightMarkSchema>;

/** The worst of them. */
export const levelOf = (checks: readonly Pick<Check, 'level'>[]): Level =>
  LEVELS[Math.max(0, ...checks.map(({ level }) => LEVELS.indexOf(level)))] ?? 'green';
