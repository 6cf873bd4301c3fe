// Every dot there may be, made when the View changes and lent by id at each tick: no tick makes one, and no body takes another's.
import { Container } from 'pixi.js';
import { type JerseyLook, makeJerseyGuard } from '../../src/game/jersey.ts';
import { dimJersey } from '../../src/stage/dim.ts';
import type { Flock } from '../../src/stage/flock.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Tenth } from '../../src/stage/tenths.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import type { FloorCamera } from './camera.ts';
import { Dot, type DotDress } from './dot.ts';
import { DotOrder } from './dot-order.ts';
import type { DotsView } from './view.ts';

/** Dots kept for bodies that no roster names: of each side, and of neither (referees). Beyond these a nameless body is not drawn. */
export const SPARES = { side: 8, other: 6 } as const;

type Side = 'home' | 'away' | 'other';

export class DotPool {
  /** What lies below the names, and above them. */
  readonly low: Flock;
  readonly names = new Container();
  readonly high: Flock;
  readonly #kit: StageKit;
  readonly #byId = new Map<string, Dot>();
  readonly #spares: Record<Side, Dot[]> = { home: [], away: [], other: [] };
  readonly #order = new DotOrder();
  readonly #guard;
  /** All of the above, in the order in which names are laid out: who stands out is first. */
  #all: Dot[] = [];
  #tick = 0;
  #homeId: string | null = null;
  #awayId: string | null = null;

  constructor(kit: StageKit) {
    this.#kit = kit;
    const { plate, floor } = kit.theme.colour;
    this.#guard = makeJerseyGuard({ plate, floor });
    this.low = kit.flock();
    this.high = kit.flock();
  }

  get all(): readonly Dot[] {
    return this.#all;
  }

  /** Makes what a View needs and nothing that it already has. */
  prepare(view: DotsView): void {
    const { raised, quiet } = this.#kit.theme.colour;
    const pair = this.#guard(view.homeColour, view.awayColour);
    const worn = (look: JerseyLook): JerseyLook => (view.dim ? dimJersey(look, this.#kit.theme) : look);
    const jerseys = {
      home: worn(pair.home),
      away: worn(pair.away),
      other: { fill: raised, ink: quiet, ring: quiet },
    };
    this.#homeId = view.homeId;
    this.#awayId = view.awayId;
    const gone = new Set(this.#byId.keys());
    for (const { id, side, number, surname, hot } of view.players) {
      gone.delete(id);
      const selected = id === view.selected;
      const dot = this.#made(this.#byId.get(id), {
        jersey: jerseys[side],
        trail: view.trails,
        number: view.names === 'none' && !selected ? '' : number,
        name: view.names === 'surname' || selected ? surname : '',
        hot,
        selected,
      });
      dot.id = id;
      this.#byId.set(id, dot);
    }
    for (const id of gone) {
      this.#drop(this.#byId.get(id));
      this.#byId.delete(id);
    }
    for (const side of ['home', 'away', 'other'] as const)
      this.#prepareSpares(side, jerseys[side], view.trails);
    const known = [...this.#byId.values()].sort((a, b) => Number(b.selected) - Number(a.selected));
    this.#all = [...known, ...Object.values(this.#spares).flat()];
    this.#order.set(this.#all);
  }

  /** The dot of a body that is seen; null for none. */
  seen(id: string | null): Dot | null {
    const dot = id === null ? undefined : this.#byId.get(id);
    return dot && dot.alpha > 0 ? dot : null;
  }

  /** Puts every body of the moment on the floor and takes the others off; `lately` orders them. True when anything changed. Allocates nothing. */
  place(moment: Moment, camera: FloorCamera, lately: Tenth, handlerId: string | null): boolean {
    this.#tick += 1;
    let changed = false;
    for (let i = 0; i < moment.bodyCount; i += 1) {
      const body = moment.bodies[i] as SampledBody;
      const dot = this.#byId.get(body.id) ?? this.#lend(body);
      if (dot === undefined) continue;
      dot.seenTick = this.#tick;
      if (dot.place(body, camera, moment, lately)) changed = true;
    }
    for (let i = 0; i < this.#all.length; i += 1) {
      const dot = this.#all[i] as Dot;
      if (dot.seenTick !== this.#tick && dot.alpha > 0 && dot.hide()) changed = true;
    }
    return this.#order.sort(handlerId) || changed;
  }

  /** All of it is drawn as it stands now. */
  lay(): void {
    this.low.lay();
    this.high.lay();
  }

  #sideOf(body: SampledBody): Side {
    if (body.teamId === null) return 'other';
    return body.teamId === this.#homeId ? 'home' : body.teamId === this.#awayId ? 'away' : 'other';
  }

  #lend(body: SampledBody): Dot | undefined {
    let free: Dot | undefined;
    const spares = this.#spares[this.#sideOf(body)];
    for (let i = 0; i < spares.length; i += 1) {
      const dot = spares[i] as Dot;
      if (dot.id === body.id) return dot;
      if (free === undefined && dot.seenTick < this.#tick - 1) free = dot;
    }
    if (free !== undefined) free.id = body.id;
    return free;
  }

  #prepareSpares(side: Side, jersey: JerseyLook, trails: boolean): void {
    const count = side === 'other' ? SPARES.other : SPARES.side;
    const trail = trails && side !== 'other';
    const look = { jersey, number: '', name: '', hot: false, selected: false, trail };
    this.#spares[side] = Array.from({ length: count }, (_, i) => this.#made(this.#spares[side][i], look));
  }

  #made(known: Dot | undefined, dress: DotDress): Dot {
    const dot = known ?? new Dot(this.#kit, dress);
    const trail = known?.trail;
    if (!known) {
      this.high.add(dot.disc);
      this.high.add(dot.flame);
    } else if (!known.dress(dress)) return dot;
    if (dot.trail !== trail) {
      for (const link of trail?.links ?? []) this.low.remove(link);
      for (const link of dot.trail?.links ?? []) this.low.add(link);
    }
    if (dot.name) this.names.addChild(dot.name.view);
    return dot;
  }

  #drop(dot: Dot | undefined): void {
    if (!dot) return;
    this.high.remove(dot.disc);
    this.high.remove(dot.flame);
    for (const link of dot.trail?.links ?? []) this.low.remove(link);
    dot.dispose();
  }

  dispose(): void {
    for (const dot of this.#all) dot.dispose();
    this.#byId.clear();
    this.#all = [];
  }
}
