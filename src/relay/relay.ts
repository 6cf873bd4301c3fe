// The relay: one feed in, a history that knows the truth, pages and panels out, a tape of all of it. Everything it needs is given to it.
import type { Server } from 'node:http';
import { type Course, gameAt, LIVE_COURSE } from '../game/course.ts';
import { type Fault, fault } from '../game/fault.ts';
import { rulesOf } from '../game/rules.ts';
import { furthestMs } from '../show/playhead.ts';
import { SeenMoment } from '../show/seen-moment.ts';
import type { Show } from '../show/show.ts';
import { makeTimeline, type Timeline } from '../time/timeline.ts';
import type { Health } from '../wire/wire.ts';
import { type Agreement, makeAgreement } from './agreement.ts';
import { type Chronicle, makeChronicle } from './chronicle.ts';
import { needToken } from './control-token.ts';
import { type Doors, makeDoors } from './doors.ts';
import { Events } from './events.ts';
import { type Faults, makeFaults } from './faults.ts';
import { foretellingOf } from './foretelling.ts';
import { healthOf } from './health.ts';
import { type Hosts, makeHosts } from './hosts/hosts.ts';
import { makeHttp, type Upgrade } from './http.ts';
import { closed, listening } from './listening.ts';
import { fixedLook, type LookFolder } from './look-folder.ts';
import { type LoopLag, makeLoopLag } from './loop-lag.ts';
import { makePages } from './pages.ts';
import { Peers } from './peers.ts';
import { makeRedact } from './redact.ts';
import type { RelayOptions } from './relay-options.ts';
import { type Doing, makeShowDesk, type ShowDesk } from './show-desk.ts';
import type { Standing } from './standing.ts';
import { makeTapeNotes, type TapeNotes } from './tape-notes.ts';
import { Tuner, type TunerOptions } from './tuner.ts';
import { makeWatch, type Watch } from './watch.ts';
import { makeWorkshop, type Workshop } from './workshop.ts';

