// What the words of a fixture come to, one after the other: facts of our own. It remembers what the words leave to be remembered.
import { type Fault, fault } from '../../game/fault.ts';
import { isPlayed, type Period } from '../../game/period.ts';
import type { Rules } from '../../game/rules.ts';
import type { Fact } from '../told.ts';
import { makeGameClock } from './game-clock.ts';
import { type Incident, LONGEST_MS, readIncident } from './incident.ts';
import { isTeamFoul } from './incident-names.ts';
import type { Side, TeamIds } from './sides.ts';
import { makeTally } from './tally.ts';
import type { IncidentWords, InGameWords, ScoreWords } from './words.ts';

/** When words were said in the provider's time, whether they tell a state and no news, and under which id. */
export type Context = {
  readonly saidMs: number;
  readonly isState: boolean;
  readonly id: string;
  readonly faults: Fault[];
};

export type Scorer = {
  /** Who plays: from now on counts can be told. Gives those that waited. */
  know(ids: TeamIds): readonly Fact[];
  score(words: ScoreWords, context: Context): readonly Fact[];
  incident(words: IncidentWords, context: Context): readonly Fact[];
  tick(words: InGameWords, context: Context): readonly Fact[];
  /** Incidents may have been missed. */
  miss(faults: Fault[]): void;
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
  let last = '';

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
  const inPeriod = (period: Period, begins: boolean): readonly Fact[] => {
    if (tally.period === period && !begins) return [];
    tally.enter(period, begins);
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
  const namedPeriod = ({ period, what }: Incident): readonly Fact[] => {
    if (period === null || what.is === 'start' || what.is === 'end') return [];
    const isLate = tally.period !== null && !isPlayed(tally.period) && period === tally.played;
    return isLate && !(what.is === 'clock' && what.running) ? [] : inPeriod(period, false);
  };

  const happened = ({ what, remainingMs }: Incident, { saidMs, isState, id }: Context): readonly Fact[] => {
    switch (what.is) {
      case 'start':
        // Assumed: the clock stands at a period's start until clock-start.
        return [
          ...inPeriod(what.period, isPlayed(what.period)),
          ...(remainingMs === null ? [] : [clockFact(remainingMs, false, saidMs)]),
        ];
      case 'end':
        return what.period === 'HT' || isEnded
          ? []
          : [clockFact(0, false, saidMs), ...inPeriod('END', false)];
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

  const miss = (faults: Fault[]): void => {
    clock.forget();
    if (tally.miss())
      faults.push(
        fault('count-lost', 'incidents', 'every foul of the period', 'a gap: fouls are not counted'),
      );
  };

  const anew = (): void => {
    tally = makeTally();
    clock = makeGameClock();
    points = null;
    isEnded = false;
  };

  const scored = (words: ScoreWords, faults: Fault[]): readonly Fact[] => {
    const home = pointsOf(words.home.matchScore, 'home', faults);
    const away = pointsOf(words.away.matchScore, 'away', faults);
    if (home !== null && away !== null) {
      points = { home, away };
      tally.score(points);
    }
    fixtureEnded = words.fixtureEnded ?? fixtureEnded;
    const wasEnded = isEnded;
    isEnded = words.matchEnded ?? isEnded;
    const told = home === null || away === null ? [] : [...total(), ...counts()];
    if (isEnded) return [...told, ...inPeriod('FINAL', false)];
    const back = wasEnded && tally.period === 'FINAL' ? tally.played : null;
    return back === null ? told : [...told, ...inPeriod(back, false)];
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
    score(words, { faults }) {
      if (words.currentMatchNumber !== undefined) {
        if (match !== undefined && match !== words.currentMatchNumber) {
          match = words.currentMatchNumber;
          anew();
          return [{ kind: 'begin' }, ...scored(words, faults)];
        }
        match = words.currentMatchNumber;
      }
      return scored(words, faults);
    },
    incident(words, context) {
      const key = JSON.stringify(words);
      const { isState, faults } = context;
      if (isState && key === last) return [];
      if (isState && last !== '') miss(faults);
      last = key;
      const incident = readIncident(words, faults);
      return [...namedPeriod(incident), ...happened(incident, context)];
    },
    tick({ time, paused }, { saidMs, faults }) {
      if (time === undefined || isEnded) return [];
      if (time < 0 || time > LONGEST_MS) {
        faults.push(fault('bad-field', 'inGame.time', 'milliseconds of a period', String(time)));
        return [];
      }
      const game = clock.tick({ timeMs: time, paused, saidMs }, faults);
      return game === null ? [] : [{ kind: 'clock', witness: 'official', game }];
    },
  };
}
