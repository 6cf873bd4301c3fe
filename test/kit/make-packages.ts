// `npm run ograf` and `npm run templates`: what hosts load, made of the graphics' definitions, the built scripts and the kept pictures.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graphics } from '../../overlays/catalogue.ts';
import { templatePage } from '../../src/hosts/caspar/page.ts';
import { MAIN_FILE, manifestFile, manifestOf, THUMBNAIL_FILE } from '../../src/hosts/ograf/manifest.ts';
import type { Graphic } from '../../src/stage/graphic.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const PICTURES = join(ROOT, 'test/shots/references/house');
/** Stands in the built module where the graphic's id belongs. */
const PLACE = '@courtside-graphic@';

/** A graphic's picture at rest, as it is kept. */
async function thumbnailOf({ id }: Graphic): Promise<Buffer> {
  const names = await readdir(join(PICTURES, id));
  const name = names.find((one) => one.startsWith('settled.'));
  if (name === undefined) throw new Error(`${id} has no kept picture: npm run shots -- references`);
  return readFile(join(PICTURES, id, name));
}

/** Source: PNG specification, IHDR. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

async function makeOgraf(version: string): Promise<string> {
  const to = join(DIST, 'ograf');
  const module = await readFile(join(DIST, 'hosts/ograf-module.mjs'), 'utf8');
  if (module.split(PLACE).length !== 2) throw new Error('The module names its graphic once, and does not');
  await rm(to, { recursive: true, force: true });
  for (const graphic of graphics.values()) {
    const folder = join(to, graphic.id);
    const thumbnail = await thumbnailOf(graphic);
    const manifest = manifestOf(graphic, { version, thumbnail: sizeOf(thumbnail) });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, manifestFile(graphic)), `${JSON.stringify(manifest, null, 2)}\n`);
    await writeFile(join(folder, MAIN_FILE), module.replace(PLACE, graphic.id));
    await writeFile(join(folder, THUMBNAIL_FILE), thumbnail);
  }
  return to;
}

async function makeTemplates(): Promise<string> {
  const to = join(DIST, 'templates/courtside');
  const script = await readFile(join(DIST, 'hosts/template.js'), 'utf8');
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const graphic of graphics.values())
    await writeFile(join(to, `${graphic.id}.html`), templatePage(graphic, script));
  return to;
}

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const to = process.argv[2] === 'templates' ? await makeTemplates() : await makeOgraf(version);
process.stdout.write(`${graphics.size} graphics in ${to}\n`);
