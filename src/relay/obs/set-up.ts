// An output as a browser source of OBS: put into a scene, and put right where it is wrong. What was done is told, one sentence each.
import { BLENDING_BY_HAND } from '../../wire/hosts.ts';
import {
  hostsOf,
  type ObsVideo,
  outputUrl,
  type SourceSettings,
  settingsFor,
  type WrongSetting,
  wrongSettings,
} from './browser-source.ts';
import { type Asking, granted, readCanvas, readSources } from './read-obs.ts';
import { BROWSER_SOURCE, REFUSED } from './words.ts';

/** Names that are tried for a new source before it is given up. */
const MOST_NAMES = 20;

/** What is wrong with a source that shows an output. What its address says besides is the operator's: a theme, a delay. */
export function wrongOf(found: SourceSettings, canvas: ObsVideo): readonly WrongSetting[] {
  const { url: _url, ...wanted } = settingsFor('', canvas);
  return wrongSettings(found, wanted);
}

export type Adding = {
  /** Of the relay, as OBS sees it. */
  readonly origin: string;
  readonly output: string;
  /** Undefined: the one on program. */
  readonly scene: string | undefined;
  readonly kind?: string;
};

export type Added = { readonly input: string; readonly told: readonly string[] };

async function make(obs: Asking, sceneName: string, { origin, output, kind }: Adding): Promise<Added> {
  const canvas = await readCanvas(obs);
  for (let n = 1; n <= MOST_NAMES; n += 1) {
    const input = `Courtside ${output}${n > 1 ? ` ${n}` : ''}`;
    const answer = await obs.request('CreateInput', {
      sceneName,
      inputName: input,
      inputKind: kind ?? BROWSER_SOURCE,
      inputSettings: { ...settingsFor(outputUrl(origin, output), canvas) },
    });
    // Something else is called so.
    if (!answer.ok && answer.code === REFUSED.alreadyThere) continue;
    granted(answer, `a browser source in ${sceneName}`);
    const size = `${canvas.width} x ${canvas.height}`;
    return { input, told: [`Made: ${input} in ${sceneName}, ${size}.`, BLENDING_BY_HAND] };
  }
  throw new Error(`OBS: too many sources are called Courtside ${output}`);
}

/** Puts an output into a scene: the source that shows it already, or else a new one. @throws Error in words for an operator. */
export async function add(obs: Asking, adding: Adding): Promise<Added> {
  const { origin, output, kind } = adding;
  const { currentProgramSceneName } = granted(await obs.request('GetCurrentProgramScene'), 'its scene');
  const sceneName = adding.scene ?? currentProgramSceneName;
  const items = granted(await obs.request('GetSceneItemList', { sceneName }), `the scene ${sceneName}`);
  const ours = await readSources(obs, { hosts: hostsOf(origin), ...(kind && { kind }) });
  const known = ours.filter((source) => source.output === output);
  const here = known.find(({ input }) => items.sceneItems.some(({ sourceName }) => sourceName === input));
  if (here) return { input: here.input, told: [`${here.input} is in ${sceneName} already.`] };
  const [elsewhere] = known;
  if (!elsewhere) return make(obs, sceneName, adding);
  // One browser for all scenes: a second one would cost as much again.
  const { input } = elsewhere;
  granted(await obs.request('CreateSceneItem', { sceneName, sourceName: input }), `${input} in ${sceneName}`);
  return { input, told: [`${input} is in ${sceneName} now too.`] };
}

/** Puts every wrong setting of a source right, and tells each with why. @throws Error in words for an operator. */
export async function correct(
  obs: Asking,
  input: string,
  wrong: readonly WrongSetting[],
): Promise<readonly string[]> {
  if (wrong.length === 0) return [`${input} is rightly set.`, BLENDING_BY_HAND];
  const inputSettings = Object.fromEntries(wrong.map(({ key, wanted }) => [key, wanted]));
  granted(await obs.request('SetInputSettings', { inputName: input, inputSettings, overlay: true }), input);
  const told = wrong.map(
    ({ key, found, wanted, why }) => `${input}: ${key} was ${String(found)}, is ${String(wanted)}: ${why}.`,
  );
  return [...told, BLENDING_BY_HAND];
}

/** Sees to it that an output is in OBS, rightly set: found and mended, or made. @throws Error in words for an operator. */
export async function setUp(obs: Asking, adding: Adding): Promise<Added> {
  const { origin, output, kind } = adding;
  const ours = await readSources(obs, { hosts: hostsOf(origin), ...(kind && { kind }) });
  const found = ours.find((source) => source.output === output);
  if (!found) return add(obs, adding);
  const wrong = wrongOf(found.settings, await readCanvas(obs));
  const told = await correct(obs, found.input, wrong);
  return { input: found.input, told };
}
