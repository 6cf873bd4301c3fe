// What a tape says of its own texts holds: every channel bears a JSON Schema, and every text on it is as that has it.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { makeRecorder } from '../../src/relay/recorder.ts';
import { TAPE_SCHEMAS } from '../../src/relay/tape-schemas.ts';
import { OWN_TOPICS } from '../../src/tape/tape.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { makeMemoryDisk } from '../kit/memory-disk.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { judged } from '../kit/tape-texts.ts';

const START_MS = 1_700_000_000_000;
/** `COURTSIDE_WHOLE_GAME=1` for all of it. */
const UNTIL_MS = process.env.COURTSIDE_WHOLE_GAME === '1' ? Number.POSITIVE_INFINITY : 90_000;
const RATE_HZ = 5;
/** Done by the operator, one a second, while the game is played; the last is refused. */
const CUES = [
  { cue: 'preview', graphic: 'scorebug' },
  { cue: 'take', graphic: 'scorebug' },
  { cue: 'take', graphic: 'shot-clock' },
  { cue: 'override', field: 'home.score', value: 7 },
  { cue: 'release', field: 'home.score' },
  { cue: 'out', graphic: 'shot-clock' },
  { cue: 'take', graphic: 'no-such-graphic' },
];

/** A game that is recorded by a relay, with what its operator does, and words that are not as they should be. */
async function recordedGame(): Promise<Uint8Array> {
  const time = makeManualTime(START_MS);
  const disk = makeMemoryDisk();
  const writer = makeTapeWriter(await loadZstd(), TAPE_SCHEMAS);
  const about = { version: 1, feed: 'script', words: 'shottracker', rules: 'nba', writer: 'test' } as const;
  const rig = await startRelay({
    time,
    recorder: (onFault) =>
      makeRecorder({ time, about, writer, tapeName: () => 'a.mcap', openSink: disk.openSink, onFault }),
  });
  const reader = makeReader({ rules: 'nba', to: rig.feed.say });
  rig.feed.say.status('live');
  const cues = [...CUES];
  for (const { atMs, source, text } of playGame({
    seed: 2,
    rules: 'nba',
    startMs: START_MS,
    untilMs: UNTIL_MS,
    rateHz: RATE_HZ,
  })) {
    time.advance(Math.max(0, atMs - time.now()));
    reader.hear(text, time.now());
    const cue = source === 'clock' ? cues.shift() : undefined;
    if (cue) await rig.cue(cue);
    // What was heard goes to the disk when others have their turn.
    else if (source === 'clock') await new Promise((resolve) => setImmediate(resolve));
  }
  reader.hear('{"type":"data","source":"clock","data":{"min":"twelve"}}', time.now());
  rig.feed.say.status('stale', 'nothing is heard');
  await rig.relay.stop();
  return disk.bytes();
}

test('every channel of a recorded game bears a schema, and every text on it is as that has it', async () => {
  const { count, encodings, wrong } = await judged(await recordedGame());
  for (const [topic, encoding] of encodings)
    expect({ topic, encoding }).toEqual({ topic, encoding: 'jsonschema' });
  expect(wrong.slice(0, 4)).toEqual([]);
  const own = ['cue', 'refusal', 'fault', 'status', 'show', 'look'].map((note) => `${OWN_TOPICS}${note}`);
  const said = ['location', 'clock', 'broadcastsummary', 'boxscorestatsv2', 'chart', 'possessions'];
  const lacking = [...own, ...said.map((source) => `shottracker/${source}`)].filter((one) => !count.has(one));
  expect(lacking).toEqual([]);
});

test.each([
  ['shottracker/location', { type: 'data', source: 'location', data: { locations: 'none' } }],
  ['shottracker/broadcastsummary', { type: 'data', data: { game_stats: { home: { players: 7 } } } }],
  ['courtside/cue', { cue: 'take', by: null }],
  ['courtside/status', { status: 'well' }],
  ['hudstats/score', []],
  ['shottracker/clock', { data: { min: true } }],
  ['shottracker/location', { data: { locations: [{ x: 'far', y: 0, z: 0 }] } }],
  ['hudstats/in-game', { payload: { inGame: { paused: 'perhaps' } } }],
  ['imgarena/actions', { fixtureSummary: { homeTeamScore: 'twelve' } }],
  ['imgarena/statistics', { seqNum: {} }],
])('the schema of %s refuses what is not of its shape', (topic, text) => {
  const schema = TAPE_SCHEMAS.get(topic);
  expect(schema).toBeDefined();
  expect(z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema).safeParse(text).success).toBe(false);
});
