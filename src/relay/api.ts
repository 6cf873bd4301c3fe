// The control API's answers: a state, the health, the outcome of a cue. No sockets here.
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { cueSchema } from '../show/cue.ts';
import { MAX_DELAY_MS } from '../show/playhead.ts';
import type { OutputInfo } from '../wire/wire.ts';
import type { Standing } from './standing.ts';
import { stateAt, stateFeed } from './state.ts';

/** An answer's status and its JSON. */
export type Answer = { readonly status: number; readonly body: unknown };

const malformed = (where: string, expected: string, found: string): Answer => ({
  status: 422,
  body: { fault: fault('malformed', where, expected, found) },
});

const atSchema = z.coerce.number().min(0);
const delaySchema = z.coerce.number().min(0).max(MAX_DELAY_MS);

/** `?at=` (milliseconds since 1970) or `?delay=` (milliseconds behind now), or neither: now. What is to come is not known: it is answered with now. */
export function stateAnswer(standing: Standing, query: URLSearchParams): Answer {
  const at = query.get('at');
  const delay = query.get('delay');
  if (at !== null && delay !== null) return malformed('at, delay', 'one of them', 'both');
  const [name, text, schema] = at === null ? ['delay', delay ?? '0', delaySchema] : ['at', at, atSchema];
  const read = text.trim() === '' ? undefined : schema.safeParse(text).data;
  if (read === undefined) return malformed(name, 'milliseconds', text);
  const nowMs = standing.now();
  const atMs = at === null ? nowMs - read : Math.min(read, nowMs);
  return { status: 200, body: stateAt(standing, atMs) };
}

const outputAnswer = ({ name, painted }: OutputInfo) => ({
  name,
  paintedRevision: painted?.revision ?? null,
  fps: painted?.fps ?? null,
  delayMs: painted?.delayMs ?? null,
  renderer: painted?.renderer ?? null,
  visible: painted?.visible ?? null,
  lateMs: painted?.lateMs ?? null,
  offsetMs: painted?.offsetMs ?? null,
  offsetErrorMs: painted?.offsetErrorMs ?? null,
});

/** `ok`: the feed is live, no output lags, and what should be recorded is. */
export function healthAnswer(standing: Standing): Answer {
  const { feed, outputs, tape } = standing.health();
  const programs = outputs.filter(({ role }) => role === 'output');
  const ok = feed.status === 'live' && programs.every(({ lagging }) => !lagging) && (tape?.recording ?? true);
  return {
    status: 200,
    body: {
      ok,
      feed: { ...stateFeed(feed, standing.now()), offset: feed.offset },
      outputs: programs.map(outputAnswer),
      tape,
      version: standing.version,
    },
  };
}

/** 200 with the new revision, 409 with the Fault of a refusal, 422 with the Fault of a cue that cannot be read. */
export function cueAnswer(standing: Standing, text: string): Answer {
  const json = parsed(text);
  if (json === undefined) return malformed('body', 'a cue in JSON', text.slice(0, 80) || 'nothing');
  const read = cueSchema.safeParse(json);
  if (!read.success) return { status: 422, body: { fault: malformedCue(read.error) } };
  const done = standing.cue(read.data);
  return { status: 'fault' in done ? 409 : 200, body: done };
}

function malformedCue({ issues: [issue] }: z.ZodError): Fault {
  const where = issue?.path.length ? issue.path.map(String).join('.') : 'cue';
  return fault('malformed', where, issue?.message ?? 'a cue', 'another');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
