// What the words of a fixture come to, one after the other: facts of our own. It remembers what the words leave to be remembered.
import { type Fault, fault } from '../../game/fault.ts';
import { isPlayed, type Period } from '../../game/period.ts';
import type { Rules } from '../../game/rules.ts';
import type { Fact } from '../told.ts';
import { makeGameClock } from './game-clock.ts';
import { type Incident, LONGEST_MS, readIncident } from './incident.ts';
import { isTeamFoul } from './incident-names.ts';
import { makeRecent } from './recent.ts';
import type { Side, TeamIds } from './sides.ts';
import { makeTally } from './tally.ts';
import type { IncidentWords, InGameWords, ScoreWords } from './words.ts';

/** When words were said in the provider's time, whether they tell a state and no news (as an answer, or for a subscription), and under which id. */
export type Context = {
  readonly saidMs: number;
  readonly heardMs: number;
  readonly isState: boolean;
  readonly isAnswer: boolean;
  readonly id: string;
  readonly faults: Fault[];
};

export type Scorer = {
  /** Who plays: from now on counts can be told. Gives those that waited. */
  know(ids: TeamIds): readonly Fact[];
  score(words: ScoreWords, context: Context): readonly Fact[];
  incident(words: IncidentWords, context: Context): readonly Fact[];
  tick(words: InGameWords, context: Context): readonly Fact[];
  /** Words may have been missed since an instant. */
  miss(sinceMs: number, faults: Fault[]): readonly Fact[];
  /** What only a state has told, and no news in time: called before anything else is heard. */
  settle(nowMs: number, faults: Fault[]): readonly Fact[];
  /** A new connection, after one that was heard until then: up to there nothing was missed. */
  resumed(untilMs: number): void;
  /** The provider's clock was set: what it said before is no measure for what it says now. */
  reset(): void;
  readonly fixtureEnded: boolean;
  readonly running: boolean;
};

const pointsOf = (value: number | undefined, side: Side, faults: Fault[]): number | null => {
  // Assumed: a basketball game's `matchScore`, which the document calls title specific, is the points of the game.
  if (value !== undefined && Number.isInteger(value) && value >= 0) return value;
  faults.push(fault('bad-field', `score.${side}.matchScore`, 'points', String(value ?? 'nothing')));
  return null;
};

