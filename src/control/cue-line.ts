// Cues go to the relay one after another, in the order in which they were wished; none is sent late behind one that got no answer, and none is done twice.
import { z } from 'zod';
import { type Fault, fault, faultSchema } from '../game/fault.ts';
import type { Asked } from '../show/asked.ts';
import type { Cue } from '../show/cue.ts';

/** What became of a cue. `stale`: the show is of that revision by now. `token`: the relay demands one, or another one. `unanswered`: it may be done, or not. `unsent`: it is not. */
export type CueAnswer =
  | { readonly status: 'granted'; readonly revision: number }
  | { readonly status: 'refused'; readonly fault: Fault }
  | { readonly status: 'stale'; readonly revision: number; readonly fault: Fault }
  | { readonly status: 'token'; readonly fault: Fault }
  | { readonly status: 'unanswered' | 'unsent'; readonly fault: Fault };

/** Cues that may wait for their turn; more are refused here. */
export const MAX_WAITING = 16;
/** How long an answer is waited for, in milliseconds. */
export const ANSWER_MS = 5_000;

export type CueLineOptions = {
  /** The page's own `fetch`. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Gives up a request after `ANSWER_MS`. */
  readonly patience: () => AbortSignal;
  /** A key that no cue had before. */
  readonly newId: () => string;
};

export interface CueLine {
  /** `asked` is called when its turn has come: what goes with the cue is of that instant. */
  send(cue: Cue, asked?: () => Asked): Promise<CueAnswer>;
  /** The control token for what is sent from now on; held here and nowhere else. */
  setToken(token: string): void;
}

const CUES_PATH = '/api/v1/cues';
const UNAUTHORIZED = 401;
const answerSchema = z.union([z.object({ revision: z.number().int() }), z.object({ fault: faultSchema })]);
const STALE = 'stale-revision';

/** An answer of these is no answer of a relay: of something in between, which does not know what became of the cue. */
const FIRST_LOST_STATUS = 500;
const BROKEN = 'no connection';
const SILENCE = 'silence';

const unanswered = (found: string): CueAnswer => ({
  status: 'unanswered',
  fault: fault('no-answer', 'relay', 'an answer to the cue', found),
});
const unsent = (found: string): CueAnswer => ({
  status: 'unsent',
  fault: fault('not-sent', 'relay', 'answers to the cues before it', found),
});

/** A line to the relay that served this page. */
export function makeCueLine({ fetch, patience, newId }: CueLineOptions): CueLine {
  let token: string | null = null;
  let last: Promise<CueAnswer> | null = null;
  let waiting = 0;

  const post = async (body: string): Promise<CueAnswer> => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (token !== null) headers.Authorization = `Bearer ${token}`;
    try {
      return await read(await fetch(CUES_PATH, { method: 'POST', headers, body, signal: patience() }));
    } catch (error) {
      return unanswered(error instanceof Error && error.name === 'TimeoutError' ? SILENCE : BROKEN);
    }
  };

  /** Once more where the answer was lost: under the same key it is done once, whether it had arrived or not. After silence it would be late. */
  const insist = async (cue: Cue, asked: Asked): Promise<CueAnswer> => {
    const body = JSON.stringify({ ...cue, ...asked, id: newId() });
    const answer = await post(body);
    const isLost = answer.status === 'unanswered' && answer.fault.found !== SILENCE;
    return isLost ? post(body) : answer;
  };

  const turn = async (
    before: Promise<CueAnswer> | null,
    cue: Cue,
    asked: () => Asked,
  ): Promise<CueAnswer> => {
    const earlier = await before;
    const isLate = earlier?.status === 'unanswered' || earlier?.status === 'unsent';
    const answer = isLate ? unsent('an earlier cue without one') : await insist(cue, asked());
    waiting -= 1;
    return answer;
  };

  return {
    send(cue, asked = () => ({})) {
      if (waiting >= MAX_WAITING) return Promise.resolve(unsent(`${waiting} cues that still wait`));
      const before = waiting > 0 ? last : null;
      waiting += 1;
      last = turn(before, cue, asked);
      return last;
    },
    setToken(given) {
      token = given;
    },
  };
}

/**
 * What an answer says. One that breaks off rejects: the cue may be done. What says neither revision nor Fault is unknown too, but where its status says that nobody took
 * the cue.
 */
async function read(response: Response): Promise<CueAnswer> {
  const { status } = response;
  const parsed = answerSchema.safeParse(jsonOf(await response.text()));
  const told =
    parsed.success && 'fault' in parsed.data
      ? parsed.data.fault
      : fault('no-answer', 'relay', 'a revision or a fault', `status ${status}`);
  if (status === UNAUTHORIZED) return { status: 'token', fault: told };
  if (response.ok && parsed.success && 'revision' in parsed.data)
    return { status: 'granted', revision: parsed.data.revision };
  if (!parsed.success && (response.ok || status >= FIRST_LOST_STATUS)) return unanswered(`status ${status}`);
  if (told.code === STALE) return { status: 'stale', revision: Number(told.found), fault: told };
  return { status: 'refused', fault: told };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
