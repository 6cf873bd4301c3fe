// Draws a game's outline while its tape is read: score, periods, events, what the operator did; and remembers what the game clock showed when.
import { z } from 'zod';
import { fold } from '../../game/fold.ts';
import { type Game, noGame, sideOf } from '../../game/game.ts';
import type { Fact, Said } from '../../game/message.ts';
import type { Outline, OutlineEvent } from '../../game/outline.ts';
import { isPlayed, type Period, periodLabel } from '../../game/period.ts';
import { isFoul, isTimeout } from '../../game/play-kind.ts';
import { type Entry, OWN_TOPICS } from '../../tape/tape.ts';

/** What the outline's game is made of. */
const DRAWN: ReadonlySet<Said['kind']> = new Set(['roster', 'period', 'score']);
/** What of the operator's is drawn: what changed the air. */
const AIRED: ReadonlySet<string> = new Set(['take', 'out', 'clear', 'undo']);

const cueSchema = z.looseObject({
  cue: z.string(),
  graphic: z.string().optional(),
  graphics: z.array(z.looseObject({ graphic: z.string() })).optional(),
});

type Tick = {
  readonly atMs: number;
  readonly period: Period;
  readonly remainingMs: number;
  readonly running: boolean;
};

const inTime = <Dated extends { readonly atMs: number }>(list: readonly Dated[]): readonly Dated[] =>
  [...list].sort((a, b) => a.atMs - b.atMs);

export class Outliner {
  #game: Game = noGame;
  readonly #seen = new Set<string>();
  readonly #periods: { atMs: number; period: Period }[] = [];
  readonly #scores: { atMs: number; home: number; away: number }[] = [];
  readonly #events: OutlineEvent[] = [];
  readonly #cues: { atMs: number; words: string }[] = [];
  readonly #ticks: Tick[] = [];

  /** What the feed said. */
  say(said: Said): void {
    if (said.kind === 'clock' && said.witness === 'official') this.#tick(said);
    if (said.kind === 'play') this.#whistle(said);
    if (DRAWN.has(said.kind)) this.#fold({ ...said, seq: 0 } as Fact);
  }

  /** What was noted beside it: only cues are drawn. */
  note({ topic, text, heardMs }: Entry): void {
    if (topic !== `${OWN_TOPICS}cue`) return;
    const read = cueSchema.safeParse(parsed(text));
    if (!read.success || !AIRED.has(read.data.cue)) return;
    const { cue, graphic, graphics = [] } = read.data;
    const named = graphic === undefined ? graphics.map((one) => one.graphic) : [graphic];
    this.#cues.push({ atMs: heardMs, words: [cue, named.join(', ')].filter(Boolean).join(' ') });
  }

  /** As far as it is drawn. */
  outline(readMs: number): Outline {
    const { homeId, awayId, teams } = this.#game;
    return {
      readMs,
      home: teams[homeId ?? '']?.code ?? '',
      away: teams[awayId ?? '']?.code ?? '',
      periods: inTime(this.#periods),
      scores: inTime(this.#scores),
      events: inTime(this.#events),
      cues: this.#cues,
    };
  }

  /** The first instant at which the game clock was at or below a time of that period; null where it never was. */
  clockAt(period: Period, remainingMs: number): number | null {
    const found = this.#ticks.find((tick) => tick.period === period && tick.remainingMs <= remainingMs);
    if (!found) return null;
    // The table tells it truncated: the truth may lie up to its resolution above.
    return found.atMs - (found.running ? Math.max(0, remainingMs - found.remainingMs) : 0);
  }

  #tick({ atMs, period, game }: Extract<Said, { kind: 'clock' }>): void {
    const now = period ?? this.#game.period;
    if (now === null) return;
    if (period !== undefined) this.#enter(period, atMs);
    this.#ticks.push({ atMs, period: now, remainingMs: game.remainingMs, running: game.running });
  }

  #enter(period: Period, atMs: number): void {
    if (this.#periods.at(-1)?.period === period) return;
    this.#periods.push({ atMs, period });
    if (isPlayed(period))
      this.#events.push({ atMs, kind: 'period', by: null, points: 0, words: periodLabel(period) });
  }

  #whistle({ id, classification, teamId, atMs }: Extract<Said, { kind: 'play' }>): void {
    const kind = isFoul(classification) ? 'foul' : isTimeout(classification) ? 'timeout' : null;
    if (kind === null || this.#seen.has(`${id} ${classification}`)) return;
    this.#seen.add(`${id} ${classification}`);
    const code = (teamId !== undefined && this.#game.teams[teamId]?.code) || '';
    const words = [kind === 'foul' ? 'Foul' : 'Timeout', code].filter(Boolean).join(' ');
    this.#events.push({ atMs, kind, by: sideOf(this.#game, teamId), points: 0, words });
  }

  #fold(fact: Fact): void {
    const before = this.#game;
    const game = fold(before, fact);
    this.#game = game;
    if (fact.kind === 'period') this.#enter(fact.period, fact.atMs);
    if (fact.kind !== 'score') return;
    const was = scoresOf(before);
    const is = scoresOf(game);
    if (was.home === is.home && was.away === is.away && this.#scores.length > 0) return;
    this.#scores.push({ atMs: fact.atMs, ...is });
    for (const by of ['home', 'away'] as const) {
      const points = is[by] - was[by];
      const code = game.teams[(by === 'home' ? game.homeId : game.awayId) ?? '']?.code ?? '';
      if (points > 0 && points <= 3 && this.#scores.length > 1)
        this.#events.push({ atMs: fact.atMs, kind: 'basket', by, points, words: `${points} ${code}`.trim() });
    }
  }
}

function scoresOf({ teams, homeId, awayId }: Game): { readonly home: number; readonly away: number } {
  return { home: teams[homeId ?? '']?.score ?? 0, away: teams[awayId ?? '']?.score ?? 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
