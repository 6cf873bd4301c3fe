// The widest figures and the names that fit worst, in every graphic, in every theme, at every size: nothing is clipped, cut short, off its plate, or on anything else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import { THEMES } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { fitFaults, type Ground } from '../kit/fit-laws.ts';
import { type HostNames, hardMoment } from '../kit/hard-game.ts';
import { remembering } from '../kit/ink.ts';
import { type Bench, benchScene, makeBench } from '../kit/scene-bench.ts';
import { playedGame } from '../shots/played-game.ts';

type Options = Readonly<Record<string, unknown>>;

const played = playedGame();
const hard = async (hosts: HostNames = 'latin'): Promise<Moment> => hardMoment((await played).moment, hosts);

/** Where the lines of a court run under what is written. */
const DRAWN = ['player-dots', 'shot-chart'];
const groundOf = (id: string): Ground => (DRAWN.includes(id) ? 'drawn' : 'plain');

/** By hosts with Latin names; the visitors have those in other scripts. `player`: any of that side. */
const CHOICES: Readonly<Record<string, readonly Options[]>> = {
  scorebug: [{}, { position: 'lower-left' }, { showTimeouts: false }],
  'player-line': [{}, { stats: 'shooting', side: 'away' }, { stats: 'scoring', position: 'left' }],
  'box-score': [{}, { side: 'home' }, { side: 'away' }],
  efficiency: [{ rows: 6 }],
  'player-dots': [
    { names: 'surname', view: 'full' },
    { names: 'surname', view: 'half' },
  ],
  'shot-chart': [{}, { player: 'any', shots: 'off-the-dribble' }, { player: 'any', side: 'away' }],
  'team-comparison': [{}, { rows: 'ball control' }],
  'top-lineups': [{}, { side: 'away' }],
  'floor-chart': [{}, { player: 'any', side: 'away' }],
};

function meant(options: Options, { game }: Moment): Options {
  if (options.player !== 'any') return options;
  const team = game.teams[(options.side === 'away' ? game.awayId : game.homeId) ?? ''];
  return { ...options, player: Object.keys(team?.players ?? {})[0] };
}

async function faultsOf(bench: Bench, graphic: Graphic, wished: Options, pixelsPerUnit: number) {
  const { kit, written } = remembering(bench.kit);
  const moment = await hard();
  const scene = await benchScene({ stage: bench.stage, kit }, graphic, meant(wished, moment));
  scene.show(moment);
  const found = fitFaults(bench, written, { pixelsPerUnit, on: groundOf(graphic.id) });
  scene.dispose();
  return found;
}

const SIZES = [
  ['720p', 2 / 3],
  ['1080p', 1],
  ['2160p', 2],
] as const;

describe.each(Object.values(THEMES))('in $name', (theme) => {
  describe.each(SIZES)('at %s', (size, pixelsPerUnit) => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await makeBench({ theme, renderer: 'canvas', pixelsPerUnit });
    });
    afterAll(() => bench.dispose());

    test.each([...graphics.values()])('all that $id says is whole and by itself', async (graphic) => {
      const all = CHOICES[graphic.id] ?? [{}];
      // Every choice at one size; what is widest at all of them.
      for (const wished of size === '1080p' ? all : all.slice(0, 1)) {
        const { lines, faults } = await faultsOf(bench, graphic, wished, pixelsPerUnit);
        expect(faults, JSON.stringify(wished)).toEqual([]);
        expect(lines, 'lines that are seen').toBeGreaterThan(0);
      }
    });
  });
});
