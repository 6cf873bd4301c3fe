// What every panel of the workshop works with: the desk behind it, what it asks of the relay, the game as the feed has it.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { z } from 'zod';
import type { Game } from '../../game/game.ts';
import { rehearsalSchema } from '../../wire/rehearsal.ts';
import type { Ask } from '../ask.ts';
import type { Desk } from '../desk.ts';

/** The panels, in the order of their tabs; each is the path that opens it. */
export const PANELS = ['mock', 'faults', 'feed', 'schedule'] as const;
export type PanelName = (typeof PANELS)[number];

export type Bench = {
  readonly desk: Desk;
  readonly ask: Ask;
  readonly panel: Signal<PanelName>;
  /** Whether it is being chosen what the rehearsal server plays. */
  readonly serving: Signal<boolean>;
  /** The feed's game as it stands; null before the first snapshot. */
  readonly game: ReadonlySignal<Game | null>;
  readonly copy: (text: string, from: HTMLInputElement) => Promise<boolean>;
  /** Posts an order; a refusal becomes a notice of that name. Null where it was refused. */
  order<T>(about: string, path: string, order: unknown, schema: z.ZodType<T>): Promise<T | null>;
  /** Reads; a refusal becomes a notice where `about` names it. */
  read<T>(path: string, schema: z.ZodType<T>, about?: string): Promise<T | null>;
};

export type BenchOptions = Pick<Bench, 'desk' | 'ask' | 'game' | 'copy'> & {
  readonly first: PanelName;
  /** The page's own clock, milliseconds. */
  readonly now: () => number;
};

/** The answer of `/api/v1/rehearsal`. */
export const rehearsalAnswerSchema = z.object({ rehearsal: rehearsalSchema.nullable() });

/** The key that opens a panel, as printed. */
export const keyOfPanel = (name: PanelName): string => `⇧${PANELS.indexOf(name) + 1}`;

/** A bench with that panel open. */
export function makeBench({ desk, ask, game, copy, first, now }: BenchOptions): Bench {
  const refuse = (about: string, answer: Extract<Awaited<ReturnType<Ask['get']>>, { ok: false }>): void => {
    desk.tell({ on: 'refused', about, fault: answer.fault, outcome: 'refused', nowMs: now() });
    if (answer.token) desk.tell({ on: 'token', asked: true });
  };
  return {
    desk,
    ask,
    game,
    copy,
    panel: signal(first),
    serving: signal(false),
    async order(about, path, order, schema) {
      const answer = await ask.post(path, order, schema);
      if (answer.ok) return answer.value;
      refuse(about, answer);
      return null;
    },
    async read(path, schema, about) {
      const answer = await ask.get(path, schema);
      if (answer.ok) return answer.value;
      if (about !== undefined) refuse(about, answer);
      return null;
    },
  };
}
