// What OBS tells a page of its own source goes to the relay with its beats; a page in another host says nothing of it.
import { afterEach, describe, expect, test } from 'vitest';
import { hearObs } from '../../src/hosts/output/obs-ear.ts';

const ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
  delete (window as { obsstudio?: unknown }).obsstudio;
});

function heard(): () => ReturnType<ReturnType<typeof hearObs>> {
  const end = new AbortController();
  ends.push(end);
  return hearObs(window, end.signal);
}
const inObs = (): void => void Object.assign(window, { obsstudio: { pluginVersion: '2.26.8' } });
const tell = (type: string, detail: unknown): boolean =>
  window.dispatchEvent(new CustomEvent(type, { detail }));

describe('a page in OBS', () => {
  test('knows nothing before OBS has told it, and then what was told last', () => {
    inObs();
    const now = heard();
    expect(now()).toEqual({ visible: null, active: null });
    tell('obsSourceVisibleChanged', { visible: true });
    expect(now()).toEqual({ visible: true, active: null });
    tell('obsSourceActiveChanged', { active: true });
    expect(now()).toEqual({ visible: true, active: true });
    tell('obsSourceActiveChanged', { active: false });
    expect(now()).toEqual({ visible: true, active: false });
  });

  test.each([null, undefined, 'true', { active: 'yes' }, { visible: true }])(
    'is told nothing by %o',
    (detail) => {
      inObs();
      const now = heard();
      tell('obsSourceActiveChanged', detail);
      expect(now()).toEqual({ visible: null, active: null });
    },
  );

  test('hears no more once it has ended', () => {
    inObs();
    const now = heard();
    for (const end of ends) end.abort();
    tell('obsSourceActiveChanged', { active: true });
    expect(now()).toEqual({ visible: null, active: null });
  });
});

test('a page in no OBS says nothing of it, whatever is told', () => {
  const now = heard();
  tell('obsSourceActiveChanged', { active: true });
  expect(now()).toBeUndefined();
});
