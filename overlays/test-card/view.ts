// What the test card says in words; what runs with the instant it reads at every tick.
import { z } from 'zod';

/** The operator's form: nothing to choose. */
export const testCardOptions = z.object({});
export type TestCardOptions = z.infer<typeof testCardOptions>;

export type TestCardView = {
  /** `3RD`; empty while it is not known. */
  readonly period: string;
  /** `main: live`, longest form first; empty before the first feed. */
  readonly feed: readonly string[];
  /** No feed is less than live. */
  readonly isLive: boolean;
};
