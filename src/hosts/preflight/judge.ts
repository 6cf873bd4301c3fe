// What a pre-flight makes of what it measured: for each thing whether it is good, and what to do where it is not. Pure.
import { chooseRenderer, type WebglName } from '../../stage/renderer-choice.ts';
import type { Check, Level } from '../../wire/preflight.ts';
import { chromiumOf, OLDEST_CHROMIUM } from '../output/engine.ts';

/** As wide as a frame. */
const WIDE = 16 / 9;
const NEARLY = 0.005;
const HD_LINES = 1_080;
/** Beyond these a clock of the relay is not known well enough, in milliseconds. */
const OFFSET_GOOD_MS = 15;
const OFFSET_FAIR_MS = 100;
/** A feed that has said nothing for so long. Milliseconds. */
const FEED_GOOD_MS = 2_000;
const FEED_FAIR_MS = 10_000;

export type PaceMeasured = {
  /** From one picture to the next, in milliseconds; in order. */
  readonly stepsMs: readonly number[];
  /** The page was hidden meanwhile. */
  readonly wasHidden: boolean;
};

export type Measured = {
  readonly userAgent: string;
  readonly webgl: WebglName;
  readonly viewport: { readonly width: number; readonly height: number; readonly pixelRatio: number };
  /** What stands behind the page, as the browser says it. */
  readonly background: string;
  /** Half a white on nothing, as it was read back: red, and alpha. */
  readonly half: { readonly red: number; readonly alpha: number };
  readonly fontsMissing: readonly string[];
  readonly pace: PaceMeasured;
  /** Null: no relay has answered. */
  readonly clock: { readonly offsetMs: number; readonly errorMs: number } | null;
  readonly feed: { readonly name: string; readonly status: string; readonly ageMs: number | null } | null;
};

type Judged = Pick<Check, 'level' | 'found' | 'todo'>;
const good = (found: string): Judged => ({ level: 'green', found, todo: '' });
const bad = (level: Level, found: string, todo: string): Judged => ({ level, found, todo });

function browser({ userAgent }: Measured): Judged {
  const version = chromiumOf(userAgent);
  if (version === null)
    return bad('amber', 'no Chromium', 'It is tried in Chromium alone: look at every graphic.');
  if (version < OLDEST_CHROMIUM)
    return bad(
      'red',
      `Chromium ${version}`,
      `Update this program: Chromium ${OLDEST_CHROMIUM} is needed (OBS 28).`,
    );
  return good(`Chromium ${version}`);
}

function renderer({ webgl }: Measured): Judged {
  if (chooseRenderer(webgl) === 'webgl') return good(webgl || 'WebGL');
  const found = webgl === null ? '2D canvas, no graphics card' : `2D canvas: ${webgl}`;
  return bad(
    'amber',
    found,
    'Turn on hardware acceleration for browser sources, if the machine has a graphics card.',
  );
}

function canvas({ viewport: { width, height, pixelRatio } }: Measured): Judged {
  const found = `${width} x ${height}${pixelRatio === 1 ? '' : ` at ${pixelRatio}`}`;
  if (Math.abs(width / height / WIDE - 1) > NEARLY)
    return bad('red', found, 'Set the source to 1920 x 1080, or another size of 16:9: it is letterboxed.');
  if (height * pixelRatio < HD_LINES)
    return bad('amber', found, 'Set the source to the size of the canvas: it would be scaled up.');
  return good(found);
}

function alpha({ background, half }: Measured): Judged {
  const isClear = background === 'transparent' || /^rgba\(.*, 0\)$/.test(background);
  if (!isClear)
    return bad('red', `background ${background}`, "Take the background out of the source's custom CSS.");
  const isKept = Math.abs(half.alpha - 128) <= 2 && half.red >= 253;
  return isKept
    ? good('transparent, half is half')
    : bad(
        'red',
        `half a white is ${half.red} at alpha ${half.alpha}`,
        'Pictures lose their transparency here: update this program.',
      );
}

function fonts({ fontsMissing }: Measured): Judged {
  if (fontsMissing.length === 0) return good('all loaded');
  return bad(
    'red',
    `missing: ${fontsMissing.join(', ')}`,
    'Reload the source; if it stays so, build the pages again.',
  );
}

function pace({ pace: { stepsMs, wasHidden } }: Measured): Judged {
  if (wasHidden) return bad('amber', 'hidden meanwhile', 'Show the source, and reload it.');
  const sorted = [...stepsMs].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined || median <= 0)
    return bad('red', 'no pictures', 'The source does not draw: show it, and reload it.');
  const late = stepsMs.filter((ms) => ms > median * 1.5).length / stepsMs.length;
  const longest = sorted.at(-1) ?? 0;
  const found = `${(1_000 / median).toFixed(1)} a second, ${(late * 100).toFixed(1)} % late, longest ${Math.round(longest)} ms`;
  if (median > 1_000 / 24 || late > 0.05)
    return bad('red', found, 'This machine is too slow for it: close programs, or show fewer graphics.');
  if (late > 0.01 || longest > 100)
    return bad('amber', found, 'Pictures come unevenly: look at the load of this machine.');
  return good(found);
}

function clock({ clock: known }: Measured): Judged {
  if (known === null)
    return bad('red', 'no answer', 'The relay is not reached: start it, and look at the address.');
  const found = `${known.offsetMs.toFixed(1)} ms, give or take ${known.errorMs.toFixed(1)}`;
  if (known.errorMs > OFFSET_FAIR_MS)
    return bad('red', found, 'The network to the relay is too slow: use a cable, or the same machine.');
  if (known.errorMs > OFFSET_GOOD_MS)
    return bad('amber', found, 'The clock is known within that: mind it when you set a delay.');
  return good(found);
}

function feed({ feed: told }: Measured): Judged {
  if (told === null)
    return bad('red', 'nothing is known', "The relay does not say: look at the operator's page.");
  const { name, status, ageMs } = told;
  const found = `${name}: ${status}${ageMs === null ? '' : `, ${(ageMs / 1_000).toFixed(1)} s old`}`;
  if (status !== 'live' || ageMs === null || ageMs > FEED_FAIR_MS)
    return bad('red', found, "The feed does not speak: look at the operator's page, Health.");
  return ageMs > FEED_GOOD_MS
    ? bad('amber', found, 'The feed is late: wait, or ask its provider.')
    : good(found);
}

const CHECKS = [
  ['browser', 'Browser', browser],
  ['renderer', 'Drawn by', renderer],
  ['canvas', 'Canvas', canvas],
  ['alpha', 'Transparency', alpha],
  ['fonts', 'Fonts', fonts],
  ['pace', 'Pace, ten seconds', pace],
  ['clock', "The relay's clock", clock],
  ['feed', 'Feed', feed],
] as const;

/** All checks, in the order in which they matter to whoever sets a source up. */
export const judge = (measured: Measured): readonly Check[] =>
  CHECKS.map(([id, name, check]) => ({ id, name, ...check(measured) }));
