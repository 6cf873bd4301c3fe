// What the operator of a mock game has in hand: a player, a place, an entry that is corrected. Pure: a press makes the next value.
import { type CourtName, type Place } from '../../game/court.ts';
import { isThree } from '../../game/zones.ts';
import type { DEEDS, Entry } from '../../wire/mock-orders.ts';
import type { MockEntered, MockGameView, MockPlayer, MockTeam } from '../../wire/mock-view.ts';

export type Side = 'home' | 'away';
export type Deed = (typeof DEEDS)[number];

/** `place`: where the next shot is taken. `editing`: the entry that is corrected, as it will be. */
export type MockHand = {
  readonly side: Side;
  readonly playerId: number | null;
  readonly place: Place | null;
  readonly editing: { readonly id: number; readonly entry: Entry } | null;
};

export const emptyMockHand: MockHand = { side: 'home', playerId: null, place: null, editing: null };

/** The team of that side. */
export const teamOf = ({ teams }: MockGameView, side: Side): MockTeam | undefined =>
  teams.find((team) => team.side === side);

/** Who is on the floor, in the order of the squad. */
export const floorOf = (team: MockTeam): readonly MockPlayer[] =>
  team.players.filter(({ onFloor }) => onFloor);

/** The player in hand; the first on the floor where nobody was chosen, or who was chosen has gone out. */
export function playerInHand(game: MockGameView, { side, playerId }: MockHand): MockPlayer | undefined {
  const team = teamOf(game, side);
  if (!team) return undefined;
  return team.players.find(({ id }) => id === playerId) ?? floorOf(team)[0];
}

/** What a shot from there counts. */
export const pointsAt = ({ xMm, yMm }: Place, court: CourtName): 2 | 3 => (isThree(xMm, yMm, court) ? 3 : 2);

/** The entry of a shot from the place in hand; null while there is no place. */
export function shotOf(hand: MockHand, playerId: number, made: boolean): Entry | null {
  if (hand.place === null) return null;
  const { xMm, yMm } = hand.place;
  return { kind: 'shot', side: hand.side, playerId, xMm, yMm, made };
}

const FEET_MM = 304.8;

/** How far from the hoop, in feet. */
export const feetOf = ({ xMm, yMm }: Place): number => Math.round(Math.hypot(xMm, yMm) / FEET_MM);

const WORDS: Readonly<Record<Entry['kind'], string>> = {
  shot: 'shot',
  'free-throw': 'free throw',
  assist: 'Assist',
  'offensive-rebound': 'Offensive rebound',
  'defensive-rebound': 'Defensive rebound',
  steal: 'Steal',
  block: 'Block',
  turnover: 'Turnover',
  foul: 'Foul',
  timeout: 'Timeout',
  substitution: 'Substitution',
};

/** What an entry is called: `3 points made`, `Foul`. */
export function entryWords(entry: Entry, court: CourtName): string {
  if (entry.kind === 'shot') return `${pointsAt(entry, court)} points ${entry.made ? 'made' : 'missed'}`;
  if (entry.kind === 'free-throw') return `Free throw ${entry.made ? 'made' : 'missed'}`;
  return WORDS[entry.kind];
}

const numberIn = (team: MockTeam | undefined, id: number): string => {
  const player = team?.players.find((one) => one.id === id);
  return player ? `${player.number} ${player.lastName}` : String(id);
};

/** Who did it: `7 OKAFOR`, `12 for 7` of a substitution; the team's name of a timeout. */
export function whoWords(game: MockGameView, { entry }: Pick<MockEntered, 'entry'>): string {
  const team = teamOf(game, entry.side);
  if (entry.kind === 'timeout') return team?.name ?? entry.side;
  if (entry.kind === 'substitution')
    return `${numberIn(team, entry.inId)} for ${numberIn(team, entry.outId)}`;
  return numberIn(team, entry.playerId);
}

/** `m:ss`, or `s.t` in the last minute: what a mock's board shows. */
export function boardText(ms: number): string {
  const tenths = Math.ceil(ms / 100);
  if (tenths < 600) return `${Math.floor(tenths / 10)}.${tenths % 10}`;
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Milliseconds of `m:ss`, `ss` or `ss.t`; null where it is none of them. */
export function boardMs(text: string): number | null {
  const [, minutes, seconds] =
    /^\s*(?:(\d{1,2})\s*[:.]\s*(?=\d\d\s*$))?(\d{1,2}(?:\.\d)?)\s*$/.exec(text) ?? [];
  if (seconds === undefined) return null;
  return Math.round((Number(minutes ?? 0) * 60 + Number(seconds)) * 1_000);
}
