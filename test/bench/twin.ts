// The scorebug and the dots as elements, well made: all that moves is a layer of its own, moved by its transform alone; a text is written only when it changes.
import {
  BODIES,
  clockTexts,
  eachLink,
  everyFrame,
  isBall,
  isHome,
  LINKS,
  numberOf,
  spotOf,
  write,
} from './twin-play.ts';

const withTrails = !new URLSearchParams(location.search).has('plain');
const clock = document.querySelector('.clock');
const shot = document.querySelector('.shot');

const made = (className: string, text = ''): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  if (text !== '') element.textContent = text;
  return document.body.appendChild(element);
};
const lookOf = (body: number): string => (isBall(body) ? 'ball' : isHome(body) ? 'home' : 'away');
const all = Array.from({ length: BODIES }, (_, body) => body);
const links = all.map((body) =>
  Array.from({ length: withTrails ? LINKS : 0 }, () => made(`link ${lookOf(body)}`)),
);
const dots = all.map((body) => made(`dot ${lookOf(body)}`, numberOf(body)));

everyFrame((atMs) => {
  for (const [body, dot] of dots.entries()) {
    const { x, y } = spotOf(body, atMs);
    dot.style.transform = `translate(${x.toFixed(2)}px,${y.toFixed(2)}px)`;
    const own = links[body] ?? [];
    if (own.length === 0) continue;
    eachLink(body, atMs, (index, link) => {
      const style = own[index]?.style;
      if (!style) return;
      const visibility = link ? 'visible' : 'hidden';
      if (style.visibility !== visibility) style.visibility = visibility;
      if (!link) return;
      style.opacity = link.alpha.toFixed(3);
      style.transform = `translate(${link.x.toFixed(2)}px,${link.y.toFixed(2)}px) rotate(${link.turn.toFixed(4)}rad) scale(${(link.length / 24).toFixed(3)},${(link.width / 16).toFixed(3)})`;
    });
  }
  const texts = clockTexts(atMs);
  write(clock, texts.clock);
  write(shot, texts.shot);
});
