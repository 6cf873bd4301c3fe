import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFrame, readUp, unpackFrame } from '../../src/wire/wire.ts';
import { body, messages } from '../kit/messages.ts';

describe('a packed frame', () => {
  it('is the same frame again, to the millimetre', () => {
    const say = messages(41);
    const frame = {
      ...say.frame(
        1_700_000_000_000,
        [body('7', 1_700_000_000_000, 120, -3400), body('8', 1_699_999_999_990, 1, 2, '20')],
        {
          id: 'ball',
          atMs: 1_700_000_000_000,
          xMm: 5,
          yMm: 6,
          zMm: 2_100,
        },
      ),
      clock: { gameMs: 512_300, shotMs: null, running: true, period: 'Q2' as const },
    };
    expect(unpackFrame(JSON.parse(JSON.stringify(packFrame(frame))))).toEqual(frame);
  });

  it('says nothing of what the feed did not say', () => {
    const frame = unpackFrame(packFrame(messages().frame(1_000, [])));
    expect(Object.keys(frame).sort()).toEqual(['atMs', 'bodies', 'heardMs', 'kind', 'seq']);
  });

  it('takes less than half the bytes of the plain JSON', () => {
    const frame = messages().frame(
      1_700_000_000_000,
      Array.from({ length: 10 }, (_, i) =>
        body(`${7100 + i}`, 1_700_000_000_000 - i, i * 731, -i * 1301, '552'),
      ),
    );
    expect(JSON.stringify(packFrame(frame)).length).toBeLessThan(JSON.stringify(frame).length / 2);
  });
});

describe("a page's words", () => {
  it('that are not of the grammar are nothing, and never an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => readUp(text) === null));
    fc.assert(fc.property(fc.json(), (text) => readUp(text) === null));
  });

  it('are read when they are of the grammar', () => {
    const hello = {
      type: 'hello',
      version: 1,
      role: 'output',
      name: 'program',
      bus: 'program',
      historyMs: 0,
    };
    expect(readUp(JSON.stringify(hello))).toEqual(hello);
  });
});
