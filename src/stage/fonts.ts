// The type families that themes name, loaded before the first picture: each weight in latin and latin-ext, from files that we serve ourselves.
import barlow500 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-500-normal.woff2?url';
import barlow600 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-600-normal.woff2?url';
import barlow700 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-700-normal.woff2?url';
import barlow800 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-800-normal.woff2?url';
import barlowExt500 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-ext-500-normal.woff2?url';
import barlowExt600 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-ext-600-normal.woff2?url';
import barlowExt700 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-ext-700-normal.woff2?url';
import barlowExt800 from '@fontsource/barlow-condensed/files/barlow-condensed-latin-ext-800-normal.woff2?url';
import robotoCyrillic500 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-500-normal.woff2?url';
import robotoCyrillic700 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-700-normal.woff2?url';
import robotoGreek500 from '@fontsource/roboto-condensed/files/roboto-condensed-greek-500-normal.woff2?url';
import robotoGreek700 from '@fontsource/roboto-condensed/files/roboto-condensed-greek-700-normal.woff2?url';
import roboto400 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-400-normal.woff2?url';
import roboto500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-500-normal.woff2?url';
import roboto700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-700-normal.woff2?url';
import robotoExt400 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-400-normal.woff2?url';
import robotoExt500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-500-normal.woff2?url';
import robotoExt700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-700-normal.woff2?url';
import robotoVietnamese500 from '@fontsource/roboto-condensed/files/roboto-condensed-vietnamese-500-normal.woff2?url';
import robotoVietnamese700 from '@fontsource/roboto-condensed/files/roboto-condensed-vietnamese-700-normal.woff2?url';
import saira500 from '@fontsource/saira-condensed/files/saira-condensed-latin-500-normal.woff2?url';
import saira600 from '@fontsource/saira-condensed/files/saira-condensed-latin-600-normal.woff2?url';
import saira700 from '@fontsource/saira-condensed/files/saira-condensed-latin-700-normal.woff2?url';
import saira800 from '@fontsource/saira-condensed/files/saira-condensed-latin-800-normal.woff2?url';
import sairaExt500 from '@fontsource/saira-condensed/files/saira-condensed-latin-ext-500-normal.woff2?url';
import sairaExt600 from '@fontsource/saira-condensed/files/saira-condensed-latin-ext-600-normal.woff2?url';
import sairaExt700 from '@fontsource/saira-condensed/files/saira-condensed-latin-ext-700-normal.woff2?url';
import sairaExt800 from '@fontsource/saira-condensed/files/saira-condensed-latin-ext-800-normal.woff2?url';
import type { FamilyName } from './font-families.ts';

/** One file of a family. `unicodeRange` as CSS writes it. */
export type FontFile = {
  readonly family: string;
  readonly weight: number;
  readonly url: string;
  readonly unicodeRange: string;
};

/** Source: @fontsource unicode.json, the same for all families. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

/** The same, of what no family here has but one: Vietnamese, Greek and Cyrillic letters. */
const BEYOND = {
  vietnamese: 'U+1EA0-1EF1',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
} as const;

const weights = (
  family: FamilyName,
  files: readonly (readonly [weight: number, latin: string, latinExt: string])[],
): FontFile[] =>
  files.flatMap(([weight, latin, latinExt]) => [
    { family, weight, url: latin, unicodeRange: LATIN },
    { family, weight, url: latinExt, unicodeRange: LATIN_EXT },
  ]);

/** Every file of every family. */
const FONTS: readonly FontFile[] = [
  ...weights('Barlow Condensed', [
    [500, barlow500, barlowExt500],
    [600, barlow600, barlowExt600],
    [700, barlow700, barlowExt700],
    [800, barlow800, barlowExt800],
  ]),
  ...weights('Roboto Condensed', [
    [400, roboto400, robotoExt400],
    [500, roboto500, robotoExt500],
    [700, roboto700, robotoExt700],
  ]),
  ...weights('Saira Condensed', [
    [500, saira500, sairaExt500],
    [600, saira600, sairaExt600],
    [700, saira700, sairaExt700],
    [800, saira800, sairaExt800],
  ]),
];

const beyond = (script: keyof typeof BEYOND, urls: readonly [at500: string, at700: string]): FontFile[] =>
  ([500, 700] as const).map((weight, index) => ({
    family: 'Roboto Condensed',
    weight,
    url: urls[index] ?? '',
    unicodeRange: BEYOND[script],
  }));

/** What stands in, in every theme, for letters that its families lack. */
const STAND_INS: readonly FontFile[] = [
  ...beyond('vietnamese', [robotoVietnamese500, robotoVietnamese700]),
  ...beyond('greek', [robotoGreek500, robotoGreek700]),
  ...beyond('cyrillic', [robotoCyrillic500, robotoCyrillic700]),
];

/** The files of some families, and of what stands in for letters that they lack. */
export const fontFiles = (families: readonly FamilyName[]): readonly FontFile[] => [
  ...FONTS.filter(({ family }) => families.some((wanted) => wanted === family)),
  ...STAND_INS,
];

/** Faces used where a family has no glyph: a name in another script falls back to the system's rather than to boxes. Debian's, macOS's and Windows's, by script. */
const FALLBACK = [
  ...['Roboto Condensed', 'Noto Sans'],
  ...['Noto Sans CJK JP', 'Noto Sans CJK SC', 'Noto Sans CJK KR', 'Hiragino Sans', 'PingFang SC'],
  ...['Yu Gothic', 'Microsoft YaHei', 'Malgun Gothic'],
  ...['Noto Sans Arabic', 'Noto Sans Hebrew', 'Geeza Pro', 'Segoe UI', 'Arial Narrow'],
]
  .map((family) => `"${family}"`)
  .concat('sans-serif')
  .join(', ');

/** A canvas or CSS `font` value. */
export const fontOf = (family: string, weight: number, sizePx: number): string =>
  `${weight} ${sizePx}px "${family}", ${FALLBACK}`;

/**
 * Loads files into a document's fonts. Returns those that could not be loaded: the picture then falls back to the system's faces, and goes on.
 * A file that the document already has is not fetched again.
 */
export async function loadFonts(document: Document, files: readonly FontFile[]): Promise<FontFile[]> {
  const had = new Set([...document.fonts].map(keyOf));
  const faces = files.map(
    ({ family, weight, url, unicodeRange }) =>
      new FontFace(family, `url(${JSON.stringify(url)})`, { weight: String(weight), unicodeRange }),
  );
  const missing = faces.filter((face) => !had.has(keyOf(face)));
  const loaded = await Promise.allSettled(missing.map((face) => face.load()));
  const failed = new Set(missing.filter((_, index) => loaded[index]?.status === 'rejected'));
  // In one order, however they came: where two files hold a mark (a macron), the one that was added last is the one that is drawn.
  for (const face of missing) if (!failed.has(face)) document.fonts.add(face);
  return files.filter((_, index) => failed.has(faces[index] as FontFace));
}

const keyOf = ({ family, weight, unicodeRange }: FontFace): string =>
  `${family.replaceAll('"', '')}/${weight}/${unicodeRange.replaceAll(' ', '')}`;
