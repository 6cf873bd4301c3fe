// What is told to a film at each of its instants: the tape's Messages, and what is on air, from the command line, from a script of cues, or as it was.
import { CARRIES } from '../../feeds/tape/carries.ts';
import { makeTapeTeller } from '../../feeds/tape/tell.ts';
import { faultText } from '../../game/fault.ts';
import type { Message } from '../../game/message.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { applyCue, type Cue } from '../../show/cue.ts';
import type { Catalogue } from '../../show/grant.ts';
import { emptyShow, type Show, showSchema } from '../../show/show.ts';
import { cutEntries } from '../../tape/cut.ts';
import type { OpenTape } from '../../tape/open.ts';
import { OWN_TOPICS } from '../../tape/tape.ts';
import { packFrame, unpackFrame } from '../../wire/wire.ts';

/** What was heard up to so long after an instant is known at it: nothing that was said late is missing. Milliseconds. */
const LOOKAHEAD_MS = 2_000;

export type TimedShow = { readonly atMs: number; readonly show: Show };
export type TimedCue = { readonly atMs: number; readonly cue: Cue };

/** The shows that cues make, one after the other. @throws Error with the Fault of the first that is refused. */
export function showsOf(
  cues: readonly TimedCue[],
  catalogue: Catalogue,
  themes: readonly string[],
): readonly TimedShow[] {
  let show = emptyShow;
  return [...cues]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, cue }) => {
      const next = applyCue(show, cue, atMs, catalogue, themes);
      if ('fault' in next) throw new Error(faultText(next.fault));
      show = next.show;
      return { atMs, show };
    });
}

/** What was on air, as the relay noted it. */
export async function airedShows(tape: OpenTape, toMs: number): Promise<readonly TimedShow[]> {
  const shows: TimedShow[] = [];
  for await (const { text, heardMs } of tape.read({ toMs, topics: [`${OWN_TOPICS}show`] })) {
    const read = showSchema.safeParse(JSON.parse(text));
    if (read.success) shows.push({ atMs: heardMs, show: read.data });
  }
  return shows;
}

/** As a page hears it: places as fine as the wire has them, so that a film is the page, pixel by pixel. */
const asHeard = (message: Message): Message =>
  message.kind === 'frame' ? unpackFrame(packFrame(message)) : message;

export type ScriptOptions = {
  readonly tape: OpenTape;
  readonly rules: RuleSetName;
  readonly shows: readonly TimedShow[];
  readonly fromMs: number;
  readonly toMs: number;
};

export type News = { readonly messages: readonly Message[]; readonly show?: Show };

/** Gives what is new at each instant; instants rise. */
export async function openScript({ tape, rules, shows, fromMs, toMs }: ScriptOptions): Promise<{
  until(nowMs: number): Promise<News>;
}> {
  const teller = makeTapeTeller(tape.about, { rules });
  const options = { fromMs, toMs: toMs + LOOKAHEAD_MS, carries: CARRIES };
  const entries = cutEntries(tape, options);
  let next = await entries.next();
  let told = 0;
  return {
    async until(nowMs) {
      const messages: Message[] = [];
      while (!next.done && next.value.heardMs <= nowMs + LOOKAHEAD_MS) {
        messages.push(...teller.tell(next.value).map(asHeard));
        next = await entries.next();
      }
      let show: Show | undefined;
      for (let due = shows[told]; due && due.atMs <= nowMs; due = shows[told]) {
        show = due.show;
        told += 1;
      }
      return { messages, ...(show ? { show } : {}) };
    },
  };
}
