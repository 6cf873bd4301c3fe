// The token of the commands: given, or fetched for a user and a password and renewed before its day is over.
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import type { Timekeeper } from '../feed.ts';
import type { Secrets } from '../secrets.ts';
import type { Rest } from './rest.ts';

/** A token is good for so long. Source: HudStats, Authentication. Milliseconds. */
export const TOKEN_LASTS_MS = 24 * 3_600_000;
/** It is renewed so long before its end, in milliseconds. */
export const RENEW_BEFORE_MS = 3_600_000;
/** A renewal that failed is tried again after so long, in milliseconds. */
export const RENEW_AGAIN_MS = 60_000;
/** A token that says it ends sooner is still used for so long, in milliseconds: its clock may not be ours. */
const LEAST_MS = 60_000;

export type Account = { readonly username: string; readonly password: string };

/** `hopeless`: asking again soon is in vain. */
export type Obtained =
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'trouble'; readonly fault: Fault; readonly hopeless: boolean };

export type Tokens = {
  /** A token to ask with. Never rejects. */
  obtain(): Promise<Obtained>;
  /** The last one was refused. Says whether another can be had. */
  refuse(): boolean;
  stop(): void;
};

export type TokensOptions = {
  readonly given: string | undefined;
  readonly account: Account | null;
  readonly rest: Rest;
  readonly time: Timekeeper;
  readonly secrets: Secrets;
  /** Hears of a renewal that failed. */
  readonly onFault: (fault: Fault) => void;
};

/** When a token says it ends, in milliseconds since 1970; null where it does not say. Source: RFC 7519, `exp`. */
function endOf(token: string): number | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const end: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : null;
    return typeof end === 'number' && Number.isFinite(end) ? end * 1_000 : null;
  } catch {
    return null;
  }
}

const unknownTrouble = fault('rest-failed', '/token', 'a token', 'none');

export function makeTokens({ given, account, rest, time, secrets, onFault }: TokensOptions): Tokens {
  let token = given;
  let stopped = false;
  let cancel = (): void => undefined;

  const keep = (fresh: string): void => {
    token = fresh;
    secrets.add(fresh);
    const nowMs = time.now();
    const endMs = Math.min(endOf(fresh) ?? Number.POSITIVE_INFINITY, nowMs + TOKEN_LASTS_MS);
    renewIn(Math.max(LEAST_MS, endMs - RENEW_BEFORE_MS - nowMs));
  };

  const ask = async ({ username, password }: Account): Promise<Obtained> => {
    try {
      const fresh = await rest.token(username, password);
      if (!stopped) keep(fresh);
      return { is: 'token', token: fresh };
    } catch (error) {
      const told = error instanceof FaultError ? error.fault : unknownTrouble;
      return { is: 'trouble', fault: told, hopeless: told.code !== 'rest-failed' };
    }
  };

  const renew = async (): Promise<void> => {
    if (account === null) return;
    const obtained = await ask(account);
    if (stopped || obtained.is === 'token') return;
    onFault(obtained.fault);
    renewIn(RENEW_AGAIN_MS);
  };

  const renewIn = (ms: number): void => {
    cancel();
    cancel = time.after(ms, () => void renew());
  };

  return {
    obtain() {
      if (token !== undefined) return Promise.resolve({ is: 'token', token });
      if (account !== null) return ask(account);
      const none = fault('token-refused', 'token', 'a token that the provider accepts', 'none');
      return Promise.resolve({ is: 'trouble', fault: none, hopeless: true });
    },
    refuse() {
      if (account === null) return false;
      token = undefined;
      cancel();
      return true;
    },
    stop() {
      stopped = true;
      cancel();
      rest.stop();
    },
  };
}
