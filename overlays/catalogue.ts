// Every graphic there is: one folder each, found by its graphic.ts. Definitions only: no scene is loaded here.
import type { Graphic, LayerName } from '../src/stage/graphic.ts';

const found = import.meta.glob<Record<string, Graphic>>('./*/graphic.ts', { eager: true });

/** The order in which an operator finds them, by layer: what is on air all night first, what is for the crew last. */
const DESK_ORDER: readonly LayerName[] = ['bug', 'clock', 'floor', 'paint', 'chart', 'lower', 'full', 'test'];

const byDesk = (a: Graphic, b: Graphic): number =>
  DESK_ORDER.indexOf(a.layer) - DESK_ORDER.indexOf(b.layer) || a.name.localeCompare(b.name);

/** All graphics, by id, in the order of the operator's page. */
export const graphics: ReadonlyMap<string, Graphic> = new Map(
  Object.values(found)
    .flatMap((module) => Object.values(module))
    .sort(byDesk)
    .map((graphic) => [graphic.id, graphic]),
);
