// What is asked of tapes over HTTP: the player's orders and how it stands, the outline of what is played, and cuts.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { FaultError, fault } from '../../game/fault.ts';
import { noOutline } from '../../game/outline.ts';
import { orderSchema } from '../../game/transport.ts';
import { type Answer, answer, misshapen } from '../answer.ts';
import { readBody } from '../body.ts';
import { parsed } from '../json.ts';
import type { Place } from '../place.ts';
import type { Standing } from '../standing.ts';
import { type Cuts, cutSchema } from './cuts.ts';

/** A path that is read by whoever may enter, and takes a body from whoever may change the show. */
const place = (read: (() => Answer) | null, take: ((body: unknown) => Promise<Answer>) | null): Place => ({
  methods: [...(read ? ['GET'] : []), ...(take ? ['POST'] : [])],
  asked: read ? 'read' : 'control',
  askedToPost: 'control',
  async serve({ request, response }) {
    if (request.method !== 'POST' && read) return answer(response, read());
    const body = await readBody(request);
    if ('fault' in body) return answer(response, { status: body.status, body: { fault: body.fault } }, true);
    if (take) answer(response, await take(parsed(body.text)));
  },
});

const ok = (body: unknown): Answer => ({ status: 200, body });

/** By path. */
export function tapePlaces(standing: Standing, cuts: Cuts): ReadonlyMap<string, Place> {
  const transport = (): Answer => ok({ transport: standing.transport() });

  const order = (body: unknown): Answer => {
    const read = orderSchema.safeParse(body);
    if (!read.success) return misshapen(body, read.error, 'do');
    const none = fault('transport-refused', 'feed', 'a tape that is played', standing.feed().name);
    const refused = standing.player()?.order(read.data);
    return refused === null ? transport() : { status: 409, body: { fault: refused ?? none } };
  };

  const cut = async (body: unknown): Promise<Answer> => {
    const read = cutSchema.safeParse(body);
    if (!read.success) return misshapen(body, read.error, 'cut');
    try {
      return ok(await cuts.make(read.data));
    } catch (error) {
      if (error instanceof FaultError) return { status: 409, body: { fault: error.fault } };
      throw error;
    }
  };

  return new Map([
    ['/api/v1/transport', place(transport, async (body) => order(body))],
    ['/api/v1/transport/outline', place(() => ok(standing.player()?.outline() ?? noOutline), null)],
    ['/api/v1/tape/cut', place(null, cut)],
  ]);
}

/** Sends a cut to be kept as a file. False, and no answer, when it cannot be had any more. */
export async function sendCut(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  const name = path.split(/[\\/]/).at(-1) ?? 'cut.mcap';
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': found.size,
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
    'Cache-Control': 'no-store',
  });
  if (request.method === 'HEAD') response.end();
  // Whoever hangs up in between has his reasons.
  else await pipeline(createReadStream(path), response).catch(() => {});
  return true;
}
