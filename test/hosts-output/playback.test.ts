import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/hosts/output/address.ts';
import { firstHistoryMs, HISTORY_MARGIN_MS, Playback } from '../../src/hosts/output/playback.ts';
import { delayedBy, LIVE, replayFrom } from '../../src/show/playhead.ts';
import { emptyLayer, emptyShow, type OnAir, type Show } from '../../src/show/show.ts';
import { packFrame } from '../../src/wire/wire.ts';
import { body, HOME_ID, messages } from '../kit/messages.ts';
import { snapshot } from '../kit/snapshot.ts';

const START_MS = 1_700_000_000_000;

const onAir = (more: Partial<OnAir> = {}): OnAir => ({
  graphic: 'scorebug',
  options: {},
  sinceMs: START_MS,
  cut: false,
  ...more,
});
const showOf = (more: Partial<Show>): Show => ({ ...emptyShow, ...more });
const playbackOf = (query = ''): Playback => new Playback(readAddress(query), new Map());

/** Two teams and a score at the start, 20 s of it. */
const history = () => {
  const say = messages();
  return {
    say,
    facts: [
      say.roster(START_MS - 20_000),
      say.roster(START_MS - 20_000, { teamId: '20', side: 'away', code: 'AWY', name: 'Away' }),
      say.score(START_MS - 20_000, 0, 0),
      say.score(START_MS - 5_000, 2, 0),
    ],
  };
};
const homeScore = (playback: Playback, nowMs: number): number | null | undefined =>
  playback.at(nowMs)?.moment.game.teams[HOME_ID]?.score;

const behind = (delayMs: number) => delayedBy(LIVE, delayMs, 0, 'cut');

