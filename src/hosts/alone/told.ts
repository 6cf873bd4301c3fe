// What a host's operator may say of a game where no relay speaks: flat fields, all with a default that says nothing.
import { z } from 'zod';
import type { Capability } from '../../game/capability.ts';
import { RULE_SETS } from '../../game/rules.ts';

/** As it is chosen in a form; empty: not said. */
const PERIODS = [
  '',
  'PRE',
  'Q1',
  'Q2',
  'HT',
  'Q3',
  'Q4',
  'H1',
  'H2',
  'OT1',
  'OT2',
  'OT3',
  'OT4',
  'END',
  'FINAL',
] as const;
const NOT_SHOWN = -1;

const name = (whose: string) => z.string().max(80).default('').describe(`${whose} name`);
const code = (whose: string) => z.string().max(8).default('').describe(`${whose} code, as on a scorebug`);
const score = (whose: string) => z.number().int().min(0).max(999).default(0).describe(`${whose} points`);
const colour = (whose: string, of: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default(of)
    .describe(`${whose} jerseys`);
const few = (says: string) =>
  z.number().int().min(NOT_SHOWN).max(99).default(NOT_SHOWN).describe(`${says}; -1: not shown`);
const clock = (says: string) =>
  z
    .string()
    .max(8)
    .regex(/^\s*(\d{1,2}:)?\d{1,2}(\.\d)?\s*$|^\s*$/)
    .default('')
    .describe(says);

/** Every field, in the order of a form. */
const toldShape = {
  homeName: name('Home'),
  homeCode: code('Home'),
  homeColour: colour('Home', '#1d428a'),
  awayName: name('Away'),
  awayCode: code('Away'),
  awayColour: colour('Away', '#c8102e'),
  homeScore: score('Home'),
  awayScore: score('Away'),
  homeFouls: few('Home team fouls'),
  awayFouls: few('Away team fouls'),
  homeTimeouts: few('Home timeouts left'),
  awayTimeouts: few('Away timeouts left'),
  arrow: z.enum(['none', 'home', 'away']).default('none').describe('Possession arrow'),
  period: z.enum(PERIODS).default('').describe('Period'),
  clock: clock('Game clock, as 7:07 or 59.9'),
  clockRunning: z.boolean().default(false).describe('Both clocks run'),
  shotClock: clock('Shot clock, as 24 or 4.9; empty: off'),
  rules: z.enum(RULE_SETS).default('nba').describe('Rules'),
  messages: z
    .string()
    .max(4_000_000)
    .default('')
    .describe('All else of the game, as a JSON list of messages'),
} as const;
export type ToldField = keyof typeof toldShape;

/** All of it; what is not said has its default. */
export const toldSchema = z.object(toldShape);
export type Told = z.infer<typeof toldSchema>;

export const NOTHING_TOLD: Told = toldSchema.parse({});

const TEAMS: readonly ToldField[] = [
  'homeName',
  'homeCode',
  'homeColour',
  'awayName',
  'awayCode',
  'awayColour',
];
const CLOCKS: readonly ToldField[] = ['period', 'clock', 'shotClock', 'clockRunning', 'rules'];

/** Of everything else only messages tell. */
const OTHERS: readonly ToldField[] = [...TEAMS, 'period', 'rules', 'messages'];
/** What is worth asking for, by what a graphic needs. */
const ASKED: Readonly<Partial<Record<Capability, readonly ToldField[]>>> = {
  score: [
    ...TEAMS,
    'homeScore',
    'awayScore',
    'homeFouls',
    'awayFouls',
    'homeTimeouts',
    'awayTimeouts',
    'arrow',
    ...CLOCKS,
  ],
  clock: CLOCKS,
  'shot-clock': ['clock', 'shotClock', 'clockRunning', 'rules'],
  positions: [...TEAMS, 'rules', 'messages'],
};

/** The fields that a graphic has a use for, in the order of a form. */
export function toldFieldsFor(needs: readonly Capability[]): readonly ToldField[] {
  const asked = new Set(needs.flatMap((need) => ASKED[need] ?? OTHERS));
  return (Object.keys(toldShape) as ToldField[]).filter((field) => asked.has(field));
}

/** `7:07`, `59.9` or `24` in milliseconds; null for none. */
export function clockMs(text: string): number | null {
  const [, minutes = '0', seconds] = /^(?:(\d{1,2}):)?(\d{1,2}(?:\.\d)?)$/.exec(text.trim()) ?? [];
  return seconds === undefined ? null : Number(minutes) * 60_000 + Math.round(Number(seconds) * 1_000);
}
