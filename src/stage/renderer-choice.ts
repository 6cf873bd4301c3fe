// Which of Pixi's renderers a machine is fit for: WebGL where it is hardware, the 2D canvas where WebGL would be computed by the processor.

/** `webgl-software` is only ever used when it is asked for by name. */
export type RendererKind = 'webgl' | 'webgl-software' | 'canvas';
/** What an address may ask for. */
export type RendererWish = 'webgl' | 'canvas';

/** How a machine's WebGL calls itself; null: it has none, or the browser itself warns of it. */
export type WebglName = string | null;

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

/** The renderer for a machine; a wish is granted where it can be. */
export function chooseRenderer(webgl: WebglName, wish: RendererWish | null = null): RendererKind {
  if (wish === 'canvas') return 'canvas';
  if (webgl !== null && !SOFTWARE.test(webgl)) return 'webgl';
  return wish === 'webgl' ? 'webgl-software' : 'canvas';
}

/** Asks the browser. Opens a context and gives it back; where that would be slow, none is opened. */
export function probeWebgl(document: Document): WebglName {
  const gl = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' ? name : '';
}
