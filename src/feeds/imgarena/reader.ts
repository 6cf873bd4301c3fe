// Reads the provider's words, whoever brings them: a socket or a tape. Everything heard goes to the tape; what is new goes on as Messages.
import { type Fault, fault } from '../../game/fault.ts';
import { isPlayed } from '../../game/period.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import type { FeedReader } from '../feed.ts';
import { readLeniently } from '../lenient.ts';
import { openJson } from '../open-json.ts';
import { actionOf } from './action.ts';
import { ActionBook, MAX_ACTIONS } from './action-book.ts';
import type { Stream } from './address.ts';
import { complaintOf } from './control.ts';
import { periodOf, possessionOf, scoreOf } from './course.ts';
import type { Doubt } from './doubts.ts';
import { foulFacts } from './fouls.ts';
import { CONTROL, type Heard, UNKNOWN } from './heard.ts';
import { readStamp } from './instant.ts';
import { makeKeptLines } from './kept-lines.ts';
import { makeLate } from './late.ts';
import { isObject, streamOf } from './packet.ts';
import { peopleFacts } from './people.ts';
import { playsOf } from './plays.ts';
import { makeRefold } from './refold.ts';
import { eventOf, makeSeen, type Seen } from './seen.ts';
import { makeStamps } from './stamps.ts';
import { NO_ACTION, type StandingGame, standsAfter } from './standing-game.ts';
import { makeSurplus } from './surplus.ts';
import { translateStatistics, withoutPeriodFouls } from './translate-statistics.ts';
import { makeVoice, type Now } from './voice.ts';
import { type ActionWords, actionPacketSchema, type SummaryWords, statisticsSchema } from './words.ts';

export type ReaderOptions = {
  readonly rules: RuleSetName;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault' | 'offset'>;
  /** The fixture asked for: packets that name another are refused. */
  readonly gameId?: string | undefined;
};

export type Reader = {
  /** Takes one text as it came. Never throws. */
  hear(text: string, heardMs: number): Heard;
  /** A new connection for a stream: what it tells again is told again, and not twice. */
  resumed(stream: Stream): void;
  /** The summary and the throws are taken as they are, though they do not come to the same. */
  acceptScore(): void;
  /** Stamps that lie far back are taken as they are. */
  acceptStamps(): void;
  /** How many actions were added up so far, over again or not: it grows with the game, not with its square. */
  readonly steps: number;
};

/** A longer text is no answer to our token, in characters. */
const LONGEST_ANSWER = 2_000;
/** How often the provider's clock is told of. Milliseconds. */
const OFFSET_EVERY_MS = 1_000;
/** What one packet tells of itself. `isAhead`: its stamp is of the future. */
type Read = Pick<Heard, 'seq' | 'isBroken'> & { readonly isAhead: boolean };

/** How a packet came. */
type How = {
  readonly text: string;
  readonly heardMs: number;
  readonly isNew: boolean;
  readonly isLate?: boolean;
};

/** Reads until it is let go of. It holds the actions of one game, never a socket or a timer. */
export const makeReader = (options: ReaderOptions): Reader => new ImgReader(options);

class ImgReader implements Reader {
  readonly #to: ReaderOptions['to'];
  readonly #gameId: string | undefined;
  readonly #rules;
  readonly #book = new ActionBook();
  readonly #refold;
  readonly #seen = makeSeen();
  readonly #stamps = makeStamps();
  readonly #late = makeLate(this.#stamps);
  /** One for each stream: what is told of the past by one is not held up by what the other says of now. */
  readonly #voice;
  readonly #statisticsVoice;
  readonly #lines = makeKeptLines();
  /** The last that was told of people and fouls: what is the same is not even looked at. */
  #told: Pick<StandingGame, 'people' | 'sides' | 'fouls'> | null = null;
  #summary: { readonly seq: number; readonly words: SummaryWords } | null = null;
  #lastSeq = 0;
  #statistics = { seq: Number.NEGATIVE_INFINITY, stampMs: Number.NEGATIVE_INFINITY };
  #hasFouls = false;
  /** What each connection has told so far. */
  readonly #heard: Record<Stream, Seen> = { actions: makeSeen(), statistics: makeSeen() };
  readonly #surplus = makeSurplus();
  #offsetToldMs = Number.NEGATIVE_INFINITY;

