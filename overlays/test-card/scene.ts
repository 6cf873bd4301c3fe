// The test card being drawn: lines about the edges, and six bands that come one after another from the top.
import { Container } from 'pixi.js';
import { cardScene } from '../../src/stage/card-scene.ts';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import type { MakeScene } from '../../src/stage/graphic.ts';
import { makeSheetPart } from '../../src/stage/sheet-part.ts';
import type { Moment } from '../../src/time/moment.ts';
import { Facts } from './facts.ts';
import { makeFrameLines } from './frame-lines.ts';
import { BANDS } from './layout.ts';
import { makePalette } from './palette.ts';
import { Sweep } from './sweep.ts';
import { makeTypeSample } from './type-sample.ts';
import type { TestCardView } from './view.ts';
import { makeWedges } from './wedges.ts';

type Painted = { readonly plates: Container; readonly ink: Container };

const bandPart = (fromTop: number, band: keyof typeof BANDS, { plates, ink }: Painted): CardPart => {
  const { x, y, height } = BANDS[band];
  const part = makeSheetPart({ fromTop, height, x, y });
  part.plates.addChild(plates);
  part.ink.addChild(ink);
  return part;
};

/** Draws the test card. */
export const makeTestCard: MakeScene<TestCardView> = (kit) => {
  const edges = makeCardPart({ order: 0 });
  edges.ink.addChild(makeFrameLines(kit));
  const facts = new Facts(kit);
  const sweep = new Sweep(kit);
  const parts = [
    edges,
    bandPart(0, 'name', facts.name),
    bandPart(1, 'facts', facts.facts),
    bandPart(2, 'wedges', makeWedges(kit)),
    bandPart(2, 'palette', makePalette(kit)),
    bandPart(3, 'type', makeTypeSample(kit)),
    bandPart(4, 'sweep', sweep),
  ];
  const view = new Container();
  view.addChild(...parts.map((part) => part.view));
  let paintedMs = Number.NaN;

  const set = (next: TestCardView): [] => {
    facts.set(next);
    return [];
  };

  const tick = (moment: Moment): boolean => {
    if (moment.atMs === paintedMs) return false;
    paintedMs = moment.atMs;
    facts.at(moment);
    sweep.at(moment.atMs);
    return true;
  };

  return cardScene({ view, parts, set, isAnother: () => false, tick }, kit.theme.motion);
};
