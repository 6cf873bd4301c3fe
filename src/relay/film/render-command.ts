// `courtside render`: graphics from a tape as pictures or a film with alpha, frame by frame.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { INSTANT_FORMS, instantOn, readInstant } from '../../feeds/tape/instant.ts';
import { RULE_SETS } from '../../game/rules.ts';
import { firstWrong } from '../../game/wrong-shape.ts';
import { cueSchema } from '../../show/cue.ts';
import type { OpenTape } from '../../tape/open.ts';
import { loadZstd } from '../../tape/zstd.ts';
import {
  type Command,
  type Context,
  type ExitCode,
  type Given,
  numberOf,
  oneOf,
  textOf,
  WrongUse,
} from '../command.ts';
import { makeLookFolder } from '../look-folder.ts';
import { DEFAULT_DATA } from '../serve-options.ts';
import { fileOf, STRETCH_OPTIONS, stretchOf } from '../tapes/arguments.ts';
import { withTape } from '../tapes/tape-disk.ts';
import { openPage } from './browser.ts';
import { drawFilm, filmFaults, PREROLL_MS } from './draw-film.ts';
import { FILM_ENDS, openFilm } from './ffmpeg.ts';
import { airedShows, openScript, showsOf, type TimedCue, type TimedShow } from './film-script.ts';
import { serveFilm } from './film-server.ts';
import { findChromium } from './find-chromium.ts';

const DEFAULT_FPS = 50;
const DEFAULT_SIZE = '1920x1080';
const LARGEST = 7_680;
const WAIT_MS = 25;
const BAR_CHARS = 30;

const cueLineSchema = z.looseObject({ at: z.string() });

/** A line of a cue script: a cue, and `at`, the instant. */
async function cueOf(line: string, nth: number, tape: OpenTape): Promise<TimedCue> {
  const where = `--cues, line ${nth}`;
  const read = cueLineSchema.safeParse(JSON.parse(line));
  if (!read.success) throw new WrongUse(`${where}: an object with "at" and a cue is expected`);
  const { at, ...rest } = read.data;
  const cue = cueSchema.safeParse(rest);
  if (!cue.success) {
    const wrong = firstWrong(rest, cue.error, 'cue');
    throw new WrongUse(`${where}: ${wrong.where}: expected ${wrong.expected}, found ${wrong.found}`);
  }
  const instant = readInstant(at);
  const atMs = instant && (await instantOn(tape, instant));
  if (atMs === null) throw new WrongUse(`${where}: "at" takes ${INSTANT_FORMS}, not ${at}`);
  return { atMs, cue: cue.data };
}

type Stretch = { readonly fromMs: number; readonly toMs: number };

