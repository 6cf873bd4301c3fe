// Player dots: the floor seen from the side line, everyone on it where he is at this instant.
import { away, type Game, home, sideOf, type Team } from '../../src/game/game.ts';
import { makesInARow } from '../../src/game/hot-hand.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { isDim } from '../../src/stage/dim.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type DotPlayer, type DotsOptions, type DotsView, dotsOptions, HOT_FROM } from './view.ts';

type Rows = ReadonlyMap<string, number>;

const NOBODY: Rows = new Map();

const playersOf = (team: Team | null, side: 'home' | 'away', rows: Rows, hotFrom: number): DotPlayer[] =>
  Object.values(team?.players ?? {}).map(({ id, number, lastName }) => ({
    id,
    side,
    number: number ?? '',
    surname: (lastName ?? '').toUpperCase(),
    hot: (rows.get(id) ?? 0) >= hotFrom,
  }));

/** `home 23`, `AWAY #00`, `h7`: a side and a number as it is worn. */
const SIDE_AND_NUMBER = /^\s*(h|home|a|away)[\s#:]*(\d{1,3})\s*$/i;

/** Who is meant by an id, or a side and a number; null for nobody. */
function meant(said: string, players: readonly DotPlayer[]): DotPlayer | null {
  const wanted = said.trim();
  if (wanted === '') return null;
  const known = players.find(({ id }) => id === wanted);
  if (known) return known;
  const [, letter = '', number = ''] = SIDE_AND_NUMBER.exec(wanted) ?? [];
  const side = letter.toLowerCase().startsWith('h') ? 'home' : 'away';
  return players.find((one) => number !== '' && one.side === side && one.number === number) ?? null;
}

const nameOf = ({ number, surname }: DotPlayer): string =>
  [number === '' ? '' : `#${number}`, surname].filter(Boolean).join(' ');

/** Of whom there is something to tell: who stands out, else the hottest on the floor. */
function toldOf(
  selected: DotPlayer | null,
  players: readonly DotPlayer[],
  rows: Rows,
  game: Game,
): DotPlayer | null {
  if (selected) return selected;
  const onFloor = new Set(Object.values(game.teams).flatMap((team) => team.onFloor));
  const rowOf = ({ id }: DotPlayer): number => rows.get(id) ?? 0;
  const [hottest] = players
    .filter(({ id, hot }) => hot && (onFloor.size === 0 || onFloor.has(id)))
    .sort((a, b) => rowOf(b) - rowOf(a));
  return hottest ?? null;
}

function noteOf(told: DotPlayer | null, rows: Rows): Pick<DotsView, 'note' | 'isNoteHot'> {
  if (told === null) return { note: '', isNoteHot: false };
  const row = told.hot ? `${rows.get(told.id)} STRAIGHT` : '';
  return { note: [nameOf(told), row].filter(Boolean).join(' · '), isNoteHot: told.hot };
}

export const playerDots = defineGraphic<DotsOptions, DotsView>({
  id: 'player-dots',
  name: 'Player dots',
  layer: 'floor',
  needs: ['positions'],
  uses: ['ball', 'possession'],
  options: dotsOptions,
  // Never null: places come and go without a new View. The scene hides itself while nobody's place is known.
  pick: (moment, { possession, selectedPlayer, hotHand, ...chosen }) => {
    const { game, rules } = moment;
    const rows = hotHand === 'off' ? NOBODY : makesInARow(game.shots);
    const players = [
      ...playersOf(home(game), 'home', rows, HOT_FROM[hotHand]),
      ...playersOf(away(game), 'away', rows, HOT_FROM[hotHand]),
    ];
    const selected = meant(selectedPlayer, players);
    return {
      ...chosen,
      court: rules.court,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      homeId: game.homeId,
      awayId: game.awayId,
      homeCode: home(game)?.code ?? '',
      awayCode: away(game)?.code ?? '',
      players,
      possession: possession ? sideOf(game, game.possession?.teamId) : null,
      selected: selected?.id ?? null,
      ...noteOf(toldOf(selected, players, rows, game), rows),
      dim: isDim(moment, 'positions'),
    };
  },
  heeds: ['teams', 'homeId', 'awayId', 'shots', 'possession'],
  scene: async () => (await import('./scene.ts')).makeDotsScene,
});
