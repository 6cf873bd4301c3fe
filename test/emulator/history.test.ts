// What was said of one game is told again in the order in which it was said.
import { expect, test } from 'vitest';
import { History } from '../../src/emulator/history.ts';
import { lineOf, messageText } from '../../src/emulator/line.ts';
import type { Source } from '../../src/feeds/shottracker/sources.ts';

const say = (history: History, source: Source, period: string): void => {
  const line = lineOf(source, messageText(source, null, { period }), 0);
  if (line !== null) history.add(line);
};

test('a newcomer hears a clock before the summary that was said after it, whichever spoke first of all', () => {
  const history = new History();
  say(history, 'broadcastsummary', 'Q4');
  say(history, 'clock', 'Q4');
  say(history, 'broadcastsummary', 'END');
  expect([...history.latest].map(({ source }) => source)).toEqual(['clock', 'broadcastsummary']);
});
