// `/api/v1/hosts`: how OBS and vMix stand, and orders to OBS.
import { FaultError } from '../../game/fault.ts';
import { type HostOrder, type HostsInfo, hostOrderSchema } from '../../wire/hosts.ts';
import { type Answer, answer, misshapen } from '../answer.ts';
import { readBody } from '../body.ts';
import { parsed } from '../json.ts';
import type { Place } from '../place.ts';

export const HOSTS_PATH = '/api/v1/hosts';

export type HostsAsked = {
  readonly info: () => HostsInfo;
  /** Gives what was done, a sentence each. @throws FaultError where it is refused. */
  readonly order: (wish: HostOrder) => Promise<readonly string[]>;
};

async function ordered({ info, order }: HostsAsked, wish: HostOrder): Promise<Answer> {
  try {
    const told = await order(wish);
    return { status: 200, body: { told, hosts: info() } };
  } catch (error) {
    if (error instanceof FaultError) return { status: 409, body: { fault: error.fault } };
    throw error;
  }
}

/** By path. Whoever only reads needs no token; who orders does, beyond loopback. */
export const hostPlaces = (asked: HostsAsked): ReadonlyMap<string, Place> =>
  new Map([
    [
      HOSTS_PATH,
      {
        methods: ['GET', 'POST'],
        asked: 'read',
        askedToPost: 'control',
        async serve({ request, response }) {
          if (request.method === 'GET')
            return answer(response, { status: 200, body: { told: [], hosts: asked.info() } });
          const body = await readBody(request);
          if ('fault' in body)
            return answer(response, { status: body.status, body: { fault: body.fault } }, true);
          const json = parsed(body.text);
          const wish = hostOrderSchema.safeParse(json);
          if (!wish.success) return answer(response, misshapen(json, wish.error, 'body'));
          answer(response, await ordered(asked, wish.data));
        },
      },
    ],
  ]);
