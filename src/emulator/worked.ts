// What a hand works on an emulator, and what it is answered: faults on purpose, the mock game. The same over HTTP and in one process.
import type { Answered, Worked } from '../feeds/emulating.ts';
import { SOURCES } from '../feeds/shottracker/sources.ts';
import { type Fault, fault } from '../game/fault.ts';
import { firstWrong, type WrongShape } from '../game/wrong-shape.ts';
import { mockOrderSchema } from '../wire/mock-orders.ts';
import type { Emulator } from './emulator.ts';
import { FAULTS, faultPostSchema, type Standing } from './faults.ts';
import type { MockRoom } from './mock-room.ts';

export type WorkedOptions = {
  readonly emulator: () => Pick<Emulator, 'games' | 'board' | 'refresh'>;
  readonly now: () => number;
  /** Null where no mock game is played. */
  readonly mock: () => MockRoom | null;
};

export type Works = {
  /** How everything stands. */
  standing(): Answered;
  /** How one of them stands; with an order: after it was obeyed, or why it was not. */
  ask(what: Worked, order?: unknown): Answered;
  has(what: Worked): boolean;
};

const ok = (body: unknown): Answered => ({ status: 200, body });
/** An answer that says why not. */
export const refusal = (status: number, told: Fault): Answered => ({ status, body: { fault: told } });

const misshapen = (value: unknown, wrong: WrongShape): Answered => {
  const { where, expected, found } = firstWrong(value, wrong, 'body');
  return refusal(422, fault('bad-request', where, expected, found));
};

const shown = (nowMs: number, { fromMs, untilMs, ...order }: Standing) => ({
  ...order,
  forMs: Math.round(nowMs - fromMs),
  leftMs: untilMs === null ? null : Math.round(untilMs - nowMs),
});

/** The works of one emulator. */
export function makeWorked({ emulator, now, mock }: WorkedOptions): Works {
  const faults = () => ({
    faults: FAULTS,
    sources: SOURCES,
    active: emulator()
      .board.active(now())
      .map((one) => shown(now(), one)),
    coming: emulator().board.coming(now()).length,
  });

  const askFaults = (order: unknown): Answered => {
    const read = faultPostSchema.safeParse(order);
    if (!read.success) return misshapen(order, read.error);
    const { board, refresh } = emulator();
    if ('clear' in read.data) board.clear(read.data.clear, now());
    else if ('script' in read.data) board.run(read.data.script, now());
    else board.set(read.data, now());
    refresh();
    return ok(faults());
  };

  const askMock = (room: MockRoom, order: unknown): Answered => {
    const read = mockOrderSchema.safeParse(order);
    if (!read.success) return misshapen(order, read.error);
    const told = room.obey(read.data);
    return told === null ? ok(room.view()) : refusal(409, told);
  };

  return {
    standing: () =>
      ok({
        games: [...emulator().games.values()].map(({ listed, history, clients }) => ({
          id: listed.event_id,
          status: listed.status ?? null,
          home: listed.home_team_name,
          away: listed.away_team_name,
          lastSeq: history.last,
          clients: clients.size,
        })),
        faults: faults().active,
        mock: mock() !== null,
      }),
    has: (what) => what === 'faults' || mock() !== null,
    ask(what, order) {
      const room = mock();
      if (what === 'faults') return order === undefined ? ok(faults()) : askFaults(order);
      if (room === null) return refusal(404, fault('bad-request', 'mock', 'a mock game', 'none is played'));
      return order === undefined ? ok(room.view()) : askMock(room, order);
    },
  };
}
