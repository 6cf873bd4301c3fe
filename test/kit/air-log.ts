// A graphic on a layer, driven by a list of cues with their instants at any tick rate, and the pose of everything seen at every tick.
import { Container } from 'pixi.js';
import type { Game, Play, Team } from '../../src/game/game.ts';
import type { Taken } from '../../src/stage/appearance.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import { SceneShelf } from '../../src/stage/scene-shelf.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { StageLayer } from '../../src/stage/stage-layer.ts';
import type { Moment } from '../../src/time/moment.ts';

/** What happens, and when; `atMs` since the log's start. */
export type AirCue = {
  readonly atMs: number;
  readonly what:
    | 'take'
    | 'cut'
    | 'out'
    | 'cut out'
    | 'options'
    | 'home scores'
    | 'away scores'
    | 'correct'
    | 'shot clock';
};

/** Of one display object that is seen: where it is in its parent, and how much of it is seen. */
export type Pose = { readonly x: number; readonly y: number; readonly seen: number };

export type AirLogOptions = {
  readonly graphic: Graphic;
  readonly kit: StageKit;
  /** What is true when it begins. */
  readonly moment: Moment;
};

const mapTeam = (game: Game, id: string | null, change: (team: Team) => Team): Game['teams'] =>
  Object.fromEntries(
    Object.entries(game.teams).map(([each, team]) => [each, each === id ? change(team) : team]),
  );

/** A basket of a team: its score, its line, who made it. */
function withBasket(game: Game, teamId: string | null, atMs: number): Game {
  const [scorer] = Object.values(game.teams[teamId ?? '']?.players ?? {});
  const line = (of: Team['line']): Team['line'] => ({ ...of, points: (of.points ?? 0) + 2 });
  const teams = mapTeam(game, teamId, (team) => ({
    ...team,
    score: (team.score ?? 0) + 2,
    scoreChange: { before: team.score ?? 0, atMs },
    line: line(team.line),
    players: Object.fromEntries(
      Object.entries(team.players).map(([id, player]) => [
        id,
        id === scorer?.id ? { ...player, line: line(player.line) } : player,
      ]),
    ),
  }));
  const play: Play = {
    id: `basket ${atMs}`,
    classification: 'TWO_POINT_MAKE',
    teamId: teamId ?? '',
    ...(scorer ? { playerId: scorer.id } : {}),
    atMs,
  };
  return { ...game, atMs, teams, plays: [...game.plays, play] };
}

const corrected = (game: Game, atMs: number): Game => ({
  ...game,
  atMs,
  plays: [],
  teams: mapTeam(game, game.homeId, (team) => ({
    ...team,
    score: Math.max(0, (team.score ?? 0) - 1),
    scoreChange: { before: team.score ?? 0, atMs },
  })),
});

/** After the first, which is as it was. */
const SHOT_CLOCKS = [
  null,
  { remainingMs: 0, running: false, text: '0.0' },
  null,
  { remainingMs: 9_000, running: true, text: '9' },
] as const;

/** Opens a log; its scene is loaded. */
export async function openAirLog({ graphic, kit, moment }: AirLogOptions) {
  const shelf = new SceneShelf(new Map([[graphic.id, graphic]]), kit);
  const failed: unknown[] = [];
  const layer = new StageLayer(shelf, (_graphic, doing, why) => failed.push(doing, why));
  shelf.prepare(graphic.id);
  await new Promise((resolve) => setTimeout(resolve));
  while (shelf.scene(graphic.id) === null) await new Promise((resolve) => setTimeout(resolve));

  const startMs = moment.atMs;
  const options = [graphic.options.parse({}), graphic.options.parse({ side: 'away' })];
  let chosen = 0;
  let onAir: Taken | null = null;
  let leaving: Taken | null = null;
  let { game, version } = moment;
  let clocks = 0;
  let now = moment;

  const take = (sinceMs: number, cut: boolean): void => {
    onAir ??= { graphic: graphic.id, options: options[chosen], sinceMs, cut };
  };
  const out = (sinceMs: number, cut: boolean): void => {
    if (onAir) leaving = { ...onAir, sinceMs, cut };
    onAir = null;
  };
  const hear = (next: Game): void => {
    game = next;
    version += 1;
  };
  const act = ({ atMs, what }: AirCue): void => {
    const sinceMs = startMs + atMs;
    switch (what) {
      case 'take':
      case 'cut':
        return take(sinceMs, what === 'cut');
      case 'out':
      case 'cut out':
        return out(sinceMs, what === 'cut out');
      case 'options':
        chosen = 1 - chosen;
        if (onAir) onAir = { ...onAir, options: options[chosen] };
        return;
      case 'home scores':
        return hear(withBasket(game, game.homeId, sinceMs));
      case 'away scores':
        return hear(withBasket(game, game.awayId, sinceMs));
      case 'correct':
        return hear(corrected(game, sinceMs));
      case 'shot clock':
        clocks = (clocks + 1) % SHOT_CLOCKS.length;
        return hear({ ...game, atMs: sinceMs });
      default: {
        const never: never = what;
        return never;
      }
    }
  };

  const tick = (atMs: number): void => {
    const nowMs = startMs + atMs;
    const shotClock = clocks === 0 ? moment.shotClock : (SHOT_CLOCKS[clocks] ?? null);
    now = { ...moment, atMs: nowMs, version, game, shotClock };
    layer.tick({ onAir, leaving }, { nowMs, moment: now, jumped: false });
    if (failed.length > 0) throw failed[1];
  };

  return {
    layer,
    /** Ticks so often a second up to an instant, each cue at the first tick after it; tells of each tick. */
    play(
      cues: readonly AirCue[],
      { fromMs = 0, untilMs, rateHz }: { fromMs?: number; untilMs: number; rateHz: number },
      told: (atMs: number, cued: readonly AirCue[]) => void = () => {},
    ): void {
      const stepMs = 1_000 / rateHz;
      for (
        let index = Math.round(fromMs / stepMs) + (fromMs > 0 ? 1 : 0);
        index * stepMs <= untilMs + 1e-6;
        index += 1
      ) {
        const atMs = index * stepMs;
        const cued = cues.filter((cue) => cue.atMs <= atMs + 1e-6 && cue.atMs > atMs - stepMs + 1e-6);
        for (const cue of cued) act(cue);
        tick(atMs);
        told(atMs, cued);
      }
    },
    get isOnAir() {
      return onAir !== null;
    },
    /** The same on a page that has just been loaded. */
    async loadedNow() {
      const other = await openAirLog({ graphic, kit, moment: now });
      other.showAs(onAir);
      return { view: other.layer.view, dispose: other.dispose };
    },
    /** All that is on air, settled. */
    showAs(taken: Taken | null): void {
      onAir = taken && { ...taken, cut: true };
      tick(0);
    },
    dispose: (): void => shelf.dispose(),
  };
}

/** The poses of all that is seen below a container. */
export function posesOf(root: Container): Map<Container, Pose> {
  const poses = new Map<Container, Pose>();
  const visit = (object: Container): void => {
    const seen = object.alpha * Math.abs(object.scale.x * object.scale.y);
    if (!object.visible || !object.renderable || seen === 0) return;
    poses.set(object, { x: object.x, y: object.y, seen });
    for (const child of object.children) visit(child);
  };
  for (const child of root.children) visit(child);
  return poses;
}

/** How many display objects there are. */
export const countOf = (root: Container): number =>
  root.children.reduce((sum, child) => sum + 1 + countOf(child), 0);
