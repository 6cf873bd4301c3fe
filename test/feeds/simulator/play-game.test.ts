// The words of whole games: the same for a seed, and each source as the provider says it.
import { describe, expect, it } from 'vitest';
import { isSequenced, SOURCES } from '../../../src/feeds/shottracker/sources.ts';
import type { Spoken } from '../../../src/feeds/simulator/play-game.ts';
import { makeTeller } from '../../../src/feeds/simulator/teller.ts';
import { faultText } from '../../../src/game/fault.ts';
import { away, home } from '../../../src/game/game.ts';
import { dataOf, folded, play, read, START_MS } from './played.ts';

describe('the words of a simulated game', () => {
  it('are the same bytes for the same seed', () => {
    const words = (seed: number): string =>
      play({ seed, untilMs: 90_000 })
        .map(({ text }) => text)
        .join('\n');
    const first = words(4);
    expect(words(4)).toBe(first);
    expect(words(5)).not.toBe(first);
  });

  it('are the same at another speed but for their stamps', () => {
    const spoken = (speed: number) =>
      play({ untilMs: 60_000, speed }).map(({ atMs, source, text }) => {
        const stampless = text
          .replace(/"(t|startTimestamp|timestamp|at)":\d{13}/g, '"$1":0')
          .replace(/"at_formatted":"[^"]*"/, '"at_formatted":""');
        return { passedMs: Math.round(((atMs - START_MS) * speed) / 40), source, text: stampless };
      });
    expect(spoken(4)).toEqual(spoken(1));
  });

  it('come from all nine sources, those of the sequence numbered without a gap', () => {
    const spoken = play({ untilMs: 150_000 });
    expect(new Set(spoken.map(({ source }) => source))).toEqual(new Set(SOURCES));
    const seqs = spoken.flatMap(({ source, text }) => {
      const { seq } = JSON.parse(text);
      expect(typeof seq === 'number').toBe(isSequenced(source));
      return typeof seq === 'number' ? [seq] : [];
    });
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  it.each([
    [10, 600],
    [25, 1_500],
    [60, 3_600],
  ])('hold positions at %d Hz, evenly', (rateHz, frames) => {
    const spoken = play({ untilMs: 60_000, rateHz }).filter(({ source }) => source === 'location');
    expect(spoken.length).toBe(frames);
    const gaps = spoken.slice(1).map(({ atMs }, index) => atMs - (spoken[index]?.atMs ?? 0));
    for (const gap of gaps) expect(Math.abs(gap - 1000 / rateHz)).toBeLessThan(1);
  });

  it('give ten players and a ball in every frame, no player twice', () => {
    for (const one of play({ untilMs: 240_000, rateHz: 5 })) {
      if (one.source !== 'location') continue;
      const locations = dataOf(one).locations;
      const ids = Array.isArray(locations)
        ? locations.map(({ type, pid, bid }) => `${type} ${pid ?? bid}`)
        : [];
      expect(new Set(ids).size).toBe(11);
    }
  });

  it('tell what both wear at the start, and what they change into at half-time', () => {
    const jerseys = { home: '#ffffff', away: '#102030' };
    const jerseysAfterHalf = { home: '#0b7a75', away: '#ffffff' };
    const worn = play({ rules: 'ncaa-men', eventsOnly: true, jerseys, jerseysAfterHalf })
      .filter(({ source }) => source === 'marker')
      .map((one) => Object(dataOf(one).data));
    expect(
      worn.map(({ team1JerseyColor, team2JerseyColor }) => [team1JerseyColor, team2JerseyColor]),
    ).toEqual([
      ['#ffffff', '#102030'],
      ['#0b7a75', '#ffffff'],
    ]);
  });

  it('read without a single fault, also where they correct', () => {
    const { faults } = read([...play({ eventsOnly: true }), ...play({ seed: 22, untilMs: 60_000 })]);
    expect(faults.filter(({ code }) => code !== 'sequence-restarted').map(faultText)).toEqual([]);
  });

  it('folded through the reader end with the score that the game itself knows', () => {
    const teller = makeTeller({ seed: 33, rules: 'nba', rateHz: 1 });
    const spoken: Spoken[] = [];
    let summary: Spoken | null = null;
    while (!teller.over)
      for (const { source, simMs, text } of teller.step(
        teller.world.nowMs % 10_000 !== 0 && teller.world.table.period !== 'FINAL',
      )) {
        const one = { source, atMs: START_MS + simMs, text: text((ms) => START_MS + ms) };
        if (source === 'broadcastsummary') summary = one;
        else spoken.push(one);
      }
    const { points } = teller.world;
    const fromEvents = folded(read(spoken).said);
    expect({ home: fromEvents.teams['481']?.score, away: fromEvents.teams['493']?.score }).toEqual(points);
    const game = folded(read(summary === null ? [] : [...spoken, summary]).said);
    expect({ home: home(game)?.score, away: away(game)?.score }).toEqual(points);
    expect(game.period).toBe('FINAL');
    expect(home(game)?.onFloor.length).toBe(5);
    expect(Object.keys(game.shots).length).toBe(
      teller.chronicle.events.filter(({ kind }) => kind === 'shot').length,
    );
  });
});
