// The keys of the graphics, four each, nine graphics at a time; and of the layers.
import type { KeyRow } from './action.ts';

const OUT_LETTERS = ['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O'];
const CUT_LETTERS = ['A', 'S', 'D', 'F', 'G', 'H', 'J', 'K', 'L'];

/** Pressed before a graphic's key: the next nine of the list are meant. */
const NEXT_NINE = 'Q ';
/** Pressed before a layer's number. */
const LAYER = '⇧⌫ ';
/** More layers than a frame has. */
const LAYERS = 9;

/** The keys of the graphics from the nth on, nine of them. */
const nineRows = (from: number, before: string): readonly KeyRow[] =>
  OUT_LETTERS.flatMap((letter, place): KeyRow[] => {
    const index = from + place;
    const nth = index + 1;
    const group = 'Graphics';
    return [
      {
        id: `preview-${nth}`,
        group,
        words: `Graphic ${nth} to preview, or out of it`,
        key: `${before}${place + 1}`,
        action: { do: 'preview', index },
      },
      {
        id: `take-${nth}`,
        group,
        words: `Take graphic ${nth}`,
        key: `${before}⇧${place + 1}`,
        action: { do: 'take', index },
        airs: true,
      },
      {
        id: `out-${nth}`,
        group,
        words: `Graphic ${nth} out`,
        key: `${before}⇧${letter}`,
        action: { do: 'out', index },
        airs: true,
      },
      {
        id: `cut-${nth}`,
        group,
        words: `Cut graphic ${nth} in or out`,
        key: `${before}⇧${CUT_LETTERS[place]}`,
        action: { do: 'cut', index },
        airs: true,
      },
    ];
  });

/** Each layer off, in the order of the graphics that go there. */
export const LAYER_ROWS: readonly KeyRow[] = Array.from(
  { length: LAYERS },
  (_, index): KeyRow => ({
    id: `clear-layer-${index + 1}`,
    group: 'The show',
    words: `Layer ${index + 1} off air`,
    key: `${LAYER}${index + 1}`,
    action: { do: 'clear-layer', index },
    airs: true,
  }),
);

/** Eighteen graphics; those after them are pressed by their letters. */
export const GRAPHIC_ROWS: readonly KeyRow[] = [
  ...nineRows(0, ''),
  ...nineRows(OUT_LETTERS.length, NEXT_NINE),
];
