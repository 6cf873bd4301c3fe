// Reads LiveData's words, whoever brings them: a socket or a tape. Everything heard goes to the tape; what is new and of basketball goes on as Messages.
import { type Fault, fault } from '../../game/fault.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import type { FeedReader } from '../feed.ts';
import { readLeniently } from '../lenient.ts';
import { makeOffset, stampMs } from '../offset.ts';
import type { Fact } from '../told.ts';
import type { Corners } from './calibration.ts';
import type { Channel } from './channels.ts';
import { makePositions } from './positions.ts';
import { type Opened, openResponse } from './response.ts';
import { type Context, makeScorer } from './scorer.ts';
import type { TeamIds } from './sides.ts';
import { isBasketball } from './sport.ts';
import { translateTeams } from './translate-teams.ts';
import { incidentSchema, inGameSchema, type Marks, scoreSchema, teamsSchema } from './words.ts';

export type ReaderOptions = {
  readonly rules: RuleSetName;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault' | 'offset'>;
  /** The fixture asked for: words of another are refused. */
  readonly gameId?: string | undefined;
  /** Where the provider sees the court's corners, where somebody knows; else the extent of what is seen is taken for it. */
  readonly corners?: Corners | undefined;
  /** Hears where a team's logo lies, once for each address. */
  readonly onLogo?: ((teamId: string, address: string) => void) | undefined;
};

/** What was heard. `other`: of another fixture or sport, or heard before. `isBroken`: less could be read of it than the provider has said. */
export type Heard = { readonly isBroken?: true } & (
  | { readonly is: 'words'; readonly channel: Channel; readonly marks: Marks; readonly isAnswer: boolean }
  | { readonly is: 'warning' | 'error'; readonly channel: Channel | null; readonly text: string }
  | { readonly is: 'greeting' | 'other' | 'nothing' }
);

export type Reader = {
  /** Takes one text as it came. Never throws. */
  hear(text: string, heardMs: number): Heard;
  /** A new connection: the first words of each channel tell its state. */
  resumed(): void;
  /** Words are known to have been lost since an instant. */
  missed(sinceMs: number, nowMs: number): void;
  /** The whole fixture is over. */
  readonly isOver: boolean;
  /** The game clock runs. */
  readonly running: boolean;
};

type WordsOf = Extract<Opened, { is: 'words' }>;

/** Ids of responses that are remembered, so that one that comes twice counts once. */
const IDS_KEPT = 1_024;
const OFFSET_EVERY_MS = 1_000;
/** Words that are older than the newest by more than this were not overtaken: the provider's clock was set. Milliseconds. */
const SET_BACK_MS = 1_500;
/** So many in a row tell that it was. */
const SET_BACK_WORDS = 2;
const CONTROL = 'control';
const UNKNOWN = 'unknown';

