// A desk that lives: its line to the relay, its history, what its browser keeps, and the one loop of a page that looks at a clock.
import { effect } from '@preact/signals';
import { type Link, openLink } from '../link/link.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Seat } from '../wire/seat.ts';
import { type Down, type Hello, WIRE_VERSION } from '../wire/wire.ts';
import { makeAsk } from './ask.ts';
import { ANSWER_MS, type CueLine, makeCueLine } from './cue-line.ts';
import { type Desk, makeDesk } from './desk.ts';
import { DeskHistory, HISTORY_MS } from './desk-history.ts';
import { DOCK_TABS } from './docks.ts';
import { newId } from './new-id.ts';
import { keepOperator, readOperator } from './operator.ts';
import { keepOwnKeys, readOwnKeys } from './own-keys.ts';

/** Figures are read this often at most. Milliseconds. */
const READ_EVERY_MS = 100;

export type DeskOpening = {
  /** What the relay calls this page. */
  readonly name: string;
  /** What it calls itself to the relay: a name that no page had before. */
  readonly page: string;
  /** The token that the relay has asked for was given. */
  readonly onToken?: (token: string) => void;
  /** At each reading of the figures. */
  readonly onRead?: (timeline: Timeline, relayMs: number) => void;
};

/** Opens one for this page, until it closes. */
export function openDesk({ name, page, onToken, onRead }: DeskOpening): Desk {
  const cues = makeCueLine({
    fetch: (path, init) => window.fetch(path, init),
    patience: () => AbortSignal.timeout(ANSWER_MS),
    newId,
  });
  const line: CueLine = {
    send: (cue, asked) => cues.send(cue, asked),
    setToken(token) {
      cues.setToken(token);
      onToken?.(token);
    },
  };
  const desk = makeDesk({
    line,
    page,
    ask: makeAsk({ fetch: (path, init) => window.fetch(path, init), page }),
    now: () => performance.now(),
    relayNow: () => (Number.isFinite(link.offsetErrorMs) ? link.relayNow() : null),
    tabs: DOCK_TABS,
    readLog: async (since) => (await window.fetch(`/api/v1/log?since=${since}`)).json(),
    readRaw: async (id) => (await window.fetch(`/api/v1/faults/${id}/raw`)).json(),
    readPreflights: async () => (await window.fetch('/api/v1/preflight')).json(),
  });

  desk.tell({ on: 'keys', own: readOwnKeys(localStorage) });
  effect(() => keepOwnKeys(localStorage, desk.state.value.ownKeys));
  desk.tell({ on: 'operator', operator: readOperator(localStorage) });
  effect(() => keepOperator(localStorage, desk.state.value.operator));

  const { title } = document;
  effect(() => {
    const rehearses = desk.state.value.rehearsed.rehearsal === true;
    document.title = rehearses ? `REHEARSAL – ${title}` : title;
  });

  // An address for people who only look: `?role=observer`.
  if (new URLSearchParams(location.search).get('role') === 'observer') desk.tell({ on: 'only-observes' });

  const history = new DeskHistory();

  /** Facts make the history; places are not read here. */
  const hear = (down: Down): void => {
    if (down.type === 'frame' || down.type === 'echo') return;
    history.hear(down);
    if (down.type !== 'facts') desk.tell({ on: 'down', down, nowMs: performance.now() });
  };

  const seat = (): Seat => {
    const { name: who, role } = desk.state.value.operator;
    return { page, role, who };
  };
  const hello: Hello = {
    type: 'hello',
    version: WIRE_VERSION,
    role: 'desk',
    name,
    bus: 'program',
    historyMs: HISTORY_MS,
    seat: seat(),
  };
  const link: Link = openLink({
    hello,
    onDown: hear,
    onState: (state) => desk.tell({ on: 'link', link: state }),
    painted: () => null,
  });
  effect(() => link.sit(seat()));

  /** Reads the figures again and again, at most every `READ_EVERY_MS`. */
  const readFigures = (): void => {
    let readMs = 0;
    const turn = (nowMs: number): void => {
      requestAnimationFrame(turn);
      if (nowMs - readMs < READ_EVERY_MS) return;
      readMs = nowMs;
      const askMs = history.missingMs(desk.state.peek().heard?.show ?? null, link.relayNow());
      if (askMs !== null) link.askHistory(askMs);
      const { timeline } = history;
      if (timeline) {
        desk.read(timeline, link.relayNow());
        onRead?.(timeline, link.relayNow());
      } else desk.tell({ on: 'time', nowMs });
    };
    requestAnimationFrame(turn);
  };
  readFigures();
  return desk;
}
