// What a page asks of the relay beside cues: paths that answer in JSON. Every answer is read before it is believed; every trouble is a Fault.
import { z } from 'zod';
import { type Fault, fault, faultSchema } from '../game/fault.ts';
import { PAGE_HEADER } from '../wire/seat.ts';

/** `token`: the relay demands one, or another one. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault; readonly token: boolean };

export type AskOptions = {
  /** The page's own `fetch`. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** What this page calls itself to the relay: what it posts is held to the role of whoever sits there. */
  readonly page: string;
};

export interface Ask {
  get<T>(path: string, schema: z.ZodType<T>): Promise<Answer<T>>;
  post<T>(path: string, order: unknown, schema: z.ZodType<T>): Promise<Answer<T>>;
  /** The control token for what is posted from now on. */
  setToken(token: string): void;
}

const UNAUTHORIZED = 401;
const refusedSchema = z.object({ fault: faultSchema });

const silent = (path: string, found: string): Answer<never> => ({
  ok: false,
  fault: fault('no-answer', path, 'an answer of the relay', found),
  token: false,
});

async function read<T>(response: Response, path: string, schema: z.ZodType<T>): Promise<Answer<T>> {
  const json: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const value = schema.safeParse(json);
    return value.success ? { ok: true, value: value.data } : silent(path, 'an answer of another shape');
  }
  const refused = refusedSchema.safeParse(json);
  if (!refused.success) return silent(path, `status ${response.status}`);
  return { ok: false, fault: refused.data.fault, token: response.status === UNAUTHORIZED };
}

/** Asks the relay that served this page. */
export function makeAsk({ fetch, page }: AskOptions): Ask {
  let token: string | null = null;
  const ask = async <T>(path: string, schema: z.ZodType<T>, init?: RequestInit): Promise<Answer<T>> => {
    try {
      return await read(await fetch(path, init), path, schema);
    } catch {
      return silent(path, 'no connection');
    }
  };
  return {
    get: (path, schema) => ask(path, schema),
    post(path, order, schema) {
      const headers: Record<string, string> = { 'Content-Type': 'application/json', [PAGE_HEADER]: page };
      if (token !== null) headers.Authorization = `Bearer ${token}`;
      return ask(path, schema, { method: 'POST', headers, body: JSON.stringify(order) });
    },
    setToken(given) {
      token = given;
    },
  };
}
