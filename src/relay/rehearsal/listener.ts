// What the relay listens to may be chosen: what it was started with, a game of the schedule, its own rehearsal server. A rehearsal never comes on unasked while graphics are on air.
import type { Answered, Worked } from '../../feeds/emulating.ts';
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import { onBus, type Show } from '../../show/show.ts';
import type { Listen, Listening, RehearsalInfo, Rehearse } from '../../wire/rehearsal.ts';
import type { ShelvedTape } from '../../wire/tape-shelf.ts';
import type { Tuner, Tuning } from '../tuner.ts';
import type { OnOffer, Rehearsal } from './rehearsal.ts';

/** Whose schedules there are. */
export type Provider = NonNullable<Extract<Listen, { to: 'game' }>['of']>;

/** How each thing that can be listened to is made ready, anew each time. */
export type Tunings = {
  readonly main: () => Promise<Tuning>;
  /** @throws FaultError where games of a schedule cannot be listened to. */
  readonly game: (gameId: string, of: Provider) => Promise<Tuning>;
  readonly rehearsal: (offer: OnOffer) => Promise<Tuning>;
};

export type ListenerOptions = {
  readonly turn: Tuner['turn'];
  /** Undefined where this relay can do neither. */
  readonly tunings: Tunings | undefined;
  readonly rehearsal: Rehearsal | undefined;
  readonly show: () => Show;
  /** The name of the first feed. */
  readonly main: string;
};

export interface Listener {
  listening(): Listening;
  /** @throws FaultError where it is refused: nothing has changed then. */
  listen(wish: Listen): Promise<void>;
  rehearsal(): RehearsalInfo | undefined;
  /** What the rehearsal may be asked to play. @throws FaultError */
  tapes(): Promise<readonly ShelvedTape[]>;
  /** @throws FaultError */
  rehearse(wish: Rehearse): Promise<void>;
  ask(what: Worked, order?: unknown): Promise<Answered>;
  stop(): Promise<void>;
}

const refused = (where: string, expected: string, found: string): FaultError =>
  new FaultError(fault('refused', where, expected, found));
const NONE: Fault = fault('refused', 'rehearsal', 'a relay that was started with one', 'none');

/** Listens to what the relay was started with. */
export function makeListener({ turn, tunings, rehearsal, show, main }: ListenerOptions): Listener {
  let listening: Listening = { to: 'main', game: null, main };
  let heard: string | null = null;

  const needed = (): { readonly tunings: Tunings; readonly rehearsal: Rehearsal } => {
    if (!tunings || !rehearsal) throw new FaultError(NONE);
    return { tunings, rehearsal };
  };

  const tuningOf = async (wish: Listen): Promise<Tuning> => {
    const able = needed();
    if (wish.to === 'main') return able.tunings.main();
    if (wish.to === 'game') return able.tunings.game(wish.game, wish.of ?? 'shottracker');
    const offer = able.rehearsal.offer();
    if (offer === null) throw refused('to', 'a game that is rehearsed', 'none: start one first');
    heard = offer.id;
    return able.tunings.rehearsal(offer);
  };

  const listen = async (wish: Listen): Promise<void> => {
    const onAir = Object.values(onBus(show(), 'program')).some((one) => one !== null);
    // A rehearsal, or another game, under graphics that are on air would be taken for the game.
    if (onAir && wish.onAir !== true)
      throw new FaultError(fault('on-air', 'program', 'nothing on air, or "onAir": true', 'graphics on air'));
    const next = await tuningOf(wish);
    listening = {
      to: wish.to,
      game: wish.to === 'game' ? wish.game : wish.to === 'rehearsal' ? heard : null,
      main,
    };
    await turn(next);
  };

  /** A new game of the rehearsal is heard at once by who hears the rehearsal. */
  const follow = async (): Promise<void> => {
    const offer = rehearsal?.offer() ?? null;
    if (listening.to === 'rehearsal' && offer !== null && offer.id !== heard)
      await listen({ to: 'rehearsal', onAir: true });
  };

  return {
    listening: () => listening,
    listen,
    rehearsal: () => rehearsal?.info(),
    tapes: async () => needed().rehearsal.tapes(),
    async rehearse(wish) {
      const able = needed();
      if (wish.do === 'start') {
        const { do: _start, ...play } = wish;
        await able.rehearsal.start(play);
        heard = null;
        return follow();
      }
      if (listening.to === 'rehearsal') await listen({ to: 'main', onAir: true });
      await able.rehearsal.end();
    },
    async ask(what, order) {
      if (!rehearsal) return { status: 409, body: { fault: NONE } };
      const answer = await rehearsal.ask(what, order);
      if (order !== undefined) await follow();
      return answer;
    },
    stop: async () => rehearsal?.end(),
  };
}
