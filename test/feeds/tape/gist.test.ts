// The gist of a tape gives what its translator gave, word for word, wherever it is taken up; and any instant is shown as playing straight through shows it.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '../../../src/feeds/feed.ts';
import { makeEntryReader } from '../../../src/feeds/tape/entry-reader.ts';
import type { GistBlock, Heard } from '../../../src/feeds/tape/gist.ts';
import { readGist, writeGist } from '../../../src/feeds/tape/gist-file.ts';
import { keptGist, makeGist } from '../../../src/feeds/tape/make-gist.ts';
import { Reel } from '../../../src/feeds/tape/reel.ts';
import type { Fault } from '../../../src/game/fault.ts';
import type { Fact, Message, Said } from '../../../src/game/message.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { type OpenTape, openTape } from '../../../src/tape/open.ts';
import { type About, type Entry, OWN_TOPICS, sourceOf } from '../../../src/tape/tape.ts';
import { memoryFile } from '../../../src/tape/tape-file.ts';
import { loadZstd, type Zstd } from '../../../src/tape/zstd.ts';
import { foldAll, makeTimeline } from '../../../src/time/timeline.ts';
import { GAME_ABOUT, GAME_START_MS, gameEntries } from '../../kit/tape-disk.ts';
import { playTape } from '../../kit/tape-rig.ts';
import { packed, tapeOf } from '../../kit/tapes.ts';

const LONG_MS = 24_000;
const GAME = gameEntries(LONG_MS);
let zstd: Zstd;
/** The game as it was recorded, and what its translator gives. */
let bytes: Uint8Array;
let all: readonly Heard[];
beforeAll(async () => {
  zstd = await loadZstd();
  bytes = await tapeOf(GAME, { about: GAME_ABOUT, each: 40 });
  all = told(GAME);
});

async function opened(bytes: Uint8Array): Promise<OpenTape> {
  const tape = await openTape(memoryFile(bytes), zstd);
  if (tape.about === null) throw new Error('no tape');
  return tape;
}

async function gistOf(tape: OpenTape): Promise<readonly GistBlock[]> {
  const blocks: GistBlock[] = [];
  await makeGist({ tape, rules: 'nba', zstd, onBlock: (block) => blocks.push(block) });
  return blocks;
}

async function reelOf(bytes: Uint8Array): Promise<Reel> {
  const tape = await opened(bytes);
  const reel = new Reel({ tape, rules: 'nba', zstd });
  for (const block of await gistOf(tape)) reel.add(block);
  reel.end();
  return reel;
}

/** What its provider's reader says of each entry, in order. */
function told(entries: readonly Entry[], about: About = GAME_ABOUT): readonly Heard[] {
  const all: Heard[] = [];
  let now: { words: Words | null; said: Said[]; faults: Fault[] } = { words: null, said: [], faults: [] };
  const reader = makeEntryReader(about, {
    rules: 'nba',
    to: {
      words: (words) => void (now.words = words),
      message: (said) => void now.said.push(said),
      fault: (fault) => void now.faults.push(fault),
    },
  });
  let heardMs = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    heardMs = Math.max(heardMs, entry.heardMs);
    now = { words: null, said: [], faults: [] };
    reader.hear(entry);
    if (sourceOf(entry) !== null || now.said.length > 0) all.push({ heardMs, ...now });
  }
  return all;
}

/** What stands on a reel after an instant: so many. */
function heardFrom(reel: Reel, fromMs = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY) {
  const found: Heard[] = [];
  for (let here = reel.at(reel.placeAfter(fromMs)); here && found.length < most; here = reel.at(here.next)) {
    const { heardMs, words, said, faults } = here.heard;
    found.push({ heardMs, words, said, faults });
  }
  return found;
}

const KINDS = {
  'as it was recorded': (entries: readonly Entry[]) => tapeOf(entries, { about: GAME_ABOUT, each: 40 }),
  packed: async (entries: readonly Entry[]) => packed(await tapeOf(entries, { about: GAME_ABOUT, each: 40 })),
  'that was never ended': (entries: readonly Entry[]) =>
    tapeOf(entries, { about: GAME_ABOUT, each: 40, end: false }),
};

test.each(Object.entries(KINDS))(
  'a tape %s gives what its translator gives, each once, in order, from any instant on',
  async (_, bytesOf) => {
    const reel = await reelOf(await bytesOf(GAME));
    expect(heardFrom(reel)).toEqual(all);
    fc.assert(
      fc.property(fc.double({ min: -2_000, max: LONG_MS, noNaN: true }), (afterMs) => {
        const fromMs = GAME_START_MS + afterMs;
        const first = all.findIndex(({ heardMs }) => heardMs > fromMs);
        expect(heardFrom(reel, fromMs, 5)).toEqual(first === -1 ? [] : all.slice(first, first + 5));
      }),
      { numRuns: 12 },
    );
  },
);

