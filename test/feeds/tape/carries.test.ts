// What a cut carries of the time before it, by topic.
import { expect, test } from 'vitest';
import { CARRIES } from '../../../src/feeds/tape/carries.ts';
import { cutEntries } from '../../../src/tape/cut.ts';
import type { Entry } from '../../../src/tape/tape.ts';

const SOURCES = ['location', 'clock', 'broadcastsummary', 'event', 'control', 'unknown'];
const FROM_MS = 300_000;

/** Two connections to one provider, a word a second of each source, up to half a minute within the cut. */
async function* entries(): AsyncGenerator<Entry, void, void> {
  for (let heardMs = 0; heardMs < FROM_MS + 30_000; heardMs += 1_000)
    for (const words of ['shottracker', 'backup/shottracker'])
      for (const source of SOURCES)
        yield { topic: `${words}/${source}`, text: `{"at":${heardMs}}`, heardMs, saidMs: heardMs };
}

/** How many words of each topic the cut begins with. */
async function carried(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const tape = { read: entries };
  for await (const { topic, heardMs } of cutEntries(tape, {
    fromMs: FROM_MS,
    toMs: Number.POSITIVE_INFINITY,
    carries: CARRIES,
  }))
    if (heardMs < FROM_MS) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

test('of the second of two feeds a cut carries what it carries of the first, and no more', async () => {
  const counts = await carried();
  const of = (words: string) => SOURCES.map((source) => [source, counts.get(`${words}/${source}`) ?? 0]);
  expect(of('backup/shottracker')).toEqual(of('shottracker'));
  expect(Object.fromEntries(of('backup/shottracker'))).toMatchObject({ location: 16, clock: 60, event: 300 });
  expect(counts.get('backup/shottracker/control')).toBeUndefined();
});
