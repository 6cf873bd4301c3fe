// How OBS reaches this relay, and which addresses in it are this relay's. Pure.
import { addressesOf } from '../addresses.ts';
import { isLoopback, ownHosts } from '../doors.ts';

/** What the relay listens on, and this machine's own addresses. */
export type Listening = {
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
};

/** The relay's origin for an OBS at that address (`ws://host:port`); null where it cannot be reached from there. */
export function originFor(obs: string, { host, port, addresses }: Listening): string | null {
  const isHere = isLoopback(new URL(obs).hostname) || addresses.includes(new URL(obs).hostname);
  const all = addressesOf(host, port, addresses);
  if (isHere) return all[0] ?? null;
  return all.find((address) => !isLoopback(new URL(address).hostname)) ?? null;
}

/** The hosts (`name:port`) under which an OBS there shows pages of this relay: on another machine loopback means that one's own. */
export function hostsFor(obs: string, listening: Listening): ReadonlySet<string> {
  const own = ownHosts({ ...listening, token: undefined });
  const isHere = isLoopback(new URL(obs).hostname) || listening.addresses.includes(new URL(obs).hostname);
  return isHere ? own : new Set([...own].filter((name) => !isLoopback(name.replace(/:\d+$/, ''))));
}
