// A server's port: taken once, and given back with all that is connected.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FaultError, fault } from '../game/fault.ts';

const PORT_REFUSED = 'port-refused';

/** Resolves with the port that it listens on. @throws FaultError `port-refused` when it cannot be had. */
export const listening = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const found = error.code === 'EADDRINUSE' ? 'one that is taken' : error.message;
      reject(new FaultError(fault(PORT_REFUSED, `${host}:${port}`, 'a free port', found)));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** Resolves when nobody is connected any more; for a server that never listened too. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
