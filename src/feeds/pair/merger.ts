// Two feeds of one game become one: each field is taken from its owner, falls to the other when the owner is not there, and comes back. Pure: it knows no clock.
//
// Decisions fall at whole steps of the time line, before what is heard after them: so the same words, statuses and choices give the same messages,
// whoever asks, live or off a tape.
import type { Capability } from '../../game/capability.ts';
import type { FeedStatus, Said } from '../../game/message.ts';
import {
  FIELDS,
  type Field,
  LANES,
  type Lane,
  type Match,
  type Owned,
  type Owners,
  otherLane,
  UNCHOSEN,
} from '../../game/owners.ts';
import type { SideIds } from './agreement.ts';
import { follows } from './follows.ts';
import type { Ids } from './ids.ts';
import { type Beats, LaneState } from './lane-state.ts';
import { Mouth } from './mouth.ts';
import { isConfirmed, isSame } from './who.ts';

/** Decisions fall at multiples of this. Milliseconds. */
export const STEP_MS = 250;
/** A feed that is gone for less than this was not gone. Milliseconds. */
export const GRACE_MS = 500;
/** A feed that is there, and could say a field, is waited for so long. Milliseconds. */
export const WAIT_MS = 10_000;
/** After a longer time in which nothing was asked nothing is decided for each step of it. Milliseconds. */
const LONGEST_GAP_MS = 3_600_000;

/** What speaks of no team, and so needs nobody to know who is who. */
const TEAMLESS: ReadonlySet<Field> = new Set(['period', 'clock', 'shotClock']);
const DECLARED: Readonly<Partial<Record<Field, readonly Capability[]>>> = {
  score: ['score'],
  clock: ['clock'],
  shotClock: ['shot-clock'],
  fouls: ['fouls'],
  possession: ['possession'],
  stats: ['stats'],
  zones: ['zones', 'shot-places'],
  positions: ['positions'],
  plays: ['plays'],
};

export type MergerOptions = {
  readonly capabilities: Readonly<Record<Lane, readonly Capability[]>>;
  readonly beats?: Readonly<Partial<Record<Lane, Beats>>>;
  readonly say: (said: Said) => void;
};

/** A field that would go to the other feed, if the two agreed. */
export type Ask = { readonly to: Lane; readonly sinceMs: number };

export class Merger {
  readonly #options: MergerOptions;
  readonly #lanes: Readonly<Record<Lane, LaneState>>;
  readonly #owner = new Map<Field, Lane>(FIELDS.map((field) => [field, 'main']));
  readonly #asks = new Map<Field, Ask>();
  readonly #mouth: Mouth;
  #owners: Owners = {};
  #match: Match = { teams: {}, players: {} };
  #steppedMs: number | null = null;
  #told = '';

