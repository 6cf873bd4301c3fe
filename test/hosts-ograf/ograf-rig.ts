// OGraf elements as renderers make them: under a name of their own each, and ended with their test.
import { onTestFinished } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { type OgrafGraphic, ografElement } from '../../src/hosts/ograf/element.ts';

/** By hand, and no relay: a game whose clock stands. */
export const TOLD = {
  relay: '',
  homeName: 'Boston',
  homeCode: 'BOS',
  awayName: 'Los Angeles',
  awayCode: 'LAL',
  homeScore: 88,
  awayScore: 91,
  period: 'Q3',
  clock: '7:07',
  shotClock: '17',
} as const;

/** A new element of a graphic, in no document. */
export function ografOf(id: string): OgrafGraphic {
  const graphic = graphics.get(id);
  if (!graphic) throw new Error(`no graphic ${id}`);
  const name = `courtside-${id}-${crypto.randomUUID()}`;
  customElements.define(name, ografElement(graphic));
  const element = document.createElement(name) as OgrafGraphic;
  onTestFinished(async () => {
    await element.dispose();
    element.remove();
  });
  return element;
}