/** What is on air, in the one way that is asked for. */
async function showsAsked(
  given: Given,
  tape: OpenTape,
  { fromMs, toMs }: Stretch,
  context: Context,
): Promise<readonly TimedShow[]> {
  const graphics = textOf(given, 'graphics');
  const cues = textOf(given, 'cues');
  const aired = given.values['as-aired'] === true;
  if ([graphics, cues, aired || undefined].filter((one) => one !== undefined).length !== 1)
    throw new WrongUse('render takes one of --graphics, --cues and --as-aired');
  if (aired) {
    const shows = await airedShows(tape, toMs);
    if (shows.length === 0) throw new Error('This tape does not say what was on air');
    return shows;
  }
  const { catalogue } = context.graphics;
  const themes = context.themes.builtIn.map(({ id }) => id);
  if (cues !== undefined) {
    const lines = (await readFile(cues, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    return showsOf(
      await Promise.all(lines.map((line, index) => cueOf(line, index + 1, tape))),
      catalogue,
      themes,
    );
  }
  const ids = (graphics ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const unknown = ids.find((id) => !catalogue.has(id));
  if (unknown !== undefined || ids.length === 0)
    throw new WrongUse(
      `--graphics takes some of ${[...catalogue.keys()].join(', ')}, not ${unknown ?? 'none'}`,
    );
  const atMs = fromMs - PREROLL_MS;
  return showsOf(
    ids.map((graphic) => ({ atMs, cue: { cue: 'take', graphic, cut: true } })),
    catalogue,
    themes,
  );
}

function sizeOf(given: Given): { readonly width: number; readonly height: number } {
  const text = textOf(given, 'size') ?? DEFAULT_SIZE;
  const [, width = 0, height = 0] = (/^(\d+)x(\d+)$/.exec(text) ?? []).map(Number);
  const fits = [width, height].every((pixels) => pixels >= 2 && pixels <= LARGEST && pixels % 2 === 0);
  if (fits) return { width, height };
  throw new WrongUse(`--size takes even pixels up to ${LARGEST}, as ${DEFAULT_SIZE}, not ${text}`);
}

const bar = (done: number, all: number): string => {
  const full = Math.floor((BAR_CHARS * done) / all);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_CHARS - full)}] ${done} of ${all} frames`;
};

async function render(
  given: Given,
  tape: OpenTape,
  out: string,
  chromium: string,
  context: Context,
): Promise<number> {
  const stretch = await stretchOf(tape, given);
  const { fromMs, toMs } = stretch;
  const fps = numberOf(given, 'fps', { min: 1, max: 240 }) ?? DEFAULT_FPS;
  const rules = oneOf(given, 'rules', RULE_SETS) ?? tape.about.rules;
  const aired = given.values['as-aired'] === true;
  const setup = {
    ...sizeOf(given),
    rules,
    theme: textOf(given, 'theme') ?? null,
    output: aired ? 'program' : null,
  };
  const shows = await showsAsked(given, tape, stretch, context);
  const frames = Math.max(1, Math.round(((toMs - fromMs) * fps) / 1_000));
  const { time, themes, pagesFolder, env, err, progress = () => {} } = context;
  const look = makeLookFolder({
    folder: textOf(given, 'data') ?? DEFAULT_DATA,
    themes,
    time,
    onFault: () => {},
    onLook: () => {},
  });
  await look.start();
  look.stop();
  const script = await openScript({ tape, rules, shows, fromMs: fromMs - PREROLL_MS, toMs });
  const server = await serveFilm(pagesFolder, look);
  // Last of all: an ffmpeg that nobody ends keeps the command from ending.
  const file = await openFilm(out, fps, env).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  try {
    const page = await openPage(chromium, server.url);
    try {
      const wait = (): Promise<void> => new Promise((resolve) => void time.after(WAIT_MS, resolve));
      let done = 0;
      for await (const png of drawFilm({
        page,
        setup,
        look: look.look(),
        script,
        fromMs,
        frames,
        fps,
        wait,
      })) {
        await file.add(png);
        done += 1;
        progress(bar(done, frames));
      }
      for (const told of await filmFaults(page)) err(`courtside: ${told}`);
    } finally {
      await page.close();
    }
    await file.end();
  } catch (error) {
    await file.abandon();
    throw error;
  } finally {
    await server.stop();
  }
  return frames;
}

export const renderFilm: Command = {
  name: 'render',
  usage: 'render TAPE [options]',
  says: 'draw graphics from a tape, frame by frame, with alpha: the same tape gives the same pictures',
  options: {
    graphics: { type: 'string', takes: 'IDS', says: 'these, on from the beginning: scorebug,player-dots' },
    cues: {
      type: 'string',
      takes: 'FILE',
      says: 'or a script: a cue as JSON a line, with "at": an instant as --from takes it',
    },
    'as-aired': { type: 'boolean', says: 'or what was on program while it was recorded' },
    ...STRETCH_OPTIONS,
    fps: { type: 'string', takes: 'N', says: `pictures a second (${DEFAULT_FPS})` },
    size: { type: 'string', takes: 'WxH', says: `in pixels (${DEFAULT_SIZE})` },
    theme: { type: 'string', takes: 'ID', says: 'the look (as the show has it)' },
    rules: { type: 'string', takes: 'SET', says: `${RULE_SETS.join(', ')} (as the tape says)` },
    data: { type: 'string', takes: 'DIR', says: `where themes, teams and logos are (${DEFAULT_DATA})` },
    out: {
      type: 'string',
      takes: 'PATH',
      says: `a folder for a PNG a frame, or a film: NAME${FILM_ENDS.join(' (ProRes 4444) or NAME')} (VP9), by ffmpeg`,
    },
  },
  positionals: 1,
  async run(given, context): Promise<ExitCode> {
    const file = fileOf(given, 'render');
    const out = textOf(given, 'out');
    if (out === undefined) throw new WrongUse('render takes --out, a folder or a film');
    const chromium = findChromium(context.env);
    if (chromium === undefined)
      throw new Error(
        'Films are drawn by a Chromium or Chrome: install one, or set CHROMIUM to the path of its executable',
      );
    const frames = await withTape(file, await loadZstd(), (tape) =>
      render(given, tape, out, chromium, context),
    );
    context.out(`${out}, ${frames} frames`);
    return 0;
  },
};
