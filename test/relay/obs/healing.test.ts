// A source whose page has gone, or hangs: when it is mended and how, by a clock turned by hand, over a real socket to OBS.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  BACK_MS,
  care,
  type Health,
  type Heard,
  HIDDEN_SILENT_MS,
  LEAST_BETWEEN_MS,
  NEVER_SEEN,
  SILENT_MS,
  unheard,
} from '../../../src/relay/obs/heal.ts';
import { ObsLink } from '../../../src/relay/obs/obs-link.ts';
import { LOOK_MS, ObsWatch, type Report, reportOf } from '../../../src/relay/obs/watch.ts';
import { realTime } from '../../../src/relay/real-time.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { startObs } from '../../kit/obs-server.ts';

const GONE: Heard = { reportedMs: null, connected: false, hasPicture: false, mayRest: false };
const beating = (reportedMs: number): Heard => ({
  reportedMs,
  connected: true,
  hasPicture: true,
  mayRest: false,
});
const SEEN: Health = { ...NEVER_SEEN, reportedMs: 0 };
const HOUR_MS = 3_600_000;

type Done = { readonly deed: string; readonly atMs: number };

/** Every deed, with an output that is heard as it is told, from its last report at 0. */
function deedsOf(heardAt: (ms: number) => Heard | null, forMs: number): readonly Done[] {
  let health = SEEN;
  const done: Done[] = [];
  for (let atMs = 0; atMs < forMs; atMs += LOOK_MS) {
    const heard = heardAt(atMs);
    if (heard) {
      const next = care(health, heard, atMs);
      health = next.health;
      if (next.deed) done.push({ deed: next.deed, atMs });
    } else health = unheard(health, atMs);
  }
  return done;
}

const isMend = ({ deed }: Done): boolean => deed === 'refresh' || deed === 'remake';

