// The contract of a feed: it starts, says Messages and statuses to one reader, and stops. It never throws at its reader and never stops trying.
import type { Capability } from '../game/capability.ts';
import type { Fault } from '../game/fault.ts';
import type { Game } from '../game/game.ts';
import type { FeedStatus, Said } from '../game/message.ts';
import type { Outline } from '../game/outline.ts';
import type { Lane, Match, Owners } from '../game/owners.ts';
import type { PairInfo } from '../game/pair-info.ts';
import type { RuleSetName } from '../game/rules.ts';
import type { Order, TransportInfo } from '../game/transport.ts';

/** A provider's own words as they came, for the tape. `text` holds no secret of ours. */
export type Words = {
  /** The provider's name for this kind of message: `location`, `clock`; `unknown` when it cannot be told. */
  readonly source: string;
  readonly text: string;
  readonly heardMs: number;
  /** Of two feeds the one that falls in for the other; absent for every other feed. */
  readonly lane?: Lane;
  /** The provider's own stamp in milliseconds, where the words carry one. */
  readonly saidMs?: number;
};

/** The one who listens to a feed. Called in order; must not throw. */
export type FeedReader = {
  words(words: Words): void;
  message(said: Said): void;
  status(status: FeedStatus, detail?: string): void;
  /** What is wrong with words is told after them, in the same turn, before other words: so it is known in which it was found. */
  fault(fault: Fault): void;
  /** What must not be taken for a live, official game, by the provider's own word; said whenever it changes. */
  marks?(marks: readonly FeedMark[]): void;
  /** How one of two feeds stands; said by whoever listens to two. */
  lane?(told: LaneTold): void;
  /** What we said to the provider: a handshake, a ping, a wish. Without secrets. */
  sent?(what: string, text: string): void;
  /** The provider's clock against ours, as stamps tell it; said now and then by a feed whose words carry stamps. */
  offset?(offset: FeedOffset): void;
  /** All that was said before gives way to this; said by a feed that can be sent to another instant. */
  jump?(jump: Jump): void;
  /** How a tape is played from now on. */
  transport?(info: TransportInfo): void;
  /** How far behind the newest instant anybody looks, in milliseconds: history that a jump must bring. */
  reachMs?(): number;
};

/** The game up to some instant, what was heard since, and how it goes on from there. */
export type Jump = {
  readonly game: Game;
  readonly messages: readonly Said[];
  readonly transport: TransportInfo;
};

/** What takes orders for a tape. All three throw before the feed is started. */
export interface Transport {
  info(): TransportInfo;
  /** The game as far as it is known. */
  outline(): Outline;
  /** Null, or why not: then nothing has changed. */
  order(order: Order): Fault | null;
}

/** `replay`: played again, not live. `unofficial`: no official source. */
export type FeedMark = 'replay' | 'unofficial';

/** A status of one of two feeds. */
export type LaneTold = { readonly lane: Lane; readonly status: FeedStatus; readonly detail?: string };

/** Ours less the provider's, in milliseconds, by the least delay seen; and how far stamps lie above that on average. */
export type FeedOffset = { readonly offsetMs: number; readonly errorMs: number };

/** What an operator decides of two feeds, and what he sees of them. */
export interface Pair {
  choose(owners: Owners, match: Match | null): void;
  info(): PairInfo;
}

export interface Feed {
  /** As `--feed` names it. */
  readonly name: string;
  /** What it can say, as its documents have it; what it really says is seen as it comes. */
  readonly capabilities: readonly Capability[];
  /** Begins to listen. Called once. */
  start(reader: FeedReader): void;
  /** Stops for good; nothing is said after it has resolved. May be called twice. */
  stop(): Promise<void>;
  /** Of a feed that can be sent to another instant: a tape. */
  readonly transport?: Transport;
  /** Of what are two feeds. */
  readonly pair?: Pair;
}

/** Time as a feed needs it: real in `main`, turned by hand in tests. */
export interface Timekeeper {
  /** Milliseconds since 1970; never runs back. */
  now(): number;
  /** Calls `action` once after `ms`, or never if the returned function was called first. */
  after(ms: number, action: () => void): () => void;
}

/** What every feed is made with. `speed` counts only for what is played, not for what is live. */
export type FeedOptions = {
  readonly time: Timekeeper;
  readonly rules: RuleSetName;
};
