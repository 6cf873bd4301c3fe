// The simulator as a feed: games played one after the other for whoever listens, in the provider's words and through the provider's reader.
import { CAPABILITIES } from '../../game/capability.ts';
import type { Feed, FeedOptions, FeedReader, Timekeeper } from '../feed.ts';
import { makeReader } from '../shottracker/reader.ts';
import { runGame, type StartAt } from './run-game.ts';
import type { Teller, TellerOptions } from './teller.ts';
import { eventId } from './words-events.ts';

export type SimulatorOptions = FeedOptions &
  Omit<TellerOptions, 'rules'> & {
    /** How fast the game goes; 1 by default. */
    readonly speed?: number;
    /** Where a listener comes in: some seconds before the tip, at the tip, or with a good part of the first half played. Games after the first begin before the tip. */
    readonly startAt?: StartAt;
    /** How long after a game the next begins, in milliseconds; 20 s by default. */
    readonly betweenGamesMs?: number;
  };

const BETWEEN_GAMES_MS = 20_000;

/** Takes the shots of a game away, so that the next one begins with an empty chart. */
function clear({ chronicle, ids, world }: Teller, reader: FeedReader, time: Timekeeper): void {
  const atMs = time.now();
  for (const event of chronicle.events) {
    if (event.kind !== 'shot') continue;
    const { made, three } = event;
    const teamId = String(world[event.side].team.id);
    reader.message({
      kind: 'shot',
      atMs,
      heardMs: atMs,
      id: eventId(ids, event.id),
      teamId,
      made,
      three,
      deleted: true,
      attributes: [],
    });
  }
}

/** A feed that plays simulated games, the next seed after the last, until it is stopped. */
export function makeSimulator(options: SimulatorOptions): Feed {
  const { time, betweenGamesMs = BETWEEN_GAMES_MS, startAt = 'midgame' } = options;
  let stop = (): void => {};
  let stopped = false;

  const play = (seed: number, from: StartAt, reader: FeedReader): void => {
    reader.status('live', 'a simulated game');
    const words = makeReader({ rules: options.rules, to: reader });
    const running = runGame(
      { ...options, seed, startAt: from },
      {
        hear: (text, _source, heardMs) => void words.hear(text, heardMs),
        over(teller) {
          reader.status('ended', 'the simulated game is over, the next begins soon');
          stop = time.after(betweenGamesMs, () => {
            clear(teller, reader, time);
            play(seed + 1, 'pregame', reader);
          });
        },
      },
    );
    if (!stopped) stop = () => running.stop();
  };

  return {
    name: 'simulator',
    capabilities: CAPABILITIES,
    start(reader) {
      reader.status('connecting');
      play(options.seed, startAt, reader);
    },
    async stop() {
      stopped = true;
      stop();
    },
  };
}
