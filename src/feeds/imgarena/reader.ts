// Reads the provider's words, whoever brings them: a socket or a tape. Everything heard goes to the tape; what is new goes on as Messages.
import { type Fault, fault } from '../../game/fault.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import type { FeedReader } from '../feed.ts';
import { readLeniently } from '../shottracker/lenient.ts';
import { actionOf } from './action.ts';
import { ActionBook, MAX_ACTIONS } from './action-book.ts';
import { complaintOf } from './control.ts';
import { clockOf, foulsOf, periodOf, possessionOf, scoreOf } from './course.ts';
import { readStamp } from './instant.ts';
import { peopleOf, sidesOf } from './people.ts';
import { playsOf } from './plays.ts';
import { makeSeen } from './seen.ts';
import { makeStamps } from './stamps.ts';
import { translateStatistics } from './translate-statistics.ts';
import { makeVoice, type Now } from './voice.ts';
import { type ActionWords, actionPacketSchema, type SummaryWords, statisticsSchema } from './words.ts';

export type ReaderOptions = {
  readonly rules: RuleSetName;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault' | 'offset'>;
  /** The fixture asked for: packets that name another are refused. */
  readonly gameId?: string | undefined;
};

/** What was heard. `isNew`: a packet that was not heard before; `refusal`: the provider will not have our token, in its own words. */
export type Heard = {
  readonly kind: 'data' | 'control' | 'unknown';
  readonly isNew: boolean;
  readonly refusal?: string;
};

export type Reader = {
  /** Takes one text as it came. Never throws. */
  hear(text: string, heardMs: number): Heard;
};

