// The workshop as it runs: a mock game, faults on purpose, what passes between the provider and us, his schedule.
import '../../link/no-eval.ts';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Game } from '../../game/game.ts';
import { makeAsk } from '../ask.ts';
import { copyText } from '../copy-text.ts';
import { newId } from '../new-id.ts';
import { openDesk } from '../open-desk.ts';
import { makeBench, PANELS } from './bench.ts';
import { listenToBench } from './bench-keys.ts';
import { openWords } from './words-line.ts';
import { WorkshopPage } from './workshop-page.tsx';

const page = newId();
const ask = makeAsk({ fetch: (path, init) => window.fetch(path, init), page });
const game = signal<Game | null>(null);
const desk = openDesk({
  name: 'workshop',
  page,
  onToken: (token) => ask.setToken(token),
  onRead: (timeline, relayMs) => {
    game.value = timeline.at(relayMs).game;
  },
});

const bench = makeBench({
  desk,
  ask,
  game,
  copy: copyText,
  first: PANELS.find((name) => location.pathname === `/${name}`) ?? 'mock',
  now: () => performance.now(),
});
effect(() => {
  // The address names the panel: it can be kept, and loaded again.
  const path = `/${bench.panel.value}`;
  if (location.pathname !== path) history.pushState(null, '', path + location.search);
});
addEventListener('popstate', () => {
  bench.panel.value = PANELS.find((name) => location.pathname === `/${name}`) ?? 'mock';
});

listenToBench(document, () => desk.act({ do: 'escape' }));
const words = openWords({ origin: location.origin });
render(<WorkshopPage bench={bench} words={words} />, document.body);
