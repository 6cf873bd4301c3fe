// What becomes of a field on air while no feed speaks: by the operator's choice, field by field. Without one it is held, and marked to him alone.
import { z } from 'zod';

/** What goes stale together. `positions` are the bodies and the ball. */
export const STALE_FIELDS = ['clock', 'shotClock', 'score', 'fouls', 'positions'] as const;
const staleFieldSchema = z.enum(STALE_FIELDS);

/** `hold`: as it was; `mark`: held, and marked on the operator's page; `dim`: shown in the quiet colour; `out`: not shown. */
export const policySchema = z.enum(['hold', 'mark', 'dim', 'out']);
export type Policy = z.infer<typeof policySchema>;

/** How long an outage lasts before a policy holds, at most, in milliseconds. */
const MAX_AFTER_MS = 600_000;
const chosenSchema = z.object({ policy: policySchema, afterMs: z.number().min(0).max(MAX_AFTER_MS) });

export const policiesSchema = z.partialRecord(staleFieldSchema, chosenSchema);
export type Policies = z.infer<typeof policiesSchema>;

export const policyCueSchema = z.strictObject({
  cue: z.literal('policy'),
  field: staleFieldSchema,
  policy: policySchema,
  afterMs: z.number().min(0).max(MAX_AFTER_MS).optional(),
});

/** The policies after one was chosen. */
export const withPolicy = (
  policies: Policies,
  { field, policy, afterMs }: z.infer<typeof policyCueSchema>,
): Policies => ({ ...policies, [field]: { policy, afterMs: afterMs ?? 0 } });
