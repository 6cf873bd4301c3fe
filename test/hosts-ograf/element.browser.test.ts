// An OGraf element as renderers call it: the public devtool's checks, the common bugs of first implementations, and each host's own way.
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { type OgrafGraphic, ografElement } from '../../src/hosts/ograf/element.ts';
import { differing, elementPicture, inkOf } from '../kit/element-picture.ts';
import { frames } from '../kit/frames.ts';
import { waitUntil } from '../kit/patience.ts';
import { ografOf, TOLD } from './ograf-rig.ts';

const IDS = [...graphics.keys()];

/** What the devtool allows in an answer. */
const ALLOWED = new Set(['statusCode', 'statusMessage', 'currentStep']);
function expectAnswer(answer: object | undefined): void {
  if (answer === undefined) return;
  for (const key of Object.keys(answer)) expect(ALLOWED.has(key) || key.startsWith('v_'), key).toBe(true);
  expect(answer).toHaveProperty('statusCode', expect.any(Number));
}

/** What was asked for before is drawn, where the page draws. */
const drawn = (): Promise<void> => frames(2);
/** Of a second: longer than anything of a scorebug moves. */
const A_SECOND = 60;

afterAll(() => {
  document.body.replaceChildren();
});

describe('as the devtool calls it', () => {
  test.each(IDS)(
    '%s is never attached, gets no data and no characteristics, and answers as it may',
    async (id) => {
      const element = ografOf(id);
      expectAnswer(await element.load({ renderType: 'realtime' }));
      expectAnswer(await element.updateAction({ data: {} }));
      expectAnswer(await element.playAction({}));
      expectAnswer(await element.stopAction({ skipAnimation: true }));
      expectAnswer(await element.customAction({ id: 'nothing', payload: {} }));
      expectAnswer(await element.dispose({}));
    },
  );

  test('an environment that no specification knows, and no frame rate, are taken', async () => {
    const element = ografOf('scorebug');
    const answer = await element.load({
      data: TOLD,
      renderType: 'realtime',
      renderCharacteristics: { resolution: { width: 1280, height: 720 }, _environment: 'devtool' },
    });
    expect(answer).toEqual({ statusCode: 200 });
  });

  test('actions that nobody waits for, sent while it loads, are all answered', async () => {
    const element = ografOf('shot-clock');
    const answers = await Promise.all([
      element.load({ renderType: 'realtime', data: TOLD }),
      element.playAction({ skipAnimation: true }),
      element.updateAction({ data: TOLD, skipAnimation: true }),
      element.stopAction({ skipAnimation: true }),
    ]);
    for (const answer of answers) expect(answer.statusCode).toBe(200);
  });

  test('what comes before load is refused, not thrown', async () => {
    const element = ografOf('scorebug');
    expect((await element.playAction({})).statusCode).toBe(409);
    expect((await element.goToTime({ timestamp: 0 })).statusCode).toBe(409);
  });
});

describe('the common bugs of first implementations', () => {
  test('playAction answers with the step, counted from 0, and with none past the last', async () => {
    const element = ografOf('shot-chart');
    await element.load({ renderType: 'realtime', data: { relay: '' } });
    expect(await element.playAction({})).toEqual({ statusCode: 200, currentStep: 0 });
    expect(await element.playAction({ delta: 1 })).toEqual({ statusCode: 200, currentStep: 1 });
    expect((await element.playAction({})).currentStep).toBeUndefined();
    expect((await element.playAction({ goto: 1 })).currentStep).toBe(1);
    expect((await element.playAction({ delta: -1 })).currentStep).toBe(0);
    expect((await element.playAction({ goto: 2 })).currentStep).toBeUndefined();
  });

  test('load resolves when the first play can be drawn at once', async () => {
    const element = ografOf('scorebug');
    await element.load({ renderType: 'realtime', data: TOLD });
    await element.playAction({ skipAnimation: true });
    await drawn();
    expect(inkOf(element)).toBeGreaterThan(10_000);
  });

  test('the data of load is what is drawn', async () => {
    const [element, other] = [ografOf('scorebug'), ografOf('scorebug')];
    for (const [one, data] of [
      [element, TOLD],
      [other, { ...TOLD, homeScore: 12 }],
    ] as const) {
      await one.load({ renderType: 'realtime', data });
      await one.playAction({ skipAnimation: true });
    }
    await waitUntil(() => inkOf(element) > 10_000 && inkOf(other) > 10_000);
    expect(differing(elementPicture(element), elementPicture(other), 40)).toBeGreaterThan(100);
  });

  test('skipAnimation shows the settled picture at once, and nothing of a motion after it', async () => {
    const element = ografOf('scorebug');
    await element.load({ renderType: 'realtime', data: TOLD });
    await element.playAction({ skipAnimation: true });
    await drawn();
    const first = elementPicture(element);
    await frames(A_SECOND);
    expect(differing(first, elementPicture(element), 0)).toBe(0);
    await element.stopAction({ skipAnimation: true });
    await waitUntil(() => inkOf(element) === 0);
  });
});