/** Listens to one game at a time, and serves it until it is stopped. */
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
  readonly #chronicle: Chronicle;
  readonly #desk: ShowDesk;
  readonly #agreement: Agreement;
  readonly #look: LookFolder;
  readonly #timeline: Timeline;
  readonly #seen = new SeenMoment();
  #watch: Watch;
  readonly #tuner: Tuner;
  readonly #workshop: Workshop;
  readonly #hosts: Hosts;
  readonly #peers: Peers;
  readonly #events: Events;
  readonly #http: Server;
  readonly #lag: LoopLag;
  readonly #startedMs: number;
  #course: Course = LIVE_COURSE;
  #doors: Doors | null = null;
  #stopping: Promise<void> | null = null;

  constructor(options: RelayOptions) {
    const { time, graphics, controlToken } = options;
    this.#options = options;
    this.#startedMs = time.now();
    const gameTime = { now: () => this.#gameNow() };
    this.#lag = makeLoopLag(time);
    const redact = makeRedact([...options.secrets, controlToken]);
    this.#notes = makeTapeNotes(() => this.#tuner.recorder, redact);
    const onFault = (told: Fault): void => this.#faults.add(told);
    this.#faults = makeFaults({
      now: () => time.now(),
      redact,
      onFault: (told, first) => this.#chronicle.fault(told, first),
    });
    this.#chronicle = makeChronicle({
      now: () => time.now(),
      moment: () => this.#seen.of(this.#timeline.at(this.#gameNow()), this.#desk.show()),
      redact,
      note: (name, value) => this.#notes.note(name, value),
      line: options.log,
    });
    this.#timeline = makeTimeline({ rules: rulesOf(options.rules) });
    this.#look = options.look?.(onFault, () => this.#onLook()) ?? fixedLook();
    this.#desk = makeShowDesk({
      time,
      catalogue: graphics.catalogue,
      themes: () => this.#look.look().themes.map(({ id }) => id),
      truth: (atMs) => this.#timeline.at(this.#gameAt(atMs)),
      foretell: foretellingOf(this.#timeline, gameTime),
      file: options.showFile?.(onFault),
      onShow: (show, doing) => this.#onShow(show, doing),
      onRefused: (...refused) => this.#chronicle.refused(...refused),
    });
    this.#watch = makeWatch(this.#desk, this.#timeline, gameTime);
    this.#agreement = makeAgreement({
      time,
      truth: (atMs) => this.#timeline.at(this.#gameAt(atMs)),
      show: () => this.#desk.show(),
      outputs: () => this.#peers.infos(),
      release: (fields) => this.#desk.agree(fields),
    });
    this.#tuner = new Tuner(options, { time, redact, timeline: this.#timeline, ...this.#ears() });
    this.#workshop = makeWorkshop({
      ...options,
      tuner: () => this.#tuner,
      show: () => this.#desk.show(),
    });
    this.#hosts = makeHosts({
      ...options,
      desk: this.#desk,
      outputs: () => this.#peers.infos(),
      redact,
      onFault,
    });
    const standing = this.#standing();
    this.#peers = new Peers({ standing, time, onFault });
    this.#events = new Events(standing, time);
    this.#http = this.#makeHttp(standing, onFault);
  }

  async start(): Promise<{ readonly port: number }> {
    const { host, port: wanted, addresses, controlToken: token, guests = [] } = this.#options;
    needToken(host, token);
    await this.#desk.load();
    await this.#tuner.prepare();
    this.#agreement.watch();
    await this.#look.start();
    const port = await listening(this.#http, host, wanted);
    this.#http.on('error', ({ message }) =>
      this.#faults.add(fault('http-error', 'http', 'a server that takes connections', message)),
    );
    this.#doors = makeDoors({ host, port, addresses, token, guests });
    this.#peers.start();
    this.#lag.start();
    await this.#tuner.begin();
    await this.#workshop.start();
    this.#hosts.start(port);
    return { port };
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#shutDown();
    return this.#stopping;
  }

  async #shutDown(): Promise<void> {
    await this.#tuner.stop();
    this.#hosts.stop();
    this.#lag.stop();
    this.#look.stop();
    this.#peers.stop();
    this.#events.stop();
    await this.#workshop.stop();
    await closed(this.#http);
    this.#agreement.stop();
    await this.#desk.stop();
    await this.#tuner.close();
  }

  /** What is done with everything that the feed says. */
  #ears(): Omit<TunerOptions, 'time' | 'redact' | 'timeline'> {
    const { time } = this.#options;
    return {
      onWords: (words) => this.#workshop.ring.heard(words),
      onSent: ({ source, text, heardMs }) => this.#workshop.ring.sent(source, text, heardMs),
      onLane: (told) => this.#notes.note('lane', told),
      onFault: (told, words) => {
        if (words) this.#workshop.ring.wrong(told);
        this.#faults.add(told, words);
      },
      onMessage: (message) => {
        if (message.kind !== 'status') this.#workshop.ring.made(message);
        this.#timeline.push(message);
        if (message.kind === 'frame') return this.#peers.frame(message, this.#course.rate);
        this.#peers.fact(message);
        this.#watch.hear(message);
        if (message.kind === 'roster') this.#notes.teams(this.#timeline.at(message.atMs).game);
        if (message.kind === 'status') this.#chronicle.status(message);
      },
      onBegin: () => this.#onBegin(),
      onTransport: (info, jumped) => {
        this.#course = info.course;
        if (jumped) this.#peers.anew();
        else this.#peers.transport(info);
      },
      reachMs: () => furthestMs(Object.values(this.#desk.show().playheads), time.now()),
    };
  }

  /** The game's instant when the relay's clock says so: another one only where a tape is played otherwise than as in life. */
  readonly #gameAt = (nowMs: number): number => gameAt(this.#course, nowMs);

  readonly #gameNow = (): number => this.#gameAt(this.#options.time.now());

  /** Another feed is listened to from now on; also the first. */
  #onBegin(): void {
    this.#course = LIVE_COURSE;
    const { owners, match } = this.#desk.show();
    this.#notes.begin(this.#desk.show(), this.#look.look());
    this.#tuner.intake.pair()?.choose(owners, match);
    if (this.#tuner.turns === 0) return;
    this.#watch = makeWatch(this.#desk, this.#timeline, { now: () => this.#gameNow() });
    this.#peers.anew();
    this.#events.look();
  }

  #onShow(show: Show, doing: Doing): void {
    this.#chronicle.did(doing, show.revision);
    this.#notes.show(show);
    this.#tuner.intake.pair()?.choose(show.owners, show.match);
    this.#agreement.watch();
    this.#hosts.showIs(show);
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
    return {
      version,
      rules: timeline.rules,
      graphics,
      now: () => time.now(),
      gameNow: () => this.#gameNow(),
      transport: () => this.#tuner.intake.transport(),
      player: () => this.#tuner.intake.player(),
      moment: (atMs) => timeline.at(atMs),
      history: (sinceMs) => timeline.history(sinceMs),
      seq: () => timeline.seq,
      show: () => this.#desk.show(),
      look: () => this.#look.look(),
      mark: (file) => this.#look.mark(file),
      feed: () => this.#tuner.intake.info(),
      health: () => this.#health(),
      // What a page has said of itself over its link counts, whatever its cue says.
      cue: (cue, asked) => {
        const observes = asked.page !== undefined && this.#peers.observes(asked.page);
        return this.#desk.cue(cue, observes ? { ...asked, role: 'observer' } : asked);
      },
      observes: (page) => this.#peers.observes(page),
      kept: () => this.#desk.kept(),
      tapeSource: () => this.#tuner.tapeSource(),
      cutsFolder: this.#options.cutsFolder ?? null,
      rawFault: (id) => this.#faults.raw(id),
      log: (since) => this.#chronicle.since(since),
      after: (ms, action) => time.after(ms, action),
    };
  }

  #health(): Health {
    return healthOf({
      tuner: this.#tuner,
      hosts: this.#hosts,
      faults: this.#faults,
      workshop: this.#workshop,
      lag: this.#lag,
      chronicle: this.#chronicle,
      version: this.#options.version,
      startedMs: this.#startedMs,
    });
  }

  #makeHttp(standing: Standing, onFault: (told: Fault) => void): Server {
    const { pagesFolder, limits = {} } = this.#options;
    const upgrades = new Map<string, Upgrade>([
      ['/wire', (...given) => this.#peers.upgrade(...given)],
      ['/api/v1/events', (...given) => this.#events.upgrade(...given)],
      ['/api/v1/words', (...given) => this.#workshop.viewers.upgrade(...given)],
    ]);
    return makeHttp({
      standing,
      pages: makePages(pagesFolder),
      doors: () => this.#doors,
      upgrades,
      places: new Map([...this.#workshop.places, ...this.#hosts.places]),
      onFault,
      limits,
    });
  }
}
