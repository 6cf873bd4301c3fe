// Both families in each weight, with the letters of half of Europe: a box or another face means that a font did not come.
import { Container } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { BANDS, PADDING } from './layout.ts';

type Sample = {
  readonly family: TextFace['family'];
  readonly weight: number;
  readonly sizePx: number;
  readonly text: string;
};

const LEFT: readonly Sample[] = [
  { family: 'display', weight: 800, sizePx: 36, text: 'DISPLAY 800 DONČIĆ PORZIŅĢIS ŁUKASZ' },
  { family: 'display', weight: 700, sizePx: 32, text: 'DISPLAY 700 JOKIĆ ŠARIĆ ÅLUND ŞENGÜN' },
  { family: 'display', weight: 600, sizePx: 28, text: 'DISPLAY 600 VALANČIŪNAS ĐERIĆ ØRSTED' },
];
const RIGHT: readonly Sample[] = [
  { family: 'text', weight: 700, sizePx: 32, text: 'Text 700 Çelik Őry Žižek Đuro' },
  { family: 'text', weight: 500, sizePx: 28, text: 'Text 500 Hämäläinen Đorđević Ţăran' },
  { family: 'text', weight: 400, sizePx: 24, text: 'Text 400 smallest for viewers: 24 units' },
];
const FIGURES = '0123456789:.-+/%';

/** The samples, within their band. */
export function makeTypeSample(kit: StageKit): { readonly plates: Container; readonly ink: Container } {
  const { width, height } = BANDS.type;
  const { plate: ground, text: colour, quiet } = kit.theme.colour;
  const plates = new Container();
  const ink = new Container();
  plates.addChild(plate({ width, height, colour: ground }));
  const columns = [
    { x: PADDING, room: 560, samples: LEFT },
    { x: 616, room: 500, samples: RIGHT },
  ];
  for (const { x, room, samples } of columns)
    for (const [line, { text, ...face }] of samples.entries()) {
      const label = kit.label({ face: { ...face, colour }, maxWidth: room, align: 'left', text });
      label.view.position.set(x, 34 + line * 46);
      ink.addChild(label.view);
    }
  for (const [line, weight] of [700, 600].entries()) {
    const figures = kit.figures({
      face: { family: 'display', weight, sizePx: 48, colour: line === 0 ? colour : quiet },
      maxLength: FIGURES.length,
      align: 'right',
    });
    figures.set(FIGURES);
    figures.view.position.set(width - PADDING, 48 + line * 64);
    ink.addChild(figures.view);
  }
  return { plates, ink };
}
