// Waiting in tests: long enough for the slowest machine; nothing is judged by how long it took.
import { vi } from 'vitest';

/** Milliseconds. */
const PATIENCE = { timeout: 45_000, interval: 25 };

/** Resolves with what the callback returns as soon as it no longer throws; rejects with what it threw last. */
export function waitFor<T>(callback: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(callback, PATIENCE);
}

/** Resolves with what the callback returns as soon as that is truthy. */
export function waitUntil<T>(callback: () => T | Promise<T>): ReturnType<typeof vi.waitUntil<T>> {
  return vi.waitUntil(callback, PATIENCE);
}
