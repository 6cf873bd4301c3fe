import { describe, expect, it } from 'vitest';
import { jerseyWords } from '../../src/control/jersey-words.ts';

describe('the line about jersey colours', () => {
  it('is none while all is shown as said', () => {
    expect(jerseyWords('#ffffff', '#1d428a')).toBeNull();
    expect(jerseyWords(null, null)).toBeNull();
  });

  it('says which team was moved, from what to what, and for whose eyes', () => {
    const words = jerseyWords('#552583', '#1d428a');
    expect(words?.moved).toMatchObject({ side: 'away', from: '#1d428a' });
    expect(words?.text).toBe(
      `Jersey colour moved: away #1d428a to ${words?.moved?.to}, too alike for ordinary eyes, protan eyes, deutan eyes`,
    );
  });

  it('says so when every eye takes one team for the other', () => {
    expect(jerseyWords('#ffffff', '#ffffff')?.text).toMatch(/too alike for every eye$/);
  });

  it('names the hosts where the visitors stand as the operator wants them', () => {
    expect(jerseyWords('#ce1141', { fixed: '#c8102e' })?.moved?.side).toBe('home');
  });

  it('tells the operator what his own two colours cost, and moves neither', () => {
    expect(jerseyWords({ fixed: '#ce1141' }, { fixed: '#007a33' })).toEqual({
      text: 'Both jersey colours are yours: too alike for deutan eyes',
      moved: null,
    });
  });

  it('says nothing of a stand-in that gave way', () => {
    expect(jerseyWords('#2458c7', null)).toBeNull();
  });
});
