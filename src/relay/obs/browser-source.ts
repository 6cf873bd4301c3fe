// How a browser source must be set to show an output, and what is wrong with one that is not. Pure.
// Source: obs-browser 2.26, keys of its settings; obs-websocket GetVideoSettings.

/** What OBS's own canvas is. */
export type ObsVideo = { readonly width: number; readonly height: number; readonly fps: number };

/** By key of the settings; those that are not named are left as they are. */
export type SourceSettings = Readonly<Record<string, string | number | boolean>>;

export const TRANSPARENT_CSS =
  'body { background-color: rgba(0, 0, 0, 0); margin: 0px auto; overflow: hidden; }';
/** OBS draws browser sources at most so often by themselves. */
const MOST_FPS = 60;

/** The settings of a source that shows that address on that canvas. */
export const settingsFor = (url: string, { width, height, fps }: ObsVideo): SourceSettings => ({
  is_local_file: false,
  url,
  width,
  height,
  // By the canvas's own rate; beyond what a source can do by itself it is asked for.
  fps_custom: fps > MOST_FPS,
  ...(fps > MOST_FPS ? { fps: MOST_FPS } : {}),
  css: TRANSPARENT_CSS,
  // A source that is shut down while it is hidden comes back late, and may not say that it was.
  shutdown: false,
  restart_when_active: false,
  reroute_audio: false,
});

/** Why each of them matters to an operator. */
const WHY: Readonly<Record<string, string>> = {
  is_local_file: 'the page comes from the relay',
  url: 'the address of the output',
  width: 'as wide as the canvas',
  height: 'as high as the canvas',
  fps_custom: "at the canvas's own rate",
  fps: 'the most that a source can do',
  css: 'transparent, without margins',
  shutdown: 'it would start anew at every scene',
  restart_when_active: 'it would start anew at every scene',
  reroute_audio: 'it has no sound',
};

export type WrongSetting = {
  readonly key: string;
  readonly found: string | number | boolean | undefined;
  readonly wanted: string | number | boolean;
  readonly why: string;
};

const sameCss = (found: string | number | boolean | undefined): boolean => {
  const css = String(found ?? '')
    .toLowerCase()
    .replaceAll(/\s+/g, '');
  return (
    /background(-color)?:(rgba\(0,0,0,0\)|transparent)/.test(css) &&
    !/opacity|filter|transform|display:none/.test(css)
  );
};

/** What a source says that it should not; a setting that is absent is OBS's default. */
export function wrongSettings(found: SourceSettings, wanted: SourceSettings): readonly WrongSetting[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const said = found[key] ?? DEFAULTS[key];
    const isRight = key === 'css' ? sameCss(said) : said === value;
    return isRight ? [] : [{ key, found: said, wanted: value, why: WHY[key] ?? '' }];
  });
}

/** Source: obs-browser 2.26. */
const DEFAULTS: SourceSettings = {
  is_local_file: false,
  url: 'https://obsproject.com/browser-source',
  width: 800,
  height: 600,
  fps_custom: false,
  fps: 30,
  css: TRANSPARENT_CSS,
  shutdown: false,
  restart_when_active: false,
  reroute_audio: false,
};

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(?=:|$)/;

/** The output that an address shows, where its host is one of these (`name:port`); null for any other page. Source: the output page's own reading of it. */
export function outputAt(url: unknown, hosts: ReadonlySet<string>): string | null {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { host, pathname, searchParams } = new URL(url);
  if (pathname !== '/out' || !hosts.has(host)) return null;
  return searchParams.get('name')?.trim() || (searchParams.get('bus') === 'preview' ? 'preview' : 'program');
}

/** What a relay at that address may be called: loopback has three names. */
export function hostsOf(origin: string): ReadonlySet<string> {
  const { host } = new URL(origin);
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return new Set(LOOPBACK.test(host) ? names.map((name) => host.replace(LOOPBACK, name)) : [host]);
}

/** The address of an output, of a relay at that origin. */
export const outputUrl = (origin: string, output: string): string =>
  `${origin}/out?name=${encodeURIComponent(output)}`;
