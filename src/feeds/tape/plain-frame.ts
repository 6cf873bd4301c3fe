// A frame as its words plainly have it: their places, and their stamps moved by what the provider's clock was apart from ours.
import type { MessageOf } from '../../game/message.ts';
import { type RuleSetName, rulesOf } from '../../game/rules.ts';
import { stampMs } from '../offset.ts';
import { openEnvelope } from '../shottracker/envelope.ts';
import { laid } from '../shottracker/stamps.ts';
import { translate } from '../shottracker/translate.ts';

/** The frame of words that were heard at an instant; null where they have none. */
export type PlainFrame = (
  text: string,
  heardMs: number,
  shiftMs: number,
) => Omit<MessageOf<'frame'>, 'seq'> | null;

type Plain = { readonly topic: string; readonly frame: (rules: RuleSetName) => PlainFrame };

/** Of whom a frame depends on nothing that was said before but that. */
const PLAIN: Readonly<Record<string, Plain>> = {
  shottracker: {
    topic: 'shottracker/location',
    frame: (rules) => {
      const { court } = rulesOf(rules);
      return (text, heardMs, shiftMs) => {
        const { envelope } = openEnvelope(text);
        const [told] = translate('location', envelope?.data, { court, gameClock: null }).told;
        if (told?.fact.kind !== 'frame' || told.saidMs === undefined) return null;
        return { ...laid(told.fact, shiftMs, heardMs), atMs: stampMs(told.saidMs) + shiftMs, heardMs };
      };
    },
  },
};

/** Which topic gives plain frames, and how, where one of that provider's does. */
export const plainFramesOf = (words: string): Plain | null =>
  Object.hasOwn(PLAIN, words) ? (PLAIN[words] ?? null) : null;
