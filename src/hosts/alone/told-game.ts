// A game as a host told it, asked for an instant: what was said with the instants at which it was said, and clocks that run on between them.
import { type Fact, type Message, messageSchema } from '../../game/message.ts';
import { periodSchema } from '../../game/period.ts';
import { rulesOf } from '../../game/rules.ts';
import type { Override } from '../../show/overrides.ts';
import { SeenMoment } from '../../show/seen-moment.ts';
import { emptyShow } from '../../show/show.ts';
import type { Moment } from '../../time/moment.ts';
import { makeTimeline, type Timeline } from '../../time/timeline.ts';
import { clockMs, NOTHING_TOLD, type Told } from './told.ts';

const HOME = 'home';
const AWAY = 'away';
/** As an amount of history, all that there is. */
const FOR_EVER_MS = Number.MAX_SAFE_INTEGER;

type Overrides = Readonly<Record<string, Override>>;
type Clock = { readonly remainingMs: number; readonly running: boolean; readonly atMs: number };
/** What stands from an instant on. */
type Standing = { readonly atMs: number; readonly told: Told; readonly overrides: Overrides };

const remainingAt = ({ remainingMs, running, atMs }: Clock, nowMs: number): number =>
  running ? Math.max(0, remainingMs - (nowMs - atMs)) : remainingMs;

/** The clock after a host said all its fields again: one that he has not changed runs on, one that he stops stands where it is. */
function clockAfter(
  said: { text: string; running: boolean },
  last: { text: string; clock: Clock | null },
  atMs: number,
) {
  const remainingMs = clockMs(said.text);
  if (remainingMs === null) return null;
  if (last.clock === null || said.text.trim() !== last.text.trim())
    return { remainingMs, running: said.running, atMs };
  if (said.running === last.clock.running) return last.clock;
  return { remainingMs: remainingAt(last.clock, atMs), running: said.running, atMs };
}

/** A list of messages from a host's text; one that is none is passed by. Instants that are not said are now. */
export function readMessages(text: string, atMs: number): readonly Message[] {
  if (text.trim() === '') return [];
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    return list.flatMap((one: unknown, index) => {
      if (typeof one !== 'object' || one === null) return [];
      const read = messageSchema.safeParse({ atMs, heardMs: atMs, seq: index, ...one });
      return read.success ? [read.data] : [];
    });
  } catch {
    return [];
  }
}

export class ToldGame {
  readonly #seen = new SeenMoment();
  readonly #standing: Standing[] = [];
  #timeline: Timeline;
  #seq = 0;
  #clock: Clock | null = null;
  #shotClock: Clock | null = null;

  constructor(rules: Told['rules'] = NOTHING_TOLD.rules) {
    this.#timeline = makeTimeline({ rules: rulesOf(rules), historyMs: FOR_EVER_MS });
  }

  /** Nobody has told anything yet. */
  get isEmpty(): boolean {
    return this.#standing.length === 0;
  }

  /** What has been told last. */
  get told(): Told {
    return this.#standing.at(-1)?.told ?? NOTHING_TOLD;
  }

  /** All of the fields as they are from `atMs` on; no earlier than what was told before. */
  tell(told: Told, atMs: number): void {
    const last = this.told;
    if (told.rules !== this.#timeline.rules.name) this.#ruleBy(told.rules);
    for (const fact of this.#factsOf(told, last, atMs)) this.#timeline.push(fact);
    if (told.messages !== last.messages)
      for (const message of readMessages(told.messages, atMs)) this.push(message);
    this.#clock = clockAfter(
      { text: told.clock, running: told.clockRunning },
      { text: last.clock, clock: this.#clock },
      atMs,
    );
    this.#shotClock = clockAfter(
      { text: told.shotClock, running: told.clockRunning },
      { text: last.shotClock, clock: this.#shotClock },
      atMs,
    );
    this.#standing.push({ atMs, told, overrides: this.#overridesOf(told, atMs) });
  }

  /** A message from elsewhere, as off a tape; it is numbered here. */
  push(message: Message): void {
    this.#timeline.push({ ...message, seq: this.#next() });
  }

  /** What is true at an instant. The Moment is reused: valid until the next call. */
  at(instantMs: number): Moment {
    return this.#seen.of(this.#timeline.at(instantMs), {
      ...emptyShow,
      overrides: this.#overridesAt(instantMs),
    });
  }

