// What OBS holds, as far as it concerns us: its canvas, its scenes, and the sources in them that show outputs of this relay.
import { type ObsVideo, outputAt, type SourceSettings } from './browser-source.ts';
import type { ObsAnswer, ObsLink } from './obs-link.ts';
import { BROWSER_SOURCE, REFUSED } from './words.ts';

export type Asking = Pick<ObsLink, 'request'>;

/** How our sources are known: by the kind of input (a browser source), and by the hosts of their addresses. */
export type Ours = { readonly hosts: ReadonlySet<string>; readonly kind?: string };

export type ObsSource = {
  readonly input: string;
  readonly output: string;
  readonly settings: SourceSettings;
  readonly scenes: readonly string[];
  readonly isActive: boolean;
  readonly isShown: boolean;
};

/** A source that OBS shuts down while it is hidden has no page then. */
export const sleeps = ({ settings, isShown }: Pick<ObsSource, 'settings' | 'isShown'>): boolean =>
  settings.shutdown === true && !isShown;

export type ObsSeen = {
  readonly canvas: ObsVideo;
  /** The first at the top, as OBS lists them. */
  readonly scenes: readonly string[];
  readonly program: string | null;
  readonly preview: string | null;
  readonly sources: readonly ObsSource[];
};

/** More scenes than anybody scrolls through are not looked into. */
const MOST_SCENES = 200;
const MOST_SOURCES = 64;

/** What was asked for. @throws Error in words for an operator. */
export function granted<Data>(answer: ObsAnswer<Data>, what: string): Data {
  if (answer.ok) return answer.data;
  if (answer.code === REFUSED.unknownKind)
    throw new Error(
      'This OBS has no browser sources: it was built without them. Install OBS from obsproject.com',
    );
  throw new Error(`OBS: ${what}: ${answer.why}`);
}

const isSetting = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const settingsOf = (found: object): SourceSettings =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => isSetting(value)));

const textOf = (found: unknown): string | null => (typeof found === 'string' && found !== '' ? found : null);

/** The canvas of OBS. @throws Error in words for an operator. */
export async function readCanvas(obs: Asking): Promise<ObsVideo> {
  const video = granted(await obs.request('GetVideoSettings'), 'its canvas');
  return { width: video.baseWidth, height: video.baseHeight, fps: video.fpsNumerator / video.fpsDenominator };
}

/** The sources that show outputs of ours, without where they are. @throws Error in words for an operator. */
export async function readSources(
  obs: Asking,
  { hosts, kind = BROWSER_SOURCE }: Ours,
): Promise<readonly Pick<ObsSource, 'input' | 'output' | 'settings'>[]> {
  const { inputs } = granted(await obs.request('GetInputList', { inputKind: kind }), 'its sources');
  const found: Pick<ObsSource, 'input' | 'output' | 'settings'>[] = [];
  for (const { inputName } of inputs) {
    const input = textOf(inputName);
    if (input === null || found.length >= MOST_SOURCES) continue;
    const answer = await obs.request('GetInputSettings', { inputName: input });
    // One that was removed since is none.
    if (!answer.ok) continue;
    const settings = settingsOf(answer.data.inputSettings);
    const output = outputAt(settings.url, hosts);
    if (output !== null) found.push({ input, output, settings });
  }
  return found;
}

async function holdersOf(obs: Asking, scenes: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const holders = new Map<string, string[]>();
  for (const sceneName of scenes.slice(0, MOST_SCENES)) {
    const answer = await obs.request('GetSceneItemList', { sceneName });
    const items = answer.ok ? answer.data.sceneItems : [];
    const held = new Set(items.flatMap(({ sourceName }) => textOf(sourceName) ?? []));
    for (const input of held) holders.set(input, [...(holders.get(input) ?? []), sceneName]);
  }
  return holders;
}

/** All of it. @throws Error in words for an operator. */
export async function readObs(obs: Asking, ours: Ours): Promise<ObsSeen> {
  const canvas = await readCanvas(obs);
  const list = granted(await obs.request('GetSceneList'), 'its scenes');
  const scenes = list.scenes.flatMap(({ sceneName }) => textOf(sceneName) ?? []).reverse();
  const found = await readSources(obs, ours);
  const holders = found.length > 0 ? await holdersOf(obs, scenes) : new Map<string, string[]>();
  const sources: ObsSource[] = [];
  for (const source of found) {
    const answer = await obs.request('GetSourceActive', { sourceName: source.input });
    sources.push({
      ...source,
      scenes: holders.get(source.input) ?? [],
      isActive: answer.ok && answer.data.videoActive,
      isShown: answer.ok && answer.data.videoShowing,
    });
  }
  return {
    canvas,
    scenes,
    program: textOf(list.currentProgramSceneName),
    preview: textOf(list.currentPreviewSceneName),
    sources,
  };
}
