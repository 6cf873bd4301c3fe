// Two feeds of one game as a test has them speak, and the game that goes on air.

import type { Beats } from '../../src/feeds/pair/lane-state.ts';
import { Merger } from '../../src/feeds/pair/merger.ts';
import type { Capability } from '../../src/game/capability.ts';
import { CAPABILITIES } from '../../src/game/capability.ts';
import { fold } from '../../src/game/fold.ts';
import { away, type Game, home, noGame } from '../../src/game/game.ts';
import type { FeedStatus, Message, Said } from '../../src/game/message.ts';
import type { Lane, Match, Owners } from '../../src/game/owners.ts';
import type { Period } from '../../src/game/period.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { makeTimeline } from '../../src/time/timeline.ts';

export const START_MS = 1_700_000_000_000;
export type Names = { readonly home: string; readonly away: string; readonly star: string };
export const OURS: Names = { home: '10', away: '20', star: '7' };
export const THEIRS: Names = { home: 'aa', away: 'bb', star: 'p-7' };

/** Both start at `START_MS`; times given are milliseconds after it. */
export function twoFeeds(
  given: {
    readonly capabilities?: Partial<Record<Lane, readonly Capability[]>>;
    readonly beats?: Beats;
    /** Of each its own, instead. */
    readonly beatsOf?: Readonly<Record<Lane, Beats>>;
    readonly ids?: Partial<Record<Lane, Names>>;
  } = {},
) {
  const said: Said[] = [];
  const timeline = makeTimeline({ rules: rulesOf('nba'), historyMs: 3_600_000 });
  let seq = 0;
  const merger = new Merger({
    capabilities: { main: CAPABILITIES, backup: CAPABILITIES, ...given.capabilities },
    ...(given.beats ? { beats: { main: given.beats, backup: given.beats } } : {}),
    ...(given.beatsOf ? { beats: given.beatsOf } : {}),
    say(one) {
      seq += 1;
      said.push(one);
      timeline.push({ ...one, seq } as Message);
    },
  });
  const ids = { main: OURS, backup: OURS, ...given.ids };
  const at = (ms: number) => ({ atMs: START_MS + ms, heardMs: START_MS + ms });
  merger.advance(START_MS);

  const speak = (lane: Lane) => {
    const own = ids[lane];
    const hear = (one: Said): void => merger.hear(lane, one);
    return {
      hear,
      status: (ms: number, status: FeedStatus): void => merger.status(lane, status, START_MS + ms),
      teams(ms: number): void {
        const player = { number: '7', firstName: 'Ana', lastName: 'Ruiz', position: null };
        const base = { kind: 'roster' as const, ...at(ms) };
        hear({
          ...base,
          teamId: own.home,
          side: 'home',
          code: 'RIV',
          name: 'Riverton Herons',
          players: [{ id: own.star, ...player }],
        });
        hear({ ...base, teamId: own.away, side: 'away', code: 'LAK', name: 'Lakeside Otters', players: [] });
      },
      score: (ms: number, hosts: number, guests: number): void =>
        hear({
          kind: 'score',
          ...at(ms),
          from: 'summary',
          scores: [
            { teamId: own.home, points: hosts },
            { teamId: own.away, points: guests },
          ],
        }),
      period: (ms: number, period: Period): void => hear({ kind: 'period', ...at(ms), period }),
      clock: (
        ms: number,
        remainingMs: number,
        running: boolean,
        more: Partial<Extract<Said, { kind: 'clock' }>> = {},
      ): void =>
        hear({
          kind: 'clock',
          ...at(ms),
          witness: 'official',
          game: { remainingMs, running, resolutionMs: 100 },
          ...more,
        }),
      points: (ms: number, points: number): void =>
        hear({
          kind: 'stats',
          ...at(ms),
          teamId: own.home,
          from: 'summary',
          team: { points },
          players: [{ playerId: own.star, line: { points } }],
        }),
    };
  };
  return {
    merger,
    said,
    main: speak('main'),
    backup: speak('backup'),
    pass: (ms: number): void => merger.advance(START_MS + ms),
    choose: (ms: number, owners: Owners, match: Match | null = null): void =>
      merger.choose(owners, match, START_MS + ms),
    /** The game on air at an instant. */
    game: (ms: number): Game => timeline.at(START_MS + ms).game,
    moment: (ms: number) => timeline.at(START_MS + ms),
    /** `50:48` */
    score(ms: number): string {
      const game = timeline.at(START_MS + ms).game;
      return `${home(game)?.score ?? '-'}:${away(game)?.score ?? '-'}`;
    },
    /** Every score that was ever on air, in order. */
    scores(): readonly string[] {
      const seen: string[] = [];
      let game: Game = noGame;
      for (const one of said) {
        if (one.kind === 'frame') continue;
        game = fold(game, { ...one, seq: 0 } as Exclude<Message, { kind: 'frame' }>);
        const now = `${home(game)?.score ?? '-'}:${away(game)?.score ?? '-'}`;
        if (now !== seen.at(-1)) seen.push(now);
      }
      return seen;
    },
  };
}
