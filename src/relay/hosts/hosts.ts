// The hosts that show our outputs, as the relay holds on to them: OBS and vMix, found or why not, which output is on program in them, what may be asked of
// them, and what was found in their sources before the show.
import { join } from 'node:path';
import type { Timekeeper } from '../../feeds/feed.ts';
import { type Fault, FaultError, fault } from '../../game/fault.ts';
import type { Show } from '../../show/show.ts';
import type { HostOrder, HostsInfo } from '../../wire/hosts.ts';
import type { PreflightMark } from '../../wire/preflight.ts';
import type { OutputInfo } from '../../wire/wire.ts';
import { type ObsGiven, ObsHost } from '../obs/obs-host.ts';
import { makeOwnPages } from '../obs/own-pages.ts';
import { type Report, reportOf } from '../obs/watch.ts';
import type { Place } from '../place.ts';
import { makePreflights, PREFLIGHT_PATH } from '../preflights.ts';
import type { Redact } from '../redact.ts';
import type { ShowDesk } from '../show-desk.ts';
import { type VmixGiven, VmixHost } from '../vmix/vmix-host.ts';
import type { Listening } from './origin.ts';
import { hostPlaces } from './places.ts';
import { withTallies } from './tallies.ts';

/** What a relay is to hold on to; each is left alone where it is not named. */
export type HostsGiven = { readonly obs?: ObsGiven; readonly vmix?: VmixGiven };

/** What a relay may be given. */
export type WithHosts = {
  /** OBS and vMix; without it neither is looked for. */
  readonly hosts?: HostsGiven;
};

export type HostsOptions = WithHosts &
  Omit<Listening, 'port'> & {
    readonly time: Timekeeper;
    readonly desk: Pick<ShowDesk, 'cue' | 'show'>;
    /** Every page, without tallies. */
    readonly outputs: () => readonly OutputInfo[];
    readonly redact: Redact;
    readonly onFault: (told: Fault) => void;
    readonly log: (line: string) => void;
    /** Where reports of pre-flights are put, in a folder of their own; absent: nowhere. */
    readonly cutsFolder?: string;
  };

export interface Hosts {
  /** The relay listens at that port now. */
  start(port: number): void;
  /** Undefined where nothing is held on to. */
  info(): HostsInfo | undefined;
  /** Every page, with its tally where a host tells one. */
  outputs(): readonly OutputInfo[];
  /** The last pre-flight of each output. */
  preflights(): readonly PreflightMark[];
  showIs(show: Show): void;
  readonly places: ReadonlyMap<string, Place>;
  /** May be called twice. */
  stop(): void;
}

/** Nothing is begun yet. */
export function makeHosts(options: HostsOptions): Hosts {
  const { hosts: given = {}, host, addresses, time, desk, redact, onFault, log } = options;
  let port = 0;
  const at = (): Listening => ({ host, addresses, port });
  const line = (text: string): void => log(redact(text));

  const pages = makeOwnPages(options.outputs);
  const obs =
    given.obs &&
    new ObsHost({
      ...given.obs,
      listening: at,
      report: (output) => reportIn(pages(output), output, time.now()),
      connected: (output) => pages(output).length,
      time,
      onFault,
      line,
    });
  const vmix = given.vmix && new VmixHost({ ...given.vmix, desk, time, line });

  const preflights = makePreflights({
    now: () => time.now(),
    folder: options.cutsFolder === undefined ? null : join(options.cutsFolder, 'preflight'),
    onFault,
  });
  const info = (): HostsInfo => ({ obs: obs?.info() ?? null, vmix: vmix?.info() ?? null });
  const order = (wish: HostOrder): Promise<readonly string[]> =>
    obs?.order(wish) ??
    Promise.reject(
      new FaultError(fault('obs-refused', 'obs', 'a relay that looks for OBS', 'one that does not')),
    );

  return {
    start(listensAt) {
      port = listensAt;
      void preflights.load();
      obs?.start();
      vmix?.start();
    },
    info: () => (obs || vmix ? info() : undefined),
    outputs: () =>
      withTallies(options.outputs(), {
        obs: (output) => obs?.tally(output) ?? null,
        vmix: (output) => vmix?.tally(output) ?? null,
      }),
    preflights: () => preflights.marks(),
    showIs: (show) => vmix?.showIs(show),
    places: new Map([...hostPlaces({ info, order }), [PREFLIGHT_PATH, preflights.place]]),
    stop() {
      obs?.stop();
      vmix?.stop();
    },
  };
}

/** What is heard of an output, by its pages. */
function reportIn(pages: readonly OutputInfo[], output: string, nowMs: number): Report {
  return reportOf(
    pages.map(({ name, lagging, beatMs, painted }) => ({
      name,
      lagging,
      silentMs: nowMs - beatMs,
      paintedRevision: painted?.revision ?? null,
      visible: painted?.visible ?? null,
    })),
    output,
  );
}
