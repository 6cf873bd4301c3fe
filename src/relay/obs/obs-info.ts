// What is told of OBS to an operator: found or why not, its scenes, and of each source of ours where it is, its tally, and what is wrong with it. Pure.
import type { ObsInfo, ObsShort, ObsSourceInfo, TallyWord } from '../../wire/hosts.ts';
import type { WrongSetting } from './browser-source.ts';
import type { ObsSeen, ObsSource } from './read-obs.ts';
import { wrongOf } from './set-up.ts';

export type PageState = ObsSourceInfo['page'];

/** Longer texts of others are cut off, in characters. */
const LONGEST = 200;

export type ObsKnown = Pick<ObsInfo, 'at' | 'link' | 'why'> & {
  readonly seen: ObsSeen | null;
  readonly page: (input: string) => PageState;
  readonly short: readonly ObsShort[];
};

const wordOf = ({ isActive, isShown }: Pick<ObsSource, 'isActive' | 'isShown'>): TallyWord =>
  isActive ? 'program' : isShown ? 'preview' : 'off';

/** Of several sources that show one output the foremost; null for none. */
export function tallyOf(sources: readonly Pick<ObsSource, 'isActive' | 'isShown'>[]): TallyWord | null {
  const words = sources.map(wordOf);
  const foremost = (['program', 'preview', 'off'] as const).find((word) => words.includes(word));
  return foremost ?? null;
}

const textOf = (value: WrongSetting['found']): string => String(value ?? 'nothing').slice(0, LONGEST);

const wrongInfo = ({ key, found, wanted, why }: WrongSetting) => ({
  key,
  found: textOf(found),
  wanted: textOf(wanted),
  why,
});

/** All of it. An address holds no secret: OBS's password is never part of it. */
export function infoOf({ at, link, why, seen, page, short }: ObsKnown): ObsInfo {
  return {
    at,
    link,
    why,
    canvas: seen && { ...seen.canvas, fps: Math.round(seen.canvas.fps * 100) / 100 },
    scenes: seen ? [...seen.scenes] : [],
    program: seen?.program ?? null,
    preview: seen?.preview ?? null,
    sources: (seen?.sources ?? []).map((source) => ({
      input: source.input,
      output: source.output,
      scenes: [...source.scenes],
      tally: wordOf(source),
      wrong: wrongOf(source.settings, seen?.canvas ?? { width: 0, height: 0, fps: 0 }).map(wrongInfo),
      page: page(source.input),
    })),
    ...(short.length > 0 && { short: [...short] }),
  };
}
