// The subscription token inside the answer to `_subscribe`. Assumed: no document prints that answer, so whatever can only be the token is taken.

/** Names under which a token may stand, the likeliest first. */
const NAMES = [
  'token',
  'subscription_token',
  'subscriptionToken',
  'access_token',
  'accessToken',
  'event_token',
  'eventToken',
  'jwt',
] as const;
/** A whole address to connect to may hold it as a parameter. */
const ADDRESSES = ['url', 'websocket_url', 'websocketUrl', 'ws_url', 'wsUrl', 'href'] as const;
/** What the answer may be wrapped in. */
const WRAPPINGS = ['data', 'subscription', 'result', 'response'] as const;

const LONGEST = 8_192;
const TOKEN = /^[\x21-\x7e]+$/;

const isToken = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && TOKEN.test(value) && !value.startsWith('<');

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const inside = (value: object, key: string): unknown => Reflect.get(value, key);

function fromAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  return new URL(address).searchParams.get('token');
}

function fromObject(answer: object, depth: number): string | null {
  const named = NAMES.map((name) => inside(answer, name)).find(isToken);
  if (named !== undefined) return named;
  for (const name of ADDRESSES) {
    const token = fromAddress(inside(answer, name));
    if (isToken(token)) return token;
  }
  if (depth === 0) return null;
  for (const name of WRAPPINGS) {
    const inner = inside(answer, name);
    if (isToken(inner)) return inner;
    const token = isObject(inner) ? fromObject(inner, depth - 1) : null;
    if (token !== null) return token;
  }
  return null;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The token of an answer: bare text, a JSON string, or an object that holds it; null when there is none. */
export function tokenOf(answer: string): string | null {
  const value = parse(answer.trim());
  if (isToken(value)) return /^[{[]/.test(value) ? null : value;
  return isObject(value) ? fromObject(value, 2) : null;
}
