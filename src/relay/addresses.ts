// Under which addresses the relay's pages are reached.
import { isLoopback } from './doors.ts';

const LOOPBACK = '127.0.0.1';
/** Every address of the machine. */
const ANY: readonly string[] = ['0.0.0.0', '::'];

const url = (host: string, port: number): string =>
  `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;

/** Addresses to open, without a slash at the end; the best one first. `own` are the machine's own. */
export function addressesOf(host: string, port: number, own: readonly string[]): readonly string[] {
  if (!ANY.includes(host)) return [url(host, port)];
  const others = own.filter((address) => !isLoopback(address) && !address.startsWith('fe80:'));
  return [LOOPBACK, ...others].map((address) => url(address, port));
}
