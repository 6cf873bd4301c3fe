// How things stand, as the relay's doors (pages, HTTP, button panels) ask for it. They see the relay only through this.
import type { Transport } from '../feeds/feed.ts';
import type { Fault } from '../game/fault.ts';
import type { Rules } from '../game/rules.ts';
import type { TransportInfo } from '../game/transport.ts';
import type { Asked } from '../show/asked.ts';
import type { Cue } from '../show/cue.ts';
import type { Catalogue } from '../show/grant.ts';
import type { Show } from '../show/show.ts';
import type { Moment } from '../time/moment.ts';
import type { History } from '../time/timeline.ts';
import type { Look } from '../wire/look.ts';
import type { FeedInfo, GraphicInfo, Health } from '../wire/wire.ts';
import type { RawFault } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { CutSource } from './tapes/cuts.ts';

/** The graphics there are: as cues name them, and as a desk sees them. */
export type Graphics = { readonly catalogue: Catalogue; readonly infos: readonly GraphicInfo[] };

export interface Standing {
  readonly version: string;
  readonly rules: Rules;
  readonly graphics: Graphics;
  /** The relay's instant now. */
  now(): number;
  /** The game's instant now: another than the relay's only where a tape is played otherwise than as in life. */
  gameNow(): number;
  /** How a tape is played; null where none is. */
  transport(): TransportInfo | null;
  /** Who takes orders for it. */
  player(): Transport | null;
  /** What was true at an instant, with teams as the table has them, without the operator's overrides. Valid until the next call. */
  moment(atMs: number): Moment;
  history(sinceMs: number): History;
  /** The highest `seq` there is. */
  seq(): number;
  show(): Show;
  look(): Look;
  /** Where the logo of that file name lies; null for all that is none. */
  mark(file: string): string | null;
  feed(): FeedInfo;
  health(): Health;
  /** Grants a cue and gives the new revision, or refuses it and changes nothing. */
  cue(cue: Cue, asked: Asked): { readonly revision: number } | { readonly fault: Fault };
  /** True while the page that calls itself so is an observer's desk. */
  observes(page: string): boolean;
  /** True once the show of now is on the disk; false when it cannot be. */
  kept(): Promise<boolean>;
  /** The tape that is recorded, or else played, and where it is now; null where there is none. */
  tapeSource(): Promise<CutSource | null>;
  /** Where cuts of it are put; null: beside it. */
  readonly cutsFolder: string | null;
  /** The words in which a kind of Fault was found last, by its id; null where there are none. */
  rawFault(id: string): RawFault | null;
  /** Entries of the log with a higher `n`, oldest first. */
  log(since: number): readonly LogEntry[];
  /** Calls `action` once after `ms`, or never if the returned function was called first. */
  after(ms: number, action: () => void): () => void;
}
