// The operator's page as it runs: its line to the relay, its history, its keyboard, and the one loop here that looks at a clock.
import '../link/no-eval.ts';
import { render } from 'preact';
import { rulesOf } from '../game/rules.ts';
import { type Link, openLink } from '../link/link.ts';
import { makeTimeline, type Timeline } from '../time/timeline.ts';
import { type Down, WIRE_VERSION } from '../wire/wire.ts';
import { copyText } from './copy-text.ts';
import { ANSWER_MS, makeCueLine } from './cue-line.ts';
import { makeDesk } from './desk.ts';
import { listenToKeys } from './keyboard.ts';
import { monitorSource } from './monitors.tsx';
import { Page } from './page.tsx';

/** History that figures need: enough for a clock to be read from. Milliseconds. */
const HISTORY_MS = 10_000;
/** Figures are read this often at most. Milliseconds. */
const READ_EVERY_MS = 100;

const desk = makeDesk({
  line: makeCueLine({
    fetch: (path, init) => window.fetch(path, init),
    patience: () => AbortSignal.timeout(ANSWER_MS),
  }),
  now: () => performance.now(),
});

let timeline: Timeline | null = null;

/** Facts make the history; places are not read here. */
function hear(down: Down): void {
  if (down.type === 'frame' || down.type === 'echo') return;
  if (down.type === 'snapshot') {
    timeline = makeTimeline({ rules: rulesOf(down.rules), historyMs: HISTORY_MS });
    timeline.reset({ game: down.game, facts: down.facts, frames: [] });
  }
  if (down.type === 'facts') for (const fact of down.facts) timeline?.push(fact);
  else desk.tell({ on: 'down', down, nowMs: performance.now() });
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

let readMs = 0;
function turn(nowMs: number): void {
  requestAnimationFrame(turn);
  if (nowMs - readMs < READ_EVERY_MS) return;
  readMs = nowMs;
  if (timeline) desk.read(timeline, link.relayNow());
  else desk.tell({ on: 'time', nowMs });
}

listenToKeys(desk, document);
render(<Page desk={desk} origin={location.origin} monitor={monitorSource} copy={copyText} />, document.body);
requestAnimationFrame(turn);
