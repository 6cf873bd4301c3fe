// One line of a full-frame sheet across its whole width: it opens from its upper edge, so that nothing written is ever seen off its plate.
import { type CardPart, makeCardPart } from './ceremony.ts';
import { type Wipe, wipeOf } from './wipe.ts';

/** From one line to the next, in steps of the stagger: a sheet has many. */
const STEP = 0.8;
const TRAVEL = { x: 0, y: -8 } as const;

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

export type SheetPartOptions = {
  /** How many lines come before it. */
  readonly fromTop: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
};

/** An empty line. */
export function makeSheetPart({ fromTop, height, x = 0, y = 0 }: SheetPartOptions): CardPart {
  const part = makeCardPart({ order: fromTop * STEP, x, y, travel: TRAVEL });
  return { ...part, opensDown: true, wipe: wholeUnits(wipeOf(part.plates, 'y'), height) };
}
