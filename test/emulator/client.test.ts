// A client whose socket is full is told afterwards what it has missed: of what has no sequence only the newest, in the order in which it was said.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Client, FULL_BYTES } from '../../src/emulator/client.ts';
import { FaultLine } from '../../src/emulator/fault-line.ts';
import { makeFaultBoard } from '../../src/emulator/faults.ts';
import { History } from '../../src/emulator/history.ts';
import { lineOf, messageText } from '../../src/emulator/line.ts';
import { SummaryCutter } from '../../src/emulator/summary-level.ts';
import type { Source } from '../../src/feeds/shottracker/sources.ts';
import { makeManualTime } from '../kit/manual-time.ts';

/** A socket that is as full as it is told to be, and what it was given. */
class Socket extends EventEmitter {
  readonly readyState = 1;
  readonly given: string[] = [];
  bufferedAmount = 0;
  send(text: unknown): void {
    this.given.push(String(text));
  }
  pause(): void {}
  terminate(): void {}
}

test('no summary overtakes a clock that was said before it', () => {
  const socket = new Socket();
  const history = new History();
  const client = new Client({
    gameId: 'g',
    query: new URLSearchParams(),
    wish: { sources: null, lastSeq: null, level: null },
    socket,
    history,
    wire: new FaultLine(makeFaultBoard(), 1),
    cutter: new SummaryCutter(),
    time: makeManualTime(),
  });
  const say = (source: Source, period: string): void => {
    const line = lineOf(source, messageText(source, null, { period }), 0);
    if (line !== null) client.hear(line);
  };
  socket.bufferedAmount = FULL_BYTES + 1;
  say('broadcastsummary', 'END');
  say('clock', 'END');
  say('broadcastsummary', 'Q4');
  expect(socket.given).toEqual([]);
  socket.bufferedAmount = 0;
  client.pump();
  expect(socket.given.map((text) => (JSON.parse(text) as { source: string }).source)).toEqual([
    'clock',
    'broadcastsummary',
  ]);
});
