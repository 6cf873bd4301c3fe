// The pre-flight's entry: it measures once, in the window that will go on air, shows what it found, and tells the relay.
import '../../link/no-eval.ts';
import './preflight.css';
import { probeWebgl } from '../../stage/renderer-choice.ts';
import type { Preflight } from '../../wire/preflight.ts';
import { readAddress } from '../output/address.ts';
import { drawCard, drawGround } from './card.ts';
import { judge } from './judge.ts';
import { measureClock, measureFeed, measureHalf, measurePace, missingFonts } from './measure.ts';

declare global {
  interface Window {
    /** What was found, once it was. */
    preflight?: Preflight;
  }
}

async function run({
  document,
  location,
  navigator,
  innerWidth,
  innerHeight,
  devicePixelRatio,
}: Window): Promise<void> {
  const { name } = readAddress(location.search);
  drawGround(document);
  drawCard(document, name, null);
  const [fontsMissing, clock, feed] = await Promise.all([
    missingFonts(document),
    measureClock(window, `preflight: ${name}`.slice(0, 64)),
    measureFeed(window),
  ]);
  // Alone: what else is measured would count against it.
  const pace = await measurePace(window);
  const checks = judge({
    userAgent: navigator.userAgent,
    webgl: probeWebgl(document),
    viewport: { width: innerWidth, height: innerHeight, pixelRatio: devicePixelRatio },
    background: window.getComputedStyle(document.body).backgroundColor,
    half: measureHalf(document),
    fontsMissing,
    pace,
    clock,
    feed,
  });
  const report: Preflight = { name, checks: [...checks] };
  drawCard(document, name, checks);
  window.preflight = report;
  await window
    .fetch('/api/v1/preflight', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
    })
    // Without a relay the card says so.
    .catch(() => {});
}

void run(window);
