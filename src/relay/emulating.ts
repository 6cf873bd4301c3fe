// What a ShotTracker server is asked for, and what it gives: `main` knows the emulator, this room does not.
import type { Timekeeper } from '../feeds/feed.ts';
import type { StartAt } from '../feeds/simulator/run-game.ts';
import type { RuleSetName } from '../game/rules.ts';

/** Everything that the options of `emulate` say, and what the process lends. */
export type Emulating = {
  readonly time: Timekeeper;
  readonly host: string;
  readonly port: number;
  readonly seed: number;
  readonly speed: number;
  readonly rules: RuleSetName;
  readonly startAt: StartAt;
  readonly tape?: string | undefined;
  readonly asRecorded: boolean;
  readonly game?: string | undefined;
  readonly mock: boolean;
  readonly faults?: unknown;
  readonly accounts: Readonly<Record<string, string>>;
  readonly allowRemote: boolean;
  readonly tell: (line: string) => void;
};
/** Starts to serve. @throws Error when what is asked for is not to be had. */
export type Emulate = (options: Emulating) => Promise<{
  readonly port: number;
  readonly games: readonly { readonly id: string; readonly token: string }[];
  stop(): Promise<void>;
}>;
