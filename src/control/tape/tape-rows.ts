// The keys of the tape: none of them takes anything, and none is a key of the show.
import type { KeyRow } from '../action.ts';
import type { TapeWish } from './tape-action.ts';

const row = (key: string, wish: TapeWish, words: string, repeats = false): KeyRow => ({
  id: `tape-${wish}`,
  group: 'Tape',
  words,
  key,
  action: { do: 'tape', wish },
  ...(repeats ? { repeats } : {}),
});

export const TAPE_ROWS: readonly KeyRow[] = [
  {
    id: 'tape',
    group: 'Tape',
    words: 'The tape under the pictures',
    key: 'F2',
    action: { do: 'open', dock: 'work', tab: 'tape' },
  },
  row('F4', 'toggle', 'Play or pause'),
  row('←', 'frame-back', 'A picture back', true),
  row('→', 'frame-on', 'A picture on', true),
  row('PageUp', 'event-back', 'To the event before'),
  row('PageDown', 'event-on', 'To the next event'),
  row('<', 'slower', 'Slower'),
  row('>', 'faster', 'Faster'),
  row('⌫', 'back', 'Backwards, or forwards again'),
  row('Home', 'mark-in', 'Mark in, here'),
  row('End', 'mark-out', 'Mark out, here'),
  row('Insert', 'loop', 'Round and round between the marks'),
  row('F8', 'cut-minute', 'The last minute as a tape'),
];
