// What a tape tells, as tables: positions, shots, the box score. Source: RFC 4180.
import { makeTapeTeller } from '../../feeds/tape/tell.ts';
import { fold } from '../../game/fold.ts';
import { away, type Game, home, noGame, sideOf } from '../../game/game.ts';
import type { Message } from '../../game/message.ts';
import { rulesOf } from '../../game/rules.ts';
import { statLineSchema } from '../../game/stat-line.ts';
import type { OpenTape } from '../../tape/open.ts';
import { makeTimeline } from '../../time/timeline.ts';
import { csvLine } from '../csv.ts';

type Stretch = { readonly fromMs: number; readonly toMs: number };
type Heard = { readonly message: Message; readonly game: Game };

/** All Messages up to the end of a stretch, with the game as it was told by then. */
async function* heard(tape: OpenTape, { toMs }: Stretch): AsyncGenerator<Heard, void, void> {
  const teller = makeTapeTeller(tape.about);
  let game = noGame;
  for await (const entry of tape.read({ toMs }))
    for (const message of teller.tell(entry)) {
      if (message.kind !== 'frame') game = fold(game, message);
      yield { message, game };
    }
}

/** A line of JSON for the rules and the instant at which a stretch begins, then one for each Message up to its end; of what was before, only facts. */
export async function* messageLines(
  tape: OpenTape,
  { fromMs, toMs }: Stretch,
): AsyncGenerator<string, void, void> {
  yield JSON.stringify({ rules: tape.about.rules, fromMs });
  for await (const { message } of heard(tape, { fromMs, toMs }))
    if (message.kind !== 'frame' || message.atMs >= fromMs) yield JSON.stringify(message);
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** A line for each body of each frame: millimetres in the court's frame. */
export async function* positionsCsv(tape: OpenTape, stretch: Stretch): AsyncGenerator<string, void, void> {
  yield csvLine(['time', 'period', 'clockMs', 'side', 'number', 'id', 'xMm', 'yMm', 'zMm']);
  for await (const { message, game } of heard(tape, stretch)) {
    if (message.kind !== 'frame' || message.atMs < stretch.fromMs) continue;
    const clockMs = message.clock?.gameMs ?? null;
    const period = message.clock?.period ?? game.period;
    const { ball, bodies } = message;
    for (const body of ball ? [...bodies, ball] : bodies) {
      const side = body === ball ? 'ball' : sideOf(game, body.teamId);
      const number = game.teams[body.teamId ?? '']?.players[body.id]?.number ?? null;
      yield csvLine([iso(body.atMs), period, clockMs, side, number, body.id, body.xMm, body.yMm, body.zMm]);
    }
  }
}

const nameOf = (game: Game, teamId: string, playerId: string | undefined): string | null => {
  const player = playerId === undefined ? undefined : game.teams[teamId]?.players[playerId];
  return player ? [player.firstName, player.lastName].filter((part) => part !== null).join(' ') : null;
};

/** A line for each shot as it stands at the end: places as seen from under the hoop. */
export async function* shotsCsv(tape: OpenTape, stretch: Stretch): AsyncGenerator<string, void, void> {
  yield csvLine([
    'time',
    'period',
    'team',
    'number',
    'player',
    'made',
    'points',
    'zone',
    'xMm',
    'yMm',
    'distanceMm',
    'attributes',
  ]);
  const game = await gameAtEnd(tape, stretch);
  for (const shot of Object.values(game.shots)) {
    if (shot.atMs < stretch.fromMs) continue;
    const team = game.teams[shot.teamId];
    const player = team?.players[shot.playerId ?? ''];
    yield csvLine([
      iso(shot.atMs),
      shot.period ?? null,
      team?.code ?? shot.teamId,
      player?.number ?? null,
      nameOf(game, shot.teamId, shot.playerId),
      shot.made ? 'yes' : 'no',
      shot.three ? 3 : 2,
      shot.zone ?? null,
      shot.xMm ?? null,
      shot.yMm ?? null,
      shot.distanceMm ?? null,
      shot.attributes.join(' '),
    ]);
  }
}

/** The game as the end of a stretch knows it: through a Timeline, so that what came late stands where it belongs. */
async function gameAtEnd(tape: OpenTape, stretch: Stretch): Promise<Game> {
  const timeline = makeTimeline({ rules: rulesOf(tape.about.rules) });
  const teller = makeTapeTeller(tape.about);
  for await (const entry of tape.read({ toMs: stretch.toMs }))
    for (const message of teller.tell(entry)) if (message.kind !== 'frame') timeline.push(message);
  return timeline.at(stretch.toMs).game;
}

/** A line for each player and for each team, as they stand at the end of the stretch. */
export async function* boxScoreCsv(tape: OpenTape, stretch: Stretch): AsyncGenerator<string, void, void> {
  const columns = Object.keys(statLineSchema.shape) as (keyof typeof statLineSchema.shape)[];
  yield csvLine(['team', 'number', 'player', ...columns]);
  const game = await gameAtEnd(tape, stretch);
  for (const team of [home(game), away(game)]) {
    if (team === null) continue;
    for (const player of Object.values(team.players))
      yield csvLine([
        team.code,
        player.number,
        nameOf(game, team.id, player.id),
        ...columns.map((column) => player.line[column] ?? null),
      ]);
    yield csvLine([team.code, null, 'TEAM', ...columns.map((column) => team.line[column] ?? null)]);
  }
}
