// The stretches of a game that statistics are told for, and how viewers read them.
import { z } from 'zod';
import type { Game, Team } from './game.ts';
import type { StatLine } from './stat-line.ts';

/** The whole game, or one of its parts. */
export const spanSchema = z.enum(['game', 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', 'OT1', 'OT2', 'OT3']);
export type Span = z.infer<typeof spanSchema>;

const ORDINAL = ['1ST', '2ND', '3RD', '4TH'] as const;

/** `SINCE TIP-OFF`, `FULL GAME`, `3RD QUARTER`, `1ST HALF`, `OVERTIME 2`. */
export function spanLabel(span: Span, { period }: Pick<Game, 'period'>): string {
  if (span === 'game') return period === 'FINAL' ? 'FULL GAME' : 'SINCE TIP-OFF';
  const number = Number(span.slice(-1));
  if (span.startsWith('OT')) return number === 1 ? 'OVERTIME' : `OVERTIME ${number}`;
  return `${ORDINAL[number - 1]} ${span.startsWith('Q') ? 'QUARTER' : 'HALF'}`;
}

/** What was counted for a team in a span; empty where the feed does not tell it. */
export const lineIn = (team: Team, span: Span): StatLine =>
  span === 'game' ? team.line : (team.periodLines[span] ?? {});
