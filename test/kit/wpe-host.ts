// A real host in another engine: GStreamer's browser source (WPE WebKit) over a plain video, mixed as a vision mixer does. Tried when COURTSIDE_WPE is set: it is slow.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Picture, readPng } from './png.ts';

const CAPS = 'video/x-raw,format=BGRA,width=1920,height=1080,framerate=5/1';
/** No display of anybody else's. */
const DISPLAY = `:${process.pid % 10_000}`;

/** Why there is none here; null where it can be tried. */
export function noWpe(env: NodeJS.ProcessEnv = process.env): string | null {
  if (!env.COURTSIDE_WPE) return 'COURTSIDE_WPE is not set';
  const has = (command: string, ...args: readonly string[]): boolean =>
    spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!has('gst-inspect-1.0', 'wpevideosrc') || !has('gst-inspect-1.0', 'glvideomixerelement'))
    return 'no gstreamer1.0-wpe, gstreamer1.0-gl';
  return has('sh', '-c', 'command -v Xvfb') ? null : 'no xvfb';
}

export type WpeHost = {
  /** The newest picture that is whole; null before the first. */
  picture(): Picture | null;
  stop(): Promise<void>;
};

/** As a mixer is to be told that a page's colours are premultiplied. Source: GStreamer, glvideomixerelement. */
const pipeline = (url: string, colour: string, folder: string): readonly string[] =>
  [
    'glvideomixerelement name=mix sink_1::blend-function-src-rgb=one sink_1::blend-function-dst-rgb=one-minus-src-alpha',
    '! glcolorconvert ! gldownload ! video/x-raw,format=RGBA ! queue leaky=downstream max-size-buffers=1',
    `! pngenc compression-level=1 ! multifilesink max-files=4 location=${join(folder, '%05d.png')}`,
    `videotestsrc is-live=true pattern=solid-color foreground-color=${colour} ! ${CAPS} ! glupload ! glcolorconvert ! mix.sink_0`,
    `wpevideosrc location=${url} draw-background=false ! ${CAPS} ! queue ! glupload ! glcolorconvert ! mix.sink_1`,
  ].flatMap((line) => line.split(' '));

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Shows the page at `url` over that colour (`#rrggbb`), and leaves its pictures in that folder. */
export function startWpe(url: string, colour: string, folder: string): WpeHost {
  const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1920x1080x24', '+extension', 'GLX', '-noreset'], {
    stdio: 'ignore',
  });
  const env = { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  // Its display may not be there yet: it is begun again until it is.
  const wait =
    'for n in $(seq 100); do [ -e "/tmp/.X11-unix/X${DISPLAY#:}" ] && break; sleep 0.2; done; exec "$@"';
  const words = pipeline(url, `0xff${colour.slice(1)}`, folder);
  const mixer = spawn('sh', ['-c', wait, 'sh', 'gst-launch-1.0', '-q', ...words], { env, stdio: 'ignore' });
  return {
    picture() {
      // The newest may be half written.
      const file = readdirSync(folder).sort().at(-2);
      return file === undefined ? null : readPng(readFileSync(join(folder, file)));
    },
    async stop() {
      await ended(mixer);
      await ended(screen);
    },
  };
}
