// Reads ShotTracker's words, whoever brings them: a socket, a tape or the simulator. Everything heard goes to the tape; what is new goes on as Messages.
import { readClock } from '../../game/clock.ts';
import { type Fault, fault } from '../../game/fault.ts';
import type { Anchor } from '../../game/game.ts';
import type { ClockSaid, Said } from '../../game/message.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import type { FeedReader } from '../feed.ts';
import { stampMs } from '../offset.ts';
import type { Fact, Told } from '../told.ts';
import { complaintOf } from './control.ts';
import { type Envelope, openEnvelope } from './envelope.ts';
import { gameIdOf } from './game-id.ts';
import { makeHeldClocks } from './held-clock.ts';
import { Ledger } from './ledger.ts';
import { MAX_ASKS, makeSequence, type Span } from './sequence.ts';
import { isSequenced, isSource, SEQUENCED, type Source } from './sources.ts';
import { makeStamps } from './stamps.ts';
import { makeSummaryOrder } from './summary-order.ts';
import { translate } from './translate.ts';

export type ReaderOptions = {
  readonly rules: RuleSetName;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault' | 'offset'>;
  /** The game asked for: messages that name another are refused. */
  readonly gameId?: string | undefined;
  /** The sources asked for; all nine by default. Without all that share the sequence, gaps in it are natural. */
  readonly sources?: readonly Source[] | undefined;
};

/** What was heard. `seq` where it is sequenced; `isControl`: no data; `refusal`: the provider will not have our token, in its own words. */
export type Heard = {
  readonly source: string;
  readonly seq?: number;
  readonly isControl: boolean;
  readonly refusal?: string;
};

export type Reader = {
  /** Takes one text as it came. Null when nothing of it could be used: no words of the provider's, or of another game. Never throws. */
  hear(text: string, heardMs: number): Heard | null;
  /** From where to resume, for `last_seq`; null before the first sequenced message. */
  readonly resumeFrom: number | null;
  /** True while a gap may be filled by connecting again. */
  readonly worthResuming: boolean;
  /** The provider was asked to resume. */
  resumed(): void;
  /** True while the clock runs, so that words must come twice a second. */
  expectsWords(atMs: number): boolean;
};

const CONTROL = 'control';
const UNKNOWN = 'unknown';

/** A source, its data, and its number in the sequence. */
type Message = { readonly source: Source; readonly data: unknown; readonly seq: number | undefined };

/** How often the provider's clock is told of. Milliseconds. */
const OFFSET_EVERY_MS = 1_000;

const spanText = ({ from, to }: Span): string => (from === to ? `seq ${from}` : `seq ${from} to ${to}`);

/** False of words that name a source without numbers, though they cannot be read as a whole. */
const isPerhapsNumbered = (text: string): boolean => {
  const named = /"source"\s*:\s*"(\w+)"/.exec(text.slice(0, 200))?.[1];
  return named === undefined ? text.includes('"data"') : isSource(named) && isSequenced(named);
};