describe('playback', () => {
  it('shows nothing before a snapshot', () => {
    const playback = playbackOf();
    playback.hear({ type: 'facts', facts: [messages().score(START_MS, 1, 1)] }, START_MS);
    expect(playback.at(START_MS)).toBeNull();
  });

  it.each([
    ['?delay=1000', 2],
    ['?delay=6000', 0],
  ])('shows the game as it was at the delay of its address (%s)', (query, score) => {
    const playback = playbackOf(query);
    playback.hear(snapshot({ facts: history().facts }), START_MS);
    expect(homeScore(playback, START_MS)).toBe(score);
  });

  it('plays at the delay that the operator set for its name, and the address goes before that', () => {
    const show = showOf({ playheads: { program: behind(6_000), truck: behind(1_000) } });
    const delays = ['', '?name=truck', '?delay=2000'].map((query) => {
      const playback = playbackOf(query);
      playback.hear(snapshot({ show }), START_MS);
      return playback.at(START_MS)?.delayMs;
    });
    expect(delays).toEqual([6_000, 1_000, 2_000]);
  });

  it('plays where the output plays that it is played as, unless it was sent somewhere by its own name', () => {
    const playback = playbackOf('?name=desk-program');
    const playheads = { program: behind(6_000), truck: behind(1_000) };
    playback.hear(snapshot({ show: showOf({ playheads }) }), START_MS);
    expect(playback.at(START_MS)?.delayMs).toBeLessThan(1_000);
    playback.playAs('program');
    expect(playback.at(START_MS)?.delayMs).toBe(6_000);
    expect(playback.missingHistoryMs(START_MS)).toBeGreaterThanOrEqual(6_000);
    playback.playAs('truck');
    expect(playback.at(START_MS)?.delayMs).toBe(1_000);
    const own = { ...playheads, 'desk-program': behind(3_000) };
    playback.hear({ type: 'show', show: showOf({ playheads: own }) }, START_MS);
    expect(playback.at(START_MS)?.delayMs).toBe(3_000);
  });

  it('follows a small change of delay without a jump of the instant', () => {
    const playback = playbackOf();
    playback.hear(snapshot({ show: showOf({ playheads: { program: behind(1_000) } }) }), START_MS);
    let lastMs = playback.at(START_MS)?.moment.atMs ?? 0;
    playback.hear(
      { type: 'show', show: showOf({ playheads: { program: delayedBy(behind(1_000), 1_500, START_MS) } }) },
      START_MS,
    );
    for (let nowMs = START_MS + 16; nowMs <= START_MS + 12_000; nowMs += 16) {
      const atMs = playback.at(nowMs)?.moment.atMs ?? 0;
      expect(atMs - lastMs).toBeGreaterThan(14);
      expect(atMs - lastMs).toBeLessThanOrEqual(16.01);
      lastMs = atMs;
    }
    expect(playback.at(START_MS + 12_000)?.delayMs).toBe(1_500);
  });

  it('cuts to a delay that is far away', () => {
    const playback = playbackOf();
    playback.hear(snapshot(), START_MS);
    playback.at(START_MS);
    playback.hear({ type: 'show', show: showOf({ playheads: { program: behind(8_000) } }) }, START_MS + 10);
    expect(playback.at(START_MS + 16)?.delayMs).toBe(8_000);
  });

  it('goes back with a replay, at its rate, and comes back to its delay at once', () => {
    const playback = playbackOf();
    const delayed = behind(1_000);
    playback.hear(snapshot({ show: showOf({ playheads: { program: delayed } }) }), START_MS);
    const replay = replayFrom(delayed, { instantMs: START_MS - 3_000, rate: 0.5 }, START_MS);
    playback.hear({ type: 'show', show: showOf({ playheads: { program: replay } }) }, START_MS);
    expect(playback.at(START_MS + 1_000)?.moment.atMs).toBe(START_MS - 2_500);
    playback.hear({ type: 'show', show: showOf({ playheads: { program: replay.after } }) }, START_MS + 2_000);
    expect(playback.at(START_MS + 2_000)?.delayMs).toBe(1_000);
  });

  it('is not held back by a stall of its own page', () => {
    const [calm, stalled] = [playbackOf(), playbackOf()];
    const say = messages(100);
    for (const playback of [calm, stalled]) playback.hear(snapshot(), START_MS);
    for (let i = 1; i <= 200; i += 1) {
      const atMs = START_MS + i * 40;
      const down = { type: 'frame' as const, frame: packFrame(say.frame(atMs, [])) };
      calm.hear(down, atMs + 2);
      stalled.hear(down, i < 150 || i > 198 ? atMs + 2 : START_MS + 198 * 40);
    }
    const nowMs = START_MS + 201 * 40;
    const behindOf = (playback: Playback) => playback.at(nowMs)?.delayMs ?? 0;
    expect(Math.abs(behindOf(stalled) - behindOf(calm))).toBeLessThan(12);
  });

  it('asks once for the history that a grown delay needs', () => {
    const playback = playbackOf();
    playback.hear(snapshot(), START_MS);
    expect(playback.missingHistoryMs(START_MS)).toBeNull();
    playback.hear({ type: 'show', show: showOf({ playheads: { program: behind(8_000) } }) }, START_MS);
    expect(playback.missingHistoryMs(START_MS)).toBe(8_000 + HISTORY_MARGIN_MS);
    expect(playback.missingHistoryMs(START_MS)).toBeNull();
  });

  it('asks at once for as much as its address needs, and never more than there is', () => {
    expect(firstHistoryMs(readAddress('?delay=9000'))).toBe(9_000 + HISTORY_MARGIN_MS);
    expect(firstHistoryMs(readAddress('?delay=300000'))).toBe(300_000);
  });

  it('live, plays as far behind as the feed needs', () => {
    const playback = playbackOf();
    const say = messages();
    const frames = Array.from({ length: 50 }, (_, i) => {
      const frame = say.frame(START_MS - 2_000 + i * 40, [body('7', START_MS - 2_000 + i * 40, 0, i * 100)]);
      return packFrame({ ...frame, heardMs: frame.atMs + 30 });
    });
    playback.hear(snapshot({ frames }), START_MS);
    const delayMs = playback.at(START_MS)?.delayMs ?? 0;
    expect(delayMs).toBeGreaterThanOrEqual(70);
    expect(delayMs).toBeLessThan(90);
  });

  it('shows the operator value over the feed, and picks anew when it changes', () => {
    const playback = playbackOf('?delay=1000');
    playback.hear(snapshot({ facts: history().facts }), START_MS);
    const before = playback.at(START_MS)?.moment.version;
    const overrides = { 'home.score': { value: 77, sinceMs: START_MS } };
    playback.hear({ type: 'show', show: showOf({ overrides }) }, START_MS);
    expect(homeScore(playback, START_MS)).toBe(77);
    const { version, game } = playback.at(START_MS)?.moment ?? {};
    expect(version).not.toBe(before);
    expect(playback.at(START_MS + 1)?.moment.game).toBe(game);
    expect(playback.at(START_MS + 1)?.moment.version).toBe(version);
    playback.hear({ type: 'show', show: emptyShow }, START_MS);
    expect(homeScore(playback, START_MS)).toBe(2);
  });

  it('says of a second snapshot that what differs is not news, once', () => {
    const playback = playbackOf();
    playback.hear(snapshot(), START_MS);
    expect(playback.at(START_MS)?.settled).toBe(false);
    playback.hear(snapshot(), START_MS + 100);
    expect(playback.at(START_MS + 116)?.settled).toBe(true);
    expect(playback.at(START_MS + 132)?.settled).toBe(false);
  });

  it('gives another version after a snapshot by other rules, whose figures start anew', () => {
    const playback = playbackOf();
    playback.hear(snapshot(), START_MS);
    const nba = playback.at(START_MS)?.moment;
    const [version, rules] = [nba?.version, nba?.rules.name];
    playback.hear(snapshot({ rules: 'fiba' }), START_MS);
    const fiba = playback.at(START_MS)?.moment;
    expect([rules, fiba?.rules.name]).toEqual(['nba', 'fiba']);
    expect(fiba?.version).not.toBe(version);
  });

  it('shows program as taken, and how it was left', () => {
    const leaving = onAir({ graphic: 'old', sinceMs: START_MS + 10 });
    const bug = { ...emptyLayer, program: onAir(), leaving, preview: { graphic: 'next', options: {} } };
    const playback = playbackOf();
    playback.hear(snapshot({ show: showOf({ layers: { bug }, revision: 4 }) }), START_MS);
    expect(playback.at(START_MS)).toMatchObject({
      revision: 4,
      layers: { bug: { onAir: onAir(), leaving } },
    });
  });

  it('lets go what was taken for a time on its very instant, whether or not the relay still speaks', () => {
    const bug = { ...emptyLayer, program: onAir({ outAtMs: START_MS + 5_000 }) };
    const playback = playbackOf();
    playback.hear(snapshot({ show: showOf({ layers: { bug }, revision: 4 }) }), START_MS);
    expect(playback.at(START_MS + 4_999)?.layers.bug?.onAir?.graphic).toBe('scorebug');
    expect(playback.at(START_MS + 5_007)?.layers.bug).toMatchObject({
      onAir: null,
      leaving: { graphic: 'scorebug', sinceMs: START_MS + 5_000 },
    });
  });

  it('shows preview over program on the preview bus', () => {
    const bug = { ...emptyLayer, program: onAir(), preview: { graphic: 'next', options: {} } };
    const clock = { ...emptyLayer, program: onAir({ graphic: 'shot-clock' }) };
    const playback = playbackOf('?bus=preview');
    playback.hear(snapshot({ show: showOf({ layers: { bug, clock } }) }), START_MS);
    expect(playback.layers).toMatchObject({
      bug: { onAir: { graphic: 'next', cut: true }, leaving: null },
      clock: { onAir: { graphic: 'shot-clock' }, leaving: null },
    });
  });
});
