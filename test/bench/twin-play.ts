// Where the twins of the picture put what moves, in units of the frame: the same play as the stage is told, with the same trails.
import { clocksAt, placeOf, RUNNERS } from './made-up-play.ts';

/** The panel of the floor, and the units of a millimetre on it. */
const PANEL = { x: 96, y: 376, middleX: 508, middleY: 256 } as const;
const UNITS_A_MM = { along: 1016 / 31_251, across: 512 / 17_240 } as const;
/** So high the ball is drawn over its shadow. */
export const BALL_RISE = 36;

/** As the stage's own trails are. */
const TRAIL = {
  runner: { links: 4, lastsMs: 700, width: 16, alpha: 0.75, cover: 19 },
  ball: { links: 4, lastsMs: 500, width: 7, alpha: 0.7, cover: 9 },
} as const;
const FALL = { alpha: 0.44, width: 0.76 } as const;
const SHORTEST = 0.5;

/** One link of a trail: its middle, its size, its turn in radians. Reused: valid until the next. */
export type Link = { x: number; y: number; length: number; width: number; turn: number; alpha: number };

/** The ball is the last of them. */
export const BODIES = RUNNERS + 1;
export const LINKS = TRAIL.runner.links;

/** The shirt's number; empty for the ball. */
export const numberOf = (body: number): string =>
  body === RUNNERS ? '' : `${4 * (body % (RUNNERS / 2)) + 3}`;
export const isHome = (body: number): boolean => body < RUNNERS / 2;
export const isBall = (body: number): boolean => body === RUNNERS;

/** On the frame, in units. */
export function spotOf(body: number, atMs: number): { readonly x: number; readonly y: number } {
  const { xMm, yMm } = placeOf(body, atMs);
  const rise = isBall(body) ? BALL_RISE : 0;
  return {
    x: PANEL.x + PANEL.middleX + yMm * UNITS_A_MM.along,
    y: PANEL.y + PANEL.middleY + xMm * UNITS_A_MM.across - rise,
  };
}

const link: Link = { x: 0, y: 0, length: 0, width: 0, turn: 0, alpha: 0 };

/** Calls with each link of a body's trail, from its head; null for one that nobody would see. */
export function eachLink(body: number, atMs: number, put: (index: number, link: Link | null) => void): void {
  const look = isBall(body) ? TRAIL.ball : TRAIL.runner;
  const stepMs = look.lastsMs / look.links;
  const head = spotOf(body, atMs);
  let from = head;
  for (let index = 0; index < look.links; index += 1) {
    const thenMs = atMs - (index + 1) * stepMs;
    const to = spotOf(body, thenMs);
    link.length = Math.hypot(from.x - to.x, from.y - to.y);
    link.alpha = look.alpha * FALL.alpha ** index;
    link.width = look.width * FALL.width ** index;
    link.x = (from.x + to.x) / 2;
    link.y = (from.y + to.y) / 2;
    link.turn = Math.atan2(from.y - to.y, from.x - to.x);
    const far = Math.max(
      Math.hypot(from.x - head.x, from.y - head.y),
      Math.hypot(to.x - head.x, to.y - head.y),
    );
    const isSeen = link.length >= SHORTEST && far + link.width / 2 > look.cover && thenMs >= 0;
    put(index, isSeen ? link : null);
    from = to;
  }
}

/** What the two clocks read. */
export function clockTexts(atMs: number): { readonly clock: string; readonly shot: string } {
  const { clockMs, shotMs } = clocksAt(atMs);
  const seconds = Math.ceil(clockMs / 1000);
  return {
    clock: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    shot: String(Math.ceil(shotMs / 1000)),
  };
}

/** Writes a text where it differs from the one that stands: a text node that is left alone costs nothing. */
export function write(element: Element | null, text: string): void {
  if (element?.firstChild instanceof Text) {
    if (element.firstChild.data !== text) element.firstChild.data = text;
  } else if (element) element.textContent = text;
}

/** Calls at every frame of the screen with the time since the first. */
export function everyFrame(draw: (atMs: number) => void): void {
  const startMs = performance.now();
  const next = (): void => {
    requestAnimationFrame(next);
    draw(performance.now() - startMs);
  };
  next();
}