/** Reads until it is let go of. It holds what was said last, never a socket or a timer. */
export function makeReader({ rules, to, gameId, sources }: ReaderOptions): Reader {
  const { court } = rulesOf(rules);
  const sequence = makeSequence();
  const order = makeSummaryOrder();
  const stamps = makeStamps();
  const ledger = new Ledger();
  const held = makeHeldClocks();
  const hasWholeSequence = sources === undefined || SEQUENCED.every((source) => sources.includes(source));
  let official: Anchor | null = null;
  let tracked: Anchor | null = null;

  const gameClock = (heardMs: number): ClockSaid | null => {
    if (official === null) return null;
    const { running, resolutionMs } = official;
    return { remainingMs: readClock(official, heardMs), running, resolutionMs };
  };

  let offsetToldMs = Number.NEGATIVE_INFINITY;

  const watchClocks = (said: Said): void => {
    if (said.kind === 'clock') official = { ...said.game, atMs: said.heardMs };
    if (said.kind !== 'frame' || said.clock === undefined) return;
    const { gameMs, running } = said.clock;
    if (gameMs !== null && running !== null)
      tracked = { remainingMs: gameMs, running, resolutionMs: 1, atMs: said.heardMs };
  };

  const tellLost = (lost: Span | undefined): void => {
    if (lost !== undefined && hasWholeSequence)
      to.fault(fault('lost', 'message.seq', spanText(lost), `nothing, asked for ${MAX_ASKS} times`));
  };

  /** False when the message was heard before. Says what is missing. */
  const isNews = (seq: number | undefined, saidMs: number | undefined): boolean => {
    if (seq === undefined) return true;
    const { verdict, gap, lost, restarted } = sequence.take(seq, saidMs);
    if (gap !== undefined && hasWholeSequence)
      to.fault(fault('gap', 'message.seq', `seq ${gap.from}`, `seq ${gap.to + 1}`));
    tellLost(lost);
    if (restarted) to.fault(fault('sequence-restarted', 'message.seq', 'a rising number', `seq ${seq}`));
    return verdict !== 'old';
  };

  const isInOrder = (source: Source, saidMs: number | undefined): boolean => {
    if (source !== 'broadcastsummary' || saidMs === undefined || order.accepts(saidMs)) return true;
    to.fault(fault('older', 'broadcastsummary.at', 'a newer summary', String(saidMs)));
    return false;
  };

  const asItGoes = (fact: Fact, heardMs: number): Fact => {
    if (fact.kind !== 'clock') return fact;
    const looked = held.look(fact, heardMs);
    if (held.hasFrozen)
      to.fault(
        fault('clock-frozen', 'clock', 'a clock that moves while it runs', `${fact.game.remainingMs} ms`),
      );
    return looked;
  };

  const say = (told: Told, { source, seq }: Message, heardMs: number): void => {
    const { fact: stamped, atMs } = stamps.put(told, source, heardMs);
    const fact = asItGoes(stamped, heardMs);
    const more = {
      ...(seq === undefined ? {} : { seq }),
      ...(told.narrow === true ? { narrow: told.narrow } : {}),
    };
    const settled = ledger.settle({ fact, atMs, heardMs, source, ...more });
    if (settled === null) return;
    const said: Said = { ...settled.fact, atMs: settled.atMs, heardMs };
    watchClocks(said);
    to.message(said);
  };

  const notOfGame = ({ source, data }: Message): Fault | null => {
    const named = gameIdOf(source, data);
    if (gameId === undefined || named === null || named === gameId) return null;
    return fault('other-game', source, `game ${gameId}`, `game ${named}`);
  };

  const tellOffset = (heardMs: number): void => {
    if (heardMs - offsetToldMs < OFFSET_EVERY_MS) return;
    const offset = stamps.offset();
    if (offset === null) return;
    offsetToldMs = heardMs;
    to.offset?.(offset);
  };

  /** `wrong`: what is wrong with the envelope. */
  const hearData = (
    message: Message,
    { text, heardMs, wrong }: { text: string; heardMs: number; wrong: readonly Fault[] },
  ): Heard | null => {
    const { source, data, seq } = message;
    const heard: Heard = { source, isControl: false, ...(seq === undefined ? {} : { seq }) };
    const other = notOfGame(message);
    if (other !== null) {
      to.words({ source, text, heardMs });
      for (const one of [...wrong, other]) to.fault(one);
      return null;
    }
    const { told, faults } = translate(source, data, { court, gameClock: gameClock(heardMs) });
    const stamp = told.find((one) => one.saidMs !== undefined)?.saidMs;
    const saidMs = stamp === undefined ? undefined : stampMs(stamp);
    to.words({ source, text, heardMs, ...(saidMs === undefined ? {} : { saidMs }) });
    for (const one of [...wrong, ...faults]) to.fault(one);
    if (!isNews(seq, saidMs) || !isInOrder(source, saidMs)) return heard;
    for (const one of told) say(one, message, heardMs);
    tellOffset(heardMs);
    return heard;
  };

  const hearControl = (envelope: Envelope, text: string, heardMs: number): Heard => {
    to.words({ source: CONTROL, text, heardMs });
    const complaint = complaintOf(envelope);
    const control: Heard = { source: CONTROL, isControl: true };
    if (complaint === null) return control;
    to.fault(fault('provider-complains', 'message', 'data', complaint.text));
    return complaint.refused ? { ...control, refusal: complaint.text } : control;
  };

  const bad = (text: string, heardMs: number, faults: readonly Fault[]): null => {
    to.words({ source: UNKNOWN, text, heardMs });
    if (isPerhapsNumbered(text)) sequence.unread();
    faults.forEach((one) => to.fault(one));
    return null;
  };

  return {
    hear(text, heardMs) {
      const { envelope, faults } = openEnvelope(text);
      if (envelope === null) return bad(text, heardMs, faults);
      const { source = '', data, seq } = envelope;
      // Assumed: a message of a known source with data is data, also where its type is missing.
      if (envelope.type?.toLowerCase() !== 'data' && !(envelope.type === undefined && isSource(source)))
        return hearControl(envelope, text, heardMs);
      if (!isSource(source)) {
        const nobody = fault(
          'unknown-source',
          'message.source',
          'one of the nine sources',
          JSON.stringify(source),
        );
        return bad(text, heardMs, [...faults, nobody]);
      }
      const isNumbered = isSequenced(source) && Number.isSafeInteger(seq);
      if (!isNumbered && faults.length > 0 && isSequenced(source)) sequence.unread();
      return hearData({ source, data, seq: isNumbered ? seq : undefined }, { text, heardMs, wrong: faults });
    },
    get resumeFrom() {
      return sequence.resumeFrom;
    },
    get worthResuming() {
      return hasWholeSequence && sequence.worthResuming;
    },
    resumed: () => tellLost(sequence.resumed()),
    expectsWords(atMs) {
      const clock = official ?? tracked;
      return clock !== null && clock.running && readClock(clock, atMs) > 0;
    },
  };
}
