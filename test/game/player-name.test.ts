import { expect, it } from 'vitest';
import { nameCandidates, teamNameCandidates } from '../../src/game/player-name.ts';

it.each([
  ['Kentavious', 'Caldwell-Pope', '8', ['KENTAVIOUS CALDWELL-POPE', 'K. CALDWELL-POPE', 'CALDWELL-POPE']],
  ['Luka', 'Dončić', '77', ['LUKA DONČIĆ', 'L. DONČIĆ', 'DONČIĆ']],
  [null, 'Nenê', '42', ['NENÊ']],
  ['Nenê', ' ', '42', ['NENÊ']],
  ['Øyvind', 'Ødegård', '4', ['ØYVIND ØDEGÅRD', 'Ø. ØDEGÅRD', 'ØDEGÅRD']],
  ['Παναγιώτης', 'Γιαννάκης', '6', ['ΠΑΝΑΓΙΩΤΗΣ ΓΙΑΝΝΑΚΗΣ', 'Π. ΓΙΑΝΝΑΚΗΣ', 'ΓΙΑΝΝΑΚΗΣ']],
  ['建联', '易', '11', ['易建联', '易']],
  ['ルカ', 'ドンチッチ', '77', ['ルカ・ドンチッチ', 'ドンチッチ']],
  ['محمد', 'عبد الرحمن', '9', ['محمد عبد الرحمن', 'عبد الرحمن']],
  ['עמרי', 'כספי', '18', ['עמרי כספי', 'כספי']],
  [null, null, '00', ['#00']],
  [null, null, null, []],
])('%s %s shortens by rule', (firstName, lastName, number, forms) => {
  expect(nameCandidates({ firstName, lastName, number })).toEqual(forms);
});

it('a team without a code goes by its name, and the other way round', () => {
  expect(teamNameCandidates({ name: 'Žalgiris', code: '' })).toEqual(['ŽALGIRIS']);
  expect(teamNameCandidates({ name: '', code: 'ZAL' })).toEqual(['ZAL']);
  expect(teamNameCandidates({ name: 'ZAL', code: 'ZAL' })).toEqual(['ZAL']);
});
