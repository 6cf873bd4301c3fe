// The fight for a ball that came off the rim or was blocked: where it falls, who gets there, and what he does with it.
import { fly } from './ball.ts';
import { gapTo, PACE } from './body.ts';
import { commonFoul } from './foul.ts';
import type { Restart } from './restart.ts';
import { writeDeed } from './scorer.ts';
import { setShotClock } from './table.ts';
import { order } from './think.ts';
import {
  type Athlete,
  type Attack,
  everybody,
  hoopGap,
  landed,
  nearest,
  onCourt,
  opponentOf,
  type Script,
  sideNamed,
  type World,
} from './world.ts';

/** How much likelier a defender has it than an attacker as near: they stand inside. */
const INSIDE = 1.9;
const LOOSE_FOUL = 0.022;
/** Ways of getting there, in millimetres: one this much farther off is e times less likely. */
const REACH_MM = 1_150;

function whoGetsIt(world: World, attack: Attack, x: number, y: number): Athlete {
  const [first, ...rest] = everybody(world);
  if (first === undefined) throw new Error('nobody is on the floor');
  return world.chance.pick([first, ...rest], ({ body, skills, side }) => {
    const gap = gapTo(body, x, y);
    return skills.rebounds * Math.exp(-gap / REACH_MM) * (side === attack.side.name ? 1 : INSIDE);
  });
}

/** Where a miss falls, as seen from the hoop: longer shots come off longer, a blocked one stays where it was. */
function fallOf(world: World, attack: Attack, offRim: boolean) {
  const { chance, ball } = world;
  if (!offRim)
    return { x: ball.x + chance.between(-1_500, 1_500), y: ball.y + chance.between(-1_200, 1_200) };
  const angle = chance.between(0.06, 0.94) * Math.PI;
  const far = chance.between(900, 3_300);
  const place = onCourt(world, attack.side, far * Math.cos(angle), Math.max(-300, far * Math.sin(angle)));
  return { x: place.xMm, y: place.yMm };
}

/** The ball comes off; somebody has it. An offensive rebound goes on as the same possession. */
export function* rebound(
  world: World,
  attack: Attack,
  { offRim }: { readonly offRim: boolean },
): Script<Restart> {
  const { ball, chance, table, rules } = world;
  table.shotRuns = table.running && !offRim;
  const fall = fallOf(world, attack, offRim);
  const wide = world.court.widthMm / 2 - 600;
  const long = world.court.lengthMm / 2 - 600;
  fall.x = Math.max(-wide, Math.min(wide, fall.x));
  fall.y = Math.max(-long, Math.min(long, fall.y));
  const taker = whoGetsIt(world, attack, fall.x, fall.y);
  const gap = gapTo(taker.body, fall.x, fall.y);
  const ms = Math.min(1_500, Math.max(680, 250 + gap / 3.6));
  order(taker, fall.x, fall.y, PACE.sprint);
  const rival = nearest(opponentOf(world, sideNamed(world, taker.side)).five, fall.x, fall.y);
  order(rival, fall.x + chance.between(-700, 700), fall.y + chance.between(-700, 700), PACE.run);
  fly(ball, 'rim', { x: fall.x, y: fall.y, z: 1_900, to: taker.body }, world.nowMs, ms);
  yield* landed(world);
  const offensive = taker.side === attack.side.name;
  writeDeed(world, offensive ? 'offensive-rebound' : 'defensive-rebound', taker);
  if (offensive) attack.secondChance = true;
  if (offRim) setShotClock(table, offensive ? rules.shotClock.shortMs : rules.shotClock.fullMs);
  else if (!offensive) setShotClock(table, rules.shotClock.fullMs);
  table.shotRuns = table.running;
  if (offensive && chance.happens(LOOSE_FOUL * 2)) return commonFoul(world, attack, rival, taker);
  return { kind: 'live', side: sideNamed(world, taker.side), handler: taker, source: 'rebound' };
}

/** Whether one who has just taken an offensive rebound goes straight up again. */
export const goesUpAgain = (world: World, attack: Attack, taker: Athlete): boolean =>
  hoopGap(world, attack.side, taker.body) < 2_600 && world.chance.happens(0.55);
