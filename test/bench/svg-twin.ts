// The scorebug and the dots as one SVG, well made: what moves has its own transform and nothing else of it changes; a text is written only when it changes.
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

const SVG = 'http://www.w3.org/2000/svg';
const withTrails = !new URLSearchParams(location.search).has('plain');
const play = document.querySelector('.play');
const clock = document.querySelector('.clock');
const shot = document.querySelector('.shot');

const made = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  parent: Element | null,
): SVGElementTagNameMap[Name] => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent?.append(element);
  return element;
};
const lookOf = (body: number): string => (isBall(body) ? 'ball' : isHome(body) ? 'home' : 'away');

const bodies = Array.from({ length: BODIES }, (_, body) => {
  const links = Array.from({ length: withTrails ? LINKS : 0 }, () =>
    made('rect', { class: `link ${lookOf(body)}`, x: -12, y: -8, width: 24, height: 16 }, play),
  );
  return { body, links };
});
const dots = bodies.map(({ body }) => {
  const dot = made('g', { class: `dot ${lookOf(body)}` }, play);
  made('circle', { class: 'key', r: isBall(body) ? 11 : 21 }, dot);
  made('circle', { class: 'disc', r: isBall(body) ? 9 : 17.5 }, dot);
  if (!isBall(body)) made('text', { y: 8 }, dot).textContent = numberOf(body);
  return dot;
});

everyFrame((atMs) => {
  for (const { body, links } of bodies) {
    const { x, y } = spotOf(body, atMs);
    const dot = dots[body];
    if (dot) dot.style.transform = `translate(${x.toFixed(2)}px,${y.toFixed(2)}px)`;
    if (links.length === 0) continue;
    eachLink(body, atMs, (index, link) => {
      const style = links[index]?.style;
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
