// Beyond loopback a relay listens with a control token alone.
import { FaultError, fault } from '../game/fault.ts';
import { isLoopback } from './doors.ts';
import { SHORTEST_SECRET } from './redact.ts';

/** Why a relay does not start, beside a port that is refused: a missing control token. */
export const TOKEN_NEEDED = 'control-token-needed';

const WANTED = `COURTSIDE_TOKEN with ${SHORTEST_SECRET} characters or more, to listen beyond loopback`;

/** @throws FaultError `control-token-needed` where the relay should listen beyond loopback without one. */
export function needToken(host: string, token: string | undefined): void {
  if (isLoopback(host) || (token?.length ?? 0) >= SHORTEST_SECRET) return;
  throw new FaultError(fault(TOKEN_NEEDED, host, WANTED, token ? 'a shorter one' : 'none'));
}
