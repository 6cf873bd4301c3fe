// Colours, type and sizes that all graphics share, in the frame's 1920 x 1080 units.
import { HOUSE_GROUNDS } from '../game/jersey.ts';

/** One look. LOOK.md gives the measures. Colours are `#rrggbb`. */
export type Theme = {
  readonly colour: {
    readonly plate: string;
    readonly raised: string;
    readonly line: string;
    readonly text: string;
    readonly quiet: string;
    readonly alarm: string;
    readonly warm: string;
    readonly floor: string;
    readonly floorLine: string;
  };
  readonly font: { readonly display: string; readonly text: string };
};

export const HOUSE_THEME: Theme = {
  colour: {
    plate: HOUSE_GROUNDS.plate,
    raised: '#18202c',
    line: '#2b3646',
    text: '#f5f7fa',
    quiet: '#a9b4c2',
    alarm: '#e5352b',
    warm: '#ffb020',
    floor: HOUSE_GROUNDS.floor,
    floorLine: '#5b6a7f',
  },
  font: { display: 'Barlow Condensed', text: 'Roboto Condensed' },
};

/** The frame in units, and its safe areas. Source: EBU R 95 / SMPTE ST 2046-1: graphics 5 %, action 3.5 % from each edge. */
export const FRAME = {
  width: 1920,
  height: 1080,
  graphicsSafe: { x: 96, y: 54 },
  actionSafe: { x: 67, y: 38 },
} as const;
