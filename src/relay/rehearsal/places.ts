// What the rehearsal pages ask over HTTP: what is listened to, the rehearsal server, its mock game and its faults, the provider's schedule and calls.
import { z } from 'zod';
import type { Worked } from '../../feeds/emulating.ts';
import type { CalendarFilters } from '../../feeds/hudstats/schedule.ts';
import type { ScheduleFilters } from '../../feeds/shottracker/schedule.ts';
import { FaultError } from '../../game/fault.ts';
import { SCHEDULES, tryCallSchema } from '../../wire/event-calls.ts';
import { listenSchema, rehearseSchema } from '../../wire/rehearsal.ts';
import { type Answer, answer, malformed, misshapen } from '../answer.ts';
import { readBody } from '../body.ts';
import type { EventApi } from '../event-api/event-api.ts';
import { parsed } from '../json.ts';
import type { Place } from '../place.ts';
import type { Listener } from './listener.ts';

/** The end of the year 9999, in milliseconds since 1970: later days have no name. */
const LAST_MS = 253_402_300_799_999;
const instant = z.coerce.number().min(0).max(LAST_MS);
/** The query of `GET /api/v1/schedule`, in the provider's names. */
const scheduleQuerySchema = z.object({
  server: z.enum(SCHEDULES).default('provider'),
  from: instant,
  to: instant.optional(),
  type: z.enum(['BASKETBALL', 'FOOTBALL']).optional(),
  team_id: z.string().max(60).optional(),
  location_id: z.string().max(200).optional(),
  seasonType: z.enum(['EXH', 'PRE', 'REG', 'POST']).optional(),
  weekNumber: z.coerce.number().int().min(0).max(60).optional(),
  team: z.string().max(60).optional(),
  sport: z.string().max(60).optional(),
});

const calendarFiltersOf = ({
  from,
  to,
  team,
  sport,
}: z.output<typeof scheduleQuerySchema>): CalendarFilters => ({
  fromMs: from,
  ...(to !== undefined && { toMs: to }),
  ...(team && { team }),
  ...(sport && { sport }),
});

const filtersOf = (query: z.output<typeof scheduleQuerySchema>): ScheduleFilters => ({
  fromMs: query.from,
  ...(query.to !== undefined && { toMs: query.to }),
  ...(query.type && { type: query.type }),
  ...(query.team_id && { teamId: query.team_id }),
  ...(query.location_id && { locationId: query.location_id }),
  ...(query.seasonType && { seasonType: query.seasonType }),
  ...(query.weekNumber !== undefined && { weekNumber: query.weekNumber }),
});

/** Whatever is thrown as a Fault is an answer: 409. */
async function told(making: () => Promise<Answer>): Promise<Answer> {
  try {
    return await making();
  } catch (error) {
    if (error instanceof FaultError) return { status: 409, body: { fault: error.fault } };
    throw error;
  }
}

type Orders = {
  /** Without it the path only takes orders. */
  readonly get?: (query: URLSearchParams) => Promise<Answer> | Answer;
  /** Without it the path is only read. */
  readonly post?: (order: unknown) => Promise<Answer>;
};

const place = ({ get, post }: Orders): Place => ({
  methods: [...(get ? ['GET'] : []), ...(post ? ['POST'] : [])],
  asked: 'read',
  // Whoever only reads needs no token; who orders does, beyond loopback.
  askedToPost: 'control',
  async serve({ request, response, route }) {
    if (request.method === 'GET' && get) return answer(response, await told(async () => get(route.query)));
    const body = await readBody(request);
    if ('fault' in body) return answer(response, { status: body.status, body: { fault: body.fault } }, true);
    const order = parsed(body.text);
    if (order === undefined || !post) return answer(response, malformed('body', 'JSON', 'none'));
    answer(response, await told(() => post(order)));
  },
});

const ok = (body: unknown): Answer => ({ status: 200, body });

/** By path. */
export function rehearsalPlaces(listener: Listener, eventApi: EventApi): ReadonlyMap<string, Place> {
  const works = (what: Worked): Orders => ({
    get: () => listener.ask(what),
    post: (order) => listener.ask(what, order),
  });
  const orders: Readonly<Record<string, Orders>> = {
    listening: {
      get: () => ok(listener.listening()),
      post: async (order) => {
        const read = listenSchema.safeParse(order);
        if (!read.success) return misshapen(order, read.error, 'to');
        await listener.listen(read.data);
        return ok(listener.listening());
      },
    },
    rehearsal: {
      get: () => ok({ rehearsal: listener.rehearsal() ?? null }),
      post: async (order) => {
        const read = rehearseSchema.safeParse(order);
        if (!read.success) return misshapen(order, read.error, 'do');
        await listener.rehearse(read.data);
        return ok({ rehearsal: listener.rehearsal() ?? null });
      },
    },
    'rehearsal/tapes': { get: async () => ok({ tapes: await listener.tapes() }) },
    'rehearsal/mock': works('mock'),
    'rehearsal/faults': works('faults'),
    schedule: {
      get: async (query) => {
        const asked = Object.fromEntries(query);
        const read = scheduleQuerySchema.safeParse(asked);
        if (!read.success) return misshapen(asked, read.error, 'query');
        const { server } = read.data;
        if (server === 'hudstats') return ok(await eventApi.calendar(calendarFiltersOf(read.data)));
        return ok(await eventApi.schedule(server, filtersOf(read.data)));
      },
    },
    'event-api': {
      get: () => ok(eventApi.servers()),
      post: async (order) => {
        const read = tryCallSchema.safeParse(order);
        if (!read.success) return misshapen(order, read.error, 'call');
        return ok(await eventApi.attempt(read.data));
      },
    },
  };
  return new Map(Object.entries(orders).map(([path, one]) => [`/api/v1/${path}`, place(one)]));
}
