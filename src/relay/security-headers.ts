// What every answer says to a browser: nothing of ours runs, loads or is framed elsewhere, and nothing from elsewhere runs here.
import type { ServerResponse } from 'node:http';

/**
 * The Content-Security-Policy. Pixi makes pictures from `data:` and `blob:` and a worker from a `blob:`; older engines do not take a socket for
 * `'self'`, so the page's own is named. `host` is a Host header that the doors have let in.
 */
export const contentSecurityPolicy = (host: string | null): string =>
  [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' data: blob:${host === null ? '' : ` ws://${host}`}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** Sets the headers that each answer has. There is no CORS header: no other site reads us. */
export function setSecurityHeaders(response: ServerResponse, host: string | null): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(host));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Referrer-Policy', 'no-referrer');
}
