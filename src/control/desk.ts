// The operator's page as one object: what it knows, and what can be done at it. It is given its line to the relay and its clock.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { gameAt, LIVE_COURSE } from '../game/course.ts';
import { type Fault, fault } from '../game/fault.ts';
import type { Game } from '../game/game.ts';
import type { Cue } from '../show/cue.ts';
import { StoryBook } from '../show/story-book.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Action } from './action.ts';
import type { Ask } from './ask.ts';
import { askedBy, timed } from './asked-by.ts';
import { type Foreseen, Foreseer, nothingForeseen } from './coming.ts';
import type { CueAnswer, CueLine } from './cue-line.ts';
import { makeDelivery, OBSERVED, OVERTAKEN } from './delivery.ts';
import { type DeskLog, makeDeskLog, type ReadLog } from './desk-log.ts';
import { BACKDROPS, type DeskEvent, type DeskState, firstState, openTab } from './desk-state.ts';
import type { DockName } from './dock-name.ts';
import { type AllFieldWords, allFieldWords } from './field-words.ts';
import { nextAutoOut } from './hand.ts';
import { type HostDesk, makeHostDesk } from './hosts/host-desk.ts';
import type { Outcome } from './notice.ts';
import { instantSeen, outputInHand } from './output-in-hand.ts';
import type { ReadRaw } from './raw-fault.tsx';
import {
  isSame,
  noReadout,
  type PlayerChoice,
  playersOf,
  type Readout,
  readMoment,
  staleAt,
  type TeamSheet,
  teamSheets,
} from './readout.ts';
import { reduce } from './reduce.ts';
import { nextStory, storyInHand } from './story-cue.ts';
import { answeredYes, questionFor } from './tape/rehearsal-guard.ts';
import { makeTapeDesk, type TapeDesk } from './tape/tape-desk.ts';
import { cueName, cueOf } from './wish.ts';

export type DeskOptions = {
  readonly line: CueLine;
  /** The page's own clock, milliseconds; for how long a notice stands. */
  readonly now: () => number;
  /** The relay's clock as this page knows it; null while it does not. For presses that are timed. */
  readonly relayNow?: () => number | null;
  /** What this page calls itself to the relay, over its link and in its cues. */
  readonly page?: string | undefined;
  /** The panels of each dock, by their tabs' ids. */
  readonly tabs: Readonly<Record<DockName, readonly string[]>>;
  /** What is asked of the relay beside cues; without it nothing is. */
  readonly ask?: Ask;
  readonly readLog: ReadLog;
  /** Asks the relay for the words in which a Fault was found; without it there are none. */
  readonly readRaw?: ReadRaw;
  /** Asks the relay for the reports of pre-flights; without it there are none. */
  readonly readPreflights?: () => Promise<unknown>;
};

export interface Desk {
  readonly state: ReadonlySignal<DeskState>;
  readonly readout: ReadonlySignal<Readout>;
  readonly players: ReadonlySignal<readonly PlayerChoice[]>;
  /** Who says what of each field that can be corrected. */
  readonly fields: ReadonlySignal<AllFieldWords>;
  /** Both teams as the feed has them, the guests first. */
  readonly sheets: ReadonlySignal<readonly TeamSheet[]>;
  readonly log: DeskLog['lines'];
  readonly readRaw: ReadRaw;
  /** What the relay answers for the reports of pre-flights; undefined where it does not. */
  readPreflights(): Promise<unknown>;
  /** What the output in hand is about to show. */
  readonly foreseen: ReadonlySignal<Foreseen>;
  /** What has happened, to the page's state. */
  tell(event: DeskEvent): void;
  /** Does what a key or a button means. */
  act(action: Action): void;
  /** Sends a cue; a refusal becomes a notice. Settles when it was answered. */
  send(cue: Cue): Promise<void>;
  /** Tells that something could not be done. */
  refuse(about: string, told: Fault, outcome?: Outcome): void;
  /** Remembers the control token for the cues to come. */
  giveToken(token: string): void;
  /** What is asked of the tape, and what is known of it. */
  readonly tape: TapeDesk;
  /** What is ordered of OBS. */
  readonly hosts: HostDesk;
  /** The answer to the question before a rehearsal is taken for the live game, or the other way round. */
  answer(yes: boolean): void;
  /** Reads the feed's truth at the relay's instant, from that history. */
  read(timeline: Timeline, relayMs: number): void;
}

