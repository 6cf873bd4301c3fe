// What a server that speaks as a provider does is asked for, for a rehearsal, and what it gives. Whoever starts one sees only this.
import type { RuleSetName } from '../game/rules.ts';
import type { Timekeeper } from './feed.ts';
import type { StartAt } from './simulator/run-game.ts';

/** The providers that one may be. */
export const EMULATED = ['shottracker', 'hudstats', 'imgarena'] as const;

/** Everything that can be asked of it, and what the process lends. */
export type Emulating = {
  readonly time: Timekeeper;
  /** Which provider; ShotTracker where nobody says. */
  readonly as?: (typeof EMULATED)[number];
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly seed: number;
  readonly speed: number;
  readonly rules: RuleSetName;
  readonly startAt: StartAt;
  readonly tape?: string | undefined;
  readonly asRecorded: boolean;
  readonly game?: string | undefined;
  readonly mock: boolean;
  /** JSON of a script of faults. */
  readonly faults?: unknown;
  /** Secrets by user name, for signed calls. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly allowRemote: boolean;
  /** One line for whoever watches. */
  readonly tell: (line: string) => void;
};

/** A game that is offered, with a token of its own. */
export type OfferedGame = { readonly id: string; readonly token: string };

/** What is worked by hand: the mock game, the faults on purpose. */
export type Worked = 'mock' | 'faults';

/** As HTTP would answer. */
export type Answered = { readonly status: number; readonly body: unknown };

/** One that runs. */
export type Emulation = {
  readonly port: number;
  /** The games that were offered at the start. */
  readonly games: readonly OfferedGame[];
  /** The game that was offered last; null before the first. */
  latest(): string | null;
  /** A new token for a game. */
  issue(gameId: string): string;
  /** What `GET /emulator/WHAT` answers, or `POST` with that order; asked in this process. */
  ask(what: Worked, order?: unknown): Answered;
  stop(): Promise<void>;
};

/** Starts to serve. @throws Error when what is asked for is not to be had. */
export type Emulate = (options: Emulating) => Promise<Emulation>;
