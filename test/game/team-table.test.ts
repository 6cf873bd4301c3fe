import { describe, expect, it } from 'vitest';
import { fold } from '../../src/game/fold.ts';
import { noGame } from '../../src/game/game.ts';
import { markOf, noTeams, type TeamTable, teamsSchema, withTeams } from '../../src/game/team-table.ts';
import { HOME_ID, messages } from '../kit/messages.ts';

const say = messages();
const game = fold(noGame, say.roster(0, { teamId: HOME_ID, side: 'home', code: 'HOM', name: 'Home' }));
const team = { id: HOME_ID, code: 'HOM' };

const table = (more: Partial<TeamTable>): TeamTable => ({ ...noTeams, ...more });

describe('a game with a table of teams', () => {
  it('has the code, the name and the colour of the table over those of the feed', () => {
    const entry = { code: 'BOS', name: 'Boston', colour: '#007a33' };
    const seen = withTeams(game, table({ teams: { [HOME_ID]: entry } }));
    expect(seen.teams[HOME_ID]).toMatchObject(entry);
  });

  it('leaves its colour to the guard: it is not one that the operator gave', () => {
    const seen = withTeams(game, table({ teams: { [HOME_ID]: { colour: '#007a33' } } }));
    expect(seen.teams[HOME_ID]).not.toHaveProperty('colourFixed');
  });

  it('keeps of the feed what the table does not say', () => {
    const seen = withTeams(game, table({ teams: { [HOME_ID]: { code: 'BOS' } } }));
    expect(seen.teams[HOME_ID]?.name).toBe('Home');
  });

  it('is the same object when the table says nothing of its teams', () => {
    expect(withTeams(game, table({ teams: { other: { code: 'X' } }, marks: { 'x.png': '/x' } }))).toBe(game);
  });

  it('finds a logo by the code that the table gives, not by the one that it replaces', () => {
    const marks = { 'bos.png': '/marks/bos.png', 'hom.png': '/marks/hom.png' };
    const seen = withTeams(game, table({ teams: { [HOME_ID]: { code: 'BOS' } }, marks }));
    expect(seen.teams[HOME_ID]?.mark).toBe('/marks/bos.png');
  });

  it('is not misled by a team that is called like a property of every object', () => {
    const odd = fold(
      noGame,
      say.roster(0, { teamId: 'constructor', side: 'home', code: 'toString', name: 'Odd' }),
    );
    expect(withTeams(odd, table({ marks: {} }))).toBe(odd);
  });
});

describe('the logo of a team', () => {
  it.each([
    ['its id before its code', { [`${HOME_ID}.png`]: '/id', 'hom.svg': '/code' }, '/id'],
    ['an SVG before a PNG', { 'hom.png': '/png', 'hom.svg': '/svg' }, '/svg'],
    ['its code in any case', { 'hom.png': '/png' }, '/png'],
    ['nothing where there is none', {}, null],
  ])('is found by %s', (_name, marks, address) => {
    expect(markOf(table({ marks }), team).address).toBe(address);
  });

  it('is missing when the file that is named for it is not there, whatever else is', () => {
    const teams = { [HOME_ID]: { logo: 'Shield.png' } };
    expect(markOf(table({ teams, marks: { 'hom.png': '/code' } }), team)).toEqual({
      file: 'Shield.png',
      address: null,
    });
  });
});

describe('the document of teams', () => {
  it.each(['../secret.png', 'a/b.svg', 'a\\b.svg', '.hidden.png', 'logo.gif', 'logo', ''])(
    'takes no %j for a logo',
    (logo) => {
      expect(teamsSchema.safeParse({ 1: { logo } }).success).toBe(false);
    },
  );

  it.each([
    [{ 1: { colour: 'red' } }],
    [{ 1: { code: '' } }],
    [{ 1: { code: 'NINELETTERS' } }],
    [{ 1: { nickname: 'Celtics' } }],
    [[{ code: 'BOS' }]],
    [null],
  ])('is not %j', (document) => {
    expect(teamsSchema.safeParse(document).success).toBe(false);
  });
});
