import { describe, expect, test } from 'vitest';
import { KEY_ROWS } from '../../src/control/key-rows.ts';
import { actionOf, beginOf, bind, controlId, keyLabel, rowsWith } from '../../src/control/keys.ts';
import type { Pressed } from '../../src/control/pressed.ts';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  shift: false,
  otherModifier: false,
  repeat: false,
  typing: false,
  onControl: false,
  ...more,
});

test('no two actions share a key', () => {
  const labels = KEY_ROWS.map(({ key }) => key);
  expect(new Set(labels).size).toBe(labels.length);
});

test('every action of the table finds its own label again', () => {
  for (const { key, action } of KEY_ROWS) expect(keyLabel(KEY_ROWS, action)).toBe(key);
});

test('no key alone changes the air, but for the take itself', () => {
  const plain = KEY_ROWS.filter(({ key, airs }) => airs && !key.includes('⇧'));
  expect(plain.map(({ key }) => key)).toEqual(['Space']);
});

describe('a key', () => {
  test.each([
    ['a digit prepares its graphic', press('2', { code: 'Digit2' }), { do: 'preview', index: 1 }],
    [
      'a digit typed with Shift airs it, whatever sign the layout gives',
      press('"', { code: 'Digit2', shift: true }),
      { do: 'take', index: 1 },
    ],
    [
      'a digit is a digit where the layout gives it only with Shift',
      press('é', { code: 'Digit2' }),
      { do: 'preview', index: 1 },
    ],
    ['Shift and a letter takes out', press('W', { shift: true }), { do: 'out', index: 1 }],
    ['a letter is read as printed, with caps lock too', press('H'), { do: 'arm', field: 'home.score' }],
    ['Space takes', press(' '), { do: 'take-all', cut: false }],
    ['Enter takes', press('Enter'), { do: 'take-all', cut: false }],
    ['Shift and Space cuts', press(' ', { shift: true }), { do: 'take-all', cut: true }],
    ['Shift and Escape clears', press('Escape', { shift: true }), { do: 'clear' }],
    ['Escape alone does not clear', press('Escape'), { do: 'escape' }],
    ['plus steps up, typed with Shift', press('+', { shift: true }), { do: 'step', by: 1 }],
    ['equals, its unshifted key, steps up', press('='), { do: 'step', by: 1 }],
    ['minus steps down', press('-'), { do: 'step', by: -1 }],
  ] as const)('%s', (_name, pressed, action) => {
    expect(actionOf(pressed, KEY_ROWS)).toEqual(action);
  });

  test.each([
    ['a letter alone takes nothing out', press('q')],
    ['a browser shortcut is left to the browser', press('r', { otherModifier: true })],
    ['a held key does not take again', press(' ', { repeat: true })],
    ['typing into a field does nothing', press('h', { typing: true })],
    ['a digit into a field does nothing', press('1', { code: 'Digit1', typing: true })],
    ['Space on a focused button is for that button', press(' ', { onControl: true })],
    ['an unknown key does nothing', press('F9')],
  ])('%s', (_name, pressed) => {
    expect(actionOf(pressed, KEY_ROWS)).toBeNull();
  });

  test('a held plus goes on stepping', () => {
    expect(actionOf(press('+', { repeat: true }), KEY_ROWS)).toEqual({ do: 'step', by: 1 });
  });

  test('Escape leaves a field', () => {
    expect(actionOf(press('Escape', { typing: true }), KEY_ROWS)).toEqual({ do: 'escape' });
  });

  test('Shift and Escape clears even while a field has the focus', () => {
    expect(actionOf(press('Escape', { typing: true, shift: true }), KEY_ROWS)).toEqual({ do: 'clear' });
  });
});

describe('a second key', () => {
  const later = (key: string, begun: string, more: Partial<Pressed> = {}) =>
    actionOf(press(key, more), KEY_ROWS, begun);

  test('means what stands after the first', () => {
    expect(beginOf(press('q'), KEY_ROWS)).toBe('Q');
    expect(later('1', 'Q', { code: 'Digit1' })).toEqual({ do: 'preview', index: 9 });
    expect(later('!', 'Q', { code: 'Digit1', shift: true })).toEqual({ do: 'take', index: 9 });
  });

  test('may be pressed with the Shift of the first still held', () => {
    expect(actionOf(press('Backspace', { shift: true }), KEY_ROWS)).toBeNull();
    expect(beginOf(press('Backspace', { shift: true }), KEY_ROWS)).toBe('⇧⌫');
    expect(later('!', '⇧⌫', { code: 'Digit1', shift: true })).toEqual({ do: 'clear-layer', index: 0 });
    expect(later('1', '⇧⌫', { code: 'Digit1' })).toEqual({ do: 'clear-layer', index: 0 });
  });

  test('means nothing alone, nor does a first one while typing', () => {
    expect(later('k', 'Q')).toBeNull();
    expect(beginOf(press('q', { typing: true }), KEY_ROWS)).toBeNull();
    expect(beginOf(press('Backspace'), KEY_ROWS)).toBeNull();
  });
});

describe("an operator's own key", () => {
  test('may be that of a control without one of its own, with Shift or as F1 to F12', () => {
    const id = controlId('Rundown', 'Take Tip-off');
    const bound = bind({}, id, press('F7'));
    const rows = rowsWith('own' in bound ? bound.own : {});
    expect(actionOf(press('F7'), rows)).toEqual({ do: 'press', panel: 'Rundown', name: 'Take Tip-off' });
    expect(bind({}, id, press('#'))).toEqual({ refused: expect.stringMatching(/Shift/) });
  });

  test('is never the first of two', () => {
    expect(bind({}, 'backdrop', press('q'))).toEqual({ refused: expect.stringMatching(/first of two/) });
  });

  test('does what its action did, and the old one does nothing any more', () => {
    const bound = bind({}, 'backdrop', press('#'));
    const rows = rowsWith('own' in bound ? bound.own : {});
    expect(actionOf(press('#'), rows)).toEqual({ do: 'backdrop' });
    expect(actionOf(press('g'), rows)).toBeNull();
    expect(keyLabel(rows, { do: 'backdrop' })).toBe('#');
  });

  test('may be one that only stood in for another', () => {
    const bound = bind({}, 'backdrop', press('Enter'));
    const rows = rowsWith('own' in bound ? bound.own : {});
    expect(actionOf(press('Enter'), rows)).toEqual({ do: 'backdrop' });
    expect(actionOf(press(' '), rows)).toEqual({ do: 'take-all', cut: false });
  });

  test.each([
    ['is refused where another action has it', 'backdrop', press('h'), /score/],
    ['is refused without Shift where it would change the air', 'out-1', press('#'), /Shift/],
    ['is refused with a modifier of the browser', 'backdrop', press('q', { otherModifier: true }), /browser/],
    ['is refused where it is a modifier', 'backdrop', press('Shift'), /no key/],
  ])('%s', (_name, id, pressed, why) => {
    expect(bind({}, id, pressed)).toEqual({ refused: expect.stringMatching(why) });
  });
});