describe("each host's way", () => {
  test('SPX loads, updates and plays with text for everything, and ends with no argument at all', async () => {
    const element = ografOf('scorebug');
    const data = { ...TOLD, homeScore: '88', showFouls: '0', clockRunning: '0', homeFouls: '', delayMs: '' };
    document.body.append(element);
    await element.load({ renderType: 'realtime', data, rundownData: {} });
    await element.updateAction({ data });
    await element.playAction({ data });
    await waitUntil(() => inkOf(element) > 10_000);
    await element.customAction({ id: 'start-clock' });
    await element.playAction();
    await waitUntil(() => inkOf(element) === 0);
    expect((await element.dispose()).statusCode).toBe(200);
  });

  test('a renderer puts it into a closed shadow root, and its type is the same as in the document', async () => {
    const [inside, outside] = [ografOf('scorebug'), ografOf('scorebug')];
    const host = document.createElement('div');
    document.body.append(host, outside);
    onTestFinished(() => host.remove());
    host.attachShadow({ mode: 'closed' }).append(inside);
    for (const element of [inside, outside]) {
      await element.load({
        renderType: 'realtime',
        data: TOLD,
        renderCharacteristics: { resolution: { width: 1920, height: 1080 } },
      });
      await element.playAction({ skipAnimation: true });
    }
    await waitUntil(() => inkOf(inside) > 10_000 && inkOf(outside) > 10_000);
    expect(differing(elementPicture(inside), elementPicture(outside), 0)).toBe(0);
    expect([...document.fonts].some(({ family }) => family.includes('Barlow Condensed'))).toBe(true);
    expect(inside.querySelector('style')).toBeNull();
  });

  test('the same graphic under two names plays twice at once', async () => {
    const graphic = graphics.get('shot-clock');
    if (!graphic) throw new Error('no shot clock');
    const elements = [1, 2].map((n) => {
      customElements.define(`org.courtside.twice-v${n}`, ografElement(graphic));
      return document.createElement(`org.courtside.twice-v${n}`) as OgrafGraphic;
    });
    onTestFinished(async () => {
      for (const element of elements) await element.dispose();
    });
    await Promise.all(elements.map((element) => element.load({ renderType: 'realtime', data: TOLD })));
    const [one, two] = elements as [OgrafGraphic, OgrafGraphic];
    await one.playAction({ skipAnimation: true });
    await waitUntil(() => inkOf(one) > 1_000);
    expect(inkOf(two)).toBe(0);
    await two.playAction({ skipAnimation: true });
    await one.dispose();
    await waitUntil(() => inkOf(two) > 1_000);
  });

  test('nothing is put into it before load, and it is loaded again after dispose', async () => {
    const element = ografOf('shot-clock');
    document.body.append(element);
    expect(element.childElementCount + element.attributes.length).toBe(0);
    for (const _ of [1, 2]) {
      await element.load({ renderType: 'realtime', data: TOLD });
      await element.playAction({ skipAnimation: true });
      await waitUntil(() => inkOf(element) > 1_000);
      await element.dispose({});
      expect(element.childElementCount).toBe(0);
    }
  });

  test('a custom action that it has is done, another is refused with what there is', async () => {
    const element = ografOf('scorebug');
    await element.load({ renderType: 'realtime', data: TOLD });
    await element.playAction({ skipAnimation: true });
    await waitUntil(() => inkOf(element) > 10_000);
    const before = elementPicture(element);
    const payload = { side: 'home', points: '3' };
    expect(await element.customAction({ id: 'add-points', payload, skipAnimation: true })).toEqual({
      statusCode: 200,
    });
    await waitUntil(() => differing(before, elementPicture(element), 40) > 50);
    const refused = await element.customAction({ id: 'explode', payload: null });
    expect(refused).toMatchObject({ statusCode: 400, statusMessage: expect.stringContaining('add-points') });
  });
});
