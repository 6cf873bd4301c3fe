// The feed's own secrets, and the text without them: no token or password of ours goes on a tape, into a Fault or onto a lamp.

/** Shorter ones would black out ordinary words, and are no secrets. In characters. */
export const SHORTEST_SECRET = 6;
const MARK = '[secret]';

export type Secrets = {
  /** From now on this is taken out of every text. */
  add(secret: string): void;
  /** The text without any secret, also not as it looks in a URL or in JSON. */
  redact(text: string): string;
};

/** Secrets as known now; a renewed token is added later. */
export function makeSecrets(known: readonly (string | undefined)[]): Secrets {
  const forms = new Set<string>();
  const add = (secret: string): void => {
    if (secret.length < SHORTEST_SECRET) return;
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      forms.add(form);
  };
  for (const secret of known) if (secret !== undefined) add(secret);
  return {
    add,
    redact(text) {
      let left = text;
      for (const form of forms) if (left.includes(form)) left = left.replaceAll(form, MARK);
      return left;
    },
  };
}
