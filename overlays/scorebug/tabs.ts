// Which tab slides out of the strip at an instant, and until when: only what the game's facts say, by rank.
import { type Basket, runOf, visitBaskets } from '../../src/game/baskets.ts';
import { bonusOf } from '../../src/game/bonus.ts';
import {
  away,
  type Game,
  home,
  type Play,
  type PlayerInGame,
  sideOf,
  type Team,
} from '../../src/game/game.ts';
import { isDeletion, isTimeout } from '../../src/game/play-kind.ts';
import { shortName } from '../../src/game/player-name.ts';
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

/** What a tab tells of: when it was, and how that is written, which is worked out only while the tab is out. */
type Told = { readonly atMs: number; readonly write: () => TabView };
type Teller = { readonly kind: Kind; readonly tell: (moment: Moment) => Told | null };

/** By rank. They are asked at every figure of a clock, and make next to nothing. */
const TELLERS: readonly Teller[] = [
  { kind: 'timeout', tell: ({ game }) => timeout(game) },
  { kind: 'bonus', tell: (moment) => bonus(moment, home(moment.game), away(moment.game), 'away') },
  { kind: 'bonus', tell: (moment) => bonus(moment, away(moment.game), home(moment.game), 'home') },
  { kind: 'run', tell: ({ game }) => run(game) },
  { kind: 'scorer', tell: ({ game }) => scorer(game) },
];

/** The tab that is out; null for none. */
export function tabAt(moment: Moment): TabView | null {
  for (const { kind, tell } of TELLERS) {
    const told = tell(moment);
    if (told === null) continue;
    const { afterMs, forMs } = TABS[kind];
    const sinceMs = moment.atMs - told.atMs - afterMs;
    if (sinceMs >= 0 && sinceMs < forMs) return told.write();
  }
  return null;
}

/** The next instant at which a tab comes or goes although nothing new is heard; infinity for none. */
export function tabUntilMs(moment: Moment): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { kind, tell } of TELLERS) {
    const told = tell(moment);
    if (told === null) continue;
    const fromMs = told.atMs + TABS[kind].afterMs;
    const untilMs = fromMs + TABS[kind].forMs;
    if (fromMs > moment.atMs) nextMs = Math.min(nextMs, fromMs);
    else if (untilMs > moment.atMs) nextMs = Math.min(nextMs, untilMs);
  }
  return nextMs;
}

const nothing = { number: '', words: [], figure: '', warm: false } as const;

function timeout(game: Game): Told | null {
  const called = lastTimeout(game.plays);
  // What was taken back and is told again stands: only what comes after it takes it back.
  const since = called ? game.plays.slice(game.plays.indexOf(called)) : [];
  if (!called || since.some((play) => play.id === called.id && isDeletion(play.classification))) return null;
  const { id, teamId, atMs } = called;
  return {
    atMs,
    write: () => ({
      ...nothing,
      key: `timeout ${id}`,
      side: sideOf(game, teamId),
      words: ['TIMEOUT'],
    }),
  };
}

function lastTimeout(plays: readonly Play[]): Play | null {
  for (let i = plays.length - 1; i >= 0; i -= 1) {
    const play = plays[i] as Play;
    if (isTimeout(play.classification)) return play;
  }
  return null;
}

/** `fouling` has just committed the foul that puts the team on `side` in the bonus. */
function bonus({ rules }: Moment, fouling: Team | null, team: Team | null, side: Side): Told | null {
  const change = fouling?.foulsChange;
  if (!change || !team) return null;
  const now = bonusOf(rules, fouling.fouls);
  // Fouls that fall are a correction.
  if (now === null || now === bonusOf(rules, change.before) || change.before > (fouling.fouls ?? 0))
    return null;
  const words = [now === 'double' ? 'DOUBLE BONUS' : 'BONUS'];
  return {
    atMs: change.atMs,
    write: () => ({ ...nothing, key: `${now} ${side}`, side, words, warm: true }),
  };
}

function run(game: Game): Told | null {
  const last = runOf(game);
  const side = last && sideOf(game, last.teamId);
  if (!last || !side || last.points < RUN_FROM) return null;
  const { points, atMs } = last;
  return { atMs, write: () => ({ ...nothing, key: `run ${side}`, side, words: [`${points}-0 RUN`] }) };
}

/** Who made the last basket from the floor, with his points; nobody where the play-by-play does not say who, or said otherwise at first. */
function scorer(game: Game): Told | null {
  let told: Told | null = null;
  visitBaskets(game.plays, (basket) => {
    if (basket.points === 1) return true;
    told = basket.corrected ? null : scorerTold(game, basket);
    return false;
  });
  return told;
}

function scorerTold(game: Game, { id, teamId, playerId, atMs }: Basket): Told | null {
  const side = sideOf(game, teamId);
  const player = game.teams[teamId]?.players[playerId ?? ''];
  if (!side || !player || (player.number === null && shortName(player) === '')) return null;
  return { atMs, write: () => scorerTab(player, side, `scorer ${side} ${id}`) };
}

function scorerTab(player: PlayerInGame, side: Side, key: string): TabView {
  const { number, line } = player;
  const name = shortName(player);
  return {
    ...nothing,
    key,
    side,
    number: number === null ? '' : `#${number}`,
    words: name === '' ? [] : [name],
    figure: line.points === undefined ? '' : `${line.points} PTS`,
  };
}
