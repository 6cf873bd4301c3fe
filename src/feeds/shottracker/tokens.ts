// The subscription token: given once, or fetched anew by REST when the provider will not have the last one.
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import type { Secrets } from '../secrets.ts';
import type { Rest } from './rest.ts';

/** `token` is absent where there is none to be had and the address may do without. `hopeless`: asking again soon is in vain. */
export type Obtained =
  | { readonly kind: 'token'; readonly token: string | undefined }
  | { readonly kind: 'trouble'; readonly fault: Fault; readonly hopeless: boolean };

export type Tokens = {
  /** A token to connect with. Never rejects. */
  obtain(): Promise<Obtained>;
  /** The last one was refused. Says whether another can be had. */
  refuse(): boolean;
  stop(): void;
};

export type TokensOptions = {
  readonly given: string | undefined;
  readonly rest: Rest | null;
  readonly gameId: string | undefined;
  readonly secrets: Secrets;
};

export function makeTokens({ given, rest, gameId, secrets }: TokensOptions): Tokens {
  let token = given;
  const canRenew = rest !== null && gameId !== undefined;

  const fetchOne = async (from: Rest, game: string): Promise<Obtained> => {
    try {
      token = await from.subscribe(game);
      secrets.add(token);
      return { kind: 'token', token };
    } catch (error) {
      const told =
        error instanceof FaultError ? error.fault : fault('rest-failed', '_subscribe', 'a token', 'none');
      return { kind: 'trouble', fault: told, hopeless: told.code !== 'rest-failed' };
    }
  };

  return {
    obtain() {
      if (token === undefined && rest !== null && gameId !== undefined) return fetchOne(rest, gameId);
      return Promise.resolve({ kind: 'token', token });
    },
    refuse() {
      if (canRenew) token = undefined;
      return canRenew;
    },
    stop: () => rest?.stop(),
  };
}
