import { describe, expect, it } from 'vitest';
import { chooseRenderer } from '../../src/stage/renderer-choice.ts';

describe('the renderer', () => {
  it.each([
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)', 'webgl'],
    ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 630 (CFL GT2), OpenGL 4.6)', 'webgl'],
    ['Apple M2', 'webgl'],
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', 'canvas'],
    ['llvmpipe (LLVM 15.0.6, 256 bits)', 'canvas'],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)', 'canvas'],
    ['Google SwiftShader', 'canvas'],
    ['Apple Software Renderer', 'canvas'],
    [null, 'canvas'],
  ])('for %s is %s', (name, kind) => {
    expect(chooseRenderer(name)).toBe(kind);
  });

  it('is the one that is wished for', () => {
    expect(chooseRenderer('Apple M2', 'canvas')).toBe('canvas');
    expect(chooseRenderer('Apple M2', 'webgl')).toBe('webgl');
  });

  it('says that WebGL is computed where it is wished for and is not hardware', () => {
    expect(chooseRenderer('Google SwiftShader', 'webgl')).toBe('webgl-software');
    expect(chooseRenderer(null, 'webgl')).toBe('webgl-software');
  });
});
