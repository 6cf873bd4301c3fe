// A desk at work for tests: a relay's words by hand, a line that only writes down what was sent.
import { render } from 'preact';
import type { CueAnswer, CueLine } from '../../src/control/cue-line.ts';
import { type Desk, makeDesk } from '../../src/control/desk.ts';
import type { ReadLog } from '../../src/control/desk-log.ts';
import { DOCK_TABS } from '../../src/control/docks.ts';
import { listenToKeys } from '../../src/control/keyboard.ts';
import { Page } from '../../src/control/page.tsx';
import type { Asked } from '../../src/show/asked.ts';
import type { Cue } from '../../src/show/cue.ts';
import type { Snapshot } from '../../src/wire/wire.ts';
import { NOW_MS, snapshot, someHistory } from './words.ts';

/** Writes down cues and answers each as told. */
export function fakeLine(answer: (cue: Cue) => CueAnswer = () => ({ status: 'granted', revision: 1 })) {
  const sent: Cue[] = [];
  const asked: Asked[] = [];
  const tokens: string[] = [];
  const line: CueLine = {
    send: (cue, askedFor) => {
      sent.push(cue);
      asked.push(askedFor?.() ?? {});
      return Promise.resolve(answer(cue));
    },
    setToken: (token) => {
      tokens.push(token);
    },
  };
  return { line, sent, asked, tokens };
}

/** The page of that desk in the document, with its keyboard; `unmount` takes it away. `monitor`: what its live pictures load. */
export function mountPage(
  desk: Desk,
  monitor: (bus: 'program' | 'preview') => string | null = () => null,
): { readonly root: HTMLElement; readonly unmount: () => void } {
  const stopKeys = listenToKeys(desk, document);
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <Page desk={desk} origin="http://127.0.0.1:4747" monitor={monitor} copy={() => Promise.resolve(true)} />,
    root,
  );
  return {
    root,
    unmount() {
      stopKeys();
      render(null, root);
      root.remove();
    },
  };
}

/** A desk that has heard a snapshot and a game. */
export function deskWith(
  told: Partial<Snapshot> = {},
  answer?: (cue: Cue) => CueAnswer,
  readLog: ReadLog = () => Promise.resolve({ entries: [] }),
): {
  readonly desk: Desk;
  readonly sent: readonly Cue[];
  /** What went with each. */
  readonly asked: readonly Asked[];
  readonly tokens: readonly string[];
} {
  const { line, sent, asked, tokens } = fakeLine(answer);
  const desk = makeDesk({ line, now: () => 0, tabs: DOCK_TABS, readLog });
  desk.tell({ on: 'link', link: { status: 'open' } });
  desk.tell({ on: 'down', down: snapshot(told), nowMs: 0 });
  desk.read(someHistory(), NOW_MS);
  return { desk, sent, asked, tokens };
}
