// The relay: one feed in, a history that knows the truth, pages and panels out, a tape of all of it. Everything it needs is given to it.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Feed, Timekeeper } from '../feeds/feed.ts';
import { type Fault, FaultError, fault, faultText } from '../game/fault.ts';
import type { Message } from '../game/message.ts';
import { type RuleSetName, rulesOf } from '../game/rules.ts';
import { applyCue } from '../show/cue.ts';
import { emptyShow, type Show } from '../show/show.ts';
import { makeTimeline } from '../time/timeline.ts';
import { type Doors, isLoopback, makeDoors } from './doors.ts';
import { Events } from './events.ts';
import { makeFaults } from './faults.ts';
import { type HttpLimits, makeHttp } from './http.ts';
import { makeIntake } from './intake.ts';
import { makePages } from './pages.ts';
import { Peers } from './peers.ts';
import type { Recorder } from './recorder.ts';
import { makeRedact, SHORTEST_SECRET } from './redact.ts';
import type { ShowFile } from './show-file.ts';
import type { Graphics, Standing } from './standing.ts';

/** Why a relay does not start: the port, or a missing control token. */
export const PORT_REFUSED = 'port-refused';
export const TOKEN_NEEDED = 'control-token-needed';

const TOKEN_WANTED = `COURTSIDE_TOKEN with ${SHORTEST_SECRET} characters or more, to listen beyond loopback`;

export type RelayOptions = {
  readonly time: Timekeeper;
  readonly version: string;
  readonly feed: Feed;
  readonly rehearsal: boolean;
  readonly rules: RuleSetName;
  readonly graphics: Graphics;
  readonly pagesFolder: string;
  /** An address or name to listen on, and a port; 0 takes any that is free. */
  readonly host: string;
  readonly port: number;
  /** This machine's addresses: what pages may call us beyond loopback. */
  readonly addresses: readonly string[];
  readonly controlToken?: string | undefined;
  /** What must never be told: no Fault, no tape and no health holds one of these. */
  readonly secrets: readonly (string | undefined)[];
  /** Keeps the show between runs; without it the show begins empty. */
  readonly showFile?: (onFault: (fault: Fault) => void) => ShowFile;
  /** Records; without it there is no tape. */
  readonly recorder?: (onFault: (fault: Fault) => void) => Recorder;
  /** Other bounds for HTTP than the usual ones. */
  readonly limits?: Partial<HttpLimits>;
  /** One line for whoever watches the process; holds no secret. */
  readonly log: (line: string) => void;
};

export interface Relay {
  /**
   * Begins to listen to the feed and to pages; gives the port.
   * @throws FaultError `port-refused`, or `control-token-needed` when it should listen beyond loopback without a control token.
   */
  start(): Promise<{ readonly port: number }>;
  /** Ends the tape, keeps the show, says good-bye. May be called twice. */
  stop(): Promise<void>;
}

/** A relay that is not started yet. */
export function makeRelay(options: RelayOptions): Relay {
  const { time, feed, graphics, log, host, controlToken } = options;
  const rules = rulesOf(options.rules);
  const redact = makeRedact([...options.secrets, controlToken]);
  const faults = makeFaults({
    now: () => time.now(),
    redact,
    onFault: (told, first) => {
      recorder?.note('fault', told);
      if (first) log(faultText(told));
    },
  });
  const recorder = options.recorder?.(faults.add);
  const showFile = options.showFile?.(faults.add);
  const timeline = makeTimeline({ rules });
  let show: Show = emptyShow;
  let doors: Doors | null = null;
  let stopping: Promise<void> | null = null;

  const hear = (message: Message): void => {
    timeline.push(message);
    if (message.kind === 'frame') return peers.frame(message);
    peers.fact(message);
    if (message.kind !== 'status') return;
    recorder?.note('status', { status: message.status, detail: message.detail });
    log(`feed ${message.feed}: ${message.status}${message.detail ? `, ${message.detail}` : ''}`);
  };

  const intake = makeIntake({
    feed,
    time,
    redact,
    rehearsal: options.rehearsal,
    onMessage: hear,
    onWords: (words) => recorder?.words(words),
    onFault: faults.add,
  });

  const standing: Standing = {
    version: options.version,
    rules,
    graphics,
    now: () => time.now(),
    moment: (atMs) => timeline.at(atMs),
    history: (sinceMs) => timeline.history(sinceMs),
    seq: () => timeline.seq,
    show: () => show,
    feed: intake.info,
    health: () => ({
      feed: intake.info(),
      outputs: [...peers.infos()],
      faults: [...faults.list()],
      tape: recorder?.info() ?? null,
    }),
    cue(cue) {
      const atMs = time.now();
      const outcome = applyCue(show, cue, atMs, graphics.catalogue);
      if ('fault' in outcome) return { fault: outcome.fault };
      show = outcome.show;
      recorder?.note('cue', { ...cue, revision: show.revision });
      showFile?.save(show);
      peers.show(show);
      events.look();
      return { revision: show.revision };
    },
  };

  const peers = new Peers({ standing, time, onFault: faults.add });
  const events = new Events(standing, time);
  const http = makeHttp({
    standing,
    pages: makePages(options.pagesFolder),
    doors: () => doors,
    upgrades: new Map([
      ['/wire', peers.upgrade.bind(peers)],
      ['/api/v1/events', events.upgrade.bind(events)],
    ]),
    onFault: faults.add,
    limits: options.limits ?? {},
  });

  const shutDown = async (): Promise<void> => {
    await intake.stop();
    peers.stop();
    events.stop();
    await closed(http);
    await recorder?.stop();
    await showFile?.settled();
  };

  return {
    async start() {
      if (!isLoopback(host) && (controlToken?.length ?? 0) < SHORTEST_SECRET)
        throw new FaultError(
          fault(TOKEN_NEEDED, host, TOKEN_WANTED, controlToken ? 'a shorter one' : 'none'),
        );
      show = (await showFile?.load()) ?? emptyShow;
      const port = await listening(http, host, options.port);
      doors = makeDoors({ host, port, addresses: options.addresses, token: controlToken });
      await recorder?.start();
      peers.start();
      intake.start();
      return { port };
    },
    stop() {
      stopping ??= shutDown();
      return stopping;
    },
  };
}

const listening = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const found = error.code === 'EADDRINUSE' ? 'one that is taken' : error.message;
      reject(new FaultError(fault(PORT_REFUSED, `${host}:${port}`, 'a free port', found)));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // Called for a server that never listened too.
    server.close(() => resolve());
    server.closeAllConnections();
  });
