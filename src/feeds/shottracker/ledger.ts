// What this feed has said so far: only what is new is said again, older never wins, and each field that two sources tell has one owner.
import { SUMMARY_OWNS_MS } from '../../game/game.ts';
import type { LineupLine } from '../../game/stat-line.ts';
import type { Fact, FactOf } from '../told.ts';
import { PeriodOwner } from './period-owner.ts';
import type { Source } from './sources.ts';

/** How many different things are remembered: shots and plays of a long game, with room. */
export const MAX_ENTRIES = 8_192;
/** How much text is remembered of them, in characters. */
export const MAX_REMEMBERED = 16 * 1024 * 1024;
/** A score that stands is said again so often that its owner is not taken for silent. Milliseconds. */
export const RENEW_MS = SUMMARY_OWNS_MS / 2;
/** Line-ups of a team that are said: the best by plus and minus. */
export const MAX_LINEUPS = 10;
/** Line-ups of a team that are remembered: of more players than a game has, nobody could choose so many. */
const LINEUPS_KEPT = 1_000;
/** Teams of which anything is remembered. A game has two. */
const TEAMS_KEPT = 16;

/** A fact with its instant on the relay's time line. */
export type Dated = {
  readonly fact: Fact;
  readonly atMs: number;
  readonly heardMs: number;
  readonly source: Source;
  readonly seq?: number;
  readonly narrow?: true;
};

type Entry = { readonly text: string; readonly atMs: number; readonly heardMs: number; readonly seq: number };

/** The rows of a player and of his team are each of their own: the player's may come after his team's. */
const playKey = ({ id, classification }: FactOf<'play'>, by: 'player' | 'team'): string =>
  `play ${id} ${classification} ${by}`;
const statsKey = (source: Source, { teamId, period, players, team }: FactOf<'stats'>): string =>
  source === 'boxscorestatsv2'
    ? `stats ${source} ${teamId} ${team === undefined ? (players[0]?.playerId ?? '') : 'team'}`
    : `stats ${source} ${teamId} ${period ?? ''}`;

/** What a fact is about; two facts about the same replace one another. Null for what is never the same twice: frames and ticks. */
function keyOf(source: Source, fact: Fact): string | null {
  switch (fact.kind) {
    case 'frame':
    case 'clock':
    case 'begin':
    case 'status':
      return null;
    case 'roster':
      return `roster ${fact.side}`;
    case 'colours':
    case 'period':
    case 'possession':
      return fact.kind;
    case 'score':
      return `score ${source} ${source === 'broadcastsummary' ? '' : (fact.scores[0]?.teamId ?? '')}`;
    case 'stats':
      return statsKey(source, fact);
    case 'play':
      return playKey(fact, fact.playerId === undefined ? 'team' : 'player');
    case 'shot':
      return `shot ${fact.id}`;
    case 'zones':
      return `zones ${fact.teamId} ${fact.playerId ?? ''} ${fact.period ?? ''} ${fact.shotType}`;
    case 'lineup':
      return `lineup ${source} ${fact.teamId}`;
    default: {
      const never: never = fact;
      return never;
    }
  }
}

const SUMMARY_SCORE = 'score broadcastsummary ';
const summaryStats = (teamId: string): string => `stats broadcastsummary ${teamId} `;

/** Lets the oldest go until no more than `kept` are left. */
function keepNewest(all: Set<string> | Map<string, unknown>, kept: number): void {
  for (const oldest of all.keys()) {
    if (all.size <= kept) return;
    all.delete(oldest);
  }
}

