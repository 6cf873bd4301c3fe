// What kind of thing a line of the play-by-play tells of, by the provider's word for it.

/** Assumed: a play-by-play that tells of timeouts names them so (TIMEOUT, TEAM_TIMEOUT, OFFICIAL_TIMEOUT), and their end otherwise. */
const TIMEOUT = /(?:^|_)TIMEOUT(?:_START(?:ED)?)?$/;
/** Assumed: a foul's word ends so (FOUL, PERSONAL_FOUL, TECHNICAL_FOUL); what it gave the other team (FOUL_DRAWN) is no second one. */
const FOUL = /(?:^|_)FOUL$/;
const NO_NEWS = /^(?:END|DELETED|UPDATED)_/;

/** True for the word that tells that a timeout was called. */
export const isTimeout = (classification: string): boolean =>
  TIMEOUT.test(classification) && !NO_NEWS.test(classification);

/** True for the word that tells that a foul was called. */
export const isFoul = (classification: string): boolean =>
  FOUL.test(classification) && !NO_NEWS.test(classification);

/** True for the word that takes back what was told under the same id. */
export const isDeletion = (classification: string): boolean => classification.startsWith('DELETED_');
