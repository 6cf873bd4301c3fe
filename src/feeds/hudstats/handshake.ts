// What is HudStats' own in a connection: a token that is fetched and renewed, and said with every command.
import { fault } from '../../game/fault.ts';
import { printable } from '../address.ts';
import type { KeepAliveOptions } from '../keep-alive.ts';
import type { Handshake, Line, Ready, Refused, Talk } from '../session.ts';
import { refusalSentence } from './sentences.ts';
import { HudStatsTalk, type TalkOptions } from './talk.ts';

export type HandshakeOptions = Omit<TalkOptions, 'mark'> & { readonly base: URL };

export class HudStatsHandshake implements Handshake {
  readonly where = '--url';
  readonly connectOptions: KeepAliveOptions = { pingText: null };
  readonly #options: HandshakeOptions;
  #marks = '';

  constructor(options: HandshakeOptions) {
    this.#options = options;
  }

  get beginning(): string {
    return `Connecting to ${printable(this.#options.base)}.`;
  }

  get over(): string | null {
    const { reader, teller } = this.#options;
    return reader.isOver || teller.isFinal ? 'The game is completed.' : null;
  }

  async ready(): Promise<Ready> {
    const obtained = await this.#options.tokens.obtain();
    if (obtained.is === 'token') return { is: 'ready', address: this.#options.base };
    const detail = `No token was given out: ${obtained.fault.found}.`;
    return { is: 'trouble', fault: obtained.fault, detail, hopeless: obtained.hopeless };
  }

  talk(line: Line): Talk {
    this.#options.reader.resumed();
    return new HudStatsTalk(line, {
      ...this.#options,
      mark: (marks) => {
        const told = marks.join();
        if (told === this.#marks) return;
        this.#marks = told;
        this.#options.teller.marks?.(marks);
      },
    });
  }

  refused(): Refused {
    const renews = this.#options.tokens.refuse();
    const told = fault('token-refused', 'token', 'a token that the provider accepts', 'one that it refused');
    return { fault: told, detail: refusalSentence(renews), renews };
  }

  stop(): void {
    this.#options.tokens.stop();
  }
}
