// The half court of a mock game: where every shot was taken, and where the next one is. Click, or the arrow keys; then Make or Miss.
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Court, Place } from '../../game/court.ts';
import type { MockGameView } from '../../wire/mock-view.ts';
import { courtPicture, onFloor, placeAt, unitsOf } from './court-picture.ts';
import { KeyButton } from './key-button.tsx';
import type { MockDesk } from './mock-desk.ts';
import { feetOf, playerInHand, pointsAt, shotOf, teamOf } from './mock-hand.ts';

const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** What one press of an arrow moves the place, in millimetres; with Shift, the longer. */
const STEP_MM = 250;
const LONG_STEP_MM = 1_000;
/** Where the place is put by the first arrow. */
const FIRST: Place = { xMm: 0, yMm: 4_200 };

type CourtProps = { readonly mock: MockDesk; readonly game: MockGameView; readonly court: Court };

export function MockCourt({ mock, game, court }: CourtProps) {
  const picture = useMemo(() => courtPicture(court), [court]);
  const hand = mock.hand.value;
  const put = (place: Place): void => {
    mock.hand.value = { ...mock.hand.peek(), place };
  };
  const down = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    // The picture keeps its proportions, whatever the size of its element.
    const toUnits = event.currentTarget.getScreenCTM()?.inverse();
    if (toUnits) put(placeAt(court, new DOMPoint(event.clientX, event.clientY).matrixTransform(toUnits)));
  };
  const key = (event: TargetedKeyboardEvent<SVGSVGElement>): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.shiftKey ? LONG_STEP_MM : STEP_MM;
    const { place } = mock.hand.peek();
    put(place ? onFloor(court, { xMm: place.xMm + step[0] * by, yMm: place.yMm + step[1] * by }) : FIRST);
  };
  const at = hand.place && unitsOf(hand.place);
  return (
    <section class="panel mock-court" aria-label="Court">
      <h2>
        {teamOf(game, hand.side)?.name ?? ''} <small>shoots at this hoop, seen from above</small>
      </h2>
      <svg
        class="court-picture"
        viewBox={picture.viewBox}
        tabindex={0}
        role="application"
        aria-label="Court: click where the shot was taken, or move the place with the arrow keys"
        onPointerDown={down}
        onKeyDown={key}
      >
        <path class="court-line" d={picture.lines} />
        {game.entries.map(
          ({ id, entry }) =>
            entry.kind === 'shot' && (
              <Mark
                key={id}
                place={entry}
                made={entry.made}
                fill={teamOf(game, entry.side)?.colour ?? '#fff'}
              />
            ),
        )}
        {at && (
          <g class="court-place" transform={`translate(${at.x} ${at.y})`}>
            <circle r={26} />
            <path d="M-44 0H-12M12 0H44M0-44V-12M0 12V44" />
          </g>
        )}
      </svg>
      <Shoot mock={mock} game={game} court={court} />
    </section>
  );
}

/** A ring of a make, a cross of a miss. */
export function Mark({
  place,
  made,
  fill,
}: {
  readonly place: Place;
  readonly made: boolean;
  readonly fill: string;
}) {
  const { x, y } = unitsOf(place);
  return made ? (
    <circle class="mark-made" cx={x} cy={y} r={19} style={{ fill }} />
  ) : (
    <path class="mark-missed" d={`M${x - 15} ${y - 15}l30 30m0-30l-30 30`} style={{ stroke: fill }} />
  );
}

/** Step two: what became of it. */
function Shoot({ mock, game, court }: CourtProps) {
  const hand = mock.hand.value;
  const player = playerInHand(game, hand);
  const shoot = async (made: boolean): Promise<void> => {
    const entry = player && shotOf(hand, player.id, made);
    if (!entry) return;
    // At once, not when it was answered: the next shot may be placed by then.
    mock.hand.value = { ...hand, place: null };
    const done = await mock.order('Shot', { do: 'enter', entry });
    const now = mock.hand.peek();
    if (!done && now.place === null) mock.hand.value = { ...now, place: hand.place };
  };
  const throwFree = (made: boolean): void => {
    if (player)
      void mock.order('Free throw', {
        do: 'enter',
        entry: { kind: 'free-throw', side: hand.side, playerId: player.id, made },
      });
  };
  const { place } = hand;
  const off = game.over || !player;
  return (
    <div class="mock-shoot">
      <p role="status">
        {place ? (
          <>
            <b>{pointsAt(place, court.name)} points</b> from {feetOf(place)} ft by{' '}
            <b>
              {player?.number} {player?.lastName}
            </b>
          </>
        ) : (
          'Click where the shot was taken'
        )}
      </p>
      <KeyButton
        keyName="M"
        tone={place ? 'preview' : undefined}
        disabled={off || !place}
        onPress={() => void shoot(true)}
      >
        Make
      </KeyButton>
      <KeyButton keyName="X" disabled={off || !place} onPress={() => void shoot(false)}>
        Miss
      </KeyButton>
      <KeyButton keyName="F" disabled={off} name="Free throw made" onPress={() => throwFree(true)}>
        FT made
      </KeyButton>
      <KeyButton keyName="⇧F" disabled={off} name="Free throw missed" onPress={() => throwFree(false)}>
        FT missed
      </KeyButton>
    </div>
  );
}
