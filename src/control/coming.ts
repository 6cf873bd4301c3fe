// What an output is about to show, in the operator's words. Pure but for what it keeps: events are worked out anew only when the feed has said more.
import type { Game, Team } from '../game/game.ts';
import { type Coming, type ComingKind, comingEvents, LEAST_AHEAD_MS } from '../show/foresight.ts';
import { playheadOf } from '../show/show.ts';
import type { Timeline } from '../time/timeline.ts';
import type { DeskState } from './desk-state.ts';
import { instantSeen, outputInHand } from './output-in-hand.ts';

/** One event ahead: `inMs` until it is seen, in whole tenths of a second. */
export type Ahead = {
  readonly id: string;
  readonly kind: ComingKind;
  readonly inMs: number;
  readonly words: string;
};

/** `aheadMs`: how much of the future is in hand; 0 for less than can be used. */
export type Foreseen = {
  readonly output: string;
  readonly aheadMs: number;
  readonly events: readonly Ahead[];
  /** What the clock reads in the picture at the event that guided sync waits for; null for none. */
  readonly syncClock: string | null;
};

export const nothingForeseen: Foreseen = { output: '', aheadMs: 0, events: [], syncClock: null };

const KIND_WORDS: Readonly<Record<ComingKind, string>> = {
  basket: 'Basket',
  'clock-stops': 'Clock stops',
  'clock-starts': 'Clock starts',
  foul: 'Foul',
  timeout: 'Timeout',
  'period-ends': 'Period ends',
};

/** The kind of event, for a button. */
export const kindWords = (kind: ComingKind): string => KIND_WORDS[kind];

/** So long after its event a clock surely reads what it then does. Milliseconds. */
const PAST_EDGE_MS = 20;
const TENTH_MS = 100;
const tenths = (ms: number): number => Math.max(0, Math.round(ms / TENTH_MS)) * TENTH_MS;

function playerWords(team: Team | undefined, playerId: string | null): string {
  const player = playerId === null ? undefined : team?.players[playerId];
  if (!player) return '';
  const { number, lastName } = player;
  return [number === null ? '' : `#${number}`, lastName ?? ''].filter(Boolean).join(' ');
}

/** `+3 DEN #15 Jokic`, `Foul LAL #23 James`, `Clock stops`. */
export function comingWords({ kind, points, teamId, playerId }: Coming, { teams }: Game): string {
  const team = teamId === null ? undefined : teams[teamId];
  const what = kind === 'basket' ? `+${points}` : KIND_WORDS[kind];
  return [what, team?.code ?? '', playerWords(team, playerId)].filter(Boolean).join(' ');
}

/** Looks ahead again and again. */
export class Foreseer {
  #timeline: Timeline | null = null;
  #seq = Number.NaN;
  #playhead: unknown = null;
  #output = '';
  #events: readonly Coming[] = [];

  /** What is ahead of the output in hand at the relay's instant. */
  look(state: DeskState, timeline: Timeline, nowMs: number): Foreseen {
    const output = outputInHand(state);
    const fromMs = instantSeen(state, output, nowMs);
    const aheadMs = nowMs - fromMs;
    const heldMs = state.heard?.show.syncs[output]?.heldMs ?? null;
    const syncClock = heldMs === null ? null : (timeline.at(heldMs + PAST_EDGE_MS).clock?.text ?? null);
    if (!state.heard || aheadMs < LEAST_AHEAD_MS) return { output, aheadMs: 0, events: [], syncClock };
    const playhead = playheadOf(state.heard.show, output);
    const isNew = timeline !== this.#timeline || timeline.seq !== this.#seq;
    if (isNew || playhead !== this.#playhead || output !== this.#output) {
      this.#events = comingEvents(timeline, fromMs, nowMs);
      this.#timeline = timeline;
      this.#seq = timeline.seq;
      this.#playhead = playhead;
      this.#output = output;
    }
    const { game } = timeline.at(nowMs);
    const events = this.#events
      .filter(({ atMs }) => atMs > fromMs)
      .map((coming) => ({
        id: coming.id,
        kind: coming.kind,
        inMs: tenths(coming.atMs - fromMs),
        words: comingWords(coming, game),
      }));
    return { output, aheadMs: tenths(aheadMs), events, syncClock };
  }
}
