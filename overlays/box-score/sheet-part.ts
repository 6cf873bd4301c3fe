// One line of the sheet across its whole width: it opens from its upper edge, 40 ms after the line above it, so that no figure is ever seen off its plate.
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { DURATION } from '../../src/stage/motion.ts';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';

/** Seconds. */
const STAGGER = 0.04;
const TRAVEL = { x: 0, y: -8 } as const;

/** Lines from the top: the title, the heads, the names of the columns, then the rows, then the totals. */
export const FROM_TOP = { title: 0, head: 1, labels: 2, firstRow: 3 } as const;

/** Opens by whole units: an edge between two pixels would be drawn differently by the two renderers. */
function wholeUnits(wipe: Wipe, height: number): Wipe {
  let open = wipe.open;
  return {
    get open() {
      return open;
    },
    set open(part: number) {
      open = part;
      wipe.open = Math.round(part * height) / height;
    },
  };
}

/** An empty line of that height, `fromTop` lines below the first. */
export function makeSheetPart(fromTop: number, height: number, y = 0): CardPart {
  const part = makeCardPart({ order: (fromTop * STAGGER) / DURATION.stagger, y, travel: TRAVEL });
  return { ...part, wipe: wholeUnits(wipeOf(part.plates, 'y'), height) };
}