/** Remembers what was said, within `MAX_ENTRIES` and `MAX_REMEMBERED`. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  #remembered = 0;
  readonly #periods = new PeriodOwner();
  /** Teams whose efficiency, and whose line-ups, a source of their own tells: the summary's are passed by. */
  readonly #efficiencyTold = new Set<string>();
  readonly #wholeTold = new Set<string>();
  /** When the summary last told what those sources own, by team: what they say, heard later, holds later. */
  readonly #summaryToldMs = new Map<string, number>();
  readonly #lineups = new Map<string, Map<string, LineupLine>>();

  /** The fact as it is to be said, and when it became true; null when it says nothing new. */
  settle(dated: Dated): { readonly fact: Fact; readonly atMs: number } | null {
    const fact = this.#owned(dated);
    if (fact === null) return null;
    const key = keyOf(dated.source, fact);
    const atMs = this.#dateOf(fact, dated);
    return key === null ? { fact, atMs } : this.#news(key, fact, { ...dated, atMs });
  }

  #dateOf(fact: Fact, { atMs, source }: Dated): number {
    if (fact.kind !== 'stats') return this.#periods.date(fact, atMs);
    const told = fact.efficiency !== undefined || fact.lineups !== undefined;
    if (!told) return atMs;
    const { teamId } = fact;
    const toldMs = this.#summaryToldMs.get(teamId) ?? atMs;
    if (source !== 'broadcastsummary') return Math.max(atMs, toldMs);
    this.#summaryToldMs.set(teamId, Math.max(atMs, toldMs));
    keepNewest(this.#summaryToldMs, TEAMS_KEPT);
    return atMs;
  }

  #news(key: string, fact: Fact, { atMs, heardMs, seq = Number.NaN }: Dated) {
    const before = this.#entries.get(key);
    const text = JSON.stringify(fact);
    if (before !== undefined) {
      if (seq < before.seq) return null;
      const renews = key === SUMMARY_SCORE && heardMs - before.heardMs >= RENEW_MS;
      if (before.text === text && !renews) return null;
      this.#forget(key);
    }
    // A correction may bear the stamp of what it corrects. Said later, it holds later. A possession bears the instant at which it began.
    const sinceMs = fact.kind === 'possession' ? atMs : Math.max(atMs, before?.atMs ?? atMs);
    this.#entries.set(key, { text, atMs: sinceMs, heardMs, seq });
    this.#remembered += text.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MAX_ENTRIES && this.#remembered <= MAX_REMEMBERED) break;
      this.#forget(oldest);
    }
    return { fact, atMs: sinceMs };
  }

  #forget(key: string): void {
    this.#remembered -= this.#entries.get(key)?.text.length ?? 0;
    this.#entries.delete(key);
  }

  /** What was said of this is news again, and never older than it was: its provider's clock may have been set back in between. */
  #renew(key: string): void {
    const before = this.#entries.get(key);
    if (before === undefined) return;
    this.#remembered -= before.text.length;
    this.#entries.set(key, { ...before, text: '' });
  }

  /** The fact without what another source owns; null when nothing of it is left. */
  #owned({ fact, source, heardMs, narrow }: Dated): Fact | null {
    switch (fact.kind) {
      case 'clock':
        return this.#periods.tick(fact, heardMs);
      case 'period':
        return this.#periods.allows(fact.period, heardMs) ? fact : null;
      case 'score':
        // The owner says its score again after any other has spoken.
        if (source !== 'broadcastsummary') this.#renew(SUMMARY_SCORE);
        return fact;
      case 'stats':
        return this.#ownedStats(fact, source, narrow === true);
      case 'play':
        return this.#ownedPlay(fact);
      default:
        return fact;
    }
  }

  /** The row of a team repeats the play of its player: the player's is kept. */
  #ownedPlay(fact: FactOf<'play'>): Fact | null {
    return fact.playerId === undefined && this.#entries.has(playKey(fact, 'player')) ? null : fact;
  }

  #ownedStats(fact: FactOf<'stats'>, source: Source, narrow: boolean): Fact | null {
    const { teamId } = fact;
    switch (source) {
      case 'possessionstats':
        if (narrow && this.#wholeTold.has(teamId)) return null;
        if (!narrow) this.#wholeTold.add(teamId);
        this.#efficiencyTold.add(teamId);
        keepNewest(this.#efficiencyTold, TEAMS_KEPT);
        keepNewest(this.#wholeTold, TEAMS_KEPT);
        return fact;
      case 'lineupstats':
        return { ...fact, lineups: this.#withLineups(teamId, fact.lineups ?? []) };
      case 'broadcastsummary':
        return this.#withoutOwned(fact);
      default:
        this.#renew(summaryStats(teamId));
        return fact;
    }
  }

  #withoutOwned(fact: FactOf<'stats'>): FactOf<'stats'> {
    const { efficiency, lineups, ...rest } = fact;
    return {
      ...rest,
      ...(efficiency === undefined || this.#efficiencyTold.has(fact.teamId) ? {} : { efficiency }),
      ...(lineups === undefined || this.#lineups.has(fact.teamId) ? {} : { lineups }),
    };
  }

  /** All line-ups of a team that were told, the best first: each message tells one of them. */
  #withLineups(teamId: string, told: readonly LineupLine[]): LineupLine[] {
    const known = this.#lineups.get(teamId) ?? new Map<string, LineupLine>();
    this.#lineups.set(teamId, known);
    for (const line of told) known.set([...line.playerIds].sort().join(' '), line);
    keepNewest(known, LINEUPS_KEPT);
    keepNewest(this.#lineups, TEAMS_KEPT);
    const worth = ({ plusMinus }: LineupLine): number => plusMinus ?? Number.NEGATIVE_INFINITY;
    return [...known.values()].sort((a, b) => worth(b) - worth(a) || 0).slice(0, MAX_LINEUPS);
  }
}
