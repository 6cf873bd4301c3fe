// What is wrong right now, worst first, each in a few words: what the top bar says at every moment.

import { byTally } from '../wire/air-outputs.ts';
import { shortWords } from '../wire/hosts.ts';
import type { DeskState, Heard } from './desk-state.ts';
import { feedLamp } from './feed-lamp.ts';
import { outputTroubles } from './tally.ts';
import { ageText, sizeText } from './words.ts';

/** `lost`: the picture on air may be wrong or missing. `look`: it is not, but somebody should look. */
export type Trouble = { readonly level: 'lost' | 'look'; readonly text: string };

/** Less room for the tape than this is told: about two hours of a game. Bytes. */
export const LITTLE_ROOM_BYTES = 2_000_000_000;
/** The relay got to its work later than this: pages miss frames. Milliseconds. */
export const LATE_LOOP_MS = 100;
/** A Fault older than this is history: it is in the list, and no trouble of now. Milliseconds. */
export const FRESH_FAULT_MS = 60_000;

/** All troubles of now, worst first; none before anything was heard. */
export function troublesOf(
  { heard, link }: Pick<DeskState, 'heard' | 'link'>,
  nowMs: number,
): readonly Trouble[] {
  if (link.status !== 'open') return [{ level: 'lost', text: 'no connection to the relay' }];
  if (!heard) return [];
  const all = [
    ...feed(heard, nowMs),
    ...pair(heard),
    ...outputs(heard),
    ...sources(heard),
    ...tape(heard),
    ...relay(heard),
    ...faults(heard, nowMs),
  ];
  return [...all.filter(({ level }) => level === 'lost'), ...all.filter(({ level }) => level === 'look')];
}

function feed({ health }: Heard, nowMs: number): readonly Trouble[] {
  const { attention, label, age } = feedLamp(health.feed, nowMs);
  return attention === 'quiet' ? [] : [{ level: attention, text: `feed ${label.toLowerCase()}, ${age}` }];
}

/** Of two feeds: what waits to be decided, and that the backup has fallen in. */
function pair({ health }: Heard): readonly Trouble[] {
  if (!health.pair) return [];
  const { fields, feeds } = health.pair;
  const asked = fields.filter(({ askedFor }) => askedFor !== null).map(({ field }) => field);
  const gone = feeds.filter(({ status }) => status !== 'live' && status !== 'ended').map(({ lane }) => lane);
  return [
    ...(asked.length > 0 ? [{ level: 'lost', text: `feeds disagree: ${asked.join(', ')}` } as const] : []),
    ...(gone.length === 1 ? [{ level: 'look', text: `${gone[0]} feed is not there` } as const] : []),
  ];
}

/** Of programs that their hosts have on air what is wrong is on air; previews, monitors and what a host shows nowhere are only looked at. */
function outputs({ health }: Heard): readonly Trouble[] {
  const air = new Set(byTally(health.outputs).shown);
  return health.outputs
    .filter(({ role }) => role === 'output')
    .flatMap((output) =>
      outputTroubles(output).map(
        (text): Trouble => ({
          level: air.has(output) ? 'lost' : 'look',
          text: `${output.name} ${text}`,
        }),
      ),
    );
}

/** Sources of OBS whose page is missing: which of them, and whether it is on air, nobody knows. */
function sources({ health }: Heard): readonly Trouble[] {
  const short = health.hosts?.obs?.short ?? [];
  return short.map((one) => ({ level: 'look', text: `${one.output}: ${shortWords(one)}` }));
}

function tape({ health: { tape: info } }: Heard): readonly Trouble[] {
  if (!info) return [];
  if (!info.recording) return [{ level: 'look', text: info.detail ?? 'not recording' }];
  const { freeBytes } = info;
  if (freeBytes === undefined || freeBytes >= LITTLE_ROOM_BYTES) return [];
  return [{ level: 'look', text: `${sizeText(freeBytes)} left for the tape` }];
}

function relay({ health }: Heard): readonly Trouble[] {
  const { loopLagMs } = health.relay;
  return loopLagMs > LATE_LOOP_MS ? [{ level: 'look', text: `relay late, ${loopLagMs} ms` }] : [];
}

function faults({ health }: Heard, nowMs: number): readonly Trouble[] {
  const fresh = health.faults.filter(({ lastMs }) => nowMs - lastMs < FRESH_FAULT_MS);
  const [first] = fresh;
  if (!first) return [];
  const age = ageText(nowMs - first.lastMs);
  return [
    {
      level: 'look',
      text: `${first.fault.code} ${age} ago${fresh.length > 1 ? `, ${fresh.length} kinds` : ''}`,
    },
  ];
}
