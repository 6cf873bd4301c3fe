// Hands at one show, each with cues that touch only what is its own: what the show comes to is told by how many cues of each stand.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { graphics } from '../../overlays/catalogue.ts';
import { graphicsOf } from '../../src/relay/graphics.ts';
import { applyCue, type Cue } from '../../src/show/cue.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';

const { catalogue } = graphicsOf(graphics.values());
/** As fast as a key that is held down repeats, in milliseconds. */
const PAUSE_MS = 33;
const ITEMS = 12;
/** The longest delay that a hand sets: a picture is at rest so much later. Milliseconds. */
const MOST_DELAY_MS = 500;

/** What a hand does, cue by cue from 0 on, and what of a show is its own, without instants. */
type Hand = { readonly cue: (n: number) => Cue; readonly of: (show: Show) => unknown };

const prepared = (n: number) => ({
  id: `item-${n}`,
  name: `Item ${n}`,
  graphics: [{ graphic: 'scorebug', options: {} }],
  group: null,
  cut: false,
  autoOutMs: null,
  note: '',
});

/** The hosts' fouls, and the rundown: a dozen items, one of them renamed again and again. */
const prepares: Hand = {
  cue(n) {
    if (n % 3 === 0) return { cue: 'override', field: 'home.fouls', value: n % 90 };
    if (n % 3 === 1 && n < ITEMS * 3)
      return { cue: 'rundown', step: { step: 'add', item: prepared((n - 1) / 3) } };
    return { cue: 'rundown', step: { step: 'edit', id: 'item-0', change: { name: `Cue ${n}` } } };
  },
  of: ({ overrides, rundown }) => ({ fouls: overrides['home.fouls']?.value, items: rundown.items }),
};

/** The visitors' fouls, and how far behind the program plays. */
const delays: Hand = {
  cue: (n) =>
    n % 2 === 0
      ? { cue: 'delay', output: 'program', delayMs: (n * 10) % MOST_DELAY_MS }
      : { cue: 'override', field: 'away.fouls', value: n % 90 },
  of: ({ overrides, playheads: { program } }) => ({
    fouls: overrides['away.fouls']?.value,
    delay: program?.kind === 'delayed' ? program.delayMs : undefined,
  }),
};

/** What is on air and ready: the scorebug always, with its timeouts and without, the shot clock coming and going. */
const takes: Hand = {
  cue(n) {
    const showTimeouts = n % 8 < 4;
    if (n % 4 === 0) return { cue: 'take', graphic: 'scorebug', options: { showTimeouts }, cut: true };
    if (n % 4 === 1) return { cue: 'preview', graphic: 'shot-clock', cut: true };
    if (n % 4 === 2) return { cue: 'take', cut: true };
    return { cue: 'out', graphic: 'shot-clock', cut: true };
  },
  of: ({ layers }) =>
    Object.fromEntries(
      Object.entries(layers).map(([name, { program, preview }]) => [
        name,
        {
          program: program && { graphic: program.graphic, options: program.options },
          preview: preview && { graphic: preview.graphic, options: preview.options },
        },
      ]),
    ),
};

const HANDS = { prepares, delays, takes } as const;

/** What is the hand's own of the show after so many of its cues. */
function modelOf(hand: Hand): (count: number) => unknown {
  const shows: Show[] = [emptyShow];
  return (count) => {
    for (let n = shows.length; n <= count; n += 1) {
      const next = applyCue(shows[n - 1] as Show, hand.cue(n - 1), n, catalogue);
      if ('fault' in next) throw new Error(JSON.stringify(next.fault));
      shows.push(next.show);
    }
    return hand.of(shows[count] as Show);
  };
}

/** What is said of a cue: it is on the disk; it is done, and the disk too slow to be waited for; nobody is there to say so. */
type Said = 'kept' | 'done' | 'gone';

const doneSchema = z.object({ kept: z.boolean().default(true) });

/** Sends a cue. @throws Error when it is not granted. */
async function post(url: string, by: string, cue: Cue): Promise<Said> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ ...cue, by });
  const answer = await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body }).catch(() => null);
  const told = (await answer?.text().catch(() => null)) ?? null;
  if (!answer || told === null) return 'gone';
  if (answer.status !== 200) throw new Error(`${body}: ${told}`);
  return doneSchema.parse(JSON.parse(told)).kept ? 'kept' : 'done';
}

/** A hand at work over many lives of a relay, and beside it at a twin of it that lives on: only what stands is done there. */
export class HandAtWork {
  readonly #name: string;
  readonly #hand: Hand;
  readonly #model: (count: number) => unknown;
  readonly #twinUrl: string;
  #sent = 0;
  #acknowledged = 0;

  constructor(name: keyof typeof HANDS, twinUrl: string) {
    this.#name = name;
    this.#hand = HANDS[name];
    this.#model = modelOf(this.#hand);
    this.#twinUrl = twinUrl;
  }

  /** How many cues stand for certain. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Sends one cue after another until it is told to rest and all stand, or the relay is gone. @throws Error when one is not granted. */
  async work(url: string, rests: () => boolean): Promise<void> {
    while (!rests() || this.#acknowledged < this.#sent) {
      const cue = this.#hand.cue(this.#sent);
      this.#sent += 1;
      const said = await post(url, this.#name, cue);
      if (said === 'gone') return;
      if (said === 'kept') await this.#stand(this.#sent);
      await sleep(PAUSE_MS);
    }
  }

  /** So many stand for certain: what is kept later keeps what was done before it. The twin is told of each. */
  async #stand(count: number): Promise<void> {
    for (; this.#acknowledged < count; this.#acknowledged += 1) {
      const said = await post(this.#twinUrl, this.#name, this.#hand.cue(this.#acknowledged));
      if (said === 'gone') throw new Error('the twin is gone');
    }
  }

  /** Takes up where a relay with this show stands: at no less than was acknowledged, no more than was sent. @throws Error when it is neither. */
  async takeUp(show: Show): Promise<void> {
    const found = this.#hand.of(show);
    for (let count = this.#acknowledged; count <= this.#sent; count += 1) {
      if (!isDeepStrictEqual(this.#model(count), found)) continue;
      await this.#stand(count);
      this.#sent = count;
      return;
    }
    const range = `${this.#acknowledged} to ${this.#sent}`;
    throw new Error(`${this.#name}: not what ${range} cues come to: ${JSON.stringify(found)}`);
  }
}
