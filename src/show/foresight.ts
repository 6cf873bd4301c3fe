// What is about to be seen on an output that plays behind live: the events between the instant in its picture and now. A pure function of the history.
import { visitBaskets } from '../game/baskets.ts';
import type { Game, Play } from '../game/game.ts';
import type { Fact, MessageOf } from '../game/message.ts';
import { isPlayed, type Period } from '../game/period.ts';
import { isDeletion, isFoul, isTimeout } from '../game/play-kind.ts';
import type { Timeline } from '../time/timeline.ts';

export const COMING_KINDS = [
  'basket',
  'clock-stops',
  'clock-starts',
  'foul',
  'timeout',
  'period-ends',
] as const;
export type ComingKind = (typeof COMING_KINDS)[number];

/** `id` is one and the same on every page and on the relay, for as long as the event stands. `points`: of a basket, else 0. */
export type Coming = {
  readonly id: string;
  readonly kind: ComingKind;
  /** When it was true, on the relay's time line: it is seen when an output plays this instant. */
  readonly atMs: number;
  readonly teamId: string | null;
  readonly playerId: string | null;
  readonly points: 0 | 1 | 2 | 3;
};

/** The part of a Timeline that is looked into. */
export type Ahead = Pick<Timeline, 'history' | 'at'>;

/** With less delay than this nothing is foretold: no hand is faster. Milliseconds. */
export const LEAST_AHEAD_MS = 1_000;

type RunsAt = (atMs: number) => boolean | undefined;

/** How closely the instant of a turn of the clock is told, in milliseconds. */
const TURN_STEP_MS = 5;

/**
 * What is seen after `fromMs`, up to and with `untilMs`, the soonest first. What has been deleted since is not among it, and neither is a correction of what was
 * seen before: an event is one whose first word lies in that span.
 */