function expectApart(done: readonly Done[]): void {
  const mends = done.filter(isMend);
  for (const [index, { atMs }] of mends.entries())
    if (index > 0) expect(atMs - (mends[index - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(LEAST_BETWEEN_MS);
}

describe('care', () => {
  test('what was never there is left alone for an hour', () => {
    let health = NEVER_SEEN;
    for (let ms = 0; ms < HOUR_MS; ms += LOOK_MS) {
      const next = care(health, GONE, ms);
      expect(next.deed).toBeNull();
      health = next.health;
    }
  });

  test('a page that has gone is missed within two seconds of its last word, whenever it is looked for', () => {
    for (let firstMs = 0; firstMs < LOOK_MS; firstMs += 10) {
      let health = SEEN;
      let atMs = firstMs;
      let deed: string | null = null;
      for (; deed === null; atMs += LOOK_MS) ({ health, deed } = care(health, GONE, atMs));
      expect(deed).toBe('refresh');
      expect(atMs - LOOK_MS).toBeGreaterThanOrEqual(SILENT_MS);
      expect(atMs - LOOK_MS).toBeLessThan(2_000);
    }
  });

  test('a page whose socket is open and which says nothing hangs: its browser is made anew, at once', () => {
    const done = deedsOf(() => beating(0), 4_000);
    expect(done.map(({ deed }) => deed)).toEqual(['remake']);
  });

  test('a page that was loaded anew in vain has its browser made anew half a minute later', () => {
    const [first, told, second] = deedsOf(() => GONE, 40_000);
    expect([first?.deed, told?.deed, second?.deed]).toEqual(['refresh', 'gone', 'remake']);
  });

  test('in an hour of silence it is mended ever more rarely, never twice in half a minute, and told once', () => {
    const done = deedsOf(() => GONE, HOUR_MS);
    expectApart(done);
    expect(done.filter(isMend).length).toBeGreaterThan(3);
    expect(done.filter(isMend).length).toBeLessThan(14);
    const mendedMs = done.find(isMend)?.atMs ?? Number.NaN;
    expect(done.filter(({ deed }) => deed === 'gone')).toEqual([{ deed: 'gone', atMs: mendedMs + BACK_MS }]);
  });

  test.each([3_000, 4_000, 31_000])(
    'one that lives for an instant every %d ms is mended at most once in half a minute',
    (everyMs) => {
      const done = deedsOf((ms) => (ms % everyMs < 500 ? beating(ms) : GONE), 600_000);
      expectApart(done);
      expect(done.filter(isMend).length).toBeGreaterThan(3);
    },
  );

  test('one look that finds it silent is not believed: the relay itself may have stood still', () => {
    const late = { ...beating(0), reportedMs: 0 };
    const first = care(SEEN, late, 3_000);
    expect(first.deed).toBeNull();
    expect(care(first.health, beating(3_100), 3_250).deed).toBeNull();
  });

  test('what it had said before it was mended is no sign of life', () => {
    const mended: Health = { ...SEEN, mendedMs: 10_000, tries: 1 };
    expect(care(mended, beating(9_900), 10_100).deed).toBeNull();
    expect(care(mended, beating(10_050), 10_100).deed).toBe('back');
  });

  test('a page that beats and has painted nothing is not back, and is told', () => {
    const blank = (ms: number): Heard => ({ ...beating(ms), hasPicture: false });
    const done = deedsOf((ms) => (ms < 3_000 ? GONE : blank(ms)), 20_000);
    expect(done.map(({ deed }) => deed)).toEqual(['refresh', 'gone']);
  });

  test('a relay that was away for a minute leaves its pages time to come back', () => {
    const done = deedsOf((ms) => (ms < 60_000 ? null : ms < 64_000 ? GONE : beating(ms)), 90_000);
    expect(done).toEqual([]);
  });

  test('a hidden page off program may beat once a minute; one that is missed on program may not', () => {
    const hidden = (ms: number): Heard => ({ ...beating(Math.floor(ms / 60_000) * 60_000), mayRest: true });
    expect(deedsOf(hidden, HOUR_MS)).toEqual([]);
    const dead = deedsOf(() => ({ ...GONE, mayRest: true }), HIDDEN_SILENT_MS + 1_000);
    expect(dead.map(({ deed }) => deed)).toEqual(['refresh']);
    expect(deedsOf((ms) => ({ ...hidden(ms), mayRest: false }), 4_000)).toHaveLength(1);
  });
});

describe('what the relay has heard of an output', () => {
  const page = { name: 'program', lagging: false, silentMs: 200, paintedRevision: 4, visible: true };
  test.each<[string, readonly (typeof page)[], Partial<Report>]>([
    ['none of that name', [{ ...page, name: 'second' }], { connected: false, silentMs: null }],
    ['the liveliest of two', [{ ...page, silentMs: 9_000 }, page], { silentMs: 200 }],
    ['one that paints too late', [{ ...page, lagging: true }], { connected: true, silentMs: null }],
    ['one that has painted nothing', [{ ...page, paintedRevision: -1 }], { hasPicture: false }],
    ['one that is hidden', [{ ...page, visible: false }], { visible: false, hasPicture: true }],
  ])('%s', (_what, outputs, wanted) => {
    expect(reportOf(outputs, 'program')).toMatchObject(wanted);
  });
});

const LIVE: Report = { silentMs: 100, connected: true, hasPicture: true, visible: true };

async function watching(css?: string) {
  const server = await startObs();
  server.inputs.set('Bug', css === undefined ? {} : { css });
  const lines: string[] = [];
  const time = makeManualTime();
  let report: Report | null = LIVE;
  let watch: ObsWatch | null = null;
  const obs = await ObsLink.open({
    url: server.url,
    password: undefined,
    time: realTime,
    onEvent: (type, data) => watch?.hear(type, data),
  });
  watch = new ObsWatch({
    obs,
    input: 'Bug',
    output: 'program',
    report: async () => report,
    time,
    line: (text) => lines.push(text),
  });
  onTestFinished(() => {
    watch?.stop();
    obs.stop();
  });
  await watch.start();
  /** Lets time pass, and each look be done. */
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= LOOK_MS) {
      time.advance(LOOK_MS);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  /** Looks on until it is so: an answer of OBS takes its time. */
  const until = (isSo: () => boolean): Promise<unknown> =>
    vi.waitUntil(
      async () => {
        await pass(LOOK_MS);
        return isSo();
      },
      { timeout: 45_000, interval: 5 },
    );
  await pass(LOOK_MS);
  return { server, lines, pass, until, say: (next: Report | null) => void (report = next) };
}

const asked = (requests: readonly { readonly type: string }[], wanted: string): number =>
  requests.filter(({ type }) => type === wanted).length;

describe('watched', () => {
  test("tally is OBS's own: active, not merely shown", async () => {
    const { server, lines } = await watching();
    server.event('InputActiveStateChanged', { inputName: 'Another', videoActive: true });
    server.event('InputActiveStateChanged', { inputName: 'Bug', videoActive: true });
    await vi.waitUntil(() => lines.length === 2, { timeout: 45_000, interval: 10 });
    expect(lines).toEqual(['OBS: Bug is off program', 'OBS: Bug is on program']);
  });

  test('a page that has gone is loaded anew without its cache, once, and told when it is back', async () => {
    const { server, lines, until, say } = await watching();
    say({ ...LIVE, silentMs: null, connected: false, hasPicture: false });
    await until(() => asked(server.requests, 'PressInputPropertiesButton') > 0);
    expect(await server.requested('PressInputPropertiesButton')).toEqual({
      inputName: 'Bug',
      propertyName: 'refreshnocache',
    });
    say(LIVE);
    await until(() => lines.includes('program: back'));
    expect(asked(server.requests, 'PressInputPropertiesButton')).toBe(1);
  });

  test.each([
    [undefined, / $/],
    ['body { margin: 0 }', /^body \{ margin: 0 \} $/],
    ['body { margin: 0 } ', /^body \{ margin: 0 \}$/],
  ])('one that hangs has its browser made anew, by a blank in its style: %j', async (css, wanted) => {
    const { server, until, say } = await watching(css);
    say({ ...LIVE, silentMs: 2_000 });
    await until(() => asked(server.requests, 'SetInputSettings') > 0);
    const { inputSettings, overlay } = await server.requested('SetInputSettings');
    expect({ keys: Object.keys(inputSettings as object), overlay }).toEqual({ keys: ['css'], overlay: true });
    expect((inputSettings as { css: string }).css).toMatch(wanted);
    expect(asked(server.requests, 'PressInputPropertiesButton')).toBe(0);
  });

  test('a relay that is away says nothing of a page', async () => {
    const { server, pass, say } = await watching();
    say(null);
    await pass(60_000);
    expect(server.requests.some(({ type }) => /^(Press|Set)/.test(type))).toBe(false);
  });
});