test('words that are not as they should be, and instants that run back, change nothing of that', async () => {
  const short = GAME.slice(0, 90);
  const edit = fc.record({
    at: fc.integer({ min: 0, max: short.length - 1 }),
    how: fc.constantFrom('cut', 'garbage', 'earlier', 'much earlier', 'note', 'twice'),
  });
  const edited = (entry: Entry, how: string): readonly Entry[] => {
    if (how === 'cut') return [{ ...entry, text: entry.text.slice(0, entry.text.length / 2) }];
    if (how === 'garbage') return [{ ...entry, text: '<html>502</html>' }];
    if (how === 'earlier') return [{ ...entry, heardMs: entry.heardMs - 900 }];
    if (how === 'much earlier') return [{ ...entry, heardMs: entry.heardMs - 15_000 }];
    if (how === 'twice') return [entry, entry];
    return [entry, { ...entry, topic: `${OWN_TOPICS}status`, text: '{"status":"live"}' }];
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 12 }),
      fc.constantFrom(...Object.values(KINDS)),
      async (edits, bytesOf) => {
        const entries = short.flatMap((entry, n) => {
          const found = edits.find(({ at }) => at === n);
          return found ? edited(entry, found.how) : [entry];
        });
        expect(heardFrom(await reelOf(await bytesOf(entries)))).toEqual(told(entries));
      },
    ),
    { numRuns: 8 },
  );
});

const numbered = (all: readonly Said[]): readonly Message[] =>
  all.map((said, seq) => ({ ...said, seq: seq + 1 }) as Message);
const isFact = (message: Message): message is Fact => message.kind !== 'frame';

test('the game before any instant, with what was said since, is the game of all that was said by then', async () => {
  const reel = await reelOf(bytes);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: LONG_MS, noNaN: true }),
      fc.double({ min: 0, max: 20_000, noNaN: true }),
      (afterMs, reachMs) => {
        const untilMs = GAME_START_MS + afterMs;
        const { game, messages } = reel.stretch(untilMs - reachMs, untilMs);
        const straight = all.filter(({ heardMs }) => heardMs <= untilMs).flatMap(({ said }) => said);
        expect(foldAll(numbered(messages).filter(isFact), game)).toEqual(
          foldAll(numbered(straight).filter(isFact)),
        );
        const frames = straight.filter((said) => said.kind === 'frame' && said.heardMs >= untilMs - reachMs);
        expect(messages.filter(({ kind }) => kind === 'frame')).toEqual(frames);
      },
    ),
    { numRuns: 20 },
  );
});

test('sent to instants by chance, one after the other, it knows of the game what playing straight through knows there', async () => {
  const rig = await playTape(bytes);
  rig.order({ do: 'pause' });
  const messages = numbered(all.flatMap(({ said }) => said)).filter(isFact);
  const straightAt = (tapeMs: number): unknown => {
    const timeline = makeTimeline({ rules: rulesOf('nba') });
    for (const message of messages) if (message.heardMs <= tapeMs + 2_000) timeline.push(message);
    return timeline.at(tapeMs).game;
  };
  fc.assert(
    fc.property(fc.integer({ min: 500, max: LONG_MS - 3_000 }), (afterMs) => {
      const tapeMs = GAME_START_MS + afterMs;
      expect(rig.order({ do: 'seek', to: tapeMs })).toBeNull();
      const { offsetMs } = rig.info();
      const { feeds: _feeds, ...game } = rig.timeline.at(tapeMs + offsetMs).game;
      const { feeds: _own, ...straight } = moved(straightAt(tapeMs), offsetMs) as typeof game & {
        feeds: unknown;
      };
      expect(game).toEqual(straight);
    }),
    { numRuns: 15 },
  );
});

/** Every instant in it so much later. */
function moved(value: unknown, byMs: number, key = '', isSaid = false): unknown {
  if (typeof value === 'number')
    return isSaid || /^(atMs|sinceMs|summaryScoreAtMs)$/.test(key) ? value + byMs : value;
  if (Array.isArray(value)) return value.map((one) => moved(one, byMs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, moved(one, byMs, name, key === 'said')]),
  );
}

describe('a gist that is kept', () => {
  test('is the one that was made, for its own tape alone', async () => {
    const blocks = await gistOf(await opened(bytes));
    const kept = writeGist('this', blocks);
    expect(readGist('this', kept)?.map((block) => ({ ...block, ops: block.ops.length }))).toEqual(
      blocks.map((block) => ({ ...block, ops: block.ops.length })),
    );
    expect(readGist('another', kept)).toBeNull();
  });

  test('and damaged behind its head, or cut short, is none', async () => {
    const blocks = await gistOf(await opened(await tapeOf(GAME.slice(0, 60), { about: GAME_ABOUT })));
    const kept = writeGist('this', blocks);
    const headBytes = Buffer.from(kept.subarray(0, 4)).readUInt32LE() + 4;
    fc.assert(
      fc.property(
        fc.integer({ min: headBytes, max: kept.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const damaged = Uint8Array.from(kept);
          damaged[at] = (damaged[at] ?? 0) ^ by;
          expect(readGist('this', damaged)).toBeNull();
          expect(readGist('this', kept.subarray(0, at))).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('plays as one that is made while it is played', async () => {
    const blocks = readGist('this', writeGist('this', await gistOf(await opened(bytes))));
    const kept = await playTape(bytes, { gist: keptGist(blocks ?? []) });
    const made = await playTape(bytes);
    for (const rig of [kept, made]) {
      rig.order({ do: 'pause' });
      rig.order({ do: 'seek', to: GAME_START_MS + 15_000 });
    }
    expect(kept.info().readMs).toBe(kept.info().toMs);
    expect(kept.seen()).toEqual(made.seen());
    expect(kept.feed.transport.outline()).toEqual(made.feed.transport.outline());
  });
});