export function comingEvents(ahead: Ahead, fromMs: number, untilMs: number): readonly Coming[] {
  const { game, facts } = ahead.history(fromMs);
  const runsAt = (atMs: number): boolean | undefined => ahead.at(atMs).clock?.running;
  const all = [...baskets(game, facts), ...whistles(game, facts), ...clockTurns(game, facts, runsAt)];
  return all
    .filter(({ atMs }) => atMs > fromMs && atMs <= untilMs)
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

/** True when the feed has taken an event back that it told of before, by the event's `id`. For one that may be older than the history itself. */
export const isTakenBack = (ahead: Ahead, id: string, sinceMs: number): boolean =>
  ahead
    .history(sinceMs)
    .facts.some(
      (fact) =>
        (fact.kind === 'shot' && id === `basket ${fact.id}` && (fact.deleted || !fact.made)) ||
        (fact.kind === 'play' && isDeletion(fact.classification) && id.endsWith(` ${fact.id}`)),
    );

const nobody = { teamId: null, playerId: null, points: 0 } as const;

/** Plays after those of the game, told once each: a player's line and his team's are one. */
function playsIn(facts: readonly Fact[]): readonly Play[] {
  const plays = new Map<string, Play>();
  for (const fact of facts) {
    if (fact.kind !== 'play') continue;
    const key = `${fact.id} ${fact.classification}`;
    plays.set(key, { ...fact, ...plays.get(key), atMs: plays.get(key)?.atMs ?? fact.atMs });
  }
  return [...plays.values()];
}

/** Baskets as shots and as plays tell of them: by the event's id they are one. */
function baskets(game: Game, facts: readonly Fact[]): readonly Coming[] {
  const known = new Set([...Object.keys(game.shots), ...game.plays.map(({ id }) => id)]);
  const told = new Map<string, Coming>();
  const gone = new Set<string>();
  for (const [id, { first, last }] of shotsIn(facts)) {
    if (known.has(id)) continue;
    if (last.deleted || !last.made) gone.add(id);
    else
      told.set(id, {
        id: `basket ${id}`,
        kind: 'basket',
        atMs: first.atMs,
        teamId: last.teamId,
        playerId: last.playerId ?? null,
        points: last.three ? 3 : 2,
      });
  }
  visitBaskets(playsIn(facts), ({ id, teamId, playerId, points, atMs }) => {
    const by = told.get(id);
    if (by) told.set(id, { ...by, atMs: Math.min(by.atMs, atMs) });
    else if (!known.has(id) && !gone.has(id))
      told.set(id, { id: `basket ${id}`, kind: 'basket', atMs, teamId, playerId, points });
    return true;
  });
  const takenBack = new Set(
    facts.flatMap((fact) => (fact.kind === 'play' && isDeletion(fact.classification) ? fact.id : [])),
  );
  return [...told].filter(([id]) => !takenBack.has(id)).map(([, basket]) => basket);
}

/** Each shot's first word and its last. */
function shotsIn(facts: readonly Fact[]) {
  const shots = new Map<string, { readonly first: MessageOf<'shot'>; readonly last: MessageOf<'shot'> }>();
  for (const fact of facts)
    if (fact.kind === 'shot') shots.set(fact.id, { first: shots.get(fact.id)?.first ?? fact, last: fact });
  return shots;
}

/** Fouls and timeouts of the play-by-play. */
function whistles(game: Game, facts: readonly Fact[]): readonly Coming[] {
  const plays = playsIn(facts);
  const known = new Set(game.plays.map(({ id }) => id));
  const deleted = new Set(plays.flatMap(({ id, classification }) => (isDeletion(classification) ? id : [])));
  return plays.flatMap(({ id, classification, atMs, teamId = null, playerId = null }): readonly Coming[] => {
    const kind = isFoul(classification) ? 'foul' : isTimeout(classification) ? 'timeout' : null;
    if (kind === null || known.has(id) || deleted.has(id)) return [];
    return [{ id: `${kind} ${id}`, kind, atMs, teamId, playerId, points: 0 }];
  });
}

/** The clock's starts and stops, at the instants that the whole history tells; a stop at zero is the end of the period. */
function clockTurns(game: Game, facts: readonly Fact[], runsAt: RunsAt): readonly Coming[] {
  const turns: Coming[] = [];
  let running = game.clock?.running ?? null;
  let saidMs = game.clock?.atMs ?? Number.NEGATIVE_INFINITY;
  let { period } = game;
  let isOver = false;
  const end = (seq: number, atMs: number): void => {
    if (!isOver) turns.push({ id: `period-ends ${seq}`, kind: 'period-ends', atMs, ...nobody });
    isOver = true;
  };
  for (const fact of facts) {
    const next = periodIn(fact);
    if (next !== undefined && next !== period) {
      if (period !== null && isPlayed(period) && !isPlayed(next)) end(fact.seq, fact.atMs);
      period = next;
    }
    if (fact.kind !== 'clock' || fact.witness !== 'official') continue;
    const { seq, atMs, game: said } = fact;
    if (running !== null && said.running !== running) {
      const turnMs = turnBetween(runsAt, saidMs, atMs, said.running);
      if (said.running)
        turns.push({ id: `clock-starts ${seq}`, kind: 'clock-starts', atMs: turnMs, ...nobody });
      else if (said.remainingMs <= 0) end(seq, turnMs);
      else turns.push({ id: `clock-stops ${seq}`, kind: 'clock-stops', atMs: turnMs, ...nobody });
    }
    if (said.remainingMs > 0) isOver = false;
    running = said.running;
    saidMs = atMs;
  }
  return turns;
}

const periodIn = (fact: Fact): Period | undefined =>
  fact.kind === 'period' || fact.kind === 'clock' ? fact.period : undefined;

/** The first instant after `fromMs` at which the clock did what was said of it at `saidMs`. */
function turnBetween(runsAt: RunsAt, fromMs: number, saidMs: number, running: boolean): number {
  let [low, high] = [Math.max(fromMs, saidMs - LONGEST_SILENCE_MS), saidMs];
  while (high - low > TURN_STEP_MS) {
    const middle = (low + high) / 2;
    if (runsAt(middle) === running) high = middle;
    else low = middle;
  }
  return high;
}

/** A clock that was silent for longer tells nothing of when it turned. Milliseconds. */
const LONGEST_SILENCE_MS = 5_000;
