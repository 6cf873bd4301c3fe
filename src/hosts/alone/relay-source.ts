// The game as a Courtside relay tells it, at the delay of one of its outputs, for a graphic that a host takes: what is on air there is no matter of the relay's show.
import { type Fault, fault } from '../../game/fault.ts';
import { type Link, type LinkOptions, openLink } from '../../link/link.ts';
import type { Look } from '../../wire/look.ts';
import { type Down, type Painted, WIRE_VERSION } from '../../wire/wire.ts';
import { readAddress } from '../output/address.ts';
import { firstHistoryMs, Playback, type Shown } from '../output/playback.ts';
import type { Source } from './form.ts';

export type RelaySourceOptions = {
  readonly source: Source;
  /** What the operator's page calls it. */
  readonly name: string;
  /** A snapshot has come, or the look or the theme of the show has changed. */
  readonly onLook: () => void;
  readonly onFault: (fault: Fault) => void;
  /** What the page has painted; the link says the rest of it. */
  readonly painted: () => Omit<Painted, 'offsetMs' | 'offsetErrorMs'>;
  readonly connect?: NonNullable<LinkOptions['connect']>;
};

/** What a clock that is not known at all is said to err by, in milliseconds. */
const UNKNOWN_ERROR_MS = 60_000;

/** `http://host` or `ws://host`, with or without a path, as the address of the wire; null for no address. */
export function wireOf(relay: string): string | null {
  const given = relay.trim();
  const whole = /^[a-z]+:\/\//i.test(given) ? given : `http://${given}`;
  if (given === '' || !URL.canParse(whole)) return null;
  const { protocol, host } = new URL(whole);
  return `${protocol === 'https:' || protocol === 'wss:' ? 'wss' : 'ws'}://${host}/wire`;
}

/** The relay says where its logos are as its own pages see it; from elsewhere their whole address is needed. */
function withMarksOf(origin: string, down: Down): Down {
  if (down.type !== 'snapshot' && down.type !== 'look') return down;
  const { table } = down.look;
  const marks = Object.fromEntries(
    Object.entries(table.marks).map(([file, address]) => [file, new URL(address, origin).href]),
  );
  return { ...down, look: { ...down.look, table: { ...table, marks } } };
}

export class RelaySource {
  readonly #playback: Playback;
  readonly #link: Link;
  readonly #options: RelaySourceOptions;
  /** `http://host`: where the relay's logos are. */
  readonly #origin: string;
  #isOpen = false;
  #settle: () => void = () => {};
  /** Resolves with the first snapshot, or the first try that came to nothing. */
  readonly settled: Promise<void>;

  constructor(wire: string, options: RelaySourceOptions) {
    const { source, connect } = options;
    this.#options = options;
    this.#origin = new URL(wire.replace(/^ws/, 'http')).origin;
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    const address = {
      ...readAddress(''),
      name: source.output || 'program',
      graphics: [],
      delayMs: source.delayMs < 0 ? null : source.delayMs,
    };
    this.#playback = new Playback(address, new Map());
    this.#link = openLink({
      url: wire,
      hello: {
        type: 'hello',
        version: WIRE_VERSION,
        role: 'output',
        name: options.name,
        // Not one of those by which a take of the relay's own show is judged.
        bus: 'preview',
        historyMs: firstHistoryMs(address),
      },
      onDown: (down) => this.#hear(down),
      onState: ({ status }) => {
        if (status === 'waiting') this.#settle();
      },
      painted: () => ({
        ...options.painted(),
        offsetMs: this.#link.offsetMs,
        offsetErrorMs: Math.min(UNKNOWN_ERROR_MS, this.#link.offsetErrorMs),
      }),
      ...(connect ? { connect } : {}),
    });
  }

  /** From the first snapshot on, also while the relay is away. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get look(): Look {
    return this.#playback.look;
  }

  /** The theme that the show wears. */
  get theme(): string {
    return this.#playback.show.theme;
  }

  /** What to show now; null before the first snapshot. */
  at(): Shown | null {
    return this.#playback.at(this.#link.relayNow());
  }

  stop(): void {
    this.#link.stop();
    this.#settle();
  }

  #hear(down: Down): void {
    const found =
      down.type === 'refused' ? down.fault.found : down.type === 'snapshot' ? String(down.version) : null;
    if (found !== null && found !== String(WIRE_VERSION)) {
      this.#options.onFault(fault('wire-version', 'relay', String(WIRE_VERSION), found));
      return this.#settle();
    }
    const nowMs = this.#link.relayNow();
    this.#playback.hear(withMarksOf(this.#origin, down), nowMs);
    if (down.type !== 'snapshot' && down.type !== 'show' && down.type !== 'look') return;
    const missingMs = this.#playback.missingHistoryMs(nowMs);
    if (missingMs !== null) this.#link.askHistory(missingMs);
    this.#isOpen = true;
    this.#options.onLook();
    this.#settle();
  }
}
