// No secret leaves the relay: whatever might quote one passes through here first.

/** Takes every secret out of a text. */
export type Redact = (text: string) => string;

/** Shorter ones would black out ordinary words, and are no secrets. In characters. */
export const SHORTEST_SECRET = 8;
const MARK = '[secret]';

/** A Redact for these secrets, also as they look inside a URL or a JSON text. Absent and very short ones are passed by. */
export function makeRedact(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret): secret is string => (secret?.length ?? 0) >= SHORTEST_SECRET);
  const forms = [
    ...new Set(
      known.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]),
    ),
  ].sort((a, b) => b.length - a.length);
  return (text) =>
    forms.reduce((left, form) => (left.includes(form) ? left.replaceAll(form, MARK) : left), text);
}
