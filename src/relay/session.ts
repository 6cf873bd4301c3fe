// One page's connection, from the upgrade to its end: first its hello within a deadline, then beats and wishes for history, at a bounded rate.
import type { RawData } from 'ws';
import type { Timekeeper } from '../feeds/feed.ts';
import { type Fault, fault } from '../game/fault.ts';
import { type Down, type Hello, readUp, WIRE_VERSION } from '../wire/wire.ts';
import { makeBucket } from './bucket.ts';
import type { Peer } from './peer.ts';
import type { Pipe } from './pipe.ts';
import { textFrame } from './text-frame.ts';

/** From the connection to the hello, in milliseconds. */
export const HELLO_DEADLINE_MS = 5_000;
/** What one page may say. */
export const UP_MESSAGES = { perSecond: 10, burst: 40 };
/** Between two snapshots for one page, in milliseconds; the last wish is granted. */
export const SNAPSHOT_SPACING_MS = 250;
/** Source: RFC 6455, 7.4.1. */
const POLICY_VIOLATION = 1008;

/** What a session needs of the house. */
export type Host = {
  readonly time: Timekeeper;
  /** The hello was right: the page is one of us, and has been sent its snapshot. */
  enter(pipe: Pipe, hello: Hello): Peer;
  leave(peer: Peer): void;
  snapshot(peer: Peer, historyMs: number): void;
  fault(fault: Fault): void;
};

const encode = (down: Down): Buffer => textFrame(JSON.stringify(down));

/** Holds a session until the socket closes. What cannot be read ends it, after saying so. */
export function holdSession(pipe: Pipe, host: Host): void {
  const { time } = host;
  const { socket } = pipe;
  const mayTalk = makeBucket(UP_MESSAGES);
  let open: { readonly peer: Peer; readonly askHistory: (historyMs: number) => void } | null = null;

  const refuse = (told: Fault): void => {
    host.fault(told);
    pipe.write(encode({ type: 'refused', fault: told }));
    socket.close(POLICY_VIOLATION);
  };
  const cancelDeadline = time.after(HELLO_DEADLINE_MS, () => socket.terminate());

  const hear = (text: string): void => {
    const receivedMs = time.now();
    const up = readUp(text);
    if (!open) {
      if (up?.type !== 'hello') return refuse(fault('wire-unread', 'hello', 'a hello', 'something else'));
      if (up.version !== WIRE_VERSION)
        return refuse(fault('wire-version', 'hello.version', String(WIRE_VERSION), String(up.version)));
      cancelDeadline();
      const peer = host.enter(pipe, up);
      open = { peer, askHistory: spaced(time, (historyMs) => host.snapshot(peer, historyMs)) };
    } else if (up?.type === 'beat') {
      open.peer.beat(up.painted);
      open.peer.send(encode({ type: 'echo', sentMs: up.sentMs, receivedMs, answeredMs: time.now() }));
    } else if (up?.type === 'history') open.askHistory(up.historyMs);
    else if (up?.type === 'sit') open.peer.sit(up.seat);
    else refuse(fault('wire-unread', 'page', 'a beat', 'something else'));
  };

  socket.on('message', (data: RawData, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (mayTalk(time.now())) hear(isBinary || !Buffer.isBuffer(data) ? '' : data.toString());
    else refuse(fault('wire-flood', 'page', `at most ${UP_MESSAGES.perSecond} messages a second`, 'more'));
  });
  // The close that follows an error does the rest.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    cancelDeadline();
    if (open) host.leave(open.peer);
  });
}

/** Grants at once, then at most once in `SNAPSHOT_SPACING_MS`: of the wishes in between, the last. */
function spaced(time: Timekeeper, grant: (historyMs: number) => void): (historyMs: number) => void {
  let wantedMs: number | null = null;
  let resting = false;
  const next = (): void => {
    resting = wantedMs !== null;
    if (wantedMs === null) return;
    grant(wantedMs);
    wantedMs = null;
    time.after(SNAPSHOT_SPACING_MS, next);
  };
  return (historyMs) => {
    wantedMs = historyMs;
    if (!resting) next();
  };
}
