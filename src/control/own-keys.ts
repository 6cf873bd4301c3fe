// An operator's own keys, kept in his browser: they are the hand's, not the show's.
import { z } from 'zod';
import { KEY_ROWS } from './key-rows.ts';
import { isControlId, type OwnKeys } from './keys.ts';

const STORED = 'courtside-keys';
const storedSchema = z.record(z.string(), z.string().min(1).max(16));

/** What is kept; nothing where nothing is, or where it cannot be read. Keys of actions that are no more are left out. */
export function readOwnKeys(storage: Storage): OwnKeys {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(storage.getItem(STORED) ?? '{}'));
    if (!parsed.success) return {};
    const ids = new Set(KEY_ROWS.map(({ id }) => id));
    return Object.fromEntries(Object.entries(parsed.data).filter(([id]) => ids.has(id) || isControlId(id)));
  } catch {
    return {};
  }
}

/** Keeps them; where the browser keeps nothing they last as long as the page. */
export function keepOwnKeys(storage: Storage, own: OwnKeys): void {
  try {
    storage.setItem(STORED, JSON.stringify(own));
  } catch {
    // A browser that keeps nothing is no reason to lose a key now.
  }
}
