// The scorebug: who plays, the score, the clocks; what is always on air.
import { z } from 'zod';
import { type Bonus, bonusOf } from '../../src/game/bonus.ts';
import { away, home, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { isPlayed, periodLabel } from '../../src/game/period.ts';
import { shotAlarm } from '../../src/game/shot-alarm.ts';
import { isDim } from '../../src/stage/dim.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import type { Moment } from '../../src/time/moment.ts';
import { tabAt, tabUntilMs } from './tabs.ts';
import { POSITIONS, type ScorebugView, type TeamView } from './view.ts';

const options = z.object({
  position: z.enum(POSITIONS).default('theme').describe('Where it sits'),
  showFouls: z.boolean().default(true).describe('Team fouls and bonus'),
  showTimeouts: z.boolean().default(true).describe('Timeouts left'),
  showPossession: z.boolean().default(true).describe('Possession arrow'),
  showShotClock: z.boolean().default(true).describe('Shot clock'),
  tab: z.boolean().default(true).describe('Tab for the last scorer, a run, bonus and timeouts'),
});
export type ScorebugOptions = z.infer<typeof options>;

/** How long after it a basket is still news: a page that was hidden meanwhile shows the new score without ceremony. Milliseconds. */
const NEWS_MS = 2_000;

export const scorebug = defineGraphic<ScorebugOptions, ScorebugView>({
  id: 'scorebug',
  name: 'Scorebug',
  layer: 'bug',
  needs: ['score', 'clock'],
  uses: ['shot-clock', 'fouls'],
  options,
  pick: (moment, wanted) => {
    const hosts = home(moment.game);
    const visitors = away(moment.game);
    if (!hosts && !visitors && !moment.clock) return null;
    const teams = {
      away: teamView(visitors, hosts, moment, wanted),
      home: teamView(hosts, visitors, moment, wanted),
    };
    const { period } = moment.game;
    return {
      position: wanted.position,
      ...teams,
      hasDetails: Object.values(teams).some(
        ({ fouls, bonus, timeouts }) => fouls !== null || bonus !== null || timeouts !== null,
      ),
      period: period === null ? '' : periodLabel(period),
      clock: clockShown(moment),
      hasShot: wanted.showShotClock,
      shot:
        wanted.showShotClock && moment.shotClock
          ? { text: moment.shotClock.text, alarm: shotAlarm(moment.shotClock.remainingMs) }
          : null,
      tab: wanted.tab ? tabAt(moment) : null,
      dim: {
        clock: isDim(moment, 'clock'),
        shot: isDim(moment, 'shotClock'),
        score: isDim(moment, 'score'),
        fouls: isDim(moment, 'fouls'),
      },
    };
  },
  untilMs: (moment, wanted) => (wanted.tab ? tabUntilMs(moment) : Number.POSITIVE_INFINITY),
  scene: async () => (await import('./scene.ts')).makeScorebug,
});

/** The game clock, but not one that stands at zero between periods or after the game. */
function clockShown({ clock, game: { period } }: Moment): string | null {
  if (clock === null || period === 'FINAL') return null;
  const over = period !== null && !isPlayed(period) && clock.remainingMs === 0;
  return over ? null : clock.text;
}

function teamView(
  team: Team | null,
  other: Team | null,
  { atMs, game, rules }: Moment,
  wanted: ScorebugOptions,
): TeamView {
  const change = team?.scoreChange ?? null;
  const score = team?.score ?? null;
  const bonus: Bonus | null = wanted.showFouls ? bonusOf(rules, other?.fouls ?? null) : null;
  return {
    code: (team?.code ?? '').trim().toUpperCase(),
    name: (team?.name ?? '').trim().toUpperCase(),
    mark: team?.mark ?? null,
    jersey: jerseySaid(team),
    score,
    justScored: score !== null && change !== null && change.before < score && atMs - change.atMs < NEWS_MS,
    fouls: wanted.showFouls ? (team?.fouls ?? null) : null,
    bonus,
    timeouts: wanted.showTimeouts ? (team?.timeouts ?? null) : null,
    arrow: wanted.showPossession && team !== null && game.arrow === team.id,
  };
}
