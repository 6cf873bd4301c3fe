// The half court itself: 14 zones, the lines over them, marks, and their words on top.
import { Container } from 'pixi.js';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { HalfCourt, linesOver } from './half-court.ts';
import { Marks } from './marks.ts';
import type { ChartView } from './view.ts';
import { ZoneTile } from './zone-tile.ts';

/** When the lines over the zones begin to come, as a part of the whole: the plate lies under them by then. */
const LINES_BEGIN = 0.3;

/** Made for one court; its origin is the half court's upper left corner. `height` in units. */
export class Board {
  readonly view = new Container();
  readonly tiles: readonly ZoneTile[];
  readonly height: number;
  readonly #marks: Marks;
  readonly #corners: readonly ZoneTile[];
  readonly #over = new Container();
  readonly #labels = new Container();
  #built = 1;
  #isLaid = false;

  constructor(kit: StageKit, court: ChartView['court']) {
    const half = new HalfCourt(court);
    this.tiles = half.shapes.map((shape) => new ZoneTile(kit, half, shape));
    this.#corners = this.tiles.filter((_, i) => half.shapes[i]?.place.endsWith('corner'));
    this.#marks = new Marks(kit, half);
    this.#over.addChild(linesOver(kit, half), this.#marks.view);
    for (const { area, label } of this.tiles) {
      // Inner ones on top: while it builds, an outer zone comes from under them.
      this.view.addChildAt(area, 0);
      this.#labels.addChild(label.view);
    }
    this.view.addChild(this.#over, this.#labels);
    this.height = half.height;
  }

  /** How much of the chart stands, 0 to 1, from the rim outwards. */
  get built(): number {
    return this.#built;
  }
  set built(part: number) {
    this.#built = part;
    for (const tile of this.tiles) tile.built = part;
    this.#over.alpha = Math.min(1, Math.max(0, (part - LINES_BEGIN) * 2));
  }

  /** Takes on a View. Gives the zones that changed, or whose words stand elsewhere. */
  set({ zones, makes, misses }: ChartView): ZoneTile[] {
    const changed = new Set(
      this.tiles.filter((tile, i) => {
        const zone = zones[i];
        return zone !== undefined && tile.set(zone);
      }),
    );
    // Both corners alike: one that has no room on a line stacks the other too.
    const stack = this.#corners.some(({ label }) => label.wantsStack);
    const marks = [...makes, ...misses];
    for (const tile of this.tiles) {
      const isStacked = this.#corners.includes(tile) ? stack : tile.label.wantsStack;
      if (tile.lay(isStacked ? 'stack' : 'lines', marks) && this.#isLaid) changed.add(tile);
    }
    this.#isLaid = true;
    this.#marks.set(
      makes,
      misses,
      this.tiles.flatMap(({ chip }) => chip ?? []),
    );
    return [...changed];
  }

  dispose(): void {
    for (const tile of this.tiles) tile.dispose();
    this.#marks.dispose();
    this.view.destroy({ children: true });
  }
}
