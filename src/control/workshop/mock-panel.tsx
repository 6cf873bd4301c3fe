// The mock game: a click on the court is a shot's place, Make or Miss records it; whoever did what else is a press away; what was entered can be changed and deleted.
import { useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { courtOf } from '../../game/court.ts';
import { rulesOf } from '../../game/rules.ts';
import type { MockGameView } from '../../wire/mock-view.ts';
import type { Bench } from './bench.ts';
import { MockAttach } from './mock-attach.tsx';
import { MockBoard } from './mock-board.tsx';
import { MockCourt } from './mock-court.tsx';
import { type MockDesk, makeMockDesk } from './mock-desk.ts';
import { MockList } from './mock-list.tsx';
import { MockStart } from './mock-start.tsx';
import { MockTeams } from './mock-teams.tsx';

/** Before the first game only how to begin one. */
export function MockPanel({ bench }: { readonly bench: Bench }) {
  const mock = useMemo(() => makeMockDesk(bench, () => performance.now()), [bench]);
  useEffect(() => mock.watch(), [mock]);
  const seen = mock.seen.value;
  if (seen === null)
    return (
      <section class="panel" aria-label="Mock game">
        <p class="none">Asking the relay for its mock game.</p>
      </section>
    );
  const { game } = seen.view;
  if (game === null) return <MockStart bench={bench} mock={mock} />;
  return <MockPlay bench={bench} mock={mock} game={game} />;
}

type PlayProps = { readonly bench: Bench; readonly mock: MockDesk; readonly game: MockGameView };

function MockPlay({ bench, mock, game }: PlayProps) {
  const { desk } = bench;
  const rules = useComputed(() => desk.state.value.heard?.rules ?? 'nba').value;
  const court = useMemo(() => courtOf(rulesOf(rules).court), [rules]);
  return (
    <div class="mock">
      <MockCourt mock={mock} game={game} court={court} />
      <MockTeams mock={mock} game={game} />
      <div class="mock-side">
        <MockBoard mock={mock} game={game} />
        <MockList mock={mock} game={game} court={court.name} />
        <MockAttach bench={bench} game={game} />
      </div>
    </div>
  );
}
