// One team's table being drawn: its head, the names of the columns, a row for each player, the totals.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { CardPart } from '../../src/stage/ceremony.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { Head, makeColumnLabels } from './head.ts';
import { FROM_TOP, HEAD_HEIGHT, LABELS_HEIGHT, type TableShape, TOTALS_HEIGHT } from './layout.ts';
import { Row } from './row.ts';
import type { TableView } from './view.ts';

/** Made for one shape; its upper left corner is at 0, 0. */
export class TeamTable {
  readonly view = new Container();
  readonly parts: readonly CardPart[];
  readonly #head: Head;
  readonly #rows: readonly Row[];
  readonly #totals: Row;

  constructor(kit: StageKit, shape: TableShape) {
    const { rowCount, rowHeight } = shape;
    const top = HEAD_HEIGHT + LABELS_HEIGHT;
    this.#head = new Head(kit, shape, 0);
    this.#rows = Array.from({ length: rowCount }, (_, index) => {
      const fromTop = FROM_TOP.firstRow + index;
      return new Row(kit, { shape, fromTop, y: top + index * rowHeight, height: rowHeight, kind: 'player' });
    });
    this.#totals = new Row(kit, {
      shape,
      fromTop: FROM_TOP.firstRow + rowCount,
      y: top + rowCount * rowHeight,
      height: TOTALS_HEIGHT,
      kind: 'totals',
    });
    const labels = makeColumnLabels(kit, shape, HEAD_HEIGHT);
    const rows = [...this.#rows, this.#totals].map(({ part }) => part);
    this.parts = [this.#head.part, labels, ...rows];
    this.view.addChild(...this.parts.map(({ view }) => view));
  }

  set(table: TableView, look: JerseyLook): void {
    this.#head.panel.paint(look);
    this.#head.set(table);
    for (const [index, row] of this.#rows.entries()) row.set(table.rows[index] ?? null);
    const cells = table.totals.map((text) => ({ text, leads: false }));
    this.#totals.set({ number: '', names: ['TOTALS'], played: true, cells });
  }
}
