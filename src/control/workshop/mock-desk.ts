// A mock game as a page works it: the game as the relay has it, looked at again and again, and orders to it.
import { type Signal, signal } from '@preact/signals';
import type { PlayOrder, Start } from '../../wire/mock-orders.ts';
import { type MockView, mockViewSchema } from '../../wire/mock-view.ts';
import type { Bench } from './bench.ts';
import { emptyMockHand, type MockHand } from './mock-hand.ts';

const PATH = '/api/v1/rehearsal/mock';
/** How often the game is looked at while its panel is open, in milliseconds: others may enter too. */
const LOOK_MS = 500;

/** What starts a game, the teams left to the relay where they are absent. */
export type Beginning = Pick<Start, 'minutes' | 'home' | 'away'>;

export type MockDesk = {
  /** Null before the first look. `seenMs`: the page's clock at it. */
  readonly seen: Signal<{ readonly view: MockView; readonly seenMs: number } | null>;
  readonly hand: Signal<MockHand>;
  /** True once it was obeyed. */
  order(about: string, order: PlayOrder): Promise<boolean>;
  start(beginning: Beginning): Promise<boolean>;
  /** Looks again and again until it is told to stop. */
  watch(): () => void;
};

/** `now`: the page's own clock, milliseconds. */
export function makeMockDesk(bench: Bench, now: () => number): MockDesk {
  const seen: MockDesk['seen'] = signal(null);
  const hand = signal(emptyMockHand);

  const take = (view: MockView | null): boolean => {
    if (view) seen.value = { view, seenMs: now() };
    return view !== null;
  };
  return {
    seen,
    hand,
    order: async (about, order) => take(await bench.order(about, PATH, order, mockViewSchema)),
    start: async (beginning) =>
      take(await bench.order('Start', PATH, { do: 'start', ...beginning }, mockViewSchema)),
    watch() {
      let stopped = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = async (): Promise<void> => {
        const view = await bench.read(PATH, mockViewSchema);
        if (stopped) return;
        take(view);
        timer = setTimeout(() => void look(), LOOK_MS);
      };
      void look();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
