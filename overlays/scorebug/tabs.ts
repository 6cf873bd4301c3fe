// Which tab slides out of the strip at an instant, and until when: only what the game's facts say, by rank.
import { type Basket, runOf, visitBaskets } from '../../src/game/baskets.ts';
import { bonusOf } from '../../src/game/bonus.ts';
import { away, type Game, home, sideOf, type Team } from '../../src/game/game.ts';
import { isDeletion, isTimeout } from '../../src/game/play-kind.ts';
import { nameCandidates } from '../../src/game/player-name.ts';
import type { Moment } from '../../src/time/moment.ts';
import type { Side, TabView } from './view.ts';

/** When each kind of tab is out, in milliseconds since what it tells of. In order of rank: of two at one instant the upper one is out. */
export const TABS = {
  timeout: { afterMs: 0, forMs: 8_000 },
  bonus: { afterMs: 0, forMs: 5_000 },
  /** After the tab of who made the last basket of it. */
  run: { afterMs: 4_000, forMs: 5_000 },
  scorer: { afterMs: 0, forMs: 4_000 },
} as const;
/** Least points of a run that is told. */
export const RUN_FROM = 8;

type Kind = keyof typeof TABS;
const BY_RANK: readonly Kind[] = ['timeout', 'bonus', 'run', 'scorer'];

/** A tab with the instant of what it tells of. */
type Told = { readonly atMs: number; readonly tab: TabView };

/** The tab that is out; null for none. */
export function tabAt(moment: Moment): TabView | null {
  for (const kind of BY_RANK) {
    const { afterMs, forMs } = TABS[kind];
    for (const { atMs, tab } of TELLERS[kind](moment)) {
      const sinceMs = moment.atMs - atMs - afterMs;
      if (sinceMs >= 0 && sinceMs < forMs) return tab;
    }
  }
  return null;
}

/** The next instant at which a tab comes or goes although nothing new is heard; infinity for none. */
export function tabUntilMs(moment: Moment): number {
  const edges = BY_RANK.flatMap((kind) =>
    TELLERS[kind](moment).flatMap(({ atMs }) => {
      const fromMs = atMs + TABS[kind].afterMs;
      return [fromMs, fromMs + TABS[kind].forMs];
    }),
  );
  return Math.min(...edges.filter((edge) => edge > moment.atMs), Number.POSITIVE_INFINITY);
}

const nothing = { number: '', words: [], figure: '', warm: false } as const;

const TELLERS: Readonly<Record<Kind, (moment: Moment) => readonly Told[]>> = {
  timeout: ({ game }) => timeout(game),
  bonus: (moment) => [
    ...bonus(moment, home(moment.game), away(moment.game), 'away'),
    ...bonus(moment, away(moment.game), home(moment.game), 'home'),
  ],
  run: ({ game }) => run(game),
  scorer: ({ game }) => scorer(game),
};

function timeout(game: Game): readonly Told[] {
  const called = game.plays.filter(({ classification }) => isTimeout(classification));
  const last = called.at(-1);
  if (!last || game.plays.some(({ id, classification }) => id === last.id && isDeletion(classification)))
    return [];
  const { id, teamId, atMs } = last;
  return [
    { atMs, tab: { ...nothing, key: `timeout ${id}`, side: sideOf(game, teamId), words: ['TIMEOUT'] } },
  ];
}

/** `fouling` has just committed the foul that puts the team on `side` in the bonus. */
function bonus({ rules }: Moment, fouling: Team | null, team: Team | null, side: Side): readonly Told[] {
  const change = fouling?.foulsChange;
  if (!change || !team) return [];
  const now = bonusOf(rules, fouling.fouls);
  // Fouls that fall are a correction.
  if (now === null || now === bonusOf(rules, change.before) || change.before > (fouling.fouls ?? 0))
    return [];
  const words = now === 'double' ? ['DOUBLE BONUS'] : ['BONUS'];
  return [{ atMs: change.atMs, tab: { ...nothing, key: `${now} ${side}`, side, words, warm: true } }];
}

function run(game: Game): readonly Told[] {
  const last = runOf(game);
  const side = last && sideOf(game, last.teamId);
  if (!last || !side || last.points < RUN_FROM) return [];
  const tab = { ...nothing, key: `run ${side}`, side, words: [`${last.points}-0 RUN`] };
  return [{ atMs: last.atMs, tab }];
}

/** Who made the last basket from the floor, with his points; nobody where the play-by-play does not say who, or said otherwise at first. */
function scorer(game: Game): readonly Told[] {
  const told: Told[] = [];
  visitBaskets(game.plays, (basket) => {
    if (basket.points === 1) return true;
    const tab = basket.corrected ? null : scorerTab(game, basket);
    if (tab) told.push({ atMs: basket.atMs, tab });
    return false;
  });
  return told;
}

function scorerTab(game: Game, { id, teamId, playerId }: Basket): TabView | null {
  const side = sideOf(game, teamId);
  const player = game.teams[teamId]?.players[playerId ?? ''];
  if (!side || !player) return null;
  const name = nameCandidates({ ...player, number: null }).at(-1);
  const number = player.number === null ? '' : `#${player.number}`;
  if (name === undefined && number === '') return null;
  const { points } = player.line;
  const figure = points === undefined ? '' : `${points} PTS`;
  return {
    ...nothing,
    key: `scorer ${side} ${id}`,
    side,
    number,
    words: name === undefined ? [] : [name],
    figure,
  };
}
