// JSON from elsewhere, which may be none.

/** What a text says; undefined, which no JSON is, where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
