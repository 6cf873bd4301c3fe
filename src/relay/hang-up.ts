// How an upgrade is refused: one status line, and the socket is closed.
import type { Duplex } from 'node:stream';

/** Refuses an upgrade. `status` is a code and its words. */
export function hangUp(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
