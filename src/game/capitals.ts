// How words are written in capitals: Greek ones without the accents of its small letters.

const GREEK = /\p{Script=Greek}/u;

/** A text in capitals. Other languages' own rules (a Turkish i) are not known from letters alone. */
export const capitals = (text: string): string =>
  GREEK.test(text) ? text.toLocaleUpperCase('el') : text.toUpperCase();
