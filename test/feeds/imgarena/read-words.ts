// A reader of IMG Arena's words as tests use it: packets a second apart, and the game that they come to.
import { makeReader } from '../../../src/feeds/imgarena/reader.ts';
import { fold } from '../../../src/game/fold.ts';
import { type Game, noGame } from '../../../src/game/game.ts';
import type { Message } from '../../../src/game/message.ts';
import { AWAY, HOME } from '../../kit/img-words.ts';
import { makeListener } from '../../kit/listener.ts';

export const HEARD_MS = Date.UTC(2026, 9, 1, 19);

export function listen(gameId?: string) {
  const listener = makeListener();
  const reader = makeReader({ rules: 'fiba', to: listener, gameId });
  let heardMs = HEARD_MS;
  const hear = (packet: unknown) => {
    heardMs += 1000;
    return reader.hear(typeof packet === 'string' ? packet : JSON.stringify(packet), heardMs);
  };
  const game = (): Game =>
    listener.said.reduce((state, said, seq) => {
      const message = { ...said, seq } as Message;
      return message.kind === 'frame' ? state : fold(state, message);
    }, noGame);
  return { reader, listener, hear, game };
}

export const scoreOf = (game: Game) => [game.teams[HOME.id]?.score, game.teams[AWAY.id]?.score];
