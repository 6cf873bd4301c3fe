// What two feeds say together: each message cut to what its feed owns, by the ids of the game; and a field that changes hands, said whole.
import { readClock } from '../../game/clock.ts';
import type { ClockSaid, Said } from '../../game/message.ts';
import { FIELDS, type Field, type Lane } from '../../game/owners.ts';
import { valueOf } from './agreement.ts';
import { type Ids, renamed } from './ids.ts';
import type { LaneState } from './lane-state.ts';
import { cutTo, fieldsIn } from './parts.ts';
import { clocks, restate, withoutShotsOf } from './restate.ts';

export type MouthOptions = {
  readonly say: (said: Said) => void;
  readonly lane: (lane: Lane) => LaneState;
  readonly owner: (field: Field) => Lane;
  /** Other ids for those of a feed; null where they are the game's own. */
  readonly ids: (lane: Lane) => Ids | null;
  /** Whether what a feed says of teams can be shown. */
  readonly knows: (lane: Lane) => boolean;
};

type Unstamped = ReturnType<typeof restate>[number];

/** Nothing is said of these that happened before they changed hands: the other feed has told it. */
const NEWS: ReadonlySet<Said['kind']> = new Set(['play', 'frame']);

export class Mouth {
  readonly #options: MouthOptions;
  /** Since when a field is its owner's. */
  readonly #since = new Map<Field, number>();
  #frameMs = Number.NEGATIVE_INFINITY;
  #fouls: string | null = null;
  #score: string | null = null;

  constructor(options: MouthOptions) {
    this.#options = options;
  }

  /** Says what of a message is its feed's to say. */
  pass(lane: Lane, said: Said): void {
    const owns = (field: Field): boolean => this.#options.owner(field) === lane;
    const part = cutTo(said, owns);
    if (part !== null) this.#emit(lane, part);
    const fields = fieldsIn(said);
    const base = { atMs: said.atMs, heardMs: said.heardMs };
    if (said.kind === 'score' && owns('score')) this.#passScore(lane, said.from, base);
    if (fields.includes('shotClock') && owns('shotClock') && !owns('clock')) this.#sayClocks(base);
    if (owns('fouls')) this.#passFouls(lane, base);
  }

  /** A field goes to another feed: what that one says of it is said whole, at that instant. */
  take(field: Field, from: Lane, to: Lane, atMs: number): void {
    this.#since.set(field, atMs);
    const base = { atMs, heardMs: atMs };
    const { lane } = this.#options;
    if (field === 'teams') this.#retell(base);
    else if (field === 'clock' || field === 'shotClock') this.#sayClocks(base);
    else if (field === 'positions') this.#catchUp(to);
    else {
      if (field === 'zones' && this.#options.ids(to) === null)
        this.#say(to, withoutShotsOf(lane(from).game, lane(to).game), base);
      this.#restate(to, field, base);
    }
  }

  /** Other ids: everything that bears ids is said again by them. */
  #retell(base: { atMs: number; heardMs: number }): void {
    for (const field of FIELDS) {
      const lane = this.#options.owner(field);
      if (field === 'teams' || this.#options.knows(lane)) this.#restate(lane, field, base);
    }
  }

  #restate(lane: Lane, field: Field, base: { atMs: number; heardMs: number }): void {
    const owns = (one: Field): boolean => this.#options.owner(one) === lane;
    this.#say(lane, restate(field, this.#options.lane(lane).game, owns), base, field);
  }

  /** The score as its feed's own game has it. An event that changes nothing there says nothing: its stamp is not the score's. */
  #passScore(lane: Lane, from: 'summary' | 'event', base: { atMs: number; heardMs: number }): void {
    const { game } = this.#options.lane(lane);
    const score = JSON.stringify(Object.values(game.teams).map(({ id, score: points }) => [id, points]));
    if (from === 'event' && score === this.#score) return;
    this.#score = score;
    this.#restate(lane, 'score', base);
  }

  /** Team fouls are said as the period's own, whoever owns the totals: two feeds may have counted from two beginnings. */
  #passFouls(lane: Lane, base: { atMs: number; heardMs: number }): void {
    const { game } = this.#options.lane(lane);
    const fouls = valueOf('fouls', game, [game.homeId, game.awayId]);
    const told = `${game.played} ${fouls}`;
    if (told === this.#fouls) return;
    this.#fouls = told;
    if (fouls === null) return;
    this.#restate(lane, 'fouls', base);
  }

  /** Both clocks in one word: each of its owner, as it reads then. */
  #sayClocks(base: { atMs: number; heardMs: number }): void {
    const { lane, owner } = this.#options;
    const shot = lane(owner('shotClock'));
    const isSaid = shot.saidMs('shotClock') !== undefined;
    const atMs = Math.max(base.atMs, this.#sinceOf(['clock', 'shotClock']));
    const games = { clock: lane(owner('clock')).game, shot: isSaid ? shot.game : null };
    for (const said of clocks(atMs, games)) this.#options.say({ ...said, ...base, atMs } as Said);
  }

  /** Frames that were heard and not shown. */
  #catchUp(to: Lane): void {
    const owns = (field: Field): boolean => this.#options.owner(field) === to;
    for (const frame of this.#options.lane(to).framesSince(this.#frameMs)) {
      const part = cutTo(frame, owns);
      if (part !== null) this.#sayFrame(to, part);
    }
  }

  #sayFrame(lane: Lane, frame: Said): void {
    if (frame.atMs <= this.#frameMs) return;
    this.#frameMs = frame.atMs;
    this.#renamed(lane, frame);
  }

  #say(lane: Lane, all: readonly Unstamped[], base: { atMs: number; heardMs: number }, field?: Field): void {
    const atMs = field === undefined ? base.atMs : Math.max(base.atMs, this.#sinceOf([field]));
    for (const one of all) this.#renamed(lane, { ...one, ...base, atMs } as Said);
  }

  #sinceOf(fields: readonly Field[]): number {
    return fields.reduce(
      (last, field) => Math.max(last, this.#since.get(field) ?? last),
      Number.NEGATIVE_INFINITY,
    );
  }

  /** Nothing is true before its field was its owner's. */
  #emit(lane: Lane, said: Said): void {
    if (said.kind === 'frame') return this.#sayFrame(lane, said);
    const sinceMs = this.#sinceOf(fieldsIn(said));
    if (said.atMs >= sinceMs) return this.#renamed(lane, said);
    if (NEWS.has(said.kind)) return;
    const lateMs = sinceMs - said.atMs;
    const late = { ...said, atMs: sinceMs };
    this.#renamed(lane, late.kind === 'clock' ? { ...late, ...readLater(late, lateMs) } : late);
  }

  #renamed(lane: Lane, said: Said): void {
    const ids = this.#options.ids(lane);
    const own = ids === null ? said : renamed(said, ids);
    if (own !== null) this.#options.say(own);
  }
}

const later = (clock: ClockSaid, lateMs: number): ClockSaid => ({
  ...clock,
  remainingMs: readClock({ ...clock, atMs: 0 }, lateMs),
});

/** A clock's word that counts from later on: what it reads then. */
function readLater(
  { game, shot }: Extract<Said, { kind: 'clock' }>,
  lateMs: number,
): Pick<Extract<Said, { kind: 'clock' }>, 'game' | 'shot'> {
  return {
    game: later(game, lateMs),
    ...(shot === undefined ? {} : { shot: shot && later(shot, lateMs) }),
  };
}
