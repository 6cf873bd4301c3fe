// Cues go to the relay one after another, in the order in which they were wished; none is sent late behind one that got no answer.
import { z } from 'zod';
import { type Fault, fault, faultSchema } from '../game/fault.ts';
import type { Cue } from '../show/cue.ts';

/** What became of a cue. `token`: the relay demands one, or another one. */
export type CueAnswer =
  | { readonly status: 'granted'; readonly revision: number }
  | { readonly status: 'refused'; readonly fault: Fault }
  | { readonly status: 'token'; readonly fault: Fault }
  | { readonly status: 'unanswered'; readonly fault: Fault };

/** Cues that may wait for their turn; more are refused here. */
export const MAX_WAITING = 16;
/** How long an answer is waited for, in milliseconds. */
export const ANSWER_MS = 5_000;

export type CueLineOptions = {
  /** The page's own `fetch`. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Gives up a request after `ANSWER_MS`. */
  readonly patience: () => AbortSignal;
};

export interface CueLine {
  send(cue: Cue): Promise<CueAnswer>;
  /** The control token for what is sent from now on; held here and nowhere else. */
  setToken(token: string): void;
}

const CUES_PATH = '/api/v1/cues';
const UNAUTHORIZED = 401;
const answerSchema = z.union([z.object({ revision: z.number().int() }), z.object({ fault: faultSchema })]);

const unanswered = (found: string): CueAnswer => ({
  status: 'unanswered',
  fault: fault('no-answer', 'relay', 'an answer to the cue', found),
});

/** A line to the relay that served this page. */
export function makeCueLine({ fetch, patience }: CueLineOptions): CueLine {
  let token: string | null = null;
  let last: Promise<CueAnswer> | null = null;
  let waiting = 0;

  const post = async (cue: Cue): Promise<CueAnswer> => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (token !== null) headers.Authorization = `Bearer ${token}`;
    try {
      const response = await fetch(CUES_PATH, {
        method: 'POST',
        headers,
        body: JSON.stringify(cue),
        signal: patience(),
      });
      return await read(response);
    } catch (error) {
      return unanswered(
        error instanceof Error && error.name === 'TimeoutError' ? 'silence' : 'no connection',
      );
    }
  };

  const turn = async (before: Promise<CueAnswer> | null, cue: Cue): Promise<CueAnswer> => {
    const earlier = await before;
    const answer =
      earlier?.status === 'unanswered' ? unanswered('an earlier cue without an answer') : await post(cue);
    waiting -= 1;
    return answer;
  };

  return {
    send(cue) {
      if (waiting >= MAX_WAITING) return Promise.resolve(unanswered(`${waiting} cues that still wait`));
      const before = waiting > 0 ? last : null;
      waiting += 1;
      last = turn(before, cue);
      return last;
    },
    setToken(given) {
      token = given;
    },
  };
}

async function read(response: Response): Promise<CueAnswer> {
  const json: unknown = await response.json().catch(() => undefined);
  const parsed = answerSchema.safeParse(json);
  const told =
    parsed.success && 'fault' in parsed.data
      ? parsed.data.fault
      : fault('no-answer', 'relay', 'a revision or a fault', `status ${response.status}`);
  if (response.status === UNAUTHORIZED) return { status: 'token', fault: told };
  if (response.ok && parsed.success && 'revision' in parsed.data)
    return { status: 'granted', revision: parsed.data.revision };
  return { status: 'refused', fault: told };
}