export function makeScorer(rules: Rules): Scorer {
  let tally = makeTally();
  let clock = makeGameClock();
  let ids: TeamIds | null = null;
  let points: Record<Side, number> | null = null;
  let match: number | undefined;
  let isEnded = false;
  let fixtureEnded = false;
  const recent = makeRecent<Context>();
  /** When the last state was heard that told nothing unheard of: of the score, of incidents. */
  let soundMs = { score: Number.NEGATIVE_INFINITY, incidents: Number.NEGATIVE_INFINITY };

  const counts = (): readonly Fact[] => (ids === null ? [] : tally.facts(ids));
  const total = (): readonly Fact[] =>
    ids === null || points === null
      ? []
      : [
          {
            kind: 'score',
            from: 'summary',
            scores: [
              { teamId: ids.home, points: points.home },
              { teamId: ids.away, points: points.away },
            ],
          },
        ];
  const gone = (lost: ReturnType<typeof tally.miss>): readonly Fact[] =>
    ids === null ? [] : tally.unknown(ids, lost);
  const inPeriod = (period: Period, begins: boolean, heardMs: number): readonly Fact[] => {
    if (tally.period === period && !begins) return [];
    tally.enter(period, begins, heardMs);
    return [{ kind: 'period', period }, ...counts()];
  };
  const clockFact = (remainingMs: number, running: boolean, saidMs: number): Fact => ({
    kind: 'clock',
    witness: 'official',
    game: clock.set(remainingMs, running, saidMs),
  });
  const play = (id: string, classification: string, side: Side | null): Fact => {
    const { played } = tally;
    return {
      kind: 'play',
      id,
      classification,
      ...(ids === null || side === null ? {} : { teamId: ids[side] }),
      ...(played === null ? {} : { period: played }),
    };
  };

  /** What is told late, in the break or after the end, does not begin the period anew. */
  const namedPeriod = ({ period, what }: Incident, { heardMs }: Context): readonly Fact[] => {
    if (period === null || what.is === 'start' || what.is === 'end') return [];
    const isLate = tally.period !== null && !isPlayed(tally.period) && period === tally.played;
    return isLate && !(what.is === 'clock' && what.running) ? [] : inPeriod(period, false, heardMs);
  };

  const happened = (
    { what, remainingMs }: Incident,
    { saidMs, heardMs, isState, id }: Context,
  ): readonly Fact[] => {
    switch (what.is) {
      case 'start':
        // Assumed: the clock stands at a period's start until clock-start.
        return [
          ...inPeriod(what.period, isPlayed(what.period), heardMs),
          ...(remainingMs === null ? [] : [clockFact(remainingMs, false, saidMs)]),
        ];
      case 'end':
        if (what.period === 'HT') return [];
        // Told late, after the end of all, it does not reopen the game; the clock has stopped all the same.
        return [clockFact(0, false, saidMs), ...(isEnded ? [] : inPeriod('END', false, heardMs))];
      case 'clock':
        // A start that is told as the state was so long ago that it does not tell what the clock reads now.
        return remainingMs === null || (isState && what.running)
          ? []
          : [clockFact(remainingMs, what.running, saidMs)];
      case 'play':
        return isState ? [] : [play(id, what.classification, what.side)];
      case 'foul': {
        if (isState) return [];
        const counted = what.side !== null && isTeamFoul(what.foul, rules);
        if (counted) tally.foul(what.side);
        return [play(id, what.classification, what.side), ...(counted ? counts() : [])];
      }
      case 'other':
        return [];
      default: {
        const never: never = what;
        return never;
      }
    }
  };

  const miss = (sinceMs: number, faults: Fault[]): readonly Fact[] => {
    clock.forget();
    const lost = tally.miss(sinceMs);
    for (const count of lost)
      faults.push(
        fault('count-lost', 'incidents', 'every word of the period', `a gap: ${count} are not counted`),
      );
    return gone(lost);
  };

  const take = (words: IncidentWords, context: Context): readonly Fact[] => {
    const incident = readIncident(words, context.faults);
    const { what } = incident;
    // A foul that is nobody's is not counted: the count is no count any more.
    const isLost = what.is === 'foul' && what.side === null && !context.isState;
    return [
      ...namedPeriod(incident, context),
      ...happened(incident, context),
      ...(isLost ? miss(context.heardMs, context.faults) : []),
    ];
  };

  const anew = (): void => {
    tally = makeTally();
    clock = makeGameClock();
    points = null;
    isEnded = false;
  };

  /** An answer that tells another score than was told last: what was told may have been wrong for some time. */
  const weigh = (now: Record<Side, number>, { isAnswer, heardMs }: Context): readonly Fact[] => {
    if (!isAnswer) return [];
    const isSame = points !== null && points.home === now.home && points.away === now.away;
    const lost = isSame || points === null ? [] : tally.doubtScore(soundMs.score);
    soundMs = { ...soundMs, score: heardMs };
    return gone(lost);
  };

  const scored = (words: ScoreWords, context: Context): readonly Fact[] => {
    const { faults, heardMs } = context;
    const home = pointsOf(words.home.matchScore, 'home', faults);
    const away = pointsOf(words.away.matchScore, 'away', faults);
    let doubted: readonly Fact[] = [];
    if (home !== null && away !== null) {
      doubted = weigh({ home, away }, context);
      points = { home, away };
      tally.score(points);
    }
    fixtureEnded = words.fixtureEnded ?? fixtureEnded;
    const wasEnded = isEnded;
    isEnded = words.matchEnded ?? isEnded;
    const told = home === null || away === null ? [] : [...doubted, ...total(), ...counts()];
    if (isEnded) return [...told, ...inPeriod('FINAL', false, heardMs)];
    const back = wasEnded && tally.period === 'FINAL' ? tally.played : null;
    return back === null ? told : [...told, ...inPeriod(back, false, heardMs)];
  };

  return {
    get fixtureEnded() {
      return fixtureEnded;
    },
    get running() {
      return clock.running === true && !isEnded;
    },
    miss,
    know(known) {
      const isSame = ids?.home === known.home && ids.away === known.away;
      ids = known;
      return isSame ? [] : [...total(), ...counts()];
    },
    resumed(untilMs) {
      soundMs = { score: untilMs, incidents: untilMs };
    },
    reset() {
      clock.reset();
    },
    settle(nowMs, faults) {
      const late = recent.missed(nowMs);
      if (late === null) return [];
      const lost = miss(soundMs.incidents, faults);
      return [...lost, ...take(late.words, { ...late.more, faults })];
    },
    score(words, context) {
      if (words.currentMatchNumber !== undefined) {
        if (match !== undefined && match !== words.currentMatchNumber) {
          match = words.currentMatchNumber;
          anew();
          return [{ kind: 'begin' }, ...scored(words, context)];
        }
        match = words.currentMatchNumber;
      }
      return scored(words, context);
    },
    incident(words, context) {
      const { isState, isAnswer, heardMs, faults } = context;
      if (!isState) {
        recent.news(words);
        return take(words, context);
      }
      const wasEmpty = recent.isEmpty;
      if (recent.knows(words, heardMs, context)) {
        soundMs = { ...soundMs, incidents: heardMs };
        return [];
      }
      // Of a new connection, or the first of all: there is no news that this could have overtaken.
      if (isAnswer && !wasEmpty) return [];
      recent.news(words);
      return [...(wasEmpty ? [] : miss(soundMs.incidents, faults)), ...take(words, context)];
    },
    tick({ time, paused }, { saidMs, isAnswer, faults }) {
      if (time === undefined || isEnded) return [];
      if (time < 0 || time > LONGEST_MS) {
        faults.push(fault('bad-field', 'inGame.time', 'milliseconds of a period', String(time)));
        return [];
      }
      const game = clock.tick({ timeMs: time, paused, saidMs, isAnswer }, faults);
      return game === null ? [] : [{ kind: 'clock', witness: 'official', game }];
    },
  };
}
