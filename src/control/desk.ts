// The operator's page as one object: what it knows, and what can be done at it. It is given its line to the relay and its clock.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Game } from '../game/game.ts';
import type { Cue } from '../show/cue.ts';
import type { Timeline } from '../time/timeline.ts';
import type { CueLine } from './cue-line.ts';
import { BACKDROPS, type DeskEvent, type DeskState, firstState, openTab, reduce } from './desk-state.ts';
import type { DockName } from './dock-name.ts';
import type { Action } from './keys.ts';
import { isSame, noReadout, type PlayerChoice, playersOf, type Readout, readMoment } from './readout.ts';
import { cueName, cueOf } from './wish.ts';

export type DeskOptions = {
  readonly line: CueLine;
  /** The page's own clock, milliseconds; for how long a notice stands. */
  readonly now: () => number;
  /** The panels of each dock, by their tabs' ids. */
  readonly tabs: Readonly<Record<DockName, readonly string[]>>;
};

export interface Desk {
  readonly state: ReadonlySignal<DeskState>;
  readonly readout: ReadonlySignal<Readout>;
  readonly players: ReadonlySignal<readonly PlayerChoice[]>;
  /** What has happened, to the page's state. */
  tell(event: DeskEvent): void;
  /** Does what a key or a button means. */
  act(action: Action): void;
  /** Sends a cue; a refusal becomes a notice. Settles when it was answered. */
  send(cue: Cue): Promise<void>;
  /** Remembers the control token for the cues to come. */
  giveToken(token: string): void;
  /** Reads the feed's truth at the relay's instant, from that history. */
  read(timeline: Timeline, relayMs: number): void;
}

/** A desk that knows nothing yet. */
export function makeDesk({ line, now, tabs }: DeskOptions): Desk {
  const state = signal(firstState);
  const readout = signal(noReadout);
  const players = signal<readonly PlayerChoice[]>([]);
  let teams: Game['teams'] | null = null;

  const tell = (event: DeskEvent): void => {
    state.value = reduce(state.peek(), event);
  };

  const send = async (cue: Cue): Promise<void> => {
    const field = cue.cue === 'override' ? cue.field : null;
    if (cue.cue === 'override') tell({ on: 'asked', field: cue.field, value: cue.value });
    tell({ on: 'sent' });
    const answer = await line.send(cue);
    batch(() => {
      tell({ on: 'settled' });
      const revision = answer.status === 'granted' ? answer.revision : null;
      if (field !== null) tell({ on: 'answered', field, revision });
      const about = cueName(cue);
      if (answer.status === 'granted') return tell({ on: 'granted', about, revision: answer.revision });
      tell({ on: 'refused', about, fault: answer.fault, nowMs: now() });
      if (answer.status === 'token') tell({ on: 'token', asked: true });
    });
  };

  /** What an action changes on this page itself. */
  const turn = (action: Action): void => {
    const { backdrop, armed, heard } = state.peek();
    if (action.do === 'arm') tell({ on: 'armed', field: armed === action.field ? null : action.field });
    if (action.do === 'backdrop') {
      const next = BACKDROPS[(BACKDROPS.indexOf(backdrop) + 1) % BACKDROPS.length];
      if (next) tell({ on: 'backdrop', backdrop: next });
    }
    if (action.do === 'help') tell({ on: 'help', open: !state.peek().helpOpen });
    if (action.do === 'tab') {
      const next = openTab(state.peek(), action.dock, tabs[action.dock], action.by);
      if (next !== null) tell({ on: 'opened', dock: action.dock, tab: next });
    }
    if (action.do === 'escape')
      batch(() => {
        tell({ on: 'armed', field: null });
        tell({ on: 'dismissed', id: 'all' });
      });
    const graphic = 'index' in action ? heard?.graphics[action.index]?.id : undefined;
    if (graphic !== undefined) tell({ on: 'selected', graphic });
  };

  return {
    state,
    readout,
    players,
    tell,
    send,
    act(action) {
      const cue = cueOf(action, state.peek(), readout.peek());
      turn(action);
      if (cue) void send(cue);
    },
    giveToken(token) {
      line.setToken(token);
      tell({ on: 'token', asked: false });
    },
    read(timeline, relayMs) {
      const moment = timeline.at(relayMs);
      const next = readMoment(moment, relayMs);
      batch(() => {
        if (!isSame(next, readout.peek())) readout.value = next;
        if (moment.game.teams !== teams) {
          teams = moment.game.teams;
          const choices = playersOf(moment.game);
          if (!isSame(choices, players.peek())) players.value = choices;
        }
        tell({ on: 'time', nowMs: now() });
      });
    },
  };
}
