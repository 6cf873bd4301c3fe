// A scene of a real OBS, as OBS composites it: our picture with its alpha over a picture of a court. Debian's OBS has no browser source, so the page's own picture stands for it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingForObs, startRealObs } from '../kit/real-obs.ts';
import type { HostRig } from './host-shots.ts';
import { hallAlone } from './over-hall.ts';

const [WIDTH, HEIGHT] = [1920, 1080];
const SHOT = { imageFormat: 'jpg', imageWidth: 1280, imageHeight: 720, imageCompressionQuality: 88 };
/** Its first pictures are of a scene that is still being put together. Milliseconds. */
const TOGETHER_MS = 3_000;

/** The picture, or why there is none. `page`: what an output draws, as a PNG. */
export async function shootObs({ browser, hall }: HostRig, page: Buffer): Promise<Buffer | string> {
  const missing = missingForObs();
  if (missing.length > 0) return `not installed here: ${missing.join(', ')}`;
  const folder = await mkdtemp(join(tmpdir(), 'courtside-shots-'));
  const obs = await startRealObs();
  try {
    const size = { baseWidth: WIDTH, baseHeight: HEIGHT, outputWidth: WIDTH, outputHeight: HEIGHT };
    await obs.hand.request('SetVideoSettings', size);
    const layers = { Camera: await hallAlone(browser, hall), 'Courtside program': page };
    for (const [inputName, png] of Object.entries(layers)) {
      const file = join(folder, `${inputName}.png`);
      await writeFile(file, png);
      const source = { sceneName: 'Scene', inputName, inputKind: 'image_source', inputSettings: { file } };
      await obs.hand.request('CreateInput', source);
    }
    await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
    const shown = await obs.hand.request('GetSourceScreenshot', { sourceName: 'Scene', ...SHOT });
    if (!shown.ok) return `OBS gave no picture: ${shown.why}`;
    return Buffer.from(shown.data.imageData.replace(/^data:.*?,/, ''), 'base64');
  } finally {
    await obs.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
