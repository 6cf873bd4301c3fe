// An OGraf element that is asked for instants: each picture follows from the schedule alone, whichever way the renderer came to it.
import { describe, expect, test } from 'vitest';
import type { OgrafGraphic } from '../../src/hosts/ograf/element.ts';
import { differing, elementPicture, inkOf } from '../kit/element-picture.ts';
import { messages } from '../kit/messages.ts';
import { ografOf, TOLD } from './ograf-rig.ts';

const RENDER = {
  renderType: 'non-realtime',
  renderCharacteristics: { resolution: { width: 1920, height: 1080 } },
};
const at = (timestamp: number, type: string, params: object = {}) => ({
  timestamp,
  action: { type, params },
});
/** Comes at 1 s, is told of a basket at 3 s, and goes at 6 s. */
const SCHEDULE = [
  at(6_000, 'stopAction'),
  at(1_000, 'playAction'),
  at(3_000, 'updateAction', { data: { homeScore: '91' } }),
];

async function scheduled(id: string, data: object, schedule: readonly object[]): Promise<OgrafGraphic> {
  const element = ografOf(id);
  await element.load({ ...RENDER, data });
  expect(await element.setActionsSchedule({ schedule })).toEqual({ statusCode: 200 });
  return element;
}

async function pictureAt(element: OgrafGraphic, timestamp: number) {
  expect((await element.goToTime({ timestamp })).statusCode).toBe(200);
  return elementPicture(element);
}

describe('a scorebug by schedule', () => {
  test('is the same at an instant, reached frame by frame, at once, and from behind', async () => {
    const stepped = await scheduled('scorebug', TOLD, SCHEDULE);
    const leapt = await scheduled('scorebug', TOLD, SCHEDULE);
    const wanted = [1_160, 1_320, 3_160, 6_120] as const;
    const seen = new Map<number, ReturnType<typeof elementPicture>>();
    for (
      let ms = 0;
      ms <= 6_120;
      ms += ms < 900 || (ms > 1_400 && ms < 2_900) || (ms > 3_200 && ms < 5_900) ? 100 : 40
    ) {
      await stepped.goToTime({ timestamp: ms });
      for (const one of wanted) if (one === ms) seen.set(one, elementPicture(stepped));
    }
    for (const one of [...wanted].reverse()) {
      const picture = await pictureAt(leapt, one);
      expect(inkOf(leapt), `${one} ms`).toBeGreaterThan(500);
      const other = seen.get(one) ?? (await pictureAt(stepped, one));
      expect(differing(picture, other, 2), `${one} ms`).toBe(0);
    }
  });

  test('is not there before its play, moves while it comes, and is gone after its stop', async () => {
    const element = await scheduled('scorebug', TOLD, SCHEDULE);
    await pictureAt(element, 990);
    expect(inkOf(element)).toBe(0);
    const coming = await pictureAt(element, 1_200);
    const settled = await pictureAt(element, 2_500);
    expect(differing(coming, settled, 40)).toBeGreaterThan(500);
    expect(differing(await pictureAt(element, 2_900), settled, 0)).toBe(0);
    expect(differing(await pictureAt(element, 5_900), settled, 40)).toBeGreaterThan(50);
    await pictureAt(element, 7_000);
    expect(inkOf(element)).toBe(0);
    expect(differing(await pictureAt(element, 2_500), settled, 0)).toBe(0);
  });

  test('comes at once where the play says so', async () => {
    const element = await scheduled('scorebug', TOLD, [at(1_000, 'playAction', { skipAnimation: true })]);
    const first = await pictureAt(element, 1_000);
    expect(inkOf(element)).toBeGreaterThan(10_000);
    expect(differing(await pictureAt(element, 4_000), first, 0)).toBe(0);
  });

  test('follows a new schedule alone', async () => {
    const element = await scheduled('scorebug', TOLD, SCHEDULE);
    await pictureAt(element, 2_500);
    await element.setActionsSchedule({ schedule: [at(4_000, 'playAction')] });
    await pictureAt(element, 2_500);
    expect(inkOf(element)).toBe(0);
    await pictureAt(element, 5_500);
    expect(inkOf(element)).toBeGreaterThan(10_000);
  });

  test("its clock runs by the renderer's time", async () => {
    const element = await scheduled('shot-clock', { ...TOLD, clockRunning: 'true' }, [at(0, 'playAction')]);
    const early = await pictureAt(element, 2_000);
    const late = await pictureAt(element, 5_000);
    expect(differing(early, late, 40)).toBeGreaterThan(50);
    expect(differing(await pictureAt(element, 2_000), early, 0)).toBe(0);
  });

  test('what is asked for at once holds from where the renderer is', async () => {
    const element = await scheduled('scorebug', TOLD, []);
    await pictureAt(element, 3_000);
    expect(await element.playAction({ skipAnimation: true })).toEqual({ statusCode: 200, currentStep: 0 });
    expect(inkOf(element)).toBeGreaterThan(10_000);
    await pictureAt(element, 2_000);
    expect(inkOf(element)).toBe(0);
  });
});

test('a tape that was exported as messages is what is drawn', async () => {
  const say = messages();
  const startMs = 1_700_000_000_000;
  const facts = [
    say.roster(startMs),
    say.roster(startMs, { teamId: '20', side: 'away', code: 'AWY', name: 'Away' }),
    say.period(startMs, 'Q2'),
    say.clock(startMs, 300_000, false),
    say.score(startMs, 10, 8),
    say.score(startMs + 4_000, 13, 8),
  ];
  const lines = [JSON.stringify({ rules: 'fiba' }), ...facts.map((fact) => JSON.stringify(fact))].join('\n');
  const tape = URL.createObjectURL(new Blob([lines]));
  const element = await scheduled('scorebug', { relay: '', tape }, [at(0, 'playAction')]);
  const before = await pictureAt(element, 3_500);
  expect(inkOf(element)).toBeGreaterThan(10_000);
  const after = await pictureAt(element, 9_000);
  expect(differing(before, after, 40)).toBeGreaterThan(50);
});

test('a tape that is not there is told, and the graphic plays without it', async () => {
  const element = ografOf('scorebug');
  const answer = await element.load({ ...RENDER, data: { ...TOLD, tape: '/no/such/tape.ndjson?none' } });
  expect(answer).toMatchObject({ statusCode: 200 });
  await element.setActionsSchedule({ schedule: [at(0, 'playAction')] });
  await pictureAt(element, 2_000);
  expect(inkOf(element)).toBeGreaterThan(10_000);
});
