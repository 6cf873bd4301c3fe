// One look, as pure data: colours, type, corners, places and motion that all graphics share. A document is taken whole or told what is wrong with it.
import { z } from 'zod';
import house from '../../assets/themes/house.json' with { type: 'json' };
import meridian from '../../assets/themes/meridian.json' with { type: 'json' };
import { contrast } from '../game/contrast.ts';
import { type Fault, fault } from '../game/fault.ts';
import { type Wrong, wrongsIn } from '../game/wrong-shape.ts';
import { FAMILY_NAMES } from './font-families.ts';

/** The frame in units, and its safe areas. Source: EBU R 95 / SMPTE ST 2046-1: graphics 5 %, action 3.5 % from each edge. */
export const FRAME = {
  width: 1920,
  height: 1080,
  graphicsSafe: { x: 96, y: 54 },
  actionSafe: { x: 67, y: 38 },
} as const;

const hex = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour as #rrggbb, in small letters');

const colours = z.strictObject({
  /** What cards and the scorebug stand on, and what is lifted from it: cells, rows, tabs. */
  plate: hex,
  raised: hex,
  /** Hairlines, and the empty part of a bar. */
  line: hex,
  /** Written on plate, raised and floor; `quiet` is for labels. */
  text: hex,
  quiet: hex,
  /** Headers of cards, and what is written on them. */
  head: hex,
  headText: hex,
  headQuiet: hex,
  /** The rule under headers, where `shape.rule` is not 0; and under the shot clock, where `scorebug.clock` is `head`. */
  accent: hex,
  /** A clock that is nearly gone, and its figures. */
  alarm: hex,
  alarmText: hex,
  /** Bonus, a run, the shot clock. */
  warm: hex,
  /** The drawn floor and its lines. */
  floor: hex,
  floorLine: hex,
});
type ColourName = keyof z.infer<typeof colours>;

const face = z.strictObject({
  family: z.enum(FAMILY_NAMES),
  /** Added to each weight that a graphic asks for; the nearest that the family has is taken. */
  heavier: z.number().multipleOf(100).min(-200).max(200),
  /** Between letters, beyond what a graphic asks for, in parts of the size. */
  spacing: z.number().min(-0.02).max(0.1),
  /** Of the size that a graphic asks for: families differ in how large they look. */
  scale: z.number().min(0.8).max(1.1),
  /** `upper`: every label in capitals. */
  case: z.enum(['as-given', 'upper']),
});

/** Eases by the names that GSAP knows. Those that overshoot are not among them: nothing on air bounces. */
const EASES_IN = ['power1.out', 'power2.out', 'power3.out', 'power4.out', 'expo.out', 'circ.out'] as const;
const EASES_OUT = ['power1.in', 'power2.in', 'power3.in', 'power4.in', 'expo.in', 'circ.in'] as const;

const motion = z.strictObject({
  /** Seconds. `in` and `out` are a whole graphic's; its parts have their share of them, and follow each other by `stagger`. */
  in: z.number().min(0.2).max(1),
  out: z.number().min(0.1).max(0.6),
  roll: z.number().min(0.1).max(0.6),
  settle: z.number().min(0.4).max(2),
  stagger: z.number().min(0).max(0.1),
  easeIn: z.enum(EASES_IN),
  easeOut: z.enum(EASES_OUT),
  easeSettle: z.enum(EASES_IN),
  /** Plates open from their left edge, or from their upper one. */
  wipe: z.enum(['across', 'down']),
});

/** Where the scorebug may stand. */
export const BUG_PLACES = ['bottom-centre', 'lower-left', 'top-left'] as const;
export type BugPlace = (typeof BUG_PLACES)[number];

/** A look. Lengths are units of the 1920 x 1080 frame. */
export const themeSchema = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(60),
  colour: colours,
  font: z.strictObject({ display: face, text: face }),
  shape: z.strictObject({
    corner: z.enum(['square', 'round', 'cut']),
    /** Of outer corners. */
    cornerSize: z.number().int().min(0).max(16),
    /** Thickness of the accent rule; 0 is none. */
    rule: z.number().int().min(0).max(8),
  }),
  /** Least distance of anything that is read from the frame's edges. */
  safe: z.strictObject({
    x: z.number().int().min(FRAME.graphicsSafe.x).max(144),
    y: z.number().int().min(FRAME.graphicsSafe.y).max(64),
  }),
  scorebug: z.strictObject({
    place: z.enum(BUG_PLACES),
    /** One line, or the teams one above the other with the clocks beside them. */
    layout: z.enum(['strip', 'stack']),
    /** A score stands on the raised colour, or on its team's. */
    score: z.enum(['raised', 'team']),
    /** The clock stands on the plate, or on the header's colour; the shot clock then wears the accent. */
    clock: z.enum(['plate', 'head']),
  }),
  motion,
});
export type Theme = z.infer<typeof themeSchema>;
export type ThemeMotion = Theme['motion'];

type Reading = { readonly ink: ColourName; readonly on: ColourName; readonly least: number };

/** Source: WCAG 2.2, 1.4.3: 4.5:1, and 3:1 for figures as large as a shot clock's. */
const READINGS: readonly Reading[] = [
  ...(['text', 'quiet', 'warm'] as const).flatMap((ink) =>
    (['plate', 'raised'] as const).map((on) => ({ ink, on, least: 4.5 })),
  ),
  { ink: 'text', on: 'floor', least: 4.5 },
  { ink: 'headText', on: 'head', least: 4.5 },
  { ink: 'headQuiet', on: 'head', least: 4.5 },
  { ink: 'alarmText', on: 'alarm', least: 3 },
];

/** Where the clock stands on the header's colour, the shot clock beside it stands on the accent. */
const SHOT_READING: Reading = { ink: 'head', on: 'accent', least: 3 };

function unreadable({ colour, scorebug }: Theme): readonly Fault[] {
  const readings = scorebug.clock === 'head' ? [...READINGS, SHOT_READING] : READINGS;
  return readings.flatMap(({ ink, on, least }) => {
    const ratio = contrast(colour[ink], colour[on]);
    if (ratio >= least) return [];
    const found = `${colour[ink]} on ${colour[on]}, ${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`;
    return [fault('theme-contrast', `colour.${ink}`, `at least ${least}:1 on colour.${on}`, found)];
  });
}

/** A theme, or all that is wrong with it. */
export type ParsedTheme =
  | { readonly theme: Theme; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly theme?: never };

/** Reads a document that came as data. What is wrong is told by path, with what was expected and found; a theme that cannot be read on air is wrong too. */
export function parseTheme(document: unknown): ParsedTheme {
  const read = themeSchema.safeParse(document);
  if (!read.success) return { faults: wrongsIn(document, read.error, 'theme').map(invalid) };
  const faults = unreadable(read.data);
  return faults.length > 0 ? { faults } : { theme: read.data };
}

const invalid = ({ where, expected, found }: Wrong): Fault => fault('theme-invalid', where, expected, found);

function builtIn(document: unknown): Theme {
  const { theme, faults } = parseTheme(document);
  if (!theme) throw new Error(faults.map(({ where, expected }) => `${where}: ${expected}`).join('; '));
  return theme;
}

export const HOUSE_THEME: Theme = builtIn(house);

/** The themes that are built in, by id. */
export const THEMES: Readonly<Record<string, Theme>> = Object.fromEntries(
  [HOUSE_THEME, builtIn(meridian)].map((theme) => [theme.id, theme]),
);
