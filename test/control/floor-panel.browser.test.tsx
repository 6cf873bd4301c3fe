// The dialog in which a camera is taught, in a real browser: points by mouse and keys, the verdict, the cue.
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { GANTRIES, pointsOf } from '../kit/floor-cameras.ts';
import { deskWith, mountPage } from './fixture.tsx';

let unmount: () => void = () => {};
afterEach(() => unmount());

async function open() {
  await page.viewport(1280, 800);
  const rig = deskWith();
  const mounted = mountPage(rig.desk);
  unmount = () => mounted.unmount();
  await page.getByRole('tab', { name: 'Floor' }).click();
  await page.getByRole('button', { name: 'Teach a camera' }).click();
  return rig;
}

const picture = (): SVGSVGElement => {
  const found = document.querySelector<SVGSVGElement>('.floor-picture');
  if (!found) throw new Error('no picture');
  return found;
};

async function place(name: RegExp, at: { readonly x: number; readonly y: number }) {
  await page.getByRole('button', { name }).first().click();
  const box = picture().getBoundingClientRect();
  const position = { x: (at.x / 1920) * box.width, y: (at.y / 1080) * box.height };
  await userEvent.click(picture(), { position });
}

const FOUR = [
  ['corner-right-far', /right baseline × far sideline/],
  ['lane-right-near', /right baseline × near lane line/],
  ['elbow-right-near', /right free-throw line × near lane line/],
  ['centre-far', /centre line × far sideline/],
] as const;

test('four crossings that are clicked become a camera, which is saved by its name', async () => {
  const { sent } = await open();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect.element(save).toBeDisabled();
  const truth = pointsOf(GANTRIES.main);
  for (const [id, name] of FOUR) {
    const point = truth.find(({ at }) => at === id);
    if (point) await place(name, point);
  }
  await expect.poll(() => document.querySelector('.floor-verdict')?.textContent).toMatch(/4 points agree/);
  expect(document.querySelector('.floor-line')?.getAttribute('d')?.length).toBeGreaterThan(500);
  await userEvent.fill(page.getByPlaceholder('Main'), 'Main');
  await save.click();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ cue: 'camera', name: 'Main', court: 'nba' });
  const points = sent[0]?.cue === 'camera' ? sent[0].points : [];
  for (const { at, x, y } of points) {
    const point = truth.find((one) => one.at === at);
    expect(Math.hypot(x - (point?.x ?? 0), y - (point?.y ?? 0))).toBeLessThan(3);
  }
});

test('an arrow key moves the chosen point by one pixel, with Shift by ten, and takes nothing to air', async () => {
  const { sent } = await open();
  await place(/centre line × far sideline/, { x: 500, y: 400 });
  const at = () => document.querySelector('[data-at="centre-far"]')?.getAttribute('transform') ?? '';
  const [x = 0, y = 0] =
    at()
      .match(/[\d.]+/g)
      ?.map(Number) ?? [];
  picture().focus();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
  const now = () =>
    at()
      .match(/[\d.]+/g)
      ?.map((text) => Math.round(Number(text) * 10) / 10);
  const round = (value: number) => Math.round(value * 10) / 10;
  await expect.poll(now).toEqual([round(x + 1), round(y + 10)]);
  expect(sent).toEqual([]);
});

test('all of it fits 1280 x 800', async () => {
  await open();
  const dialog = document.querySelector('.floor-dialog')?.getBoundingClientRect();
  expect(dialog?.right).toBeLessThanOrEqual(1280);
  expect(dialog?.bottom).toBeLessThanOrEqual(800);
  const box = picture().getBoundingClientRect();
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
  expect(box.width).toBeGreaterThan(800);
  const save = document.querySelector('.floor-dialog footer')?.getBoundingClientRect();
  expect(save?.bottom).toBeLessThanOrEqual(800);
});
