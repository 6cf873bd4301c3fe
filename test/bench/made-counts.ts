// Counts, in a page, what is asked of WebGL and what is made: by its own calls, by Pixi's own numbering, by the document.
import { uid } from 'pixi.js';

const DRAWS = ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'];
const MAKES = ['createTexture', 'createBuffer', 'createProgram'];
/** What Pixi numbers as it makes it; a container is any Text, Graphics or Sprite. */
const NUMBERED = [
  'textureSource',
  'texture',
  'renderable',
  'graphicsContext',
  'textStyle',
  'geometry',
  'shader',
];

export type Counts = {
  /** Draw calls to WebGL so far. */
  readonly drawCalls: () => number;
  /** How many of each kind have been made so far; only differences mean something. */
  readonly made: () => Readonly<Record<string, number>>;
};

/** Counts from now on. Call it before anything is drawn. */
export function countMade(): Counts {
  let drawCalls = 0;
  const made: Record<string, number> = {};
  const watch = (owner: object, name: string, called: (argument: unknown) => void): void => {
    const call: unknown = Reflect.get(owner, name);
    if (typeof call !== 'function') return;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
      called(given[0]);
      return Reflect.apply(call, this, given);
    });
  };
  const add = (what: string): void => {
    made[what] = (made[what] ?? 0) + 1;
  };
  for (const { prototype } of [WebGL2RenderingContext, WebGLRenderingContext]) {
    for (const name of DRAWS) watch(prototype, name, () => (drawCalls += 1));
    for (const name of MAKES) watch(prototype, name, () => add(name));
  }
  watch(Document.prototype, 'createElement', (tag) => {
    if (tag === 'canvas') add('canvas');
  });
  let read = 0;
  return {
    drawCalls: () => drawCalls,
    made: () => {
      // Asking for a number takes one.
      const numbered = Object.fromEntries(NUMBERED.map((name) => [name, uid(name) - read]));
      read += 1;
      return { ...made, ...numbered };
    },
  };
}
