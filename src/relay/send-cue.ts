// A cue sent to a relay from a process beside it, over the relay's own door.

export type RelayDoor = {
  /** `http://host:port`. */
  readonly url: string;
  /** The control token, where the relay listens beyond loopback. */
  readonly token: string | undefined;
  /** Whom the log names. */
  readonly by: string;
};

/** What says who we are at that door. */
export const doorHeaders = ({ token }: Pick<RelayDoor, 'token'>): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** Sends a cue; gives why it was refused, or null. Never throws. */
export async function sendCue(door: RelayDoor, cue: object): Promise<string | null> {
  try {
    const answer = await fetch(`${door.url}/api/v1/cues`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...doorHeaders(door) },
      body: JSON.stringify({ ...cue, by: door.by }),
    });
    return answer.ok ? null : await answer.text();
  } catch (why) {
    return why instanceof Error ? why.message : String(why);
  }
}
