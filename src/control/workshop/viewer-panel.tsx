// The feed viewer: what passes between the provider and us as it streams, and the game that is made of it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Bench } from './bench.ts';
import { BoxScore } from './box-score.tsx';
import { Messages } from './messages.tsx';
import { ShotMap } from './shot-map.tsx';
import { ViewBar } from './view-bar.tsx';
import type { WordsLine } from './words-line.ts';

const VIEWS = [
  { id: 'messages', name: 'Messages', key: '1' },
  { id: 'box', name: 'Box score', key: '2' },
  { id: 'shots', name: 'Shot map', key: '3' },
] as const;
type ViewId = (typeof VIEWS)[number]['id'];

export function ViewerPanel({ bench, words }: { readonly bench: Bench; readonly words: WordsLine }) {
  const view = useSignal<ViewId>('messages');
  useEffect(() => words.watch(), [words]);
  return (
    <div class="viewer">
      <ViewBar views={VIEWS} view={view} />
      {view.value === 'messages' && <Messages words={words} />}
      {view.value === 'box' && <BoxScore game={bench.game.value} />}
      {view.value === 'shots' && <ShotMap bench={bench} />}
    </div>
  );
}
