// The operator's page as it runs: its line to the relay, its history, its keyboard, and the one loop here that looks at a clock.
import '../link/no-eval.ts';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { type Link, openLink } from '../link/link.ts';
import { type Down, WIRE_VERSION } from '../wire/wire.ts';
import { copyText } from './copy-text.ts';
import { ANSWER_MS, makeCueLine } from './cue-line.ts';
import { makeDesk } from './desk.ts';
import { DeskHistory, HISTORY_MS } from './desk-history.ts';
import { DOCK_TABS } from './docks.ts';
import { listenToKeys } from './keyboard.ts';
import { monitorSource } from './monitors.tsx';
import { newId } from './new-id.ts';
import { keepOperator, readOperator } from './operator.ts';
import { keepOwnKeys, readOwnKeys } from './own-keys.ts';
import { Page } from './page.tsx';

/** Figures are read this often at most. Milliseconds. */
const READ_EVERY_MS = 100;

const desk = makeDesk({
  line: makeCueLine({
    fetch: (path, init) => window.fetch(path, init),
    patience: () => AbortSignal.timeout(ANSWER_MS),
    newId,
  }),
  now: () => performance.now(),
  relayNow: () => (Number.isFinite(link.offsetErrorMs) ? link.relayNow() : null),
  tabs: DOCK_TABS,
  readLog: async (since) => (await window.fetch(`/api/v1/log?since=${since}`)).json(),
  readRaw: async (id) => (await window.fetch(`/api/v1/faults/${id}/raw`)).json(),
});

desk.tell({ on: 'keys', own: readOwnKeys(localStorage) });
effect(() => keepOwnKeys(localStorage, desk.state.value.ownKeys));
desk.tell({ on: 'operator', operator: readOperator(localStorage) });
effect(() => keepOperator(localStorage, desk.state.value.operator));

const history = new DeskHistory();

/** Facts make the history; places are not read here. */
function hear(down: Down): void {
  if (down.type === 'frame' || down.type === 'echo') return;
  history.hear(down);
  if (down.type !== 'facts') desk.tell({ on: 'down', down, nowMs: performance.now() });
}

const link: Link = openLink({
  hello: {
    type: 'hello',
    version: WIRE_VERSION,
    role: 'desk',
    name: 'desk',
    bus: 'program',
    historyMs: HISTORY_MS,
  },
  onDown: hear,
  onState: (state) => desk.tell({ on: 'link', link: state }),
  painted: () => null,
});

/** Reads the figures again and again, at most every `READ_EVERY_MS`. */
function readFigures(): void {
  let readMs = 0;
  const turn = (nowMs: number): void => {
    readFigures();
    if (nowMs - readMs < READ_EVERY_MS) return;
    readMs = nowMs;
    const askMs = history.missingMs(desk.state.peek().heard?.show ?? null, link.relayNow());
    if (askMs !== null) link.askHistory(askMs);
    const { timeline } = history;
    if (timeline) desk.read(timeline, link.relayNow());
    else desk.tell({ on: 'time', nowMs });
  };
  requestAnimationFrame(turn);
}

listenToKeys(desk, document);
render(<Page desk={desk} origin={location.origin} monitor={monitorSource} copy={copyText} />, document.body);
readFigures();
