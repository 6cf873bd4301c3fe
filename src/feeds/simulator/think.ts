// What everybody does while a team attacks and no script needs him: attackers keep their spots alive, defenders stay between man and hoop and help.
import { gapTo, PACE, send } from './body.ts';
import { type Athlete, type Attack, hoopOf, opponentOf, STEP_MS, type World } from './world.ts';

/** People think this often, in milliseconds. */
const EVERY_MS = 3 * STEP_MS;
const DRIFT_MM = 380;
/** How far a defender stays off the man with the ball, far from the hoop and near it. */
const OFF_BALL_HANDLER = { farMm: 2_400, nearMm: 1_150 } as const;
/** In the back court a defence does not press: it waits this far from its hoop. */
const PICK_UP_MM = { ball: 12_000, others: 8_800 } as const;
const INSIDE_MM = 300;
/** Nobody hurries while the ball is dead. */
const LINE_UP_PACE = 3.2;

function keepSpot(world: World, athlete: Athlete): void {
  const { body, spot, phase } = athlete;
  const t = world.nowMs / 1000;
  const x = spot.xMm + DRIFT_MM * Math.sin(t / 2.1 + phase);
  const y = spot.yMm + DRIFT_MM * Math.cos(t / 2.7 + 1.7 * phase);
  const gap = gapTo(body, x, y);
  const pace = gap > 5_000 ? 6.2 : gap > 1_500 ? 4.2 : 1.6;
  send(body, x, y, world.mode === 'line-up' ? Math.min(pace, LINE_UP_PACE) : pace);
}

function guard(world: World, athlete: Athlete, mark: Athlete, hoopY: number): void {
  const { ball } = world;
  const { body } = athlete;
  const man = mark.body;
  const toHoopX = -man.x;
  const toHoopY = hoopY - man.y;
  const manGap = Math.sqrt(toHoopX * toHoopX + toHoopY * toHoopY) || 1;
  const onBall = ball.carrier === man || ball.flight?.to === man;
  let x: number;
  let y: number;
  if (onBall) {
    const off = manGap > 9_500 ? OFF_BALL_HANDLER.farMm : OFF_BALL_HANDLER.nearMm;
    const share = Math.min(0.6, off / manGap);
    x = man.x + toHoopX * share;
    y = man.y + toHoopY * share;
  } else {
    const ballGap = Math.min(1, gapTo(man, ball.x, ball.y) / 10_000);
    const hoopShare = manGap < 3_000 ? 0.22 : 0.13 + 0.19 * ballGap;
    const ballShare = manGap < 3_000 ? 0.1 : 0.05 + 0.15 * ballGap;
    x = man.x + toHoopX * hoopShare + (ball.x - man.x) * ballShare;
    y = man.y + toHoopY * hoopShare + (ball.y - man.y) * ballShare;
  }
  const line = onBall ? PICK_UP_MM.ball : PICK_UP_MM.others;
  const fromHoop = Math.abs(hoopY - y);
  if (fromHoop > line && Math.sign(hoopY - y) === Math.sign(hoopY)) y = hoopY - Math.sign(hoopY) * line;
  const wide = world.court.widthMm / 2 - INSIDE_MM;
  const gap = gapTo(body, x, y);
  // A slide is slower than a run; who is beaten sprints.
  const pace = gap > 4_500 ? 6.9 : gap > 1_600 ? PACE.run : gap > 500 ? 4.2 : 2.4;
  const most = world.mode === 'line-up' ? LINE_UP_PACE : athlete.skills.sprint;
  send(body, Math.max(-wide, Math.min(wide, x)), y, Math.min(pace, most));
}

/** Gives everybody who is not busy a new goal, every few steps. */
export function think(world: World): void {
  if (world.mode === 'still' || world.attack === null || world.nowMs % EVERY_MS !== 0) return;
  const { side } = world.attack;
  const hoopY = hoopOf(world, side).yMm;
  for (const athlete of side.five) if (!athlete.busy) keepSpot(world, athlete);
  for (const athlete of opponentOf(world, side).five)
    if (!athlete.busy && athlete.mark !== null) guard(world, athlete, athlete.mark, hoopY);
}

/** Every defender takes the attacker of his own place; two neighbours swap where that saves both a long way. */
export function matchUp(world: World, { side }: Attack): void {
  const defenders = opponentOf(world, side).five;
  defenders.forEach((defender, slot) => {
    defender.mark = side.five[slot] ?? null;
  });
  for (let i = 0; i + 1 < defenders.length; i += 1) {
    const a = defenders[i];
    const b = defenders[i + 1];
    if (!a?.mark || !b?.mark) continue;
    const as = gapTo(a.body, a.mark.body.x, a.mark.body.y) + gapTo(b.body, b.mark.body.x, b.mark.body.y);
    const swapped = gapTo(a.body, b.mark.body.x, b.mark.body.y) + gapTo(b.body, a.mark.body.x, a.mark.body.y);
    if (swapped < as - 5_000) [a.mark, b.mark] = [b.mark, a.mark];
  }
}

/** Sends one for a purpose of the script's: until he is released, nothing else sends him. */
export function order(athlete: Athlete, xMm: number, yMm: number, pace: number): void {
  athlete.busy = true;
  send(athlete.body, xMm, yMm, Math.min(pace, athlete.skills.sprint));
}