/** Reads until it is let go of. It holds what was said, never a socket or a timer. */
export function makeReader({ rules: ruleSet, to, gameId, corners, onLogo }: ReaderOptions): Reader {
  const rules = rulesOf(ruleSet);
  const scorer = makeScorer(rules);
  const positions = makePositions(rules.court, corners);
  const offset = makeOffset();
  const known = new Set<string>();
  const stateTold = new Set<Channel>();
  const newestMs = new Map<Channel, number>();
  const sports = new Set<string>();
  const lastSaid = new Map<string, string>();
  let ids: TeamIds | null = null;
  /** Who plays, as it was told last: another match has the same teams. */
  let teamFacts: readonly Fact[] = [];
  let offsetToldMs = Number.NEGATIVE_INFINITY;
  /** When a state was heard last: what is told after it did not happen before it. */
  let stateMs = Number.NEGATIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  let setBack = 0;
  let nth = 0;

  const say = (fact: Fact, atMs: number, heardMs: number): void => {
    if (fact.kind === 'roster' || fact.kind === 'lineup') {
      const text = JSON.stringify(fact);
      const key = `${fact.kind} ${fact.teamId}`;
      if (lastSaid.get(key) === text) return;
      lastSaid.set(key, text);
    }
    to.message({ ...fact, atMs, heardMs });
  };

  const tellLogo = (teamId: string, address: string): void => {
    if (onLogo === undefined || address === '' || lastSaid.get(`logo ${teamId}`) === address) return;
    lastSaid.set(`logo ${teamId}`, address);
    onLogo(teamId, address);
  };

  const heardTeams = (value: unknown, faults: Fault[]): readonly Fact[] => {
    const { data, faults: bad } = readLeniently(teamsSchema, value, 'payload');
    faults.push(...bad);
    if (data?.teams === undefined) return [];
    const { ids: named, facts } = translateTeams(data.teams);
    if (named === null) {
      faults.push(fault('bad-field', 'payload.teams', 'home and away, each with an id of its own', 'less'));
      return [];
    }
    // Half of what it says is worse than what it said before: the whole is asked for.
    if (bad.length > 0 && teamFacts.length > 0 && ids?.home === named.home && ids.away === named.away)
      return [];
    ids = named;
    for (const team of [data.teams.home, data.teams.away]) tellLogo(team?.id ?? '', team?.logo ?? '');
    teamFacts = facts;
    return [...facts, ...scorer.know(named)];
  };

  const heardInGame = (value: unknown, context: Context, atMs: number): readonly Fact[] => {
    const { data, faults: bad } = readLeniently(inGameSchema, value, 'payload');
    context.faults.push(...bad);
    if (data?.inGame === undefined) return [];
    const facts = scorer.tick(data.inGame, context);
    const bodies = positions.place(data.inGame.players, context.faults).map(({ side, ...body }) => ({
      ...body,
      atMs,
      ...(side === null || ids === null ? {} : { teamId: ids[side] }),
    }));
    return bodies.length === 0 ? facts : [...facts, { kind: 'frame', bodies }];
  };

  const factsOf = ({ channel, payload }: WordsOf, context: Context, atMs: number): readonly Fact[] => {
    switch (channel) {
      case 'teams':
        return heardTeams(payload, context.faults);
      case 'score': {
        const { data, faults } = readLeniently(scoreSchema, payload, 'payload');
        context.faults.push(...faults);
        return data?.score === undefined ? [] : scorer.score(data.score, context);
      }
      case 'incidents': {
        const { data, faults } = readLeniently(incidentSchema, payload, 'payload');
        context.faults.push(...faults);
        if (data?.incident !== undefined) return scorer.incident(data.incident, context);
        // What cannot be read may have been a foul.
        return faults.length === 0 ? [] : scorer.miss(context.heardMs, context.faults);
      }
      case 'in-game':
        return heardInGame(payload, context, atMs);
      case 'outbound-messages':
        // Its payloads are not public: they are on the tape.
        return [];
      default: {
        const never: never = channel;
        return never;
      }
    }
  };

  /** False for words of another sport, told once each. */
  const isOurSport = ({ sportName }: Marks, faults: Fault[]): boolean => {
    if (isBasketball(sportName)) return true;
    const name = sportName ?? '';
    if (!sports.has(name) && sports.size < IDS_KEPT) {
      sports.add(name);
      faults.push(fault('other-sport', 'payload.sportName', 'basketball', JSON.stringify(name)));
    }
    return false;
  };

  const isFirst = (id: string | null): boolean => {
    if (id === null) return true;
    if (known.has(id)) return false;
    known.add(id);
    for (const oldest of known) {
      if (known.size <= IDS_KEPT) break;
      known.delete(oldest);
    }
    return true;
  };

  /** News of a channel that tells values, older than what it told: passed by. An incident is never older, it only comes late. */
  const isInOrder = ({ channel, saidMs, isGet }: WordsOf, faults: Fault[]): boolean => {
    if (saidMs === null || channel === 'incidents') return true;
    const newest = newestMs.get(channel) ?? saidMs;
    setBack = newest - saidMs > SET_BACK_MS ? setBack + 1 : 0;
    if (setBack >= SET_BACK_WORDS) {
      newestMs.clear();
      scorer.reset();
    }
    if (isGet || saidMs >= newest || setBack >= SET_BACK_WORDS) {
      newestMs.set(channel, saidMs);
      return true;
    }
    faults.push(fault('older', `${channel}.publishedAt`, `at least ${newest}`, String(saidMs)));
    return false;
  };

  const tellOffset = (heardMs: number): void => {
    const { offsetMs, errorMs } = offset;
    if (offsetMs === null || heardMs - offsetToldMs < OFFSET_EVERY_MS) return;
    offsetToldMs = heardMs;
    to.offset?.({ offsetMs, errorMs });
  };

  const take = (opened: WordsOf, heardMs: number, faults: Fault[]): Heard => {
    const { channel, marks, saidMs } = opened;
    const isState = opened.isGet || !stateTold.has(channel);
    stateTold.add(channel);
    if (!isOurSport(marks, faults) || !isFirst(opened.id)) return { is: 'other' };
    const heard: Heard = { is: 'words', channel, marks, isAnswer: opened.isGet };
    if (!isInOrder(opened, faults) && !isState) return heard;
    // A state may be told long after it came to be: it is true now.
    const newsMs = saidMs === null || isState ? heardMs : offset.hear(stampMs(saidMs), heardMs);
    if (isState) stateMs = heardMs;
    const atMs = Math.max(newsMs, stateMs);
    nth += 1;
    const id = opened.id ?? `heard-${nth}`;
    const isAnswer = opened.isGet;
    const context: Context = { saidMs: saidMs ?? heardMs, heardMs, isState, isAnswer, id, faults };
    const known = faults.length;
    // A clock that came late, or whose stamps jump, is held: nobody knows when it read so.
    const isDoubted = channel === 'in-game' && heardMs - atMs > SET_BACK_MS;
    for (const fact of factsOf(opened, context, atMs)) {
      if (isDoubted && fact.kind === 'clock') continue;
      say(fact, atMs, heardMs);
      if (fact.kind !== 'begin') continue;
      lastSaid.clear();
      for (const one of teamFacts) say(one, atMs, heardMs);
    }
    tellOffset(heardMs);
    return faults.slice(known).some(({ code }) => code === 'bad-field')
      ? { ...heard, isBroken: true }
      : heard;
  };

  const sayAll = (facts: readonly Fact[], heardMs: number): void => {
    for (const fact of facts) say(fact, heardMs, heardMs);
  };

  const isOtherFixture = (fixture: string | null, faults: Fault[]): boolean => {
    if (gameId === undefined || fixture === null || fixture === gameId) return false;
    faults.push(fault('other-game', 'message.fixture', gameId, fixture));
    return true;
  };

  const read = (opened: Opened, heardMs: number, faults: Fault[]): Heard => {
    // The provider greets each new connection.
    if (opened.is === 'greeting') stateTold.clear();
    if (opened.is === 'greeting') return { is: 'greeting' };
    if (opened.is === 'nothing') return { is: 'nothing', isBroken: true };
    if (isOtherFixture(opened.fixture, faults)) return { is: 'other' };
    if (opened.is === 'words') return take(opened, heardMs, faults);
    const { is, channel, text } = opened;
    // A warning completes the action: there is no state, and what comes next is news.
    if (channel === 'incidents' && is === 'warning' && !stateTold.has(channel))
      sayAll(scorer.miss(heardMs, faults), heardMs);
    if (channel !== null && is === 'warning') stateTold.add(channel);
    if (is === 'error') faults.push(fault('provider-complains', channel ?? 'message', 'status ok', text));
    return { is, channel, text };
  };

  return {
    get isOver() {
      return scorer.fixtureEnded;
    },
    get running() {
      return scorer.running;
    },
    hear(text, heardMs) {
      const faults: Fault[] = [];
      lastMs = heardMs;
      const opened = openResponse(text, faults);
      const source = opened.is === 'words' ? opened.channel : opened.is === 'nothing' ? UNKNOWN : CONTROL;
      const saidMs = opened.is === 'words' ? opened.saidMs : null;
      to.words({ source, text, heardMs, ...(saidMs === null ? {} : { saidMs: stampMs(saidMs) }) });
      sayAll(scorer.settle(heardMs, faults), heardMs);
      const heard = read(opened, heardMs, faults);
      // Cut off in the middle: it may have been a foul.
      if (opened.is === 'nothing' && stateTold.has('incidents') && text.trimStart().startsWith('{'))
        sayAll(scorer.miss(heardMs, faults), heardMs);
      for (const one of faults) to.fault(one);
      return heard;
    },
    resumed() {
      stateTold.clear();
      scorer.resumed(lastMs);
    },
    missed(sinceMs, nowMs) {
      const faults: Fault[] = [];
      sayAll(scorer.miss(sinceMs, faults), nowMs);
      for (const one of faults) to.fault(one);
    },
  };
}