  /** Both clocks as they stand at an instant, as a host would write them; empty for one that is off. */
  clocksAt(instantMs: number): Pick<Told, 'clock' | 'shotClock'> {
    const { clock, shotClock } = this.at(instantMs);
    return { clock: clock?.text ?? '', shotClock: shotClock?.text ?? '' };
  }

  #next(): number {
    this.#seq += 1;
    return this.#seq;
  }

  #ruleBy(rules: Told['rules']): void {
    const history = this.#timeline.history(Number.NEGATIVE_INFINITY);
    this.#timeline = makeTimeline({ rules: rulesOf(rules), historyMs: FOR_EVER_MS });
    this.#timeline.reset(history);
  }

  #overridesAt(instantMs: number): Overrides {
    for (let index = this.#standing.length - 1; index >= 0; index -= 1) {
      const standing = this.#standing[index];
      if (standing && standing.atMs <= instantMs) return standing.overrides;
    }
    return {};
  }

  *#factsOf(told: Told, last: Told, atMs: number): Generator<Fact> {
    const stamp = () => ({ seq: this.#next(), atMs, heardMs: atMs });
    const period = periodSchema.safeParse(told.period);
    if (period.success && told.period !== last.period)
      yield { kind: 'period', ...stamp(), period: period.data };
    if (!saysTeams(told)) return;
    const isNew = !saysTeams(last);
    for (const side of [HOME, AWAY] as const) {
      const [name, code] = [told[`${side}Name`], told[`${side}Code`]];
      if (isNew || name !== last[`${side}Name`] || code !== last[`${side}Code`])
        yield {
          kind: 'roster',
          ...stamp(),
          teamId: side,
          side,
          code: code || name.slice(0, 3).toUpperCase() || side.toUpperCase(),
          name: name || side.toUpperCase(),
          players: [],
        };
      if (isNew || told[`${side}Colour`] !== last[`${side}Colour`])
        yield { kind: 'colours', ...stamp(), colours: [{ teamId: side, colour: told[`${side}Colour`] }] };
    }
    if (isNew || told.homeScore !== last.homeScore || told.awayScore !== last.awayScore)
      yield {
        kind: 'score',
        ...stamp(),
        from: 'summary',
        scores: [
          { teamId: HOME, points: told.homeScore },
          { teamId: AWAY, points: told.awayScore },
        ],
      };
  }

  #overridesOf(told: Told, atMs: number): Overrides {
    const values: Record<string, unknown> = {};
    for (const side of [HOME, AWAY] as const) {
      if (told[`${side}Fouls`] >= 0) values[`${side}.fouls`] = told[`${side}Fouls`];
      if (told[`${side}Timeouts`] >= 0) values[`${side}.timeouts`] = Math.min(9, told[`${side}Timeouts`]);
    }
    if (told.arrow !== 'none') values.arrow = told.arrow;
    if (this.#clock) values.clock = this.#clock;
    if (this.#shotClock) values.shotClock = this.#shotClock;
    return Object.fromEntries(
      Object.entries(values).map(([field, value]): [string, Override] => [field, { value, sinceMs: atMs }]),
    );
  }
}

/** Whether a host says anything of two teams. */
const saysTeams = (told: Told): boolean =>
  (['homeName', 'homeCode', 'awayName', 'awayCode'] as const).some((field) => told[field].trim() !== '') ||
  told.homeScore > 0 ||
  told.awayScore > 0;
