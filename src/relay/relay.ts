// The relay: one feed in, a history that knows the truth, pages and panels out, a tape of all of it. Everything it needs is given to it.
import type { Server } from 'node:http';
import type { Feed, Timekeeper } from '../feeds/feed.ts';
import { type Fault, FaultError, fault } from '../game/fault.ts';
import { type RuleSetName, rulesOf } from '../game/rules.ts';
import { SeenMoment } from '../show/seen-moment.ts';
import type { Show } from '../show/show.ts';
import { makeTimeline, type Timeline } from '../time/timeline.ts';
import type { Health } from '../wire/wire.ts';
import { type Agreement, makeAgreement } from './agreement.ts';
import { type Chronicle, makeChronicle } from './chronicle.ts';
import { type Doors, isLoopback, makeDoors } from './doors.ts';
import { Events } from './events.ts';
import { type Faults, makeFaults } from './faults.ts';
import { foretellingOf } from './foretelling.ts';
import type { GameFile } from './game-file.ts';
import { type HttpLimits, makeHttp, type Upgrade } from './http.ts';
import { type Intake, type IntakeOptions, makeIntake } from './intake.ts';
import { closed, listening } from './listening.ts';
import { fixedLook, type LookFolder } from './look-folder.ts';
import { type LoopLag, makeLoopLag } from './loop-lag.ts';
import { makePages } from './pages.ts';
import { Peers } from './peers.ts';
import type { Recorder } from './recorder.ts';
import { makeRedact, SHORTEST_SECRET } from './redact.ts';
import { type Doing, makeShowDesk, type ShowDesk } from './show-desk.ts';
import type { ShowFile } from './show-file.ts';
import type { Graphics, Standing } from './standing.ts';
import { takeUp } from './take-up.ts';
import { makeTapeNotes, type TapeNotes } from './tape-notes.ts';
import { makeWatch, type Watch } from './watch.ts';

/** Why a relay does not start, beside a port that is refused: a missing control token. */
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
  /** Keeps what the feed has said of a game that is no rehearsal; without it nothing is known after a restart until the feed speaks. */
  readonly gameFile?: (onFault: (fault: Fault) => void) => GameFile;
  /** How things look; without it there is no theme but the pages' own, and no table of teams. */
  readonly look?: (onFault: (fault: Fault) => void, onLook: () => void) => LookFolder;
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
export const makeRelay = (options: RelayOptions): Relay => new WiredRelay(options);

class WiredRelay implements Relay {
  readonly #options: RelayOptions;
  readonly #notes: TapeNotes;
  readonly #faults: Faults;
  readonly #recorder: Recorder | undefined;
  readonly #gameFile: GameFile | undefined;
  readonly #chronicle: Chronicle;
  readonly #desk: ShowDesk;
  readonly #agreement: Agreement;
  readonly #look: LookFolder;
  readonly #timeline: Timeline;
  readonly #seen = new SeenMoment();
  readonly #watch: Watch;
  readonly #intake: Intake;
  readonly #peers: Peers;
  readonly #events: Events;
  readonly #http: Server;
  readonly #lag: LoopLag;
  readonly #startedMs: number;
  #doors: Doors | null = null;
  #stopping: Promise<void> | null = null;

