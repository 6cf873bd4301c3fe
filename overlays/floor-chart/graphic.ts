// Shot chart on the floor: the 14 zones painted on the real half court, in the perspective of a camera that stands still.
import { courtOf, type End, nominalHoop } from '../../src/game/court.ts';
import { cameraNamed, type FloorCamera, PICTURE } from '../../src/game/floor-camera.ts';
import { away, home } from '../../src/game/game.ts';
import { project } from '../../src/game/homography.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { chartZones, chosenZones, zoneSubtitle, zoneTitle } from '../../src/game/zone-map.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type FloorChartOptions, type FloorChartView, floorChartOptions } from './view.ts';

/** The middle of a chart lies so far from the hoop, towards mid-court. Millimetres. */
const MIDDLE_MM = 4_500;

/** How far from the middle of the picture the middle of that end's chart is. */
function offMiddle({ court, matrix }: FloorCamera, end: End): number {
  const { xMm, yMm } = nominalHoop(courtOf(court), end);
  const { x, y, depth } = project(matrix, xMm, yMm - end * MIDDLE_MM, { x: 0, y: 0, depth: 0 });
  return depth > 0 ? Math.hypot(x - PICTURE.width / 2, y - PICTURE.height / 2) : Number.POSITIVE_INFINITY;
}

function endOf(camera: FloorCamera, wish: FloorChartOptions['end']): End {
  if (wish !== 'auto') return wish === 'right' ? 1 : -1;
  return offMiddle(camera, 1) <= offMiddle(camera, -1) ? 1 : -1;
}

export const floorChart = defineGraphic<FloorChartOptions, FloorChartView>({
  id: 'floor-chart',
  name: 'Shot chart on the floor',
  layer: 'paint',
  needs: ['zones'],
  options: floorChartOptions,
  steps: 'side',
  pick: ({ game, cameras }, chosen) => {
    const camera = cameraNamed(cameras, chosen.camera);
    const team = (chosen.side === 'home' ? home : away)(game);
    const map = team === null ? undefined : chosenZones(team, chosen);
    if (camera === null || team === null || map === undefined || map.zones.length === 0) return null;
    return {
      court: camera.court,
      matrix: camera.matrix,
      end: endOf(camera, chosen.end),
      showLines: chosen.showLines,
      side: chosen.side,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      code: team.code.trim().toUpperCase(),
      mark: team.mark ?? null,
      title: zoneTitle(team, chosen.player),
      subtitle: zoneSubtitle(team, chosen, game),
      zones: chartZones(map.zones),
    };
  },
  scene: async () => (await import('./scene.ts')).makeFloorChartScene,
});
