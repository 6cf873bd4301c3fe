// Something wrong, told so that an operator can act on it: a code, where, what was expected, what was found.
import { z } from 'zod';

/** `where` is a path such as `location.locations[3].x` or `--url`; `expected` and `found` are short texts. None holds a secret. */
export const faultSchema = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  where: z.string().max(300),
  expected: z.string().max(300),
  found: z.string().max(300),
});
export type Fault = z.infer<typeof faultSchema>;

const LONGEST = 300;
const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Builds a Fault, each text clipped to 300 characters. */
export const fault = (code: string, where: string, expected: string, found: string): Fault => ({
  code,
  where: clip(where),
  expected: clip(expected),
  found: clip(found),
});

/** One line for a log or a lamp. */
export const faultText = ({ code, where, expected, found }: Fault): string =>
  `${code} at ${where}: expected ${expected}, found ${found}`;

/** A Fault on its way up to a door, where it is told and ends. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;
  constructor(told: Fault) {
    super(faultText(told));
    this.fault = told;
  }
}