  constructor(options: RelayOptions) {
    const { time, graphics, controlToken, feed, rehearsal } = options;
    this.#options = options;
    this.#startedMs = time.now();
    this.#lag = makeLoopLag(time);
    const redact = makeRedact([...options.secrets, controlToken]);
    this.#notes = makeTapeNotes(() => this.#recorder, redact);
    const onFault = (told: Fault): void => this.#faults.add(told);
    this.#faults = makeFaults({
      now: () => time.now(),
      redact,
      onFault: (told, first) => this.#chronicle.fault(told, first),
    });
    this.#chronicle = makeChronicle({
      now: () => time.now(),
      moment: () => this.#seen.of(this.#timeline.at(time.now()), this.#desk.show()),
      redact,
      note: (name, value) => this.#notes.note(name, value),
      line: options.log,
    });
    this.#recorder = options.recorder?.(onFault);
    this.#gameFile = options.gameFile?.(onFault);
    this.#timeline = makeTimeline({ rules: rulesOf(options.rules) });
    this.#look = options.look?.(onFault, () => this.#onLook()) ?? fixedLook();
    this.#desk = makeShowDesk({
      time,
      catalogue: graphics.catalogue,
      themes: () => this.#look.look().themes.map(({ id }) => id),
      truth: (atMs) => this.#timeline.at(atMs),
      foretell: foretellingOf(this.#timeline, time),
      file: options.showFile?.(onFault),
      onShow: (show, doing) => this.#onShow(show, doing),
      onRefused: (...refused) => this.#chronicle.refused(...refused),
    });
    this.#watch = makeWatch(this.#desk, this.#timeline, time);
    this.#agreement = makeAgreement({
      time,
      truth: (atMs) => this.#timeline.at(atMs),
      show: () => this.#desk.show(),
      outputs: () => this.#peers.infos(),
      release: (fields) => this.#desk.agree(fields),
    });
    this.#intake = makeIntake({
      feed,
      time,
      redact,
      rehearsal,
      onFault: (told, words) => this.#faults.add(told, words),
      ...this.#ears(),
    });
    const standing = this.#standing();
    this.#peers = new Peers({ standing, time, onFault });
    this.#events = new Events(standing, time);
    this.#http = this.#makeHttp(standing, onFault);
  }

  async start(): Promise<{ readonly port: number }> {
    const { host, port: wanted, addresses, controlToken: token } = this.#options;
    if (!isLoopback(host) && (token?.length ?? 0) < SHORTEST_SECRET)
      throw new FaultError(fault(TOKEN_NEEDED, host, TOKEN_WANTED, token ? 'a shorter one' : 'none'));
    await this.#desk.load();
    const saidSeq = await this.#takeUp();
    this.#agreement.watch();
    await this.#look.start();
    const port = await listening(this.#http, host, wanted);
    this.#http.on('error', ({ message }) =>
      this.#faults.add(fault('http-error', 'http', 'a server that takes connections', message)),
    );
    this.#doors = makeDoors({ host, port, addresses, token });
    await this.#recorder?.start();
    this.#notes.begin(this.#desk.show(), this.#look.look());
    this.#peers.start();
    this.#lag.start();
    this.#intake.start(saidSeq);
    return { port };
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#shutDown();
    return this.#stopping;
  }

  async #shutDown(): Promise<void> {
    await this.#intake.stop();
    this.#lag.stop();
    this.#look.stop();
    this.#peers.stop();
    this.#events.stop();
    await closed(this.#http);
    this.#agreement.stop();
    await this.#desk.stop();
    await this.#gameFile?.stop();
    await this.#recorder?.stop();
  }

  /** The game as the relay before this one left it. Gives the highest `seq` that was given. */
  async #takeUp(): Promise<number> {
    const kept = await this.#gameFile?.load();
    const seq = kept ? takeUp(kept, this.#timeline) : 0;
    await this.#gameFile?.start((sinceMs) => this.#timeline.history(sinceMs));
    return seq;
  }

  /** What is done with everything that the feed says. */
  #ears(): Pick<IntakeOptions, 'onMessage' | 'onWords'> {
    return {
      onWords: (words) => this.#recorder?.words(words),
      onMessage: (message) => {
        this.#timeline.push(message);
        if (message.kind === 'frame') return this.#peers.frame(message);
        this.#gameFile?.fact(message);
        this.#peers.fact(message);
        this.#watch.hear(message);
        if (message.kind === 'roster') this.#notes.teams(this.#timeline.at(message.atMs).game);
        if (message.kind === 'status') this.#chronicle.status(message);
      },
    };
  }

  #onShow(show: Show, doing: Doing): void {
    this.#chronicle.did(doing, show.revision);
    this.#notes.show(show);
    this.#agreement.watch();
    this.#peers.show(show);
    this.#events.look();
  }

  #onLook(): void {
    const look = this.#look.look();
    this.#notes.look(look);
    this.#timeline.setTeams(look.table);
    this.#peers.look();
    this.#events.look();
  }

  #standing(): Standing {
    const { time, version, graphics } = this.#options;
    const timeline = this.#timeline;
    const intake = this.#intake;
    return {
      version,
      rules: timeline.rules,
      graphics,
      now: () => time.now(),
      moment: (atMs) => timeline.at(atMs),
      history: (sinceMs) => timeline.history(sinceMs),
      seq: () => timeline.seq,
      show: () => this.#desk.show(),
      look: () => this.#look.look(),
      mark: (file) => this.#look.mark(file),
      feed: intake.info,
      health: () => this.#health(),
      cue: (cue, asked) => this.#desk.cue(cue, asked),
      kept: () => this.#desk.kept(),
      tapePath: () => this.#recorder?.path() ?? null,
      rawFault: (id) => this.#faults.raw(id),
      log: (since) => this.#chronicle.since(since),
      after: (ms, action) => time.after(ms, action),
    };
  }

  #health(): Health {
    return {
      feed: this.#intake.info(),
      outputs: [...this.#peers.infos()],
      faults: [...this.#faults.list()],
      tape: this.#recorder?.info() ?? null,
      sources: this.#intake.sources(),
      relay: {
        version: this.#options.version,
        startedMs: Math.round(this.#startedMs),
        loopLagMs: this.#lag.worstMs(),
        logChanges: this.#chronicle.changes,
      },
    };
  }

  #makeHttp(standing: Standing, onFault: (told: Fault) => void): Server {
    const { pagesFolder, limits = {} } = this.#options;
    const upgrades = new Map<string, Upgrade>([
      ['/wire', (...given) => this.#peers.upgrade(...given)],
      ['/api/v1/events', (...given) => this.#events.upgrade(...given)],
    ]);
    return makeHttp({
      standing,
      pages: makePages(pagesFolder),
      doors: () => this.#doors,
      upgrades,
      onFault,
      limits,
    });
  }
}
