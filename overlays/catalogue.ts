// Every graphic there is: one folder each, found by its graphic.ts. Definitions only: no scene is loaded here.
import type { Graphic } from '../src/stage/graphic.ts';

const found = import.meta.glob<Record<string, Graphic>>('./*/graphic.ts', { eager: true });

/** All graphics, by id. The order is the folders'. */
export const graphics: ReadonlyMap<string, Graphic> = new Map(
  Object.values(found)
    .flatMap((module) => Object.values(module))
    .map((graphic) => [graphic.id, graphic]),
);