/** A longer text is not parsed, in characters. */
const LONGEST_TEXT = 2_000_000;
/** How often the provider's clock is told of. Milliseconds. */
const OFFSET_EVERY_MS = 1_000;
const FOUND_CHARACTERS = 60;
const CONTROL: Heard = { kind: 'control', isNew: false };
const UNKNOWN: Heard = { kind: 'unknown', isNew: false };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): { readonly value: unknown } | null => {
  try {
    return text.length > LONGEST_TEXT ? null : { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/** By what it holds, not by the address it came from: the pages print one address for both streams. */
function streamOf(packet: Record<string, unknown>): 'actions' | 'statistics' | null {
  if ('fixtureAction' in packet || 'fixtureSummary' in packet) return 'actions';
  return 'teamActionAggregates' in packet || 'seqNum' in packet ? 'statistics' : null;
}

/** Reads until it is let go of. It holds the actions of one game, never a socket or a timer. */
export const makeReader = (options: ReaderOptions): Reader => new ImgReader(options);

class ImgReader implements Reader {
  readonly #to: ReaderOptions['to'];
  readonly #gameId: string | undefined;
  readonly #rules;
  readonly #book = new ActionBook();
  readonly #seen = makeSeen();
  readonly #stamps = makeStamps();
  /** One for each stream: what is told of the past by one is not held up by what the other says of now. */
  readonly #voice;
  readonly #statisticsVoice;
  #summary: { readonly seq: number; readonly words: SummaryWords } | null = null;
  #lastSeq = 0;
  #statisticsSeq = Number.NEGATIVE_INFINITY;
  #hasFouls = false;
  #offsetToldMs = Number.NEGATIVE_INFINITY;

  constructor({ rules, to, gameId }: ReaderOptions) {
    this.#to = to;
    this.#gameId = gameId;
    this.#rules = rulesOf(rules);
    this.#voice = makeVoice(to, this.#stamps);
    this.#statisticsVoice = makeVoice(to, this.#stamps);
  }

  hear(text: string, heardMs: number): Heard {
    const read = parsed(text);
    if (read === null) return this.#hearText(text, heardMs);
    if (!isObject(read.value)) return this.#hearControl(text, heardMs);
    const packet = read.value;
    const stream = streamOf(packet);
    if (stream === null) return this.#hearControl(text, heardMs);
    const isNew = this.#seen.isNew(packet);
    if (stream === 'actions') this.#hearAction(packet, { text, heardMs, isNew });
    else this.#hearStatistics(packet, { text, heardMs, isNew });
    return { kind: 'data', isNew };
  }

  #hearControl(text: string, heardMs: number): Heard {
    this.#to.words({ source: 'control', text, heardMs });
    const complaint = complaintOf(text);
    if (complaint === null) return CONTROL;
    this.#to.fault(fault('provider-complains', 'message', 'data', complaint.text));
    return complaint.refused ? { ...CONTROL, refusal: complaint.text } : CONTROL;
  }

  /** What is no JSON: a bare word is a heartbeat; the documents' refusals look like objects and are none. */
  #hearText(text: string, heardMs: number): Heard {
    if (!/^\s*[{[]/.test(text) || (text.length <= LONGEST_TEXT && complaintOf(text) !== null))
      return this.#hearControl(text, heardMs);
    this.#to.words({ source: 'unknown', text, heardMs });
    this.#to.fault(fault('not-json', 'message', 'JSON', JSON.stringify(text.slice(0, FOUND_CHARACTERS))));
    return UNKNOWN;
  }

  /** Gives the words to the tape, and says whether there is anything in them to go on with. */
  #takes(
    source: string,
    stampMs: number | null,
    { text, heardMs, isNew }: { text: string; heardMs: number; isNew: boolean },
    named: string | undefined,
  ): boolean {
    this.#to.words({ source, text, heardMs, ...(stampMs === null ? {} : { saidMs: stampMs }) });
    if (!isNew) return false;
    if (this.#gameId !== undefined && named !== undefined && named !== this.#gameId) {
      this.#to.fault(fault('other-game', source, `fixture ${this.#gameId}`, `fixture ${named}`));
      return false;
    }
    this.#stamps.hear(stampMs, heardMs);
    this.#tellOffset(heardMs);
    return true;
  }

  #hearAction(packet: object, how: { text: string; heardMs: number; isNew: boolean }): void {
    const { data, faults } = readLeniently(actionPacketSchema, packet, 'actions');
    const action = data?.fixtureAction;
    const stampMs = readStamp(action?.timestamp);
    if (!this.#takes('actions', stampMs, how, action?.fixtureId)) return;
    this.#tellFaults(faults);
    const seq = action?.fixtureSeqNum ?? this.#lastSeq;
    this.#lastSeq = Math.max(this.#lastSeq, seq);
    const summary = data?.fixtureSummary;
    if (summary && seq >= (this.#summary?.seq ?? Number.NEGATIVE_INFINITY))
      this.#summary = { seq, words: summary };
    const now = { stampMs, heardMs: how.heardMs };
    if (action) this.#takeAction(action, now);
    this.#tellGame(now);
  }

  #takeAction(words: ActionWords, now: Now): void {
    const faults: Fault[] = [];
    const action = actionOf(words, this.#lastSeq, faults);
    this.#tellFaults(faults);
    const taken = this.#book.take(action);
    if (taken === 'full')
      this.#to.fault(fault('too-many', 'actions', `at most ${MAX_ACTIONS} actions`, 'one more'));
    if (typeof taken === 'string') return;
    if (action.kind === 'foul') this.#hasFouls = true;
    for (const fact of playsOf(taken.before, action, this.#rules)) this.#voice.say(fact, now);
  }

  /** Everything that stands, from the beginning: what has not changed is not said again. */
  #tellGame(now: Now): void {
    const actions = this.#book.all();
    const summary = this.#summary?.words ?? null;
    const sides = sidesOf(actions);
    const period = periodOf(actions, summary, this.#rules);
    const facts = [
      ...peopleOf(actions),
      period === null ? null : ({ kind: 'period', period } as const),
      scoreOf(actions, summary, sides),
      ...foulsOf(actions, sides, this.#rules),
      possessionOf(actions, summary, sides),
    ];
    for (const fact of facts) if (fact !== null) this.#voice.tell(fact, now);
    const clock = clockOf(actions);
    if (clock !== null) this.#voice.tellClock(clock, now);
  }

  #hearStatistics(packet: object, how: { text: string; heardMs: number; isNew: boolean }): void {
    const { data, faults } = readLeniently(statisticsSchema, packet, 'statistics');
    const stampMs = readStamp(data?.timestamp);
    if (!this.#takes('statistics', stampMs, how, data?.fixtureId)) return;
    this.#tellFaults(faults);
    if (data === null) return;
    // Each holds everything: one that is older than the last says nothing.
    const seq = data.seqNum ?? this.#statisticsSeq;
    if (seq < this.#statisticsSeq) return;
    this.#statisticsSeq = seq;
    const { homeId, awayId } = sidesOf(this.#book.all());
    const hasSides = homeId !== null || awayId !== null;
    const context = { rules: this.#rules, hasSides, hasFouls: this.#hasFouls };
    for (const fact of translateStatistics(data, context))
      this.#statisticsVoice.tell(fact, { stampMs, heardMs: how.heardMs });
  }

  #tellFaults(faults: readonly Fault[]): void {
    for (const one of faults) this.#to.fault(one);
  }

  #tellOffset(heardMs: number): void {
    const offset = this.#stamps.offset();
    if (offset === null || heardMs - this.#offsetToldMs < OFFSET_EVERY_MS) return;
    this.#offsetToldMs = heardMs;
    this.#to.offset?.(offset);
  }
}
