// Keys for cues, which none had before: 128 random bits. `crypto.randomUUID` is not there on a page that a plain address of the house serves.

/** A new key, in hexadecimal. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
