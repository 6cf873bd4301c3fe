// The provider's signed GET calls, made for a page: it names a call and its parameters, the relay has the account. No answer that leaves here holds a secret.
import type { Timekeeper } from '../../feeds/feed.ts';
import { makeRest as makeHudStatsRest } from '../../feeds/hudstats/rest.ts';
import { type CalendarFilters, type Key, scheduleOf } from '../../feeds/hudstats/schedule.ts';
import { makeRest, type RawAnswer, type Rest } from '../../feeds/shottracker/rest.ts';
import type { ScheduleFilters } from '../../feeds/shottracker/schedule.ts';
import { tokenOf } from '../../feeds/token-in-answer.ts';
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import {
  EVENT_CALLS,
  type EventCall,
  type Schedule,
  type ServerName,
  type Servers,
  type Tried,
  type TryCall,
} from '../../wire/event-calls.ts';
import { makeRedact } from '../redact.ts';

/** An answer is shown up to here, in characters. */
export const SHOWN_CHARS = 512 * 1024;

/** Where calls go, and who signs them. */
export type Account = { readonly base: string; readonly username: string; readonly secret: string };

/** HudStats' calendar, and who asks for it. */
export type CalendarAccount = { readonly base: string; readonly key: Key };

export type EventApiOptions = {
  readonly time: Timekeeper;
  /** The account with a server now; a Fault says why there is none. */
  readonly account: (server: ServerName) => Account | Fault;
  /** The account with HudStats; a Fault says why there is none. */
  readonly calendar: () => CalendarAccount | Fault;
  /** What must never be told. */
  readonly secrets: readonly (string | undefined)[];
};

export interface EventApi {
  /** Which can be asked. */
  servers(): Servers;
  /** @throws FaultError where nobody can be asked, or there is no answer. */
  schedule(server: ServerName, filters: ScheduleFilters): Promise<Schedule>;
  /** The same of HudStats' calendar. @throws FaultError as `schedule` */
  calendar(filters: CalendarFilters): Promise<Schedule>;
  /** @throws FaultError as `schedule`, and where the call is not known or lacks a parameter. */
  attempt(wish: TryCall): Promise<Tried>;
}

const wrong = (where: string, expected: string, found: string): FaultError =>
  new FaultError(fault('bad-call', where, expected, found));

/** The path with its parameters in it; the others are left for the query. */
function pathOf({ path, params }: EventCall, given: Readonly<Record<string, string>>): string {
  return params.reduce((left, { name, in: place }) => {
    if (place === 'query') return left;
    const value = given[name]?.trim() ?? '';
    if (value === '') throw wrong(name, 'a value', 'none');
    // A comma joins resources: it is meant as it is.
    return left.replace(`{${name}}`, encodeURIComponent(value).replaceAll('%2C', ','));
  }, path);
}

function queryOf({ params }: EventCall, given: Readonly<Record<string, string>>): URLSearchParams {
  const inPath = new Set(params.flatMap(({ name, in: place }) => (place === 'path' ? [name] : [])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    if (!inPath.has(name) && value.trim() !== '') query.set(name, value.trim());
  for (const { name, needed, in: place } of params)
    if (needed === true && place === 'query' && !query.has(name)) throw wrong(name, 'a value', 'none');
  return query;
}

/** Calls for a page. */
export function makeEventApi({ time, account, calendar, secrets }: EventApiOptions): EventApi {
  const accountOf = (server: ServerName): Account => {
    const found = account(server);
    if ('code' in found) throw new FaultError(found);
    return found;
  };
  const restOf = (server: ServerName): Rest => makeRest({ ...accountOf(server), time });
  const standing = (found: Account | CalendarAccount | Fault): Servers[ServerName] => {
    return 'code' in found
      ? { base: '', trouble: `${found.expected}: ${found.found}` }
      : { base: found.base, trouble: null };
  };

  /** An answer to a subscription is a secret itself. */
  const shown = (answer: RawAnswer, call: EventCall, tookMs: number): Tried => {
    const token = call.id === 'subscribe' ? tokenOf(answer.text) : null;
    const redact = makeRedact([...secrets, token ?? undefined]);
    const body = redact(answer.text);
    return {
      url: redact(answer.url),
      status: answer.status,
      tookMs: Math.round(tookMs),
      type: answer.type,
      chars: body.length,
      body: body.slice(0, SHOWN_CHARS),
    };
  };

  return {
    servers: () => ({
      provider: standing(account('provider')),
      rehearsal: standing(account('rehearsal')),
      hudstats: standing(calendar()),
    }),
    async calendar(filters) {
      const found = calendar();
      if ('code' in found) throw new FaultError(found);
      return { games: await scheduleOf(makeHudStatsRest(found.base, time), found.key, filters) };
    },
    schedule: async (server, filters) => ({ games: await restOf(server).schedule(filters) }),
    async attempt({ server, call: id, params = {} }) {
      const call = EVENT_CALLS.find((one) => one.id === id);
      if (call === undefined) throw wrong('call', 'a call that is known', id);
      const rest = restOf(server);
      const fromMs = time.now();
      const answer = await rest.ask(pathOf(call, params), queryOf(call, params));
      return shown(answer, call, time.now() - fromMs);
    },
  };
}
