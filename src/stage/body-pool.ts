// Marks for bodies on the floor, made when a View changes and lent by id at each tick: no tick makes one, and no body takes another's.
import type { Moment, SampledBody } from '../time/moment.ts';

/** Whose body it is; `other`: neither team's, as a referee's. */
export type BodySide = 'home' | 'away' | 'other';

/** What stands for one body. */
export interface BodyMark {
  /** Puts it where its body is. True when anything of it changed. Allocates nothing. */
  place(body: SampledBody, moment: Moment): boolean;
  /** Takes it off the floor. True when it was there. */
  hide(): boolean;
  dispose(): void;
}

/** How a mark looks; marks of the same `key` are alike and are kept. */
export type MarkWish<Mark> = { readonly key: string; readonly make: () => Mark };

/** Marks kept for bodies that no roster names: of each side, and of neither. Beyond these a nameless body is not drawn. */
export const SPARE_MARKS = { side: 8, other: 6 } as const;

type Kept<Mark> = { readonly mark: Mark; readonly key: string; id: string; seenTick: number };

export type PoolWishes<Mark> = {
  readonly homeId: string | null;
  readonly awayId: string | null;
  /** By body id. */
  readonly named: ReadonlyMap<string, MarkWish<Mark>>;
  readonly spare: (side: BodySide) => MarkWish<Mark>;
  /** Whose nameless bodies are drawn; all by default. */
  readonly isWanted?: (side: BodySide) => boolean;
};

const SIDES = ['home', 'away', 'other'] as const;

export class BodyPool<Mark extends BodyMark> {
  readonly #byId = new Map<string, Kept<Mark>>();
  readonly #spares: Record<BodySide, Kept<Mark>[]> = { home: [], away: [], other: [] };
  #kept: Kept<Mark>[] = [];
  #marks: Mark[] = [];
  #tick = 0;
  #homeId: string | null = null;
  #awayId: string | null = null;

  /** Every mark, always in the same order until the next `prepare`. */
  get all(): readonly Mark[] {
    return this.#marks;
  }

  /** Makes what is wished and not there yet, and drops the rest. */
  prepare({ homeId, awayId, named, spare, isWanted = () => true }: PoolWishes<Mark>): void {
    this.#homeId = homeId;
    this.#awayId = awayId;
    for (const [id, kept] of this.#byId) {
      if (named.has(id)) continue;
      kept.mark.dispose();
      this.#byId.delete(id);
    }
    for (const [id, wish] of named) this.#byId.set(id, this.#made(this.#byId.get(id), wish, id));
    for (const side of SIDES) {
      const count = isWanted(side) ? (side === 'other' ? SPARE_MARKS.other : SPARE_MARKS.side) : 0;
      for (const { mark } of this.#spares[side].slice(count)) mark.dispose();
      const before = this.#spares[side];
      this.#spares[side] = Array.from({ length: count }, (_, i) =>
        this.#made(before[i], spare(side), before[i]?.id ?? ''),
      );
    }
    this.#kept = [...this.#byId.values(), ...SIDES.flatMap((side) => this.#spares[side])];
    this.#marks = this.#kept.map(({ mark }) => mark);
  }

  /** Puts every body of the moment on the floor and takes the others off. True when anything changed. Allocates nothing. */
  place(moment: Moment): boolean {
    this.#tick += 1;
    let changed = false;
    for (let i = 0; i < moment.bodyCount; i += 1) {
      const body = moment.bodies[i] as SampledBody;
      const kept = this.#byId.get(body.id) ?? this.#lend(body);
      if (kept === undefined) continue;
      kept.seenTick = this.#tick;
      if (kept.mark.place(body, moment)) changed = true;
    }
    for (let i = 0; i < this.#kept.length; i += 1) {
      const kept = this.#kept[i] as Kept<Mark>;
      if (kept.seenTick !== this.#tick && kept.mark.hide()) changed = true;
    }
    return changed;
  }

  dispose(): void {
    for (const { mark } of this.#kept) mark.dispose();
    this.#byId.clear();
    this.#kept = [];
    this.#marks = [];
  }

  #lend(body: SampledBody): Kept<Mark> | undefined {
    const { teamId } = body;
    const side =
      teamId === null
        ? 'other'
        : teamId === this.#homeId
          ? 'home'
          : teamId === this.#awayId
            ? 'away'
            : 'other';
    const spares = this.#spares[side];
    let free: Kept<Mark> | undefined;
    for (let i = 0; i < spares.length; i += 1) {
      const spare = spares[i] as Kept<Mark>;
      if (spare.id === body.id) return spare;
      if (free === undefined && spare.seenTick < this.#tick - 1) free = spare;
    }
    if (free !== undefined) free.id = body.id;
    return free;
  }

  #made(known: Kept<Mark> | undefined, { key, make }: MarkWish<Mark>, id: string): Kept<Mark> {
    if (known?.key === key) return known;
    known?.mark.dispose();
    return { mark: make(), key, id, seenTick: -1 };
  }
}
