// Where shots were taken, as the feed has them now: each team at its hoop, rings of makes and crosses of misses, one player's by choice.
import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type Court, courtOf } from '../../game/court.ts';
import { away, type Game, home, type Shot, type Team } from '../../game/game.ts';
import { rulesOf } from '../../game/rules.ts';
import type { Bench } from './bench.ts';
import { courtPicture } from './court-picture.ts';
import { Mark } from './mock-court.tsx';

const NO_COLOUR = '#a9b4c2';

export function ShotMap({ bench }: { readonly bench: Bench }) {
  const game = bench.game.value;
  const { desk } = bench;
  const rules = useComputed(() => desk.state.value.heard?.rules ?? 'nba').value;
  const court = useMemo(() => courtOf(rulesOf(rules).court), [rules]);
  const teams = game ? [away(game), home(game)].filter((team) => team !== null) : [];
  return (
    <div class="box-pair">
      {game && teams.map((team) => <TeamMap key={team.id} game={game} team={team} court={court} />)}
      {teams.length === 0 && (
        <section class="panel" aria-label="Shot map">
          <p class="none">The feed has named no team yet.</p>
        </section>
      )}
    </div>
  );
}

type MapProps = { readonly game: Game; readonly team: Team; readonly court: Court };

function TeamMap({ game, team, court }: MapProps) {
  const player = useSignal('');
  const picture = useMemo(() => courtPicture(court), [court]);
  const shots = Object.values(game.shots).filter(
    (shot) => shot.teamId === team.id && (player.value === '' || shot.playerId === player.value),
  );
  const made = shots.filter((shot) => shot.made).length;
  return (
    <section class="panel shot-map" aria-label={`Shots of ${team.name}`}>
      <h2>
        {team.name}{' '}
        <small class="figures">
          {made} of {shots.length} made
        </small>
        <select
          aria-label={`Whose shots of ${team.name}`}
          value={player.value}
          onChange={({ currentTarget }) => {
            player.value = currentTarget.value;
          }}
        >
          <option value="">All players</option>
          {Object.values(team.players).map(({ id, number, lastName }) => (
            <option key={id} value={id}>
              {number} {lastName}
            </option>
          ))}
        </select>
      </h2>
      <svg
        class="court-picture"
        viewBox={picture.viewBox}
        role="img"
        aria-label={`${made} of ${shots.length} shots made`}
      >
        <path class="court-line" d={picture.lines} />
        {shots.map((shot) => (
          <ShotMark key={shot.id} shot={shot} fill={team.colour ?? NO_COLOUR} />
        ))}
      </svg>
    </section>
  );
}

/** Nothing of a shot without a place. */
function ShotMark({ shot: { xMm, yMm, made }, fill }: { readonly shot: Shot; readonly fill: string }) {
  if (xMm === undefined || yMm === undefined) return null;
  return <Mark place={{ xMm, yMm }} made={made} fill={fill} />;
}
