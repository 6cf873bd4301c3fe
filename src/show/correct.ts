// Cues that correct the feed, and give it back.
import { type Granted, type Refused, refuse } from './grant.ts';
import { isOverrideField, OVERRIDES } from './overrides.ts';
import type { Show } from './show.ts';

/** Sets the operator's value over the feed's. */
export function override(show: Show, field: string, value: unknown, atMs: number): Granted | Refused {
  if (!isOverrideField(field)) return refuse('field', `one of ${Object.keys(OVERRIDES).join(', ')}`, field);
  const parsed = OVERRIDES[field].safeParse(value);
  if (!parsed.success)
    return refuse(
      field,
      parsed.error.issues[0]?.message ?? 'a valid value',
      JSON.stringify(value) ?? 'nothing',
    );
  return {
    show: { ...show, overrides: { ...show.overrides, [field]: { value: parsed.data, sinceMs: atMs } } },
  };
}

/** Gives a field back to the feed. */
export function release(show: Show, field: string): Granted | Refused {
  if (!Object.hasOwn(show.overrides, field)) return refuse('field', 'a field that is overridden', field);
  const { [field]: _released, ...overrides } = show.overrides;
  return { show: { ...show, overrides } };
}