  constructor(options: MergerOptions) {
    this.#options = options;
    const { main = {}, backup = {} } = options.beats ?? {};
    this.#lanes = { main: new LaneState(main), backup: new LaneState(backup) };
    this.#mouth = new Mouth({
      say: options.say,
      lane: (lane) => this.#lanes[lane],
      owner: (field) => this.owner(field),
      ids: (lane) => this.#ids(lane),
      knows: (lane) => this.knows(lane),
    });
  }

  lane(lane: Lane): LaneState {
    return this.#lanes[lane];
  }
  /** Who is who, as an operator has said. */
  get match(): Match {
    return this.#match;
  }
  owner(field: Field): Lane {
    return this.#owner.get(field) ?? 'main';
  }
  ask(field: Field): Ask | null {
    return this.#asks.get(field) ?? null;
  }

  /** Takes what a feed says, at the instant at which it was heard. */
  hear(lane: Lane, said: Said): void {
    this.advance(said.heardMs);
    this.#lanes[lane].hear(said, () => this.sides(lane));
    this.#mouth.pass(lane, said);
  }

  status(lane: Lane, status: FeedStatus, atMs: number): void {
    this.advance(atMs);
    this.#lanes[lane].become(status, atMs);
  }

  /** What the operator decides: whose fields are, and who is who. A field that is given to another feed goes there at once. */
  choose(owners: Owners, match: Match | null, atMs: number): void {
    this.advance(atMs);
    const before = this.#owners;
    this.#owners = owners;
    if (match !== null && JSON.stringify(match) !== JSON.stringify(this.#match)) {
      this.#match = match;
      this.#lanes.backup.turn(this.sides('backup'), atMs);
    }
    for (const field of FIELDS) {
      const wanted = (owners[field] ?? UNCHOSEN).feed;
      const isNew = wanted !== (before[field] ?? UNCHOSEN).feed || this.#asks.get(field)?.to === wanted;
      if (isNew && wanted !== this.owner(field) && this.#canOwn(wanted, field))
        this.#give(field, wanted, atMs);
      if (isNew || owners[field]?.falls === 'hand') this.#asks.delete(field);
    }
    this.#tellOwners(atMs);
  }

  /** Decides at every step up to an instant. */
  advance(nowMs: number): void {
    const step = Math.floor(nowMs / STEP_MS) * STEP_MS;
    if (this.#steppedMs === null) {
      this.#steppedMs = step;
      for (const lane of LANES) this.#lanes[lane].become('connecting', nowMs);
      return;
    }
    let atMs = Math.max(this.#steppedMs, step - LONGEST_GAP_MS);
    while (atMs < step) {
      atMs += STEP_MS;
      this.#steppedMs = atMs;
      for (const field of FIELDS) this.#decide(field, atMs);
      this.#tellOwners(atMs);
    }
  }

  /** The two teams by that feed's own ids, the hosts of the game first. */
  sides(lane: Lane): SideIds {
    const { homeId, awayId } = this.#lanes[lane].game;
    const isOther = lane === 'backup' && homeId !== null && this.#isSwapped(homeId);
    return isOther ? [awayId, homeId] : [homeId, awayId];
  }

  #isSwapped(backupHomeId: string): boolean {
    const { main, backup } = this.#lanes;
    return !isSame(main.game, backup.game) && this.#match.teams[backupHomeId] === main.game.awayId;
  }

  /** Whether both feeds speak of the same teams by the same ids, or somebody has said who is who. */
  isMatched(): boolean {
    const { main, backup } = this.#lanes;
    return isSame(main.game, backup.game) || isConfirmed(main.game, backup.game, this.#match);
  }

  /** Whether what a feed says of teams can be shown. */
  knows(lane: Lane): boolean {
    return this.owner('teams') === lane || this.isMatched();
  }

  #ids(lane: Lane): Ids | null {
    const { main, backup } = this.#lanes;
    if (this.owner('teams') === lane || isSame(main.game, backup.game)) return null;
    const { teams, players } = this.#match;
    const table = (ids: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
      new Map(
        Object.entries(ids).map(([theirs, ours]) => (lane === 'backup' ? [theirs, ours] : [ours, theirs])),
      );
    const [ofTeams, ofPlayers] = [table(teams), table(players)];
    return { team: (id) => ofTeams.get(id) ?? null, player: (id) => ofPlayers.get(id) ?? null };
  }

  #canOwn(lane: Lane, field: Field): boolean {
    if (this.#lanes[lane].saidMs(field) === undefined) return false;
    if (field !== 'teams') return TEAMLESS.has(field) || this.knows(lane);
    return this.isMatched() || this.#lanes[otherLane(lane)].saidMs('teams') === undefined;
  }

  #decide(field: Field, atMs: number): void {
    const { feed: wanted, falls } = this.#owners[field] ?? UNCHOSEN;
    const owner = this.owner(field);
    const to = falls === 'hand' || owner !== wanted ? wanted : otherLane(owner);
    const wish = this.#wish(field, { owner, to, byHand: falls === 'hand', wanted }, atMs);
    if (wish === 'give') this.#give(field, to, atMs);
    if (wish !== 'ask') this.#asks.delete(field);
    else if (this.#asks.get(field)?.to !== to) this.#asks.set(field, { to, sinceMs: atMs });
  }

  /** What is to be done with a field: nothing, given to the other, or asked. */
  #wish(
    field: Field,
    { owner, to, byHand, wanted }: { owner: Lane; to: Lane; byHand: boolean; wanted: Lane },
    atMs: number,
  ): 'keep' | 'give' | 'ask' {
    if (owner === to || !this.#canOwn(to, field)) return 'keep';
    if (byHand) return 'give';
    const [from, other] = [this.#lanes[owner], this.#lanes[to]];
    // Names do not grow old; and whoever chose a player chose him by his id.
    if (field === 'teams' && from.saidMs(field) !== undefined) return 'keep';
    if (other.downMs(field, atMs) !== null) return 'keep';
    const downMs = from.downMs(field, atMs);
    const isGone = downMs !== null && atMs - downMs >= GRACE_MS;
    if (from.saidMs(field) === undefined)
      return this.#isAwaited(owner, field, isGone, atMs) ? 'keep' : 'give';
    const isDue = owner === wanted ? isGone : isGone || other.steadyMs(field, atMs) >= other.holdMs(atMs);
    if (!isDue) return 'keep';
    return follows(field, from, other, downMs ?? atMs) ? 'give' : 'ask';
  }

  /** Whether a feed that has not said a field yet is worth waiting for. */
  #isAwaited(lane: Lane, field: Field, isGone: boolean, atMs: number): boolean {
    const declared = DECLARED[field];
    const can = declared?.some((one) => this.#options.capabilities[lane].includes(one)) ?? true;
    return can && !isGone && this.#lanes[lane].steadyMs(field, atMs) < WAIT_MS;
  }

  #give(field: Field, to: Lane, atMs: number): void {
    const from = this.owner(field);
    this.#owner.set(field, to);
    this.#asks.delete(field);
    this.#mouth.take(field, from, to, atMs);
  }

  #tellOwners(atMs: number): void {
    const fields: Partial<Record<Field, Owned>> = {};
    for (const field of FIELDS) {
      const feed = this.owner(field);
      const downMs = this.#lanes[feed].downMs(field, atMs);
      const isDown =
        downMs !== null && atMs - downMs >= GRACE_MS && this.#lanes[feed].saidMs(field) !== undefined;
      fields[field] = isDown ? { feed, downMs } : { feed };
    }
    const told = JSON.stringify(fields);
    if (told === this.#told) return;
    this.#told = told;
    this.#options.say({ kind: 'owners', atMs, heardMs: atMs, fields });
  }
}
