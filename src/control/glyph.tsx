// The signs on buttons that no letter says, drawn here: a system's fonts may lack them, or make pictures of them.

/** Outlines in a box of twelve by twelve, by what the button does. */
const OUTLINES = {
  play: 'M3 1 11 6 3 11Z',
  backwards: 'M9 1 1 6 9 11Z',
  pause: 'M2 1h3v10H2ZM7 1h3v10H7Z',
  'event-back': 'M1 1h2v10H1ZM11 1 4 6 11 11Z',
  'event-on': 'M9 1h2v10H9ZM1 1 8 6 1 11Z',
  'frame-back': 'M6 2.5 1 6 6 9.5ZM8 1h2v10H8Z',
  'frame-on': 'M2 1h2v10H2ZM6 2.5 11 6 6 9.5Z',
  neither: 'M6 1a5 5 0 1 0 .01 0ZM6 2.5a3.5 3.5 0 1 1-.01 0Z',
} as const;

export type GlyphName = keyof typeof OUTLINES;

/** As large as a line's letters, in their colour; says nothing: the button has a name. */
export const Glyph = ({ of }: { readonly of: GlyphName }) => (
  <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
    <path d={OUTLINES[of]} fill-rule="evenodd" />
  </svg>
);
