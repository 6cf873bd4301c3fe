// The control API's answers: a state, the health, the log, the rundown. No sockets here.
import { z } from 'zod';
import { MAX_DELAY_MS } from '../show/playhead.ts';
import { provenance } from '../show/provenance.ts';
import { fileOf } from '../show/rundown-file.ts';
import type { OutputInfo } from '../wire/wire.ts';
import { type Answer, failed, malformed } from './answer.ts';
import { companionPage } from './companion-page.ts';
import { logCsv } from './log.ts';
import type { Standing } from './standing.ts';
import { stateAt, stateFeed } from './state.ts';

const atSchema = z.coerce.number().min(0);
const delaySchema = z.coerce.number().min(0).max(MAX_DELAY_MS);

/** The instant that a query names: `?at=` (milliseconds since 1970) or `?delay=` (milliseconds behind now), or neither: now. What is to come is not known: it is now. */
export function instantIn(standing: Standing, query: URLSearchParams): number | Answer {
  const at = query.get('at');
  const delay = query.get('delay');
  if (at !== null && delay !== null) return malformed('at, delay', 'one of them', 'both');
  const [name, text, schema] = at === null ? ['delay', delay ?? '0', delaySchema] : ['at', at, atSchema];
  const read = text.trim() === '' ? undefined : schema.safeParse(text).data;
  if (read === undefined) return malformed(name, 'milliseconds', text);
  const nowMs = standing.gameNow();
  return at === null ? nowMs - read : Math.min(read, nowMs);
}

/** The state at the instant that a query names. */
export function stateAnswer(standing: Standing, query: URLSearchParams): Answer {
  const atMs = instantIn(standing, query);
  return typeof atMs === 'number' ? { status: 200, body: stateAt(standing, atMs) } : atMs;
}

const outputAnswer = ({ name, painted, lagging, beatMs, tally }: OutputInfo, nowMs: number) => ({
  name,
  lagging,
  silentMs: Math.max(0, nowMs - beatMs),
  paintedRevision: painted?.revision ?? null,
  fps: painted?.fps ?? null,
  delayMs: painted?.delayMs ?? null,
  tally: tally?.state ?? null,
  renderer: painted?.renderer ?? null,
  visible: painted?.visible ?? null,
  lateMs: painted?.lateMs ?? null,
  offsetMs: painted?.offsetMs ?? null,
  offsetErrorMs: painted?.offsetErrorMs ?? null,
});

/** `ok`: the feed is live, no output lags, and what should be recorded is. */
export function healthAnswer(standing: Standing): Answer {
  const { feed, pair, outputs, tape, sources, relay, faults } = standing.health();
  const programs = outputs.filter(({ role }) => role === 'output');
  const ok = feed.status === 'live' && programs.every(({ lagging }) => !lagging) && (tape?.recording ?? true);
  return {
    status: 200,
    body: {
      ok,
      feed: { ...stateFeed(feed, standing.gameNow()), offset: feed.offset },
      ...(pair && { pair }),
      outputs: programs.map((output) => outputAnswer(output, standing.now())),
      sources,
      tape,
      relay: { startedMs: relay.startedMs, loopLagMs: relay.loopLagMs, revision: standing.show().revision },
      faults,
      version: standing.version,
    },
  };
}

/** The words in which a kind of Fault was found last, as they were received, without secrets. */
export function rawFaultAnswer(standing: Standing, id: string): Answer {
  const raw = standing.rawFault(id);
  return raw ? { status: 200, body: raw } : failed(404, 'id', 'a Fault of which the words are kept', id);
}

/** The log from an entry on (`?since=`, by default all that is kept), as JSON or (`?format=csv`) as a table. */
export function logAnswer(standing: Standing, query: URLSearchParams): Answer {
  const since = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(query.get('since') ?? '0');
  const format = z.enum(['json', 'csv']).safeParse(query.get('format') ?? 'json');
  if (!since.success) return malformed('since', "an entry's number", query.get('since') ?? '');
  if (!format.success) return malformed('format', 'json or csv', query.get('format') ?? '');
  const entries = standing.log(since.data);
  if (format.data === 'json') return { status: 200, body: { entries } };
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="courtside-log.csv"',
  };
  return { status: 200, body: logCsv(entries), headers };
}

/** A page of buttons for Companion, which reaches this relay by the name it was asked for under. */
export const companionAnswer = (standing: Standing, host: string): Answer => ({
  status: 200,
  body: companionPage({ graphics: standing.graphics.infos, host }),
  headers: { 'Content-Disposition': 'attachment; filename="courtside.companionconfig"' },
});

/** The rundown as the file that `POST /api/v1/rundown/load` takes. */
export const rundownAnswer = (standing: Standing): Answer => ({
  status: 200,
  body: fileOf(standing.show().rundown),
});

/** Every field that can be corrected, with what feed and operator say of it and since when, at `?at=` or `?delay=` as for the state. */
export function fieldsAnswer(standing: Standing, query: URLSearchParams): Answer {
  const atMs = instantIn(standing, query);
  if (typeof atMs !== 'number') return atMs;
  const { overrides, revision } = standing.show();
  const fields = provenance(standing.moment(atMs), overrides);
  return { status: 200, body: { at: Math.round(atMs), revision, fields } };
}
