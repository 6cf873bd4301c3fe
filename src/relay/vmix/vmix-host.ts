// vMix as this relay holds on to it: an overlay channel and our show follow each other, and the tally of the browser input is that of the output in it.
import type { Timekeeper } from '../../feeds/feed.ts';
import { FaultError } from '../../game/fault.ts';
import type { Show } from '../../show/show.ts';
import type { HostTally, VmixInfo } from '../../wire/hosts.ts';
import type { ShowDesk } from '../show-desk.ts';
import { VMIX_HTTP_PORT, type VmixAt, VmixBridge } from './bridge.ts';
import { LEADS, type LeadName } from './follow.ts';

/** A browser input that shows `output`, and the overlay channel that it is put on. */
export type VmixGiven = {
  readonly at: VmixAt;
  readonly input: string;
  readonly output: string;
  readonly overlay: number;
  readonly leads: LeadName;
};

export type VmixHostOptions = VmixGiven & {
  readonly desk: Pick<ShowDesk, 'cue' | 'show'>;
  readonly time: Timekeeper;
  readonly line: (text: string) => void;
};

const isOnAir = ({ layers }: Show): boolean => Object.values(layers).some(({ program }) => program !== null);

export class VmixHost {
  readonly #given: VmixHostOptions;
  readonly #bridge: VmixBridge;

  constructor(given: VmixHostOptions) {
    const { desk, at, leads } = given;
    this.#given = given;
    this.#bridge = new VmixBridge({
      ...given,
      vmix: at,
      leads: LEADS[leads],
      cue(cue) {
        const done = desk.cue(cue, { by: 'vMix' });
        return 'fault' in done ? new FaultError(done.fault).message : null;
      },
    });
  }

  start(): void {
    this.showIs(this.#given.desk.show());
    this.#bridge.start();
  }

  /** May be called twice. */
  stop(): void {
    this.#bridge.stop();
  }

  showIs(show: Show): void {
    this.#bridge.showIs(isOnAir(show));
  }

  /** Null where vMix does not tell, or of another output. */
  tally(output: string): HostTally | null {
    const { tally } = this.#bridge.stands();
    return tally && output === this.#given.output ? { state: tally, by: 'vMix' } : null;
  }

  info(): VmixInfo {
    const { isOpen, why, number, tally } = this.#bridge.stands();
    const { at, input, output, overlay, leads } = this.#given;
    const link = isOpen ? 'open' : 'looking';
    const place = `${at.host}:${at.httpPort ?? VMIX_HTTP_PORT}`;
    return { at: place, link, why, input, number, output, overlay, leads, tally };
  }
}
