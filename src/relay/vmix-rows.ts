// What vMix's data sources read: rows whose columns are called as the fields of its titles are, so that "Auto" finds them. All values are text.
// Source: vMix, Data Sources: JSON is a list of objects; a column is matched by a title field's whole name, `.Text` or `.Source` included.
import { bonusOf } from '../game/bonus.ts';
import { away, type Game, home, type PlayerInGame, sideOf, type Team } from '../game/game.ts';
import { periodLabel } from '../game/period.ts';
import { SeenMoment } from '../show/seen-moment.ts';
import type { Moment } from '../time/moment.ts';
import { csvLine } from './csv.ts';
import type { Standing } from './standing.ts';

export type VmixRow = Readonly<Record<string, string>>;

/** `game`: one row of all that a scorebug needs; `home` and `away`: a row for each player, those on the floor first. */
export const VMIX_ROWS = ['game', 'home', 'away'] as const;
export type VmixRows = (typeof VMIX_ROWS)[number];

const text = (value: string | number | null | undefined): string => String(value ?? '');

/** `origin`: logos are fetched by vMix itself, by their whole address. */
function teamCells(side: 'Home' | 'Away', team: Team | null, origin: string): VmixRow {
  return {
    [`${side}Name.Text`]: text(team?.name),
    [`${side}Code.Text`]: text(team?.code),
    [`${side}Score.Text`]: text(team?.score),
    [`${side}Fouls.Text`]: text(team?.fouls),
    [`${side}Timeouts.Text`]: text(team?.timeouts),
    [`${side}Colour.Fill.Color`]: text(team?.colour),
    [`${side}Logo.Source`]: team?.mark === undefined ? '' : new URL(team.mark, origin).href,
  };
}

function bonusText({ rules }: Moment, team: Team | null, other: Team | null): string {
  const bonus = team && other ? bonusOf(rules, other.fouls) : null;
  return bonus === null ? '' : bonus === 'double' ? 'BONUS+' : 'BONUS';
}

function gameRow(moment: Moment, origin: string): VmixRow {
  const { game, clock, shotClock } = moment;
  const [hosts, visitors] = [home(game), away(game)];
  return {
    ...teamCells('Home', hosts, origin),
    ...teamCells('Away', visitors, origin),
    'HomeBonus.Text': bonusText(moment, hosts, visitors),
    'AwayBonus.Text': bonusText(moment, visitors, hosts),
    'Period.Text': game.period === null ? '' : periodLabel(game.period),
    'Clock.Text': text(clock?.text),
    'ShotClock.Text': text(shotClock?.text),
    'Possession.Text': text(sideOf(game, game.possession?.teamId)),
    'Arrow.Text': text(sideOf(game, game.arrow ?? undefined)),
  };
}

function playerRow({ number, firstName, lastName, position, line }: PlayerInGame, isOn: boolean): VmixRow {
  return {
    'Number.Text': text(number),
    'Name.Text': [firstName, lastName].filter(Boolean).join(' '),
    'FirstName.Text': text(firstName),
    'LastName.Text': text(lastName),
    'Position.Text': text(position),
    'OnFloor.Text': isOn ? '1' : '0',
    'Points.Text': text(line.points),
    'Rebounds.Text': text(line.rebounds),
    'Assists.Text': text(line.assists),
    'Fouls.Text': text(line.fouls),
  };
}

function playerRows(game: Game, team: Team | null): readonly VmixRow[] {
  if (team === null) return [];
  const isOn = ({ id }: PlayerInGame): boolean => team.onFloor.includes(id);
  const byNumber = (a: PlayerInGame, b: PlayerInGame): number =>
    Number(a.number ?? 100) - Number(b.number ?? 100);
  return Object.values(team.players)
    .sort((a, b) => Number(isOn(b)) - Number(isOn(a)) || byNumber(a, b))
    .map((player) => playerRow(player, isOn(player)));
}

/** The rows of an instant, as graphics show it: with the operator's corrections. */
export function vmixRows(
  standing: Standing,
  rows: VmixRows,
  { atMs, origin }: { atMs: number; origin: string },
): readonly VmixRow[] {
  const moment = new SeenMoment().of(standing.moment(atMs), standing.show());
  const { game } = moment;
  return rows === 'game'
    ? [gameRow(moment, origin)]
    : playerRows(game, rows === 'home' ? home(game) : away(game));
}

/** A line of names, then one a row. Of no rows, nothing. Source: RFC 4180. */
export function vmixCsv(rows: readonly VmixRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const columns = Object.keys(first);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((line) => `${csvLine(line)}\r\n`)
    .join('');
}

const escaped = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // What XML 1.0 cannot say at all.
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');

/** An element a row, for the XPath `/rows/row`. */
export function vmixXml(rows: readonly VmixRow[]): string {
  const cells = (row: VmixRow): string =>
    Object.entries(row)
      .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
      .join('');
  const all = rows.map((row) => `  <row>${cells(row)}</row>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rows>\n${all}</rows>\n`;
}
