// Which of Pixi's renderers a machine is fit for: WebGL where it is hardware, the 2D canvas where WebGL would be computed by the processor.

/** `webgl-software` is only ever used when it is asked for by name. */
export type RendererKind = 'webgl' | 'webgl-software' | 'canvas';
/** What an address may ask for. */
export type RendererWish = 'webgl' | 'canvas';

/** What a machine says of its WebGL: `caveat` when the browser itself warns of it, `name` as the driver calls itself. Null: it has none. */
export type WebglProbe = { readonly caveat: boolean; readonly name: string } | null;

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe/i;

const isHardware = (probe: WebglProbe): boolean =>
  probe !== null && !probe.caveat && !SOFTWARE.test(probe.name);

/** The renderer for a machine; a wish is granted where it can be. */
export function chooseRenderer(probe: WebglProbe, wish: RendererWish | null = null): RendererKind {
  if (wish === 'canvas' || probe === null) return 'canvas';
  if (isHardware(probe)) return 'webgl';
  return wish === 'webgl' ? 'webgl-software' : 'canvas';
}

/** Asks the browser. Opens a context and gives it back. */
export function probeWebgl(document: Document): WebglProbe {
  const careful = contextOf(document, true);
  const gl = careful ?? contextOf(document, false);
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { caveat: careful === null, name: typeof name === 'string' ? name : '' };
}

const contextOf = (document: Document, failIfMajorPerformanceCaveat: boolean): WebGLRenderingContext | null =>
  document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat });
