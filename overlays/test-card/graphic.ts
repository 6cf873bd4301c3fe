// Test card: what an engineer looks at before the show: edges, keying, colours, type, frame pacing, and the instant that this output paints.
import { periodLabel } from '../../src/game/period.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type TestCardOptions, type TestCardView, testCardOptions } from './view.ts';

export const testCard = defineGraphic<TestCardOptions, TestCardView>({
  id: 'test-card',
  name: 'Test card',
  layer: 'test',
  needs: [],
  options: testCardOptions,
  // Never null: it is wanted most when there is no game.
  pick: ({ game }) => {
    const feeds = Object.entries(game.feeds);
    const all = feeds.map(([name, { status }]) => `${name}: ${status}`.toUpperCase()).join(', ');
    const statuses = feeds.map(([, { status }]) => status.toUpperCase()).join(', ');
    return {
      period: game.period === null ? '' : periodLabel(game.period),
      feed: feeds.length === 0 ? [] : [all, statuses],
      isLive: feeds.every(([, { status }]) => status === 'live'),
    };
  },
  scene: async () => (await import('./scene.ts')).makeTestCard,
});
