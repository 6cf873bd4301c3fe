// An output as a browser source of OBS: found where it is there, mended where it is wrong, made where it is not. What was done is told.
import {
  BY_HAND,
  type ObsVideo,
  type SourceSettings,
  settingsFor,
  showsOutput,
  wrongSettings,
} from './browser-source.ts';
import type { ObsAnswer, ObsLink } from './obs-link.ts';
import { INVALID_INPUT_KIND } from './words.ts';

const KIND = 'browser_source';

export type SetUp = {
  /** Of the source in OBS. */
  readonly input: string;
  readonly did: 'made' | 'mended' | 'nothing';
  /** One sentence each, for the operator. */
  readonly told: readonly string[];
};

/** @throws Error in words for an operator. */
function granted(answer: ObsAnswer, what: string): Readonly<Record<string, unknown>> {
  if (answer.ok) return answer.data;
  if (answer.code === INVALID_INPUT_KIND)
    throw new Error(
      'This OBS has no browser sources: it was built without them. Install OBS from obsproject.com',
    );
  throw new Error(`OBS: ${what}: ${answer.why}`);
}

async function videoOf(obs: ObsLink): Promise<ObsVideo> {
  const video = granted(await obs.request('GetVideoSettings'), 'its canvas');
  const fps = Number(video.fpsNumerator) / Number(video.fpsDenominator);
  return { width: Number(video.baseWidth), height: Number(video.baseHeight), fps };
}

type Found = { readonly input: string; readonly settings: SourceSettings };

async function find(obs: ObsLink, url: string): Promise<Found | null> {
  const { inputs } = granted(await obs.request('GetInputList', { inputKind: KIND }), 'its sources');
  for (const one of Array.isArray(inputs) ? inputs : []) {
    const input = String((one as Record<string, unknown>).inputName);
    const { inputSettings } = granted(await obs.request('GetInputSettings', { inputName: input }), input);
    const settings = inputSettings as SourceSettings;
    if (showsOutput(settings.url, url)) return { input, settings };
  }
  return null;
}

/** Sees to it that the output at `url` is a source of a scene, rightly set; `scene` undefined: the one on program. @throws Error in words for an operator. */
export async function setUp(
  obs: ObsLink,
  { url, name, scene }: { readonly url: string; readonly name: string; readonly scene: string | undefined },
): Promise<SetUp> {
  const video = await videoOf(obs);
  const wanted = settingsFor(url, video);
  const found = await find(obs, url);
  const size = `${video.width} x ${video.height}`;
  if (!found) {
    const now = granted(await obs.request('GetCurrentProgramScene'), 'its scene').currentProgramSceneName;
    const sceneName = scene ?? String(now);
    const input = `Courtside ${name}`;
    granted(
      await obs.request('CreateInput', {
        sceneName,
        inputName: input,
        inputKind: KIND,
        inputSettings: wanted,
      }),
      `a browser source in ${sceneName}`,
    );
    return { input, did: 'made', told: [`Made: ${input} in ${sceneName}, ${size}.`, BY_HAND] };
  }
  // What an address says besides its output is the operator's: a theme, a delay.
  const { url: _url, ...rest } = wanted;
  const wrong = wrongSettings(found.settings, rest);
  if (wrong.length === 0)
    return { input: found.input, did: 'nothing', told: [`${found.input} is rightly set, ${size}.`, BY_HAND] };
  const inputSettings = Object.fromEntries(wrong.map(({ key, wanted: value }) => [key, value]));
  granted(
    await obs.request('SetInputSettings', { inputName: found.input, inputSettings, overlay: true }),
    found.input,
  );
  const told = wrong.map(
    ({ key, found: was, wanted: is, why }) =>
      `${found.input}: ${key} was ${String(was)}, is ${String(is)}: ${why}.`,
  );
  return { input: found.input, did: 'mended', told: [...told, BY_HAND] };
}
