// A page as the relay meets it: a real socket that says hello and keeps what it hears.
import { WebSocket } from 'ws';
import type { Fact, Frame } from '../../src/game/message.ts';
import {
  type Down,
  type Hello,
  type Painted,
  type Snapshot,
  unpackFrame,
  WIRE_VERSION,
} from '../../src/wire/wire.ts';

type DownOf<T extends Down['type']> = Extract<Down, { type: T }>;

export type Page = {
  readonly socket: WebSocket;
  /** Everything heard so far, in order. */
  readonly downs: readonly Down[];
  readonly facts: () => readonly Fact[];
  readonly frames: () => readonly Frame[];
  /** The nth message of that type, from 0, when it comes. */
  readonly heard: <T extends Down['type']>(type: T, nth?: number) => Promise<DownOf<T>>;
  readonly snapshot: () => Promise<Snapshot>;
  readonly send: (value: unknown) => void;
  /** Says what it has painted, and waits for the echo: everything sent before it has come. */
  readonly beat: (painted?: Partial<Painted> | null) => Promise<void>;
  /** Resolves with the code when the relay has closed. */
  readonly closed: Promise<number>;
};

export const HELLO: Hello = {
  type: 'hello',
  version: WIRE_VERSION,
  role: 'output',
  name: 'program',
  bus: 'program',
  historyMs: 300_000,
};

/** A picture that is right. */
export const PAINTED: Painted = {
  revision: 0,
  seq: 0,
  instantMs: 0,
  fps: 60,
  lateMs: 1,
  delayMs: 0,
  renderer: 'webgl',
  visible: true,
  contextsLost: 0,
  offsetMs: 0,
  offsetErrorMs: 0,
  graphics: [],
  faults: [],
};

/** Opens a socket on the relay; says hello unless it is null. */
export async function openPage(
  port: number,
  hello: Partial<Hello> | null = {},
  headers: Record<string, string> = {},
): Promise<Page> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/wire`, { headers });
  const downs: Down[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data: Buffer) => {
    downs.push(JSON.parse(data.toString()) as Down);
    for (const wake of waiting) wake();
  });

  const heard = <T extends Down['type']>(type: T, nth = 0): Promise<DownOf<T>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = downs.filter((down): down is DownOf<T> => down.type === type)[nth];
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });

  const send = (value: unknown): void => socket.send(JSON.stringify(value));
  let beats = 0;
  const count = (type: Down['type']): number => downs.filter((down) => down.type === type).length;
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  if (hello) send({ ...HELLO, ...hello });
  return {
    socket,
    downs,
    facts: () => downs.flatMap((down) => (down.type === 'facts' ? down.facts : [])),
    frames: () => downs.flatMap((down) => (down.type === 'frame' ? [unpackFrame(down.frame)] : [])),
    heard,
    snapshot: () => heard('snapshot'),
    send,
    async beat(painted = {}) {
      const echoes = count('echo');
      beats += 1;
      send({ type: 'beat', sentMs: beats, painted: painted && { ...PAINTED, ...painted } });
      await heard('echo', echoes);
    },
    closed,
  };
}
