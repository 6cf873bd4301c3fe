// The tape at the operator's page: what is played and where it is, its outline, the marks, and what was cut. Orders go to the relay one after the other.
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { z } from 'zod';
import { gameAt } from '../../game/course.ts';
import { type Fault, fault } from '../../game/fault.ts';
import { noOutline, type Outline } from '../../game/outline.ts';
import { type Order, type TransportInfo, transportSchema } from '../../game/transport.ts';
import type { Ask } from '../ask.ts';
import { orderOf, type TapeWish } from './tape-action.ts';

/** Marks on the tape's own time line; the recording's is the relay's. */
export type Marks = { readonly inMs: number | null; readonly outMs: number | null };

/** A cut that was made, or is being made; or why not. */
export type CutNews =
  | { readonly is: 'none' }
  | { readonly is: 'cutting' }
  | { readonly is: 'made'; readonly file: string; readonly href: string; readonly bytes: number }
  | { readonly is: 'refused'; readonly fault: Fault };

export type TapeDeskOptions = {
  readonly ask: Ask;
  readonly transport: () => TransportInfo | null;
  /** Pictures a second of the output in hand. */
  readonly fps: () => number;
  /** The relay's clock; null while it is not known. */
  readonly relayNow: () => number | null;
  readonly onRefused: (about: string, fault: Fault, token: boolean) => void;
};

export interface TapeDesk {
  readonly outline: ReadonlySignal<Outline>;
  /** Where the tape is, on its own time line; null where none is played. */
  readonly atMs: ReadonlySignal<number | null>;
  readonly marks: ReadonlySignal<Marks>;
  readonly cut: ReadonlySignal<CutNews>;
  /** Names and ids are replaced in the cuts to come. */
  readonly anonymise: Signal<boolean>;
  act(wish: TapeWish): void;
  order(order: Order): void;
  /** The stretch between the marks, or the last of it. */
  makeCut(stretch: { readonly lastMs: number } | 'marks'): void;
  /** Time has passed, or the relay has said how the tape is played. */
  look(): void;
}

export const LAST_MS = 60_000;
const NO_MARKS: Marks = { inMs: null, outMs: null };
/** The outline is asked for anew when so much more of the tape is known, as a share. */
const MORE_SHARE = 0.02;

const anEvent = z.object({
  atMs: z.number(),
  kind: z.enum(['basket', 'foul', 'timeout', 'period']),
  by: z.enum(['home', 'away']).nullable(),
  points: z.number(),
  words: z.string(),
});
const outlineSchema = z.object({
  readMs: z.number(),
  home: z.string(),
  away: z.string(),
  periods: z.array(z.object({ atMs: z.number(), period: z.custom<Outline['periods'][number]['period']>() })),
  scores: z.array(z.object({ atMs: z.number(), home: z.number(), away: z.number() })),
  events: z.array(anEvent),
  cues: z.array(z.object({ atMs: z.number(), words: z.string() })),
});
const transportAnswer = z.object({ transport: transportSchema.nullable() });
const cutAnswer = z.object({ file: z.string(), href: z.string(), bytes: z.number() });

const same = (one: Marks, other: Marks): boolean => one.inMs === other.inMs && one.outMs === other.outMs;

/** Knows of no tape yet. */
export function makeTapeDesk({ ask, transport, fps, relayNow, onRefused }: TapeDeskOptions): TapeDesk {
  const outline = signal<Outline>(noOutline);
  const atMs = signal<number | null>(null);
  const marks = signal<Marks>(NO_MARKS);
  const cut = signal<CutNews>({ is: 'none' });
  const anonymise = signal(false);
  /** Of a recording: the relay's marks are of what is played. */
  let own: Marks = NO_MARKS;
  let outlined: { readonly file: string; readonly readMs: number } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const order = (wanted: Order): void => {
    last = last.then(async () => {
      const answer = await ask.post('/api/v1/transport', wanted, transportAnswer);
      if (!answer.ok) onRefused(`Tape: ${wanted.do}`, answer.fault, answer.token);
    });
  };

  const readOutline = async (info: TransportInfo): Promise<void> => {
    outlined = { file: info.file, readMs: info.readMs };
    const answer = await ask.get('/api/v1/transport/outline', outlineSchema);
    if (answer.ok) outline.value = answer.value;
    else outlined = null;
  };

  const makeCut: TapeDesk['makeCut'] = (stretch) => {
    const { inMs, outMs } = marks.peek();
    if (stretch === 'marks' && (inMs === null || outMs === null)) {
      cut.value = {
        is: 'refused',
        fault: fault('cut-refused', 'tape', 'a mark in and a mark out', 'one at most'),
      };
      return;
    }
    cut.value = { is: 'cutting' };
    const wish = stretch === 'marks' ? { fromMs: inMs, toMs: outMs } : stretch;
    last = last.then(async () => {
      const answer = await ask.post('/api/v1/tape/cut', { ...wish, anonymise: anonymise.peek() }, cutAnswer);
      cut.value = answer.ok ? { is: 'made', ...answer.value } : { is: 'refused', fault: answer.fault };
      if (!answer.ok && answer.token) onRefused('Cut', answer.fault, true);
    });
  };

  const markOwn = (which: keyof Marks): void => {
    const nowMs = relayNow();
    if (nowMs === null) return;
    const next = { ...own, [which]: nowMs };
    const isTurned = next.inMs !== null && next.outMs !== null && next.outMs <= next.inMs;
    own = isTurned ? { ...NO_MARKS, [which]: nowMs } : next;
    marks.value = own;
  };

  return {
    outline,
    atMs,
    marks,
    cut,
    anonymise,
    order,
    makeCut,
    act(wish) {
      const info = transport();
      if (wish === 'cut-minute') return makeCut({ lastMs: LAST_MS });
      const wanted = info && orderOf(wish, info, fps());
      if (wanted) return order(wanted);
      if (wish === 'mark-in') markOwn('inMs');
      if (wish === 'mark-out') markOwn('outMs');
    },
    look() {
      const info = transport();
      const nowMs = relayNow();
      const at = info && nowMs !== null ? gameAt(info.course, nowMs) - info.offsetMs : null;
      const standing: Marks = info ? { inMs: info.inMs, outMs: info.outMs } : own;
      batch(() => {
        if (at !== atMs.peek()) atMs.value = at;
        if (!same(standing, marks.peek())) marks.value = standing;
        if (!info && outline.peek() !== noOutline) {
          outline.value = noOutline;
          outlined = null;
        }
      });
      if (!info) return;
      const lengthMs = info.toMs - info.fromMs;
      const isOther = outlined === null || outlined.file !== info.file;
      const isMore = outlined !== null && info.readMs - outlined.readMs > lengthMs * MORE_SHARE;
      const isWhole = outlined !== null && info.readMs >= info.toMs && outlined.readMs < info.toMs;
      if (isOther || isMore || isWhole) void readOutline(info);
    },
  };
}