const unheard = {
  ok: false,
  fault: fault('no-answer', 'relay', 'an answer', 'nobody to ask'),
  token: false,
} as const;
const nobodyAnswers: Ask = {
  get: () => Promise.resolve(unheard),
  post: () => Promise.resolve(unheard),
  setToken: () => {},
};

const noRaw: ReadRaw = () => Promise.resolve(undefined);

/** What an answer means for the one who pressed. */
const OUTCOMES: Readonly<Partial<Record<CueAnswer['status'], Outcome>>> = {
  unanswered: 'unknown',
  unsent: 'not sent',
};

/** A desk that knows nothing yet. */
export function makeDesk({
  line,
  now,
  relayNow = () => null,
  page,
  tabs,
  readLog,
  readRaw = noRaw,
  readPreflights = () => Promise.resolve(undefined),
  ask = nobodyAnswers,
}: DeskOptions): Desk {
  const state = signal(firstState);
  const readout = signal(noReadout);
  const players = signal<readonly PlayerChoice[]>([]);
  const fields = signal<AllFieldWords>({});
  const sheets = signal<readonly TeamSheet[]>([]);
  const log = makeDeskLog(readLog);
  const foreseen = signal(nothingForeseen);
  const foreseer = new Foreseer();
  const book = new StoryBook();
  let teams: Game['teams'] | null = null;

  const tell = (event: DeskEvent): void => {
    state.value = reduce(state.peek(), event);
    const relay = event.on === 'down' ? state.peek().heard?.health.relay : undefined;
    if (relay) log.follow(relay.logChanges, relay.startedMs);
  };

  const deliver = makeDelivery(line, state, page);
  const refuse = (about: string, told: Fault, outcome: Outcome = 'refused'): void =>
    tell({ on: 'refused', about, fault: told, outcome, nowMs: now() });

  const onRefused = (about: string, told: Fault, token: boolean): void => {
    refuse(about, told);
    if (token) tell({ on: 'token', asked: true });
  };
  const tape = makeTapeDesk({
    ask,
    relayNow,
    transport: () => state.peek().heard?.transport ?? null,
    fps: () => state.peek().hand.fps,
    onRefused,
  });
  const hosts = makeHostDesk({ ask, onRefused });

  /** True when the cue waits for an answer first. */
  const asks = (cue: Cue): boolean => {
    const { heard, rehearsed } = state.peek();
    const question = heard && questionFor(rehearsed, heard.health, cue);
    if (question) tell({ on: 'rehearsed', seen: { ...rehearsed, held: { cue, question } } });
    return question !== null;
  };

  const send = async (cue: Cue): Promise<void> => {
    const about = cueName(cue);
    if (state.peek().operator.role === 'observer') return refuse(about, OBSERVED);
    if (asks(cue)) return;
    const asked = askedBy(cue);
    const field = asked?.field ?? null;
    if (asked) tell({ on: 'asked', ...asked });
    tell({ on: 'sent' });
    const answer = await deliver(cue);
    batch(() => {
      tell({ on: 'settled' });
      const revision = answer.status === 'granted' ? answer.revision : null;
      if (field !== null) tell({ on: 'answered', field, revision });
      if (answer.status === 'granted') return tell({ on: 'granted', about, revision: answer.revision });
      refuse(about, answer.status === 'stale' ? OVERTAKEN : answer.fault, OUTCOMES[answer.status]);
      if (answer.status === 'token') tell({ on: 'token', asked: true });
    });
  };

  const turnStory = (step: 'preview' | 'next' | 'dismiss'): void => {
    const inHand = step === 'next' ? nextStory(state.peek()) : storyInHand(state.peek());
    if (inHand && step !== 'preview')
      tell({ on: 'hand', event: { took: step === 'next' ? 'story' : 'dismissed', story: inHand.id } });
  };

  /** What an action changes on this page itself. */
  const turn = (action: Action): void => {
    const { backdrop, armed, heard, operator } = state.peek();
    if (action.do === 'story') turnStory(action.step);
    if (action.do === 'arm') tell({ on: 'armed', field: armed === action.field ? null : action.field });
    if (action.do === 'backdrop') {
      const next = BACKDROPS[(BACKDROPS.indexOf(backdrop) + 1) % BACKDROPS.length];
      if (next) tell({ on: 'backdrop', backdrop: next });
    }
    if (action.do === 'until-agrees')
      tell({ on: 'operator', operator: { ...operator, untilAgrees: !operator.untilAgrees } });
    if (action.do === 'auto-out')
      tell({ on: 'hand', event: { took: 'auto-out', autoOutMs: nextAutoOut(state.peek().hand.autoOutMs) } });
    if (action.do === 'hints') tell({ on: 'hints', open: true });
    if (action.do === 'open') tell({ on: 'opened', dock: action.dock, tab: action.tab });
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
    fields,
    sheets,
    log: log.lines,
    readRaw,
    readPreflights: () => readPreflights().catch(() => undefined),
    foreseen,
    tell,
    send,
    refuse,
    tape,
    hosts,
    answer(yes) {
      const { heard, rehearsed } = state.peek();
      const { held } = rehearsed;
      if (!held || !heard) return;
      const seen = yes ? answeredYes(rehearsed, heard.health) : { ...rehearsed, held: null };
      tell({ on: 'rehearsed', seen });
      if (yes) void send(held.cue);
    },
    act(action) {
      if (action.do === 'tape') {
        if (state.peek().operator.role === 'observer') return refuse('Tape', OBSERVED);
        return tape.act(action.wish);
      }
      const cue = cueOf(action, state.peek(), readout.peek());
      turn(action);
      if (!cue) return;
      if (cue.cue === 'take' && cue.autoOutMs !== undefined)
        tell({ on: 'hand', event: { took: 'auto-out', autoOutMs: null } });
      void send(timed(cue, relayNow()));
    },
    giveToken(token) {
      line.setToken(token);
      ask.setToken(token);
      tell({ on: 'token', asked: false });
    },
    read(timeline, nowMs) {
      tape.look();
      const relayMs = gameAt(state.peek().heard?.transport?.course ?? LIVE_COURSE, nowMs);
      const moment = timeline.at(relayMs);
      const show = state.peek().heard?.show ?? null;
      const next = readMoment(moment, relayMs, staleAt(moment, show));
      const words = allFieldWords(moment, show?.overrides ?? {}, moment.rules);
      const ahead = foreseer.look(state.peek(), timeline, relayMs);
      const stories = book.at(timeline, instantSeen(state.peek(), outputInHand(state.peek()), relayMs));
      batch(() => {
        if (stories !== state.peek().hand.stories) tell({ on: 'hand', event: { took: 'stories', stories } });
        if (!isSame(ahead, foreseen.peek())) foreseen.value = ahead;
        if (!isSame(next, readout.peek())) readout.value = next;
        if (!isSame(words, fields.peek())) fields.value = words;
        if (moment.game.teams !== teams) {
          teams = moment.game.teams;
          const choices = playersOf(moment.game);
          if (!isSame(choices, players.peek())) players.value = choices;
          const sides = teamSheets(moment.game);
          if (!isSame(sides, sheets.peek())) sheets.value = sides;
        }
        tell({ on: 'time', nowMs: now() });
      });
    },
  };
}
