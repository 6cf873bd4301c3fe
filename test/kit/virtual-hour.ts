// A page whose time a test turns: an hour of a feed at 25 Hz passes in it as fast as the page can take it. Runs in the page, before all that is the page's own.
import type { Fact } from '../../src/game/message.ts';
import type { Down, Health, PackedFrame, Snapshot } from '../../src/wire/wire.ts';

declare global {
  interface Window {
    /** Lets so much time pass, with all that a feed says in it. */
    passVirtualMs?: (ms: number) => Promise<void>;
  }
}

/** Puts the virtual time, and a relay that speaks in it, in the place of the real ones. Self-contained: it is sent to the page as text. */
export function becomeVirtual({ snapshot }: { readonly snapshot: Snapshot }): void {
  const STEP_MS = 40;
  /** Steps between two turns of the real event loop. */
  const TURN = 50;
  type Timer = { readonly atMs: number; readonly action: () => void; readonly everyMs: number | null };
  const timers = new Map<number, Timer>();
  let frames: FrameRequestCallback[] = [];
  let handles = 0;
  let nowMs = performance.now();
  let seq = 1_000_000;
  let socket: Line | null = null;
  const turnOver = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  const epochMs = (): number => performance.timeOrigin + nowMs;
  const wait = (action: () => void, ms: number, everyMs: number | null): number => {
    handles += 1;
    timers.set(handles, { atMs: nowMs + ms, action, everyMs });
    return handles;
  };
  const own = (name: string, value: unknown): void => {
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  };

  class Line {
    onopen: (() => void) | null = null;
    onmessage: ((event: { readonly data: string }) => void) | null = null;
    onclose: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor() {
      wait(() => this.onopen?.(), 0, null);
    }
    tell(down: Down): void {
      this.onmessage?.({ data: JSON.stringify(down) });
    }
    send(text: string): void {
      const up = JSON.parse(text) as { readonly type: string; readonly sentMs: number };
      const relayMs = epochMs();
      if (up.type === 'hello')
        wait(() => this.tell({ ...snapshot, relayMs, facts: [], frames: [] }), 0, null);
      if (up.type === 'beat')
        this.tell({ type: 'echo', sentMs: up.sentMs, receivedMs: relayMs, answeredMs: relayMs });
    }
    close(): void {
      socket = null;
    }
  }

  Object.defineProperty(performance, 'now', { value: () => nowMs });
  function open(): Line {
    socket = new Line();
    return socket;
  }
  own('WebSocket', open);
  own('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  own('setTimeout', (action: () => void, ms = 0) => wait(action, ms, null));
  own('setInterval', (action: () => void, ms = 0) => wait(action, ms, ms));
  own('clearTimeout', (handle: number) => timers.delete(handle));
  own('clearInterval', (handle: number) => timers.delete(handle));

  const { homeId, awayId, teams } = snapshot.game;
  const ids = [homeId ?? '', awayId ?? ''];
  const players = ids.flatMap((id) =>
    Object.keys(teams[id]?.players ?? {})
      .slice(0, 5)
      .map((player): [string, string] => [player, id]),
  );

  const stamps = () => {
    seq += 1;
    return { seq, atMs: epochMs(), heardMs: epochMs() };
  };

  const frameOf = (step: number): PackedFrame => {
    const { atMs, heardMs } = stamps();
    const place = (i: number): readonly [number, number, number] => [
      Math.round(6_000 * Math.sin(step / 50 + i)),
      Math.round(12_000 * Math.cos(step / 70 + i)),
      900,
    ];
    const clock = [(step * STEP_MS) % 720_000, 12_000, true, 0] as const;
    const bodies = players.map(([id, team], i) => [id, team, 0, ...place(i)] as const);
    return [seq, atMs, heardMs, clock, ['ball', 0, 0, ...place(11)], ...bodies];
  };

  const factsOf = (step: number): Fact[] => {
    const elapsedMs = step * STEP_MS;
    const facts: Fact[] = [];
    if (elapsedMs % 480 === 0) {
      const remainingMs = 720_000 - (elapsedMs % 720_000);
      const game = { remainingMs, running: true, resolutionMs: 100 };
      const shot = { remainingMs: 24_000 - (elapsedMs % 24_000), running: true, resolutionMs: 1_000 };
      facts.push({ kind: 'clock', ...stamps(), witness: 'official', game, shot });
    }
    if (elapsedMs % 5_000 === 0)
      for (const teamId of ids) {
        const line = { points: Math.floor(elapsedMs / 20_000), fouls: 3, assists: 7, rebounds: 9 };
        const mine = players.filter(([, team]) => team === teamId);
        const said = mine.map(([playerId]) => ({ playerId, line: { ...line, points: step % 40 } }));
        facts.push({ kind: 'stats', ...stamps(), teamId, from: 'summary', team: line, players: said });
      }
    if (elapsedMs % 20_000 === 0) {
      const points = Math.floor(elapsedMs / 20_000);
      const scores = ids.map((teamId) => ({ teamId, points }));
      facts.push({ kind: 'score', ...stamps(), from: 'summary', scores });
      facts.push({ kind: 'play', ...stamps(), id: `play-${points}`, classification: 'TWO_POINT_MAKE' });
    }
    return facts;
  };

  const health = (): Health => ({
    ...snapshot.health,
    feed: { ...snapshot.health.feed, status: 'live', heardMs: epochMs() },
  });

  const pass = (step: number): void => {
    nowMs += STEP_MS;
    for (const [handle, { atMs, action, everyMs }] of timers) {
      if (atMs > nowMs) continue;
      if (everyMs === null) timers.delete(handle);
      else timers.set(handle, { atMs: atMs + everyMs, action, everyMs });
      action();
    }
    const facts = factsOf(step);
    if (facts.length > 0) socket?.tell({ type: 'facts', facts });
    socket?.tell({ type: 'frame', frame: frameOf(step) });
    if ((step * STEP_MS) % 520 === 0) socket?.tell({ type: 'health', health: health() });
    const due = frames;
    frames = [];
    for (const callback of due) callback(nowMs);
  };

  let steps = 0;
  window.passVirtualMs = async (ms) => {
    for (const end = steps + ms / STEP_MS; steps < end; steps += 1) {
      pass(steps);
      if (steps % TURN === 0) await turnOver();
    }
  };
}