  constructor({ rules, to, gameId }: ReaderOptions) {
    this.#to = to;
    this.#gameId = gameId;
    this.#rules = rulesOf(rules);
    this.#refold = makeRefold(NO_ACTION, standsAfter(this.#rules));
    this.#voice = makeVoice(to, this.#stamps);
    this.#statisticsVoice = makeVoice(to, this.#stamps);
  }

  get steps(): number {
    return this.#refold.steps;
  }

  /** All that was told, added up. */
  get #game(): StandingGame {
    return this.#refold.sum(this.#book.all());
  }

  hear(text: string, heardMs: number): Heard {
    const { value: packet, faults } = openJson(text);
    if (packet === undefined) return this.#hearText(text, heardMs, faults);
    this.#tellFaults(faults);
    if (!isObject(packet)) return this.#hearControl(text, heardMs);
    const stream = streamOf(packet);
    if (stream === null) return this.#hearControl(text, heardMs);
    const event = eventOf(packet);
    const isNew = this.#seen.isNew(packet, event);
    const isTwice = !this.#heard[stream].isNew(packet, event);
    const how = { text, heardMs, isNew };
    const read = stream === 'actions' ? this.#hearAction(packet, how) : this.#hearStatistics(packet, how);
    const doubts: readonly Doubt[] = [
      ...(isTwice ? (['twice'] as const) : []),
      ...(read.isBroken ? (['broken'] as const) : []),
      ...(read.isAhead ? (['ahead'] as const) : []),
      ...(stream === 'actions' && this.#late.isDoubted() ? (['late'] as const) : []),
      ...(stream === 'actions' && this.#isScoreDoubted() ? (['score'] as const) : []),
    ];
    return { kind: 'data', isNew, isBroken: read.isBroken, seq: read.seq, doubts };
  }

  #isScoreDoubted(): boolean {
    return this.#surplus.isChanged(this.#game, this.#summary?.words ?? null);
  }

  resumed(stream: Stream): void {
    this.#heard[stream] = makeSeen();
    if (stream === 'actions') this.#late.resumed();
  }

  acceptStamps(): void {
    this.#late.accept();
  }

  acceptScore(): void {
    this.#surplus.accept(this.#game, this.#summary?.words ?? null);
  }

  #hearControl(text: string, heardMs: number): Heard {
    this.#to.words({ source: 'control', text, heardMs });
    const complaint = complaintOf(text);
    if (complaint === null) return CONTROL;
    this.#to.fault(fault('provider-complains', 'message', 'data', complaint.text));
    return complaint.refused ? { ...CONTROL, refusal: complaint.text } : CONTROL;
  }

  /** What is no JSON: a bare word is a heartbeat; the documents' refusals look like objects and are none. */
  #hearText(text: string, heardMs: number, faults: readonly Fault[]): Heard {
    const isShort = text.length <= LONGEST_ANSWER;
    if (isShort && (!/^\s*[{[<]/.test(text) || complaintOf(text) !== null))
      return this.#hearControl(text, heardMs);
    this.#to.words({ source: 'unknown', text, heardMs });
    this.#tellFaults(faults);
    return UNKNOWN;
  }

  /** Gives the words to the tape, and says whether there is anything in them to go on with. */
  #takes(
    source: string,
    stampMs: number | null,
    { text, heardMs, isNew, isLate = false }: How,
    named: string | undefined,
  ): boolean {
    this.#to.words({ source, text, heardMs, ...(stampMs === null ? {} : { saidMs: stampMs }) });
    if (!isNew) return false;
    if (this.#gameId !== undefined && named !== undefined && named !== this.#gameId) {
      this.#to.fault(fault('other-game', source, `fixture ${this.#gameId}`, `fixture ${named}`));
      return false;
    }
    if (!isLate && !(source === 'actions' && this.#late.isToldAgain())) this.#stamps.hear(stampMs, heardMs);
    this.#tellOffset(heardMs);
    return true;
  }

  #hearAction(packet: object, how: How): Read {
    const { data, faults } = readLeniently(actionPacketSchema, packet, 'actions');
    const action = data?.fixtureAction;
    const stampMs = readStamp(action?.timestamp);
    const read: Read = {
      seq: action?.fixtureSeqNum,
      isBroken: faults.length > 0,
      isAhead: this.#stamps.isAhead(stampMs, how.heardMs),
    };
    const isLate =
      action !== undefined && action !== null && this.#late.hear({ id: action.actionId, stampMs, ...how });
    const takes = this.#takes('actions', stampMs, { ...how, isLate }, action?.fixtureId);
    // What is told again says where the list has come to: the summaries that it tells before have been overtaken.
    if (!takes && (how.isNew || read.seq === undefined || read.seq < this.#lastSeq)) return read;
    if (takes) this.#tellFaults(faults);
    const seq = action?.fixtureSeqNum ?? this.#lastSeq;
    this.#lastSeq = Math.max(this.#lastSeq, seq);
    const now = { stampMs, heardMs: how.heardMs };
    const isCorrection = takes && action ? this.#takeAction(action, now, read.isAhead || isLate) : false;
    const summary = data?.fixtureSummary;
    // Half a summary is worse than the one before.
    const isWhole = !faults.some(({ where }) => where.startsWith('actions.fixtureSummary'));
    if (summary && isWhole && (isCorrection || seq >= (this.#summary?.seq ?? Number.NEGATIVE_INFINITY)))
      this.#summary = { seq: Math.max(seq, this.#summary?.seq ?? seq), words: summary };
    this.#tellGame(now);
    return read;
  }

  /** True of a correction that bears the number of what it corrects: its summary is the newest, whatever its number. */
  #takeAction(words: ActionWords, now: Now, isStampDoubted: boolean): boolean {
    const faults: Fault[] = [];
    const action = { ...actionOf(words, this.#lastSeq, faults), isStampDoubted };
    this.#tellFaults(faults);
    const taken = this.#book.take(action);
    if (taken.is === 'full')
      this.#to.fault(fault('too-many', 'actions', `at most ${MAX_ACTIONS} actions`, 'one more'));
    else this.#refold.changed(taken.from);
    if (taken.is !== 'taken') return false;
    if (action.kind === 'foul') this.#hasFouls = true;
    for (const fact of playsOf(taken.before, action, this.#rules)) this.#voice.say(fact, now);
    return taken.before?.seq === action.seq;
  }

  /** Everything that stands: what has not changed is not said again. */
  #tellGame(now: Now): void {
    const game = this.#game;
    const { people, sides, fouls, clock } = game;
    const summary = this.#summary?.words ?? null;
    const period = periodOf(game, summary, this.#rules);
    const told = this.#told;
    const hasSides = sides === told?.sides;
    const facts = [
      ...(hasSides && people === told.people ? [] : peopleFacts(people, sides)),
      period === null ? null : ({ kind: 'period', period } as const),
      scoreOf(game, summary),
      ...(hasSides && fouls === told.fouls ? [] : foulFacts(fouls, sides, this.#rules)),
      period !== null && isPlayed(period) ? possessionOf(game, summary) : null,
    ];
    this.#told = game;
    for (const fact of facts) if (fact !== null) this.#voice.tell(fact, now);
    if (clock.told !== null) this.#voice.tellClock(clock.told, now);
  }

  #hearStatistics(packet: object, how: How): Read {
    const { data, faults } = readLeniently(statisticsSchema, packet, 'statistics');
    const stampMs = readStamp(data?.timestamp);
    const read: Read = {
      seq: data?.seqNum,
      isBroken: faults.length > 0,
      isAhead: this.#stamps.isAhead(stampMs, how.heardMs),
    };
    if (!this.#takes('statistics', stampMs, how, data?.fixtureId)) return read;
    this.#tellFaults(faults);
    if (data === null || this.#isOvertaken(data.seqNum, stampMs)) return read;
    const { homeId, awayId } = this.#game.sides;
    const hasSides = homeId !== null || awayId !== null;
    const now = { stampMs, heardMs: how.heardMs };
    for (const one of translateStatistics(data, { rules: this.#rules, hasSides })) {
      const fact = this.#lines.whole(one);
      this.#statisticsVoice.tell(this.#hasFouls ? withoutPeriodFouls(fact) : fact, now);
    }
    return read;
  }

  /** Each packet of statistics holds everything: one that is older than the last says nothing, unless its stamp tells that the numbers began anew. */
  #isOvertaken(seq: number | undefined, stampMs: number | null): boolean {
    const last = this.#statistics;
    if (seq !== undefined && seq < last.seq && (stampMs === null || stampMs <= last.stampMs)) return true;
    this.#statistics = { seq: seq ?? last.seq, stampMs: stampMs ?? last.stampMs };
    return false;
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
