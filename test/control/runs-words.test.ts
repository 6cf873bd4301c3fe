import { expect, test } from 'vitest';
import { runsWords } from '../../src/control/runs-words.ts';
import { emptyShow } from '../../src/show/show.ts';

const BUG = { needs: ['score'], uses: ['shot-clock', 'fouls'] };
const words = (capabilities: string[], told: string[]): string =>
  runsWords(BUG, { capabilities, told }, emptyShow).words;

test('what a feed does not say is told, and that a hand can give it', () => {
  expect(words(['score', 'fouls'], ['score', 'fouls'])).toBe('in part: no shot clock in this feed, by hand');
});

test('what has not come yet is not what never will', () => {
  expect(words(['score', 'shot-clock', 'fouls'], [])).toBe('no score heard yet');
  expect(words(['score', 'fouls'], ['score'])).toBe(
    'in part: no shot clock in this feed; no team fouls heard yet, by hand',
  );
});

test('there is nothing to tell of a graphic that runs wholly', () => {
  const all = ['score', 'shot-clock', 'fouls'];
  expect(words(all, all)).toBe('');
});
