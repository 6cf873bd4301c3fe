// The relay is killed at instants that it cannot choose, while two hands send cues: what it said it had done stands when it is back, and nothing is half done.
import { isDeepStrictEqual } from 'node:util';
import { expect, test, vi } from 'vitest';
import { applyCue, type Cue } from '../../src/show/cue.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { startCommand } from '../kit/command.ts';
import { openPage } from '../kit/page.ts';
import { seeded } from '../kit/random.ts';
import { GRAPHICS, scratchFolder } from '../kit/relay-rig.ts';

/** `COURTSIDE_KILLS=200` for a long night. */
const KILLS = Number(process.env.COURTSIDE_KILLS ?? 20);
const SEED = Number(process.env.COURTSIDE_SEED ?? 7);
const ITEMS = 12;

/** What one hand does, cue by cue; each touches only what is his. */
const HANDS: Readonly<Record<'left' | 'right', (n: number) => Cue>> = {
  left(n) {
    if (n % 3 === 0) return { cue: 'override', field: 'home.score', value: n % 1_000 };
    if (n % 3 === 2 || n > ITEMS * 3)
      return { cue: 'rundown', step: { step: 'edit', id: 'item-0', change: { name: `Cue ${n}` } } };
    const graphics = [{ graphic: 'scorebug', options: {} }];
    const item = { id: `item-${(n - 1) / 3}`, name: `Cue ${n}`, graphics };
    return {
      cue: 'rundown',
      step: { step: 'add', item: { ...item, group: null, cut: false, autoOutMs: null, note: '' } },
    };
  },
  right(n) {
    if (n % 2 === 0) return { cue: 'delay', output: 'program', delayMs: (n % 1_000) * 10 };
    return { cue: 'override', field: 'away.score', value: n % 1_000 };
  },
};

/** What each hand's cues come to, without instants. */
const leftOf = ({ overrides, rundown }: Show) => ({
  score: overrides['home.score']?.value,
  items: rundown.items,
});
const rightOf = ({ overrides, playheads }: Show) => ({
  score: overrides['away.score']?.value,
  delay: playheads.program?.kind === 'delayed' ? playheads.program.delayMs : undefined,
});

/** A hand's state after each number of its cues, as far as it was asked for. */
function model<T>(hand: (n: number) => Cue, of: (show: Show) => T): (count: number) => T {
  const shows: Show[] = [emptyShow];
  return (count) => {
    for (let n = shows.length; n <= count; n += 1) {
      const next = applyCue(shows[n - 1] as Show, hand(n - 1), n, GRAPHICS.catalogue);
      if ('fault' in next) throw new Error(JSON.stringify(next.fault));
      shows.push(next.show);
    }
    return of(shows[count] as Show);
  };
}

type Sender = { sent: number; acknowledged: number };

/** Sends one cue after another until the relay is gone. @throws Error when one is not granted. */
async function send(url: string, hand: (n: number) => Cue, sender: Sender): Promise<void> {
  for (;;) {
    const body = JSON.stringify({ ...hand(sender.sent), by: String(hand === HANDS.left) });
    sender.sent += 1;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body }).catch(() => null);
    if (answer === null) return;
    const told = await answer.json().catch(() => null);
    if (told === null) return;
    if (answer.status === 429) {
      sender.sent -= 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    if (answer.status !== 200) throw new Error(`${body}: ${JSON.stringify(told)}`);
    sender.acknowledged = sender.sent;
  }
}

/** The number of cues between those acknowledged and those sent that gives this state; null for none. */
function countOf<T>({ sent, acknowledged }: Sender, state: (count: number) => T, found: T): number | null {
  for (let count = acknowledged; count <= sent; count += 1)
    if (isDeepStrictEqual(state(count), found)) return count;
  return null;
}

test(
  `a relay that is killed ${KILLS} times comes back each time with everything that it had acknowledged (seed ${SEED})`,
  async () => {
    const data = await scratchFolder();
    const random = seeded(SEED);
    const hands = { left: { sent: 0, acknowledged: 0 }, right: { sent: 0, acknowledged: 0 } };
    const models = { left: model(HANDS.left, leftOf), right: model(HANDS.right, rightOf) };
    let acknowledged = 0;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const relay = await startCommand(['--seed', '1'], { data });
      expect(relay.printed()).not.toContain('show-file');
      const desk = await openPage(relay.port, { role: 'desk', historyMs: 0 });
      const { show } = await desk.snapshot();
      desk.socket.terminate();
      const left = countOf(hands.left, models.left, leftOf(show));
      const right = countOf(hands.right, models.right, rightOf(show));
      expect({ kill, left, right }).toEqual({ kill, left: expect.any(Number), right: expect.any(Number) });
      expect(show.revision).toBe((left ?? 0) + (right ?? 0));
      acknowledged = show.revision;
      for (const [hand, count] of [
        [hands.left, left],
        [hands.right, right],
      ] as const)
        Object.assign(hand, { sent: count, acknowledged: count });
      const sending = [send(relay.url, HANDS.left, hands.left), send(relay.url, HANDS.right, hands.right)];
      const before = hands.left.acknowledged + hands.right.acknowledged;
      const cues = 1 + Math.floor(random() * 8);
      await vi.waitUntil(() => hands.left.acknowledged + hands.right.acknowledged >= before + cues, {
        timeout: 60_000,
        interval: 1,
      });
      await new Promise((resolve) => setTimeout(resolve, random() * 20));
      await relay.kill();
      await Promise.all(sending);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
  60_000 + KILLS * 20_000,
);
