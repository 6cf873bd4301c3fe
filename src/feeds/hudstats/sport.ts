// Whether words are of basketball: a fixture of any other sport is kept on the tape and passed by.

/** Assumed: basketball's names all hold one of these (`NBA2K`, `NBA 2K`, `Basketball`, `eBasketball`); no document prints them. */
const BASKETBALL = /nba|basket/i;

/** Assumed: words that name no sport are of the fixture that was asked for, and so of basketball. */
export const isBasketball = (sportName: string | undefined): boolean =>
  sportName === undefined || sportName === '' || BASKETBALL.test(sportName);
