// Draws a game's outline while its tape is read: score, periods, events, what the operator did; and what the game clock showed when.
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

/** What the game clock showed. */
export type Tick = {
  readonly atMs: number;
  readonly period: Period;
  readonly remainingMs: number;
  readonly running: boolean;
};

/** What a part of a tape adds to its outline, in the order in which it was heard. */
export type Drawn = Omit<Outline, 'readMs'> & { readonly ticks: readonly Tick[] };

export class Outliner {
  #game: Game = noGame;
  readonly #seen = new Set<string>();
  #period: Period | null = null;
  #hasScore = false;
  #hasSecondScore = false;
  #periods: { atMs: number; period: Period }[] = [];
  #scores: { atMs: number; home: number; away: number }[] = [];
  #events: OutlineEvent[] = [];
  #cues: { atMs: number; words: string }[] = [];
  #ticks: Tick[] = [];

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

  /** What was drawn since the last time. */
  taken(): Drawn {
    const { homeId, awayId, teams } = this.#game;
    const drawn = {
      home: teams[homeId ?? '']?.code ?? '',
      away: teams[awayId ?? '']?.code ?? '',
      periods: this.#periods,
      scores: this.#scores,
      events: this.#events,
      cues: this.#cues,
      ticks: this.#ticks,
    };
    [this.#periods, this.#scores, this.#events, this.#cues, this.#ticks] = [[], [], [], [], []];
    return drawn;
  }

  #tick({ atMs, period, game }: Extract<Said, { kind: 'clock' }>): void {
    const now = period ?? this.#game.period;
    if (now === null) return;
    if (period !== undefined) this.#enter(period, atMs);
    this.#ticks.push({ atMs, period: now, remainingMs: game.remainingMs, running: game.running });
  }

  #enter(period: Period, atMs: number): void {
    if (this.#period === period) return;
    this.#period = period;
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
    if (was.home === is.home && was.away === is.away && this.#hasScore) return;
    this.#scores.push({ atMs: fact.atMs, ...is });
    this.#hasSecondScore = this.#hasScore;
    this.#hasScore = true;
    for (const by of ['home', 'away'] as const) {
      const points = is[by] - was[by];
      const code = game.teams[(by === 'home' ? game.homeId : game.awayId) ?? '']?.code ?? '';
      if (points > 0 && points <= 3 && this.#hasSecondScore)
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
