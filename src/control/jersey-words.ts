// What the operator is told of jersey colours: which one is shown otherwise than the feed says, for whose eyes, and how to overrule that.
import { HOUSE_GROUNDS, type JerseySaid, jerseyReport } from '../game/jersey.ts';
import { EYES, type Eye } from '../game/sight.ts';

/** One line for the operator. `side` and `from` are what to override with to have it shown as it was said; null where both colours are his. */
export type JerseyWords = {
  readonly text: string;
  readonly moved: { readonly side: 'home' | 'away'; readonly from: string; readonly to: string } | null;
};

const whose = (eyes: readonly Eye[]): string =>
  eyes.length === EYES.length ? 'every eye' : eyes.map((eye) => `${eye} eyes`).join(', ');

/** Null while both teams are shown as they are said, and nobody confuses them; and while neither colour is known. */
export function jerseyWords(home: JerseySaid, away: JerseySaid): JerseyWords | null {
  if (home === null && away === null) return null;
  const report = jerseyReport(home, away, HOUSE_GROUNDS);
  const { before, after } = report.confused;
  if (after.length > 0)
    return { text: `Both jersey colours are yours: too alike for ${whose(after)}`, moved: null };
  for (const side of ['away', 'home'] as const) {
    const { move, saidBy, before: from, look } = report[side];
    // A stand-in for a colour that nobody said is nobody's.
    if (move === null || saidBy === 'nobody') continue;
    const text = `Jersey colour moved: ${side} ${from} to ${look.fill}, too alike for ${whose(before)}`;
    return { text, moved: { side, from, to: look.fill } };
  }
  return null;
}
