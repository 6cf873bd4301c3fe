// What no feed says is on no graphic: a whole game, and the same game without one of the things that can be known.
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { makeReader } from '../../src/feeds/shottracker/reader.ts';
import { playGame } from '../../src/feeds/simulator/play-game.ts';
import { CAPABILITIES, type Capability, givenBy } from '../../src/game/capability.ts';
import type { Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import type { Moment } from '../../src/time/moment.ts';
import { makeTimeline } from '../../src/time/timeline.ts';

const START_MS = 1_700_000_000_000;
/** Well into the first period. */
const UNTIL_MS = 200_000;

const all: readonly Said[] = (() => {
  const said: Said[] = [];
  const ignore = (): void => undefined;
  const reader = makeReader({
    rules: 'nba',
    to: { words: ignore, message: (one) => said.push(one), fault: ignore },
  });
  for (const { text, atMs } of playGame({ seed: 7, rules: 'nba', startMs: START_MS, untilMs: UNTIL_MS }))
    reader.hear(text, atMs);
  return said;
})();

/** A message without what gives that; null where nothing is left of it. */
function without(said: Said, lacking: Capability): Said | null {
  if (!givenBy(said).includes(lacking)) return said;
  if (said.kind === 'clock' && lacking === 'shot-clock') {
    const { shot: _shot, ...rest } = said;
    return rest;
  }
  if (said.kind === 'frame')
    return lacking === 'ball' ? { ...said, ball: undefined } : { ...said, bodies: [] };
  if (said.kind === 'shot') return { ...said, xMm: undefined, yMm: undefined };
  if (said.kind !== 'stats') return null;
  const { efficiency, lineups, team, ...rest } = said;
  const figures = (line: NonNullable<typeof team>) =>
    lacking === 'fouls' ? { ...line, fouls: undefined } : lacking === 'stats' ? { fouls: line.fouls } : line;
  return {
    ...rest,
    ...(team ? { team: figures(team) } : {}),
    players: lacking === 'stats' ? [] : rest.players,
    ...(lacking === 'efficiency' || !efficiency ? {} : { efficiency }),
    ...(lacking === 'lineups' || !lineups ? {} : { lineups }),
  };
}

/** The game at its newest instant, with what `lacking` is never said. */
function momentOf(lacking: Capability | null): Moment {
  const timeline = makeTimeline({ rules: rulesOf('nba'), historyMs: UNTIL_MS });
  let seq = 0;
  for (const one of all) {
    const said = lacking === null ? one : without(one, lacking);
    if (said === null) continue;
    seq += 1;
    // Clocks ride on positions too: without a clock these say none either.
    const { clock: _clock, ...bare } = { clock: undefined, ...said };
    const noClock = said.kind === 'frame' && (lacking === 'clock' || lacking === 'shot-clock');
    timeline.push({ ...(noClock ? bare : said), seq } as Parameters<typeof timeline.push>[0]);
  }
  return timeline.at(START_MS + UNTIL_MS - 1_000);
}

/** Every value in a View, by where it stands. */
function leaves(view: unknown, where = ''): Map<string, unknown> {
  if (typeof view !== 'object' || view === null) return new Map([[where, view]]);
  return new Map(Object.entries(view).flatMap(([key, value]) => [...leaves(value, `${where}.${key}`)]));
}

/** Nothing, as a graphic says it. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === false || value === '–';

const whole = new Map(
  [...graphics.values()].map((one) => [one.id, one.pick(momentOf(null), one.options.parse({}))]),
);

describe.each([...graphics.values()].map((graphic) => [graphic.id, graphic] as const))(
  '%s',
  (id, graphic) => {
    test.each([...new Set([...graphic.needs, ...(graphic.uses ?? [])])])(
      'shows nothing for %s',
      (lacking) => {
        const moment = momentOf(lacking);
        const view = graphic.pick(moment, graphic.options.parse({}));
        const before = leaves(whole.get(id));
        const invented = [...leaves(view)].filter(
          ([where, value]) => before.get(where) !== value && !isNothing(value),
        );
        expect(invented).toEqual([]);
      },
    );

    test('wants only what can be known', () => {
      for (const want of [...graphic.needs, ...(graphic.uses ?? [])]) expect(CAPABILITIES).toContain(want);
    });
  },
);

test('of the whole game nearly every graphic shows something', () => {
  const silent = [...whole].filter(([, view]) => view === null).map(([id]) => id);
  // The floor of a camera waits until the operator has taught one.
  expect(silent).toEqual(['floor-dots', 'floor-chart']);
});
