// A picture like a camera's in a full hall, for graphics to lie on: a true court in perspective, a crowd, ten players. Drawn here, the same every time.
import { courtOf } from '../../src/game/court.ts';
import { courtLines, runsOf } from '../../src/game/court-lines.ts';
import { FRAME } from '../../src/stage/theme.ts';
import { normal, seeded } from '../kit/random.ts';
import { HALL_GANTRY, makeCamera, type Seen, type Spot } from './camera.ts';

type Context = CanvasRenderingContext2D;
type Random = () => number;

const COURT = courtOf('nba');
const M = 1000;
const HALF = { x: COURT.widthMm / 2 / M, y: COURT.lengthMm / 2 / M };
const camera = makeCamera(HALL_GANTRY);

const PAINT = { apron: '#1d2f52', key: '#22407a', line: '#f3ede2', board: '#12203a' } as const;

function fill(context: Context, spots: readonly Spot[], style: string | CanvasGradient): void {
  context.fillStyle = style;
  context.beginPath();
  for (const spot of spots) {
    const { x, y } = camera(spot);
    context.lineTo(x, y);
  }
  context.closePath();
  context.fill();
}

const onFloor = (x1: number, y1: number, x2: number, y2: number): readonly Spot[] =>
  [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ].map(([x = 0, y = 0]) => ({ x, y, z: 0 }));

/** Rows of people, soft and dark towards the roof: nobody looks at them. */
function drawCrowd(context: Context, random: Random): void {
  const roof = context.createLinearGradient(0, 0, 0, 420);
  roof.addColorStop(0, '#07080c');
  roof.addColorStop(1, '#23222a');
  context.fillStyle = roof;
  context.fillRect(0, 0, FRAME.width, FRAME.height);
  for (let row = 14; row >= 0; row -= 1) {
    const back = { x: -HALF.x - 3.4 - row * 0.95, z: 0.9 + row * 0.62 };
    for (let y = -16; y < 30; y += 0.56) {
      const seat = camera({ ...back, y: y + normal(random, 0.06) });
      const light = Math.max(5, 24 - row * 1.4) + random() * 12;
      drawPerson(context, seat, `hsl(${random() * 360} ${6 + random() * 20}% ${light}%)`, random);
    }
  }
}

function drawPerson(context: Context, { x, y, scale }: Seen, shirt: string, random: Random): void {
  if (random() < 0.06) return;
  context.fillStyle = shirt;
  context.fillRect(x - scale * 0.22, y - scale * 0.62, scale * 0.44, scale * 0.7);
  context.fillStyle = `hsl(${18 + random() * 14} 28% ${14 + random() * 22}%)`;
  context.beginPath();
  context.arc(x, y - scale * 0.76, scale * 0.13, 0, 2 * Math.PI);
  context.fill();
}

function drawFloor(context: Context, random: Random): void {
  fill(context, onFloor(-HALF.x - 2.6, -40, 15, 40), PAINT.apron);
  const wood = context.createLinearGradient(0, 300, 0, FRAME.height);
  wood.addColorStop(0, '#b98d58');
  wood.addColorStop(1, '#d8b27a');
  fill(context, onFloor(-HALF.x, -HALF.y, HALF.x, HALF.y), wood);
  for (let x = -HALF.x; x < HALF.x; x += 0.2) {
    for (let y = -HALF.y - random() * 3; y < HALF.y; y += 2.4 + random()) {
      const [from, to] = [Math.max(-HALF.y, y), Math.min(HALF.y, y + 2.4)];
      const shade = normal(random, 0.05);
      const style = shade > 0 ? `rgb(255 240 210 / ${shade})` : `rgb(70 35 10 / ${-shade})`;
      if (to > from) fill(context, onFloor(x, from, Math.min(HALF.x, x + 0.2), to), style);
    }
  }
}

function drawPaint(context: Context): void {
  const lane = COURT.laneWidthMm / 2 / M;
  const throwLine = HALF.y - COURT.freeThrowFromEndMm / M;
  for (const end of [1, -1]) fill(context, onFloor(-lane, end * HALF.y, lane, end * throwLine), PAINT.key);
  context.strokeStyle = PAINT.line;
  context.lineCap = 'round';
  for (const line of courtLines(COURT)) {
    if (line.part === 'backboard' || line.part === 'hoop') continue;
    for (const run of runsOf(line)) {
      const seen = run.map(({ xMm, yMm }) => camera({ x: xMm / M, y: yMm / M, z: 0 }));
      context.lineWidth = Math.max(2, (seen[0]?.scale ?? 0) * 0.05);
      context.beginPath();
      for (const { x, y } of seen) context.lineTo(x, y);
      context.stroke();
    }
  }
}

/** The ribbon of lamps along the far side, and the scorer's table before it. */
function drawRibbon(context: Context): void {
  const x = -HALF.x - 2.6;
  const wall = (from: number, to: number, z1: number, z2: number): readonly Spot[] => [
    { x, y: from, z: z1 },
    { x, y: to, z: z1 },
    { x, y: to, z: z2 },
    { x, y: from, z: z2 },
  ];
  fill(context, wall(-40, 40, 0, 1.05), PAINT.board);
  for (let y = -18; y < 30; y += 6) fill(context, wall(y + 0.4, y + 3.4, 0.34, 0.72), '#2c4c8c');
}

