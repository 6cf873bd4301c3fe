// Where cues come in: read within bounds, at a bounded rate for each sender, and answered when the show is kept.
import type { IncomingMessage } from 'node:http';
import { type Fault, fault } from '../game/fault.ts';
import { foundText } from '../game/wrong-shape.ts';
import { type Asked, askedSchema, keySchema } from '../show/asked.ts';
import { type Cue, cueSchema } from '../show/cue.ts';
import { MAX_RUNDOWN_CHARS } from '../show/rundown-file.ts';
import { type Answer, answer, failed, malformed, misshapen } from './answer.ts';
import { KEY_REUSED } from './answered.ts';
import { readBody } from './body.ts';
import { type Bucket, makeBucket } from './bucket.ts';
import { parsed } from './json.ts';
import type { Place } from './place.ts';
import type { Standing } from './standing.ts';

/** Cues of one sender: a machine, or a name on it. A key that is held down repeats 30 times a second at most. */
export const CUES = { perSecond: 50, burst: 100 };
/** Cues of all senders together. */
export const ALL_CUES = { perSecond: 200, burst: 400 };
/** Senders that are told apart; of more, the one longest silent begins anew. */
const MOST_SENDERS = 256;
/** When to come back, in seconds. */
const RETRY_AFTER_S = 1;
/** The disk is waited for no longer than this, in milliseconds; then the answer says that the show is not kept. */
export const KEPT_WITHIN_MS = 2_000;
/** UTF-8 takes up to four bytes for a character; a file of that many characters is hardly ever all such. */
const MAX_RUNDOWN_BYTES = 2 * MAX_RUNDOWN_CHARS;

/** Which sender may send now. */
function makeGate(): (sender: string, nowMs: number) => boolean {
  const all = makeBucket(ALL_CUES);
  const bySender = new Map<string, Bucket>();
  return (sender, nowMs) => {
    const bucket = bySender.get(sender) ?? makeBucket(CUES);
    bySender.delete(sender);
    bySender.set(sender, bucket);
    const [oldest] = bySender.keys();
    if (bySender.size > MOST_SENDERS && oldest !== undefined) bySender.delete(oldest);
    return bucket(nowMs) && all(nowMs);
  };
}

type Read = { readonly cue: Cue; readonly asked: Asked } | { readonly answer: Answer };

/** A cue and what goes with it, from the fields of one object. */
function readCue(json: unknown): Read {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  if (!isObject) return { answer: malformed('cue', 'an object', foundText(json)) };
  const { by, role, page, ifRevision, id, ...rest } = json as Record<string, unknown>;
  const asked = askedSchema.safeParse({ by, role, page, ifRevision, id });
  const cue = cueSchema.safeParse(rest);
  if (cue.success && asked.success) return { cue: cue.data, asked: asked.data };
  const wrong = cue.error ?? asked.error;
  return { answer: misshapen(json, wrong ?? { issues: [] }, 'cue') };
}

/** How a place makes a cue of a body that is JSON. */
type Reader = (json: unknown) => Read;

/** The same bounds for each way in. */
export function makeCuePlaces(standing: Standing): {
  readonly cues: Place;
  /** Takes a rundown's file itself: it may be longer than a cue. */
  readonly rundown: Place;
} {
  const mayCue = makeGate();

  const outcome = (text: string, read: Reader, request: IncomingMessage): Answer => {
    const nowMs = standing.now();
    const json = parsed(text);
    const key = keySchema.optional().safeParse(request.headers['idempotency-key']);
    const given = json === undefined ? null : read(json);
    const by = given && 'asked' in given ? given.asked.by : undefined;
    if (!mayCue(`${request.socket.remoteAddress} ${by ?? ''}`, nowMs))
      return {
        ...failed(429, 'cues', `at most ${CUES.perSecond} a second`, 'more'),
        headers: { 'Retry-After': String(RETRY_AFTER_S) },
      };
    if (given === null) return malformed('body', 'a cue in JSON', text.slice(0, 80) || 'nothing');
    if (!key.success)
      return malformed('Idempotency-Key', 'a key of 1 to 128 characters', 'one that is longer or empty');
    if ('answer' in given) return given.answer;
    const id = key.data ?? given.asked.id;
    const done = standing.cue(given.cue, id === undefined ? given.asked : { ...given.asked, id });
    if (!('fault' in done)) return { status: 200, body: done };
    return { status: done.fault.code === KEY_REUSED ? 422 : 409, body: done };
  };

  const place = (read: Reader, maxBytes?: number): Place => ({
    methods: ['POST'],
    asked: 'control',
    serve: async ({ request, response }) => {
      const body = await readBody(request, maxBytes);
      if ('fault' in body)
        return answer(response, { status: body.status, body: { fault: body.fault } }, true);
      const made = outcome(body.text, read, request);
      // What was acknowledged must stand after a crash of this process: the answer waits for the disk, the pages do not.
      if (made.status !== 200 || (await keptInTime(standing))) return answer(response, made);
      answer(response, { ...made, body: { ...(made.body as object), kept: false, fault: UNKEPT } });
    },
  });

  return {
    cues: place(readCue),
    rundown: place(
      (json) => ({ cue: { cue: 'rundown', step: { step: 'load', rundown: json } }, asked: {} }),
      MAX_RUNDOWN_BYTES,
    ),
  };
}

/** The cue is done, and a crash now would lose it. */
const UNKEPT: Fault = fault('show-not-kept', 'show file', 'a disk that takes the show', 'none in time');

const keptInTime = (standing: Standing): Promise<boolean> =>
  new Promise((resolve) => {
    const cancel = standing.after(KEPT_WITHIN_MS, () => resolve(false));
    void standing.kept().then((kept) => {
      cancel();
      resolve(kept);
    });
  });
