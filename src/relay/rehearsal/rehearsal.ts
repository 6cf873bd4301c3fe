// The rehearsal server that a relay runs: one that speaks as the provider does, on this machine alone. It is started when it is wanted, and serves one thing at a time.
import type { Answered, Emulate, Emulation, OfferedGame, Worked } from '../../feeds/emulating.ts';
import type { Timekeeper } from '../../feeds/feed.ts';
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { faultBoardSchema, type OnPurpose, type Play, type RehearsalInfo } from '../../wire/rehearsal.ts';
import type { ShelvedTape } from '../../wire/tape-shelf.ts';
import type { Shelf } from '../tapes/shelf.ts';

/** Where it listens unless that is taken: as `courtside emulate` does. */
export const REHEARSAL_PORT = 4848;
/** Only this machine may attach. */
const HOST = '127.0.0.1';
/** Who may sign its calls: there is nothing to guard. */
export const GUEST = { username: 'rehearsal', secret: 'rehearsal' } as const;

const SECOND_MS = 1_000;

export type RehearsalOptions = {
  readonly time: Timekeeper;
  readonly rules: RuleSetName;
  readonly emulate: Emulate;
  /** 0: any that is free. */
  readonly port: number;
  readonly seed: number;
  /** Where its tapes come from. */
  readonly shelf: Shelf;
  /** One line for whoever watches the process. */
  readonly log: (line: string) => void;
};

/** A game to listen to, and where. */
export type OnOffer = OfferedGame & { readonly url: string };

export interface Rehearsal {
  /** Undefined while none runs. */
  info(): RehearsalInfo | undefined;
  /** The tapes that it may be asked to play. */
  tapes(): Promise<readonly ShelvedTape[]>;
  /** Plays this from now on, from its beginning. @throws FaultError when it is a tape that cannot be played: what was played before goes on then; and when no port is to be had: nothing does. */
  start(play: Play): Promise<void>;
  /** Ends it, and all that listens to it. */
  end(): Promise<void>;
  /** Works the faults, or the mock game, which is begun where none is played. */
  ask(what: Worked, order?: unknown): Promise<Answered>;
  /** The game that is offered last, with a token; null while there is none. */
  offer(): OnOffer | null;
}

type Running = { readonly play: Play; readonly emulation: Emulation };

const noServer: Fault = fault('refused', 'rehearsal', 'a rehearsal server that runs', 'none');

/** No server runs yet. */
export function makeRehearsal(options: RehearsalOptions): Rehearsal {
  const { time, rules, emulate, seed, shelf } = options;
  let running: Running | null = null;
  let changing: Promise<unknown> = Promise.resolve();

  /** One change at a time: of two servers that start at once, one would be forgotten and go on. */
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const changed = changing.then(change);
    changing = changed.catch(() => undefined);
    return changed;
  };

  const emulation = ({ play }: Play, tape: string | undefined, port: number): Promise<Emulation> =>
    emulate({
      time,
      host: HOST,
      port,
      seed,
      speed: 1,
      rules,
      startAt: 'tipoff',
      asRecorded: false,
      mock: play === 'mock',
      // A tape's game is called as it was.
      game: play === 'tape' ? undefined : play === 'mock' ? 'mock' : `sim-${seed}`,
      tape,
      accounts: { [GUEST.username]: GUEST.secret },
      allowRemote: false,
      tell: (line) => options.log(`rehearsal: ${line}`),
    });

  const endNow = async (): Promise<void> => {
    const before = running;
    running = null;
    await before?.emulation.stop();
  };

  const startNow = async (play: Play): Promise<void> => {
    const tape = play.play === 'tape' ? await shelf.path(play.tape) : undefined;
    await endNow();
    // Another program may sit on the usual port: any other will do, since the page shows it.
    const made = await emulation(play, tape, options.port)
      .catch(() => emulation(play, tape, 0))
      .catch((error: unknown) => {
        const found = error instanceof Error ? error.message : String(error);
        const expected = `a port to listen on${tape === undefined ? '' : ', and a tape that can be read'}`;
        throw new FaultError(fault('refused', 'rehearsal', expected, found));
      });
    running = { play, emulation: made };
  };

  const mockNow = async (): Promise<void> => {
    if (running?.play.play !== 'mock') await startNow({ play: 'mock' });
  };

  const onPurpose = (): OnPurpose[] => {
    const read = faultBoardSchema.safeParse(running?.emulation.ask('faults').body);
    if (!read.success) return [];
    const nowMs = time.now();
    return read.data.active.map(({ fault: name, source, by, leftMs }) => ({
      fault: name,
      source,
      by,
      untilMs: leftMs === null ? null : Math.round((nowMs + leftMs) / SECOND_MS) * SECOND_MS,
    }));
  };

  return {
    tapes: () => shelf.list(),
    start: (play) => inTurn(() => startNow(play)),
    end: () => inTurn(endNow),
    info() {
      if (running === null) return undefined;
      const { play, emulation: it } = running;
      const host = `${HOST}:${it.port}`;
      return {
        ...play,
        calls: `http://${host}`,
        live: `ws://${host}/live`,
        account: GUEST,
        game: it.latest(),
        onPurpose: onPurpose(),
      };
    },
    async ask(what, order) {
      if (what === 'mock' && order !== undefined) await inTurn(mockNow);
      if (running !== null && (what === 'faults' || running.play.play === 'mock'))
        return running.emulation.ask(what, order);
      return what === 'mock'
        ? { status: 200, body: { game: null } }
        : { status: 409, body: { fault: noServer } };
    },
    offer() {
      const id = running?.emulation.latest() ?? null;
      if (running === null || id === null) return null;
      const { port } = running.emulation;
      return { id, token: running.emulation.issue(id), url: `ws://${HOST}:${port}/live` };
    },
  };
}
