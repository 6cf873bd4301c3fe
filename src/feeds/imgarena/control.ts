// What is no data: heartbeats, and the answer to our token, whose texts no document prints.

const FOUND_CHARACTERS = 200;

/** Source: Media - Live statistics, 401 and 400. Assumed: what refuses says so in these words, whatever its form. */
const REFUSED =
  /unauthori[sz]ed|forbidden|refused|denied|expired|\bnot authori[sz]ed|authentication is invalid|invalid (?:auth|token)|(?:auth\w*|token) (?:is )?(?:invalid|failed)|\b40[13]\b/i;
const COMPLAINS = /\berror\b|missing required|bad request|\b4\d\d\b/i;
/** Assumed: an acceptance says that we are authorised, and nothing else. */
const ACCEPTED = /"(?:authori[sz]ed|authenticated)"\s*:\s*true/i;

/** What it complains of; null for a heartbeat, an acceptance and anything else that is none. `refused`: it will not have our token. */
export function complaintOf(text: string): { readonly text: string; readonly refused: boolean } | null {
  const refused =
    (REFUSED.test(text) || /"(?:authori[sz]ed|authenticated)"\s*:\s*false/i.test(text)) &&
    !ACCEPTED.test(text);
  return refused || COMPLAINS.test(text) ? { text: text.trim().slice(0, FOUND_CHARACTERS), refused } : null;
}