function drawHoop(context: Context): void {
  const end = HALF.y - COURT.hoopFromEndMm / M;
  const board = HALF.y - COURT.backboardFromEndMm / M;
  const width = COURT.backboardWidthMm / 2 / M;
  const face = (half: number, low: number, high: number): readonly Spot[] => [
    { x: -half, y: board, z: low },
    { x: half, y: board, z: low },
    { x: half, y: board, z: high },
    { x: -half, y: board, z: high },
  ];
  const post = (x: number, y: number, z: number): Spot => ({ x, y, z });
  fill(
    context,
    [
      post(0, HALF.y + 2.4, 0),
      post(0, HALF.y + 2.9, 0),
      post(0, HALF.y + 1.9, 3.4),
      post(0, HALF.y + 1.5, 3.2),
    ],
    '#10151f',
  );
  fill(
    context,
    [post(0, HALF.y + 1.9, 3.4), post(0, HALF.y + 1.6, 3), post(0, board, 3.1), post(0, board, 3.4)],
    '#10151f',
  );
  fill(context, face(width, 2.9, 4), 'rgb(225 232 240 / 0.55)');
  fill(context, face(0.3, 3.05, 3.5), 'rgb(255 255 255 / 0.5)');
  context.strokeStyle = '#d9541e';
  context.lineWidth = 5;
  context.beginPath();
  for (let step = 0; step <= 24; step += 1) {
    const turn = (step / 24) * 2 * Math.PI;
    const seen = camera({ x: 0.23 * Math.cos(turn), y: end + 0.23 * Math.sin(turn), z: 3.05 });
    context.lineTo(seen.x, seen.y);
  }
  context.stroke();
}

/** Who stands where, in metres. */
export const PLAYERS: readonly (readonly [x: number, y: number, side: 'home' | 'away', lean: number])[] = [
  [-5.4, 9.8, 'home', 0.1],
  [-4.2, 9.2, 'away', -0.2],
  [-1.2, 11.2, 'away', 0.2],
  [-0.6, 10.2, 'home', -0.1],
  [0.6, 5.2, 'home', 0.3],
  [1.1, 6.4, 'away', -0.3],
  [3.2, 11.6, 'away', 0.1],
  [4.4, 12.2, 'home', -0.2],
  [5.6, 6.6, 'home', 0.2],
  [4.8, 7.6, 'away', -0.1],
];
const KIT = { home: ['#f2f2ee', '#d6d6d0'], away: ['#6b2330', '#521a25'] } as const;

function drawPlayer(context: Context, [x, y, side, lean]: (typeof PLAYERS)[number], random: Random): void {
  const feet = camera({ x, y, z: 0 });
  const metre = feet.scale;
  const skin = `hsl(24 ${30 + random() * 12}% ${24 + random() * 26}%)`;
  const [shirt, shorts] = KIT[side];
  context.save();
  context.translate(feet.x, feet.y);
  context.fillStyle = 'rgb(20 10 0 / 0.3)';
  context.beginPath();
  context.ellipse(metre * 0.12, 0, metre * 0.52, metre * 0.15, 0, 0, 2 * Math.PI);
  context.fill();
  const limb = (
    from: readonly [number, number],
    to: readonly [number, number],
    wide: number,
    style: string,
  ) => {
    context.strokeStyle = style;
    context.lineCap = 'round';
    context.lineWidth = wide * metre;
    context.beginPath();
    context.moveTo(from[0] * metre, -from[1] * metre);
    context.lineTo(to[0] * metre, -to[1] * metre);
    context.stroke();
  };
  limb([-0.1, 0.95], [-0.26, 0.06], 0.15, skin);
  limb([0.1, 0.95], [0.28, 0.08], 0.15, skin);
  limb([-0.1, 1], [-0.17, 0.62], 0.22, shorts);
  limb([0.1, 1], [0.18, 0.62], 0.22, shorts);
  limb([-0.2, 1.5], [-0.52, 1.2 + lean], 0.11, skin);
  limb([0.2, 1.5], [0.5, 1.25 - lean], 0.11, skin);
  limb([0, 1.06], [lean * 0.2, 1.48], 0.4, shirt);
  context.fillStyle = skin;
  context.beginPath();
  context.arc(lean * 0.25 * metre, -1.84 * metre, 0.125 * metre, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

type Sheet = { readonly canvas: HTMLCanvasElement; readonly context: Context };

function sheetIn(document: Document): Sheet {
  const canvas = document.createElement('canvas');
  canvas.width = FRAME.width;
  canvas.height = FRAME.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  return { canvas, context };
}

/** Draws the hall, 1920 x 1080, the same at every call. */
export function drawArena(document: Document): HTMLCanvasElement {
  const { canvas, context } = sheetIn(document);
  const crowd = sheetIn(document);
  const random = seeded(7);
  drawCrowd(crowd.context, random);
  // Out of focus, as behind any game.
  context.filter = 'blur(3px)';
  context.drawImage(crowd.canvas, 0, 0);
  context.filter = 'none';
  drawRibbon(context);
  drawFloor(context, random);
  drawPaint(context);
  drawHoop(context);
  for (const player of [...PLAYERS].sort(([a], [b]) => a - b)) drawPlayer(context, player, random);
  return canvas;
}
