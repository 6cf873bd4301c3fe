// The scorebug and the dots as elements, well made: each dot a layer of its own, moved by its transform alone; a text is written only when it changes. No trails.
import { clocksAt, placeOf, RUNNERS } from './made-up-play.ts';

const UNITS_A_MM = { along: 1016 / 31_251, across: 512 / 17_240 } as const;

const floor = document.querySelector('.floor');
const clock = document.querySelector('.clock');
const shot = document.querySelector('.shot');
const dots = Array.from({ length: RUNNERS + 1 }, (_, i) => {
  const dot = document.createElement('div');
  dot.className = i === RUNNERS ? 'dot ball' : i < RUNNERS / 2 ? 'dot' : 'dot away';
  dot.textContent = i === RUNNERS ? '' : `${4 * (i % (RUNNERS / 2)) + 3}`;
  floor?.append(dot);
  return dot;
});

const write = (element: Element | null, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text;
};

const startMs = performance.now();
const draw = (): void => {
  requestAnimationFrame(draw);
  const atMs = performance.now() - startMs;
  for (const [i, dot] of dots.entries()) {
    const { xMm, yMm } = placeOf(i, atMs);
    const [x, y] = [508 + yMm * UNITS_A_MM.along, 256 + xMm * UNITS_A_MM.across];
    dot.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
  }
  const { clockMs, shotMs } = clocksAt(atMs);
  const seconds = Math.ceil(clockMs / 1000);
  write(clock, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
  write(shot, String(Math.ceil(shotMs / 1000)));
};
draw();
