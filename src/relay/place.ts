// One path of the relay: which methods it takes, what the doors must know of it, and how it answers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked } from './doors.ts';
import type { Route } from './route.ts';

export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
};

export type Place = {
  readonly methods: readonly string[];
  readonly asked: Asked;
  /** Where a POST is another matter to the doors than what is read. */
  readonly askedToPost?: Asked;
  readonly serve: (exchange: Exchange) => void | Promise<void>;
};
