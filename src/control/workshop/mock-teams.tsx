// Both teams of a mock game: who is on the floor and who may come in; the player in hand, and what else he did.
import type { MockGameView, MockPlayer, MockTeam } from '../../wire/mock-view.ts';
import { KeyButton } from './key-button.tsx';
import type { MockDesk } from './mock-desk.ts';
import { type Deed, floorOf, playerInHand, type Side } from './mock-hand.ts';

type TeamsProps = { readonly mock: MockDesk; readonly game: MockGameView };

const FLOOR_KEYS: Readonly<Record<Side, readonly string[]>> = {
  home: ['1', '2', '3', '4', '5'],
  away: ['6', '7', '8', '9', '0'],
};
const TIMEOUT_KEYS: Readonly<Record<Side, string>> = { home: 'T', away: '⇧T' };

const DEEDS: readonly { readonly deed: Deed; readonly words: string; readonly key: string }[] = [
  { deed: 'foul', words: 'Foul', key: 'G' },
  { deed: 'assist', words: 'Assist', key: 'A' },
  { deed: 'defensive-rebound', words: 'Def rebound', key: 'D' },
  { deed: 'offensive-rebound', words: 'Off rebound', key: 'O' },
  { deed: 'steal', words: 'Steal', key: 'S' },
  { deed: 'block', words: 'Block', key: 'B' },
  { deed: 'turnover', words: 'Turnover', key: 'V' },
];

export function MockTeams({ mock, game }: TeamsProps) {
  const hand = mock.hand.value;
  const player = playerInHand(game, hand);
  const did = (deed: Deed, words: string): void => {
    if (player)
      void mock.order(words, { do: 'enter', entry: { kind: deed, side: hand.side, playerId: player.id } });
  };
  return (
    <section class="panel mock-teams" aria-label="Teams">
      <div class="mock-pair">
        {game.teams.map((team) => (
          <Team key={team.side} mock={mock} game={game} team={team} />
        ))}
      </div>
      <h2>
        {player ? `${player.number} ${player.firstName} ${player.lastName}` : 'Nobody'}{' '}
        <small>did what else</small>
      </h2>
      <div class="mock-deeds">
        {DEEDS.map(({ deed, words, key }) => (
          <KeyButton
            key={deed}
            keyName={key}
            disabled={game.over || !player}
            onPress={() => did(deed, words)}
          >
            {words}
          </KeyButton>
        ))}
      </div>
    </section>
  );
}

type TeamProps = TeamsProps & { readonly team: MockTeam };

function Team({ mock, game, team }: TeamProps) {
  const { side } = team;
  const hand = mock.hand.value;
  const inHand = playerInHand(game, hand);
  const choose = ({ id }: MockPlayer): void => {
    mock.hand.value = { ...mock.hand.peek(), side, playerId: id };
  };
  const isOurs = hand.side === side && inHand?.onFloor === true;
  return (
    <div class="mock-team" role="group" aria-label={team.name}>
      <h2>
        <i class="mock-colour" style={{ background: team.colour }} />
        {team.name}
        <b class="figures">{team.score}</b>
      </h2>
      <ul>
        {floorOf(team).map((player, index) => (
          <li key={player.id}>
            <PlayerButton
              player={player}
              keyName={FLOOR_KEYS[side][index]}
              inHand={inHand?.id === player.id && hand.side === side}
              onPress={() => choose(player)}
            />
          </li>
        ))}
      </ul>
      <p class="quiet">
        {isOurs ? `Bench: in for ${inHand.number} ${inHand.lastName}` : 'Bench: choose who goes out'}
      </p>
      <ul class="mock-bench">
        {team.players
          .filter(({ onFloor }) => !onFloor)
          .map((player) => (
            <li key={player.id}>
              <button
                type="button"
                disabled={!isOurs || game.over}
                aria-label={`${player.number} ${player.lastName} in${isOurs ? ` for ${inHand.number} ${inHand.lastName}` : ''}`}
                onClick={() => {
                  if (!isOurs) return;
                  const entry = { kind: 'substitution', side, outId: inHand.id, inId: player.id } as const;
                  void mock.order('Substitution', { do: 'enter', entry }).then((done) => {
                    if (done) choose(player);
                  });
                }}
              >
                <b class="figures">{player.number}</b> {player.lastName}
              </button>
            </li>
          ))}
      </ul>
      <KeyButton
        keyName={TIMEOUT_KEYS[side]}
        disabled={game.over}
        name={`Timeout ${team.name}`}
        onPress={() => void mock.order('Timeout', { do: 'enter', entry: { kind: 'timeout', side } })}
      >
        Timeout
      </KeyButton>
    </div>
  );
}

type PlayerButtonProps = {
  readonly player: MockPlayer;
  readonly keyName: string | undefined;
  readonly inHand: boolean;
  readonly onPress: () => void;
};

const PlayerButton = ({ player, keyName, inHand, onPress }: PlayerButtonProps) => (
  <KeyButton
    keyName={keyName}
    pressed={inHand}
    name={`${player.number} ${player.firstName} ${player.lastName}`}
    onPress={onPress}
  >
    <b class="figures mock-number">{player.number}</b>
    <span class="mock-name">{player.lastName}</span>
    <small class="figures">
      {player.points} pts {player.fouls} f
    </small>
  </KeyButton>
);
