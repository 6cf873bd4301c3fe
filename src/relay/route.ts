// The path of a request in one normal form, so that the doors and the routes read the same.

/** Longer targets are nobody's. In characters. */
export const LONGEST_TARGET = 4096;

export type Route = { readonly path: string; readonly query: URLSearchParams };

/**
 * Path and query of a request's target. Null for what we do not serve in any form: absolute targets, encoded separators, dots that climb,
 * control characters, broken escapes.
 */
export function routeOf(target: string | undefined): Route | null {
  if (!target?.startsWith('/') || target.startsWith('//') || target.length > LONGEST_TARGET) return null;
  const [raw = ''] = target.split('?', 1);
  const path = decoded(raw);
  if (path === null || /[\\\p{Cc}]|\/\/|\/\.{1,2}(\/|$)/u.test(path) || /%2f|%5c/i.test(raw)) return null;
  return { path, query: new URLSearchParams(target.slice(raw.length + 1)) };
}

function decoded(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
