// The page that an output is measured against: Pixi and nothing else, 11 sprites that move and 12 bitmap texts, one of which changes twice a second.
import 'pixi.js/unsafe-eval';
import { Application, BitmapText, Graphics, Sprite, Ticker } from 'pixi.js';

declare global {
  interface Window {
    /** When its first picture was drawn, on the page's clock; undefined before. */
    bareMs?: number;
    /** Draws so many pictures, from one to the next so many milliseconds. With `by-hand` in its address no other is drawn. */
    drawBare?: (pictures: number, tickMs: number) => void;
  }
}

const app = new Application();
Ticker.system.autoStart = false;
Ticker.system.stop();
const asked = new URLSearchParams(location.search);
const wantsCanvas = asked.get('renderer') === 'canvas';
await app.init({
  preference: wantsCanvas ? ['canvas'] : ['webgl'],
  width: 1920,
  height: 1080,
  backgroundAlpha: 0,
  premultipliedAlpha: true,
  antialias: false,
  autoStart: false,
  sharedTicker: false,
});
document.body.append(app.canvas);

const texture = app.renderer.generateTexture(new Graphics().circle(0, 0, 19).fill('#f2c230'));
const sprites = Array.from({ length: 11 }, () => app.stage.addChild(new Sprite({ texture, anchor: 0.5 })));
const texts = Array.from({ length: 12 }, (_, i) =>
  app.stage.addChild(
    new BitmapText({
      text: `Text ${i}`,
      x: 300 + (i % 6) * 220,
      y: 940 + Math.floor(i / 6) * 60,
      style: { fontFamily: 'sans-serif', fontSize: 40, fill: '#ffffff' },
    }),
  ),
);

const drawAt = (nowMs: number): void => {
  for (const [i, sprite] of sprites.entries())
    sprite.position.set(960 + 700 * Math.sin(nowMs / 2_000 + i), 500 + 350 * Math.cos(nowMs / 3_000 + i));
  const [clock] = texts;
  const text = String(Math.floor(nowMs / 500));
  if (clock && clock.text !== text) {
    clock.text = text;
    // Pixi's canvas renderer does not see a changed bitmap text by itself.
    if (clock.parentRenderGroup) clock.parentRenderGroup.structureDidChange = true;
  }
  app.render();
};
let drawnMs = 0;
window.drawBare = (pictures, tickMs) => {
  for (let picture = 0; picture < pictures; picture += 1) drawAt((drawnMs += tickMs));
};
const draw = (): void => {
  requestAnimationFrame(draw);
  drawAt(performance.now());
  window.bareMs ??= performance.now();
};
if (asked.has('by-hand')) window.drawBare(1, 1);
else draw();
