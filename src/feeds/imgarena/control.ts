// What is no data: heartbeats, and the answer to our token, whose texts no document prints.

const FOUND_CHARACTERS = 200;

/** Source: Media - Live statistics, 401 and 400. Assumed: what refuses says so in these words or by these codes, whatever its form. */
const REFUSED =
  /unauthori[sz]ed|forbidden|\brefused|\bdenied|\bexpired|\bnot authori[sz]ed|authentication is invalid|invalid (?:auth|token)|(?:auth\w*|token) (?:is )?(?:invalid|failed)|"(?:authori[sz]ed|authenticated)"\s*:\s*false/i;
const COMPLAINS = /\berror\b(?!"\s*:\s*(?:null|false|""))|missing required|bad request/i;
const CODE = /(?:^|"(?:status|code|statusCode)"\s*:\s*"?)(4\d\d)\b/i;
/** Assumed: an acceptance says that we are authorised, and nothing else. */
const ACCEPTED = /"(?:authori[sz]ed|authenticated)"\s*:\s*true/i;

/** What it complains of; null for a heartbeat, an acceptance and anything else that is none. `refused`: it will not have our token. */
export function complaintOf(text: string): { readonly text: string; readonly refused: boolean } | null {
  if (ACCEPTED.test(text)) return null;
  const code = CODE.exec(text.trim())?.[1];
  const refused = REFUSED.test(text) || code === '401' || code === '403';
  const complains = refused || code !== undefined || COMPLAINS.test(text);
  return complains ? { text: text.trim().slice(0, FOUND_CHARACTERS), refused } : null;
}
